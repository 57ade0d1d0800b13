"""Everybody and everything of a world by truth id: people, firms, numbers, accounts, vehicles, places, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osint_kit.world.cast import Person
from osint_kit.world.draft import Draft
from osint_kit.world.identifiers import plate_value
from osint_kit.world.names import SCRIPTS
from osint_kit.world.tables import Rows


def roster(draft: Draft) -> dict[str, Rows]:
    """The tables of the key that say who and what there is."""
    people = list(draft.society.people.values())
    return {
        "persons": by_id(_person(each) for each in people),
        "organisations": by_id(
            {"id": each.id, "names": sorted(set(each.names.values())), "state": each.state, "number": each.number}
            for each in draft.society.firms.values()
        ),
        "phones": by_id(_phones(draft)),
        "handles": by_id(_handles(draft)),
        "accounts": by_id(
            {"id": secret(draft, "account", each.iban), "iban": each.iban, "holder": each.id}
            for each in draft.society.firms.values()
        ),
        "vehicles": by_id(_vehicles(draft)),
        "places": [
            {"id": each.id, "kind": each.kind, "states": list(each.states), "names": dict(each.names)}
            for each in draft.scenario.places.values()
        ],
        "aliases": _aliases(draft),
    }


def by_id(rows: Iterable[dict[str, object]]) -> Rows:
    """Rows in the order of their ids."""
    return sorted(rows, key=lambda row: str(row["id"]))


def secret(draft: Draft, kind: str, value: str) -> str:
    """A truth id that says nothing."""
    return f"t-{draft.chance.stream(f'{kind} truth id', value).token(12)}"


def _vehicles(draft: Draft) -> Iterator[dict[str, object]]:
    for each in draft.society.people.values():
        if each.plate:
            id_ = secret(draft, "vehicle", each.plate)
            yield {"id": id_, "plate": plate_value(each.state, each.plate), "holder": each.id}


def _person(person: Person) -> dict[str, object]:
    names = list(dict.fromkeys(form.text for form in person.forms))
    return {"id": person.id, "names": names, "state": person.state, "town": person.town}


def _phones(draft: Draft) -> Iterator[dict[str, object]]:
    for held in draft.society.holdings:
        id_ = secret(draft, "phone", f"{held.number} {held.holder}")
        yield {
            "id": id_,
            "phone": held.number,
            "holder": held.holder,
            "from": held.first.isoformat(),
            "to": held.last.isoformat(),
        }


def _handles(draft: Draft) -> Iterator[dict[str, object]]:
    for each in draft.society.people.values():
        for handle in each.handles:
            yield {"id": secret(draft, "handle", handle), "handle": handle, "holder": each.id}
    for firm in draft.society.firms.values():
        yield {"id": secret(draft, "handle", firm.handle), "handle": firm.handle, "holder": firm.id}


def _aliases(draft: Draft) -> Rows:
    rows: Rows = []
    for person in draft.society.people.values():
        forms = {form.text: form for form in person.forms}
        forms |= {text: form for (id_, text), form in draft.pen.slips.items() if id_ == person.id}
        rows += [
            {"truth": person.id, "form": each.text, "script": each.script, "noise": each.noise}
            for each in forms.values()
        ]
    for firm in draft.society.firms.values():
        rows += [
            {"truth": firm.id, "form": form, "script": SCRIPTS[language], "noise": ""}
            for language, form in firm.names.items()
        ]
    return sorted(rows, key=lambda row: (str(row["truth"]), str(row["form"])))
