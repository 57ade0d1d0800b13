"""A case in frames that may leave in part: suspects by decision, protected people, things, every type of link."""

from __future__ import annotations

import pandas as pd

from osint_kit.model import DIRECTED
from osint_kit.model.tables import ENTITIES, LINKS, ROLES, STATEMENTS
from osint_kit.share import Outgoing, outgoing

WATERMARK = "EXERCISE – FICTION: nobody in this table exists."
HOSTILE = (
    "=HYPERLINK(1)|<b>x</b>",
    '"quoted"',
    "''",
    "a\u202eb\u200b c\x07\td",
    "e\u0301",
    "@@",
    "\ufeffx\u00ad\u2028y",
)

PEOPLE = (
    ("boss", "Person", ("Ҷӯра Ғафурзода", "Jura Gafurov"), ("phone:+281551234567", "handle:@jura_1")),
    ("driver", "Person", ("گل‌محمد رحیمی",), ("phone:+281557777777", "plate:QM:1234AB05", "phone:+281550000001")),
    ("sarraf", "LegalEntity", (), ("phone:+281553333333", "iban:QM65PQLU32195264888776")),
    ("rival", "Person", HOSTILE, ("handle:@rival_9",)),
    ("traveller", "Person", ("Мадина Қосимова", "Madina Qosimova"), ("phone:+281550000001", "handle:@madina_22")),
    ("child", "Person", ("Parviz Qosimov",), ("phone:+281550000002",)),
    ("source", "UserAccount", (), ("handle:@night_watcher",)),
    ("firm", "Organization", ("Гулистон Транс", "Guliston Trans"), ()),
    ("van", "Vehicle", (), ("plate:QM:7777XX01",)),
    ("wallet", "BankAccount", (), ("iban:QO29HATL85691134808759",)),
)
SUSPECTS = {"boss": "RO-ORG", "driver": "RO-TRA", "sarraf": "RO-FIN", "rival": "RO-SUP"}
PROTECTED = {"traveller": "PE-MIG", "child": "PE-VIC"}
TIES = (
    ("boss", "sarraf", "Call", ""),
    ("sarraf", "boss", "Payment", "1500.50 USD; 20 EUR"),
    ("traveller", "sarraf", "Payment", "1500 USD"),
    ("boss", "firm", "Ownership", ""),
    ("boss", "firm", "Directorship", ""),
    ("driver", "firm", "Employment", ""),
    ("traveller", "child", "Family", ""),
    ("driver", "traveller", "UnknownLink", ""),
    ("driver", "van", "Ownership", ""),
    ("source", "driver", "Call", ""),
    ("boss", "wallet", "Ownership", ""),
    ("+281999999999", "boss", "Call", ""),
)


def entities() -> pd.DataFrame:
    return ENTITIES.frame(
        {
            "id": name,
            "ref": f"P{number}",
            "schema": schema,
            "caption": (*names, *(each.partition(":")[2] for each in selectors))[0],
            "names": names,
            "selectors": selectors,
            "subjects": (name,),
            "statements": (f"s-{name}",),
            "decided": False,
        }
        for number, (name, schema, names, selectors) in enumerate(PEOPLE, 1)
    )


def statements() -> pd.DataFrame:
    blank: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
    return STATEMENTS.frame(
        blank
        | {"id": f"s-{name}", "ref": f"S{number}", "subject": name, "original": (*names, "x")[0]}
        | {"item": "https://kanal.example/night_watcher/7", "start": 0, "end": 1, "score": 1.0}
        for number, (name, _schema, names, _selectors) in enumerate(PEOPLE, 1)
    )


def links() -> pd.DataFrame:
    return LINKS.frame(
        {
            "id": f"l{number}",
            "ref": f"L{number}",
            "source": source,
            "target": target,
            "type": kind,
            "directed": kind in DIRECTED,
            "first": "2031-05-01T10:00:00+05:00",
            "last": "2031-06-01T10:00:00+05:00",
            "count": number,
            "amount": amount,
            "statements": (f"s-{source}",),
            "score": 1.0,
            "reason": "Мадина Қосимова paid",
            "decided": True,
        }
        for number, (source, target, kind, amount) in enumerate(TIES, 1)
    )


def roles(**changes: float) -> pd.DataFrame:
    """Decided roles; `changes` gives an entity's role another score."""
    return ROLES.frame(
        {
            "entity": name,
            "label": name,
            "role": role,
            "statements": (f"s-{name}",),
            "score": changes.get(name, 1.0),
            "reason": "Madina Qosimova told",
        }
        for name, role in {**SUSPECTS, **PROTECTED}.items()
    )


def case_to_share(marking: str = "TLP:AMBER", **disclose: str) -> Outgoing:
    frames = (entities(), links(), statements(), roles())
    return outgoing(*frames, disclose=disclose, marking=marking, watermark=WATERMARK)
