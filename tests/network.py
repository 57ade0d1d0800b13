"""A small network in frames: who calls, pays and is paid, and ordinary people round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import networkx as nx
import pandas as pd

from osint_kit.model import DIRECTED, content_id
from osint_kit.model.tables import DOCUMENTS, ENTITIES, INDICATORS, LINKS, STATEMENTS, TRANSFERS, TYPOLOGIES

ZONE = timezone(timedelta(hours=5))
JOURNEYS = tuple(datetime(2031, month, 15, 4, 0, tzinfo=ZONE) for month in (2, 4, 7, 9))
TRUE = {
    "boss": "RO-ORG",
    "manager": "RO-LOG",
    "recruiter": "RO-REC",
    "driver": "RO-TRA",
    "other driver": "RO-TRA",
    "guide": "RO-GUI",
    "house": "RO-SAF",
    "sarraf": "RO-FIN",
    "officer": "RO-COR",
    **{f"traveller {number}": "PE-MIG" for number in range(8)},
}
HONEST = ("honest sarraf", "dispatcher", "haulier", "host", *(f"kin {number}" for number in range(8)))
TOWN = tuple(f"town {number}" for number in range(12))


@dataclass
class Network:
    """Rows as they are noted down; the frames are made of them."""

    names: Callable[[str], str] = lambda name: name
    language: str = "ru"
    prefix: str = "+281"
    said: list[dict[str, object]] = field(default_factory=list)
    events: dict[tuple[str, str, str], list[tuple[str, ...]]] = field(default_factory=dict)
    paid: list[dict[str, object]] = field(default_factory=list)
    holds: list[dict[str, object]] = field(default_factory=list)
    fired: list[dict[str, object]] = field(default_factory=list)
    plates: set[str] = field(default_factory=set)

    def state(  # noqa: PLR0917 - the columns of a statement
        self, subject: str, schema: str, name: str, kind: str, value: str, document: str, at: str = ""
    ) -> str:
        row: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
        made = f"s{len(self.said)}"
        row |= {"id": made, "ref": made.upper(), "subject": subject, "schema": schema, "property": name, "kind": kind}
        row |= {"value": value, "original": value, "document": document, "item": f"https://s.example/{document}"}
        self.said.append(row | {"start": 0, "end": 1, "score": 1.0, "happened": at, "language": self.language})
        return made

    def call(self, one: str, two: str, at: datetime, seconds: int = 90) -> None:
        relation, document = content_id("call", len(self.said)), f"calls-{len(self.said)}"
        ends = (self.state(relation, "Call", "caller", "entity", one, document, at.isoformat()),)
        ends += (self.state(relation, "Call", "receiver", "entity", two, document, at.isoformat()),)
        ends += (self.state(relation, "Call", "duration", "text", str(seconds), document, at.isoformat()),)
        self.events.setdefault(("Call", *sorted((one, two))), []).append(ends)  # type: ignore[arg-type]

    def pay(self, one: str, two: str, at: datetime, amount: float) -> dict[str, object]:
        relation, document = content_id("payment", len(self.said)), f"money-{len(self.said)}"
        ends = (self.state(relation, "Payment", "payer", "entity", one, document, at.isoformat()),)
        ends += (self.state(relation, "Payment", "beneficiary", "entity", two, document, at.isoformat()),)
        self.events.setdefault(("Payment", one, two), []).append(ends)
        row: dict[str, object] = {"id": relation, "item": f"https://s.example/{document}", "document": document}
        row |= {"payer": one, "payee": two, "amount": float(amount), "currency": "USD", "at": at.isoformat()}
        self.paid.append(row | {"purpose": "-", "statements": ends})
        return self.paid[-1]

    def hold(self, rows: list[dict[str, object]], centre: str) -> None:
        ids = tuple(each for row in rows for each in row["statements"])  # type: ignore[attr-defined]
        others = sorted({str(row[end]) for row in rows for end in ("payer", "payee")} - {centre})
        self.holds.append(
            {
                "id": f"t{len(self.holds)}",
                "typology": "TY-HOLD",
                "entities": (centre, *others),
                "transfers": tuple(str(row["item"]) for row in rows),
                "first": str(rows[0]["at"]),
                "last": str(rows[-1]["at"]),
                "amount": "",
                "statements": ids,
                "score": 0.8,
                "reason": "",
            }
        )

    def text(self, document: str, indicator: str, *named: str, selector: bool = False, plate: bool = False) -> None:
        """A text that names people, or gives their numbers, and in which an indicator fires."""
        for each in named:
            kind = ("LegalEntity", "phone", "phone") if selector else ("Person", "name", "person")
            self.state(each, *kind, self.names(each), document)
        if plate:
            self.state(f"plate of {named[0]}", "Vehicle", "registrationNumber", "plate", "QM:1", document)
            self.plates.add(named[0])
        if indicator:
            row = {"id": f"i{len(self.fired)}", "indicator": indicator, "document": document, "start": 0, "end": 1}
            row |= {"item": f"https://s.example/{document}", "original": "x", "score": 0.7, "reason": ""}
            self.fired.append(row)

    def entities(self) -> pd.DataFrame:
        people = sorted({str(row["subject"]) for row in self.said if row["kind"] in ("person", "phone")} | self._ends())
        return ENTITIES.frame(
            {
                "id": each,
                "ref": f"P{number}",
                "schema": "Person",
                "caption": self.names(each),
                "names": (self.names(each),),
                "selectors": (f"phone:{self.prefix}{number:09}",),
                "subjects": (each,),
                "statements": tuple(row["id"] for row in self.said if each in (row["subject"], row["value"]))
                or ("s0",),
                "decided": False,
            }
            for number, each in enumerate(people, 1)
        )

    def _ends(self) -> set[str]:
        return {end for _kind, *ends in self.events for end in ends}

    def links(self) -> pd.DataFrame:
        return LINKS.frame(
            {
                "id": content_id("link", *key),
                "ref": f"L{number}",
                "source": key[1],
                "target": key[2],
                "type": key[0],
                "directed": key[0] in DIRECTED,
                "first": "2031-02-01T00:00:00+05:00",
                "last": "2031-09-30T00:00:00+05:00",
                "count": len(found),
                "amount": "",
                "statements": tuple(each for ids in found for each in ids),
                "score": 0.6,
                "reason": "",
                "decided": False,
            }
            for number, (key, found) in enumerate(sorted(self.events.items()), 1)
        )

    def measures(self) -> pd.DataFrame:
        graph = nx.Graph([ends for _kind, *ends in self.events])
        between = nx.betweenness_centrality(graph)
        people = sorted(graph)
        figures = {"degree": [float(graph.degree[each]) for each in people]}
        return pd.DataFrame({"entity": people, **figures, "betweenness": [between[each] for each in people]})

    def frames(self) -> dict[str, pd.DataFrame]:
        """Arguments of `assess.roles`."""
        return {
            "entities": self.entities(),
            "links": self.links(),
            "measures": self.measures(),
            "transfers": TRANSFERS.frame(self.paid),
            "typologies": TYPOLOGIES.frame(self.holds),
            "indicators": INDICATORS.frame(self.fired),
            "statements": STATEMENTS.frame(self.said),
        }

    def documents(self) -> pd.DataFrame:
        blank: dict[str, object] = {column.name: "" for column in DOCUMENTS.columns}
        items = {str(row["document"]): str(row["item"]) for row in self.said}
        return DOCUMENTS.frame(
            blank | {"id": name, "item": item, "text": f"text of {name}"} for name, item in sorted(items.items())
        )


def network(**changes: object) -> Network:
    """The whole network, over four journeys, with the town round it."""
    built = Network(**changes)  # type: ignore[arg-type]  # the caller knows the fields
    for number, departs in enumerate(JOURNEYS):
        _journey(built, number, departs)
    for number, (one, two) in enumerate(_everyday()):
        built.call(one, two, JOURNEYS[0] + timedelta(days=3 * number % 300, hours=number % 24))
    for number, each in enumerate(TOWN * 2):
        pair = (each, "honest sarraf") if number < len(TOWN) else ("honest sarraf", each)
        built.pay(*pair, JOURNEYS[0] + timedelta(days=9 * number), 100)
    built.text("advert of recruiter", "ON-01", "recruiter", selector=True)
    for each in ("driver", "other driver", "haulier"):
        built.text(f"advert of {each}", "", each, plate=True)
    return built


def _journey(built: Network, number: int, departs: datetime) -> None:
    arrives = departs + timedelta(days=5)
    mine = (2 * number, 2 * number + 1)
    drivers = ("driver",) if number % 2 else ("driver", "other driver")
    hands = (*drivers, *(("guide",) if number in (0, 1) else ()), "house")
    for each in mine:
        built.call(f"traveller {each}", "recruiter", departs - timedelta(days=6))
    for each in (*hands, "recruiter", "spotter"):
        built.call("manager", each, departs - timedelta(hours=20), 20 if each == "spotter" else 90)
    built.call("boss", "manager", departs - timedelta(hours=60))
    built.call("manager", "sarraf", arrives + timedelta(hours=1))
    rows = [built.pay(f"kin {each}", "sarraf", departs - timedelta(hours=30 + each), 1500) for each in mine]
    if "guide" in hands:
        built.call("guide", "manager", departs - timedelta(hours=5))
        built.call("guide", "manager", departs - timedelta(hours=4))
    built.call("manager", "officer", departs - timedelta(hours=30))
    built.pay("manager", "officer", departs + timedelta(hours=6), 150)
    shares = {**dict.fromkeys(hands, 240), "house": 120, "manager": 450, "boss": 900}
    for at, (each, amount) in enumerate(shares.items()):
        rows.append(built.pay("sarraf", each, arrives + timedelta(hours=2 + at), amount))
    built.hold(sorted(rows, key=lambda row: str(row["at"])), "sarraf")


def _everyday() -> Iterator[tuple[str, str]]:
    for each in TOWN * 4:
        yield each, "dispatcher"
    yield from pairwise(TOWN * 2)
    for number in range(8):
        yield f"kin {number}", "dispatcher"
    yield from (("host", TOWN[0]), ("haulier", TOWN[1]))
