"""The answer key: what is true in a world. Written beside the tables, never into a team's bundle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from osint_kit.world.cast import Person
from osint_kit.world.draft import Draft
from osint_kit.world.grades import credibility, reliability, source_of
from osint_kit.world.identifiers import plate_value
from osint_kit.world.tables import CALLS, MONEY, Rows
from osint_kit.world.traps import traps
from osint_kit.world.truth import links

_PROTECTED = {
    "PE-MIG": "traveller",
    "family": "family of a traveller",
    "namesake": "bears the name of somebody else",
    "brother": "shares a handset",
    "new holder": "took over a number",
}


def key_tables(draft: Draft) -> dict[str, Rows]:
    """All tables of `key/`, each in the order of ids or of items: neither says anything."""
    people = list(draft.society.people.values())
    return {
        "persons": _by_id(_person(each) for each in people),
        "organisations": _by_id(
            {"id": each.id, "names": sorted(set(each.names.values())), "state": each.state, "number": each.number}
            for each in draft.society.firms.values()
        ),
        "phones": _by_id(_phones(draft)),
        "handles": _by_id(_handles(draft)),
        "accounts": _by_id(
            {"id": _id(draft, "account", each.iban), "iban": each.iban, "holder": each.id}
            for each in draft.society.firms.values()
        ),
        "vehicles": _by_id(
            {"id": _id(draft, "vehicle", each.plate), "plate": plate_value(each.state, each.plate), "holder": each.id}
            for each in people
            if each.plate
        ),
        "places": [
            {"id": each.id, "kind": each.kind, "states": list(each.states), "names": dict(each.names)}
            for each in draft.scenario.places.values()
        ],
        "aliases": _aliases(draft),
        "mentions": list(_mentions(draft)),
        "links": _links(draft),
        "roles": sorted(_roles(draft), key=lambda row: str(row["truth"])),
        "events": _by_id(_events(draft)),
        "transfers": _by_id(_transfers(draft)),
        "sources": _sources(draft),
        "items": _items(draft),
        "protected": sorted(_protected(people), key=lambda row: str(row["truth"])),
        "traps": _by_id(traps(draft)),
    }


def _by_id(rows: Iterator[dict[str, object]]) -> Rows:
    return sorted(rows, key=lambda row: str(row["id"]))


def _id(draft: Draft, kind: str, value: str) -> str:
    return f"t-{draft.chance.stream(f'{kind} truth id', value).token(12)}"


def _person(person: Person) -> dict[str, object]:
    names = list(dict.fromkeys(form.text for form in person.forms))
    return {"id": person.id, "names": names, "state": person.state, "town": person.town}


def _phones(draft: Draft) -> Iterator[dict[str, object]]:
    for held in draft.society.holdings:
        id_ = _id(draft, "phone", f"{held.number} {held.holder}")
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
            yield {"id": _id(draft, "handle", handle), "handle": handle, "holder": each.id}
    for firm in draft.society.firms.values():
        yield {"id": _id(draft, "handle", firm.handle), "handle": firm.handle, "holder": firm.id}


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
            {"truth": firm.id, "form": form, "script": "Latin" if language == "en" else "Cyrillic", "noise": ""}
            for language, form in firm.names.items()
        ]
    return sorted(rows, key=lambda row: (str(row["truth"]), str(row["form"])))


def _mentions(draft: Draft) -> Iterator[dict[str, object]]:
    for item in sorted(draft.items, key=lambda each: draft.at[each.key].url):
        address = draft.at[item.key]
        for number, span in enumerate(item.spans):
            yield {
                "id": f"m-{address.id[2:]}-{number}",
                "item": address.url,
                "start": span.start,
                "end": span.end,
                "kind": span.kind,
                "value": span.value,
                "truth": span.truth,
            }


def _links(draft: Draft) -> Rows:
    partner = draft.scenario.host("partner")
    calls = tuple((f"https://{partner}/files/{CALLS}#row={row}", call) for row, call in enumerate(draft.calls, start=2))
    paid = tuple(
        (f"https://{partner}/files/{MONEY}#row={row}", each) for row, each in enumerate(draft.payments, start=2)
    )
    return links(draft.items, draft.at, draft.society, calls=calls, payments=paid, chance=draft.chance)


def _roles(draft: Draft) -> Iterator[dict[str, object]]:
    begins, ends = draft.scenario.begins.isoformat(), draft.scenario.opens.date().isoformat()
    for person in draft.society.people.values():
        if person.role.startswith(("RO-", "PE-", "LK-")):
            yield {"truth": person.id, "role": person.role, "from": begins, "to": ends}


def _events(draft: Draft) -> Iterator[dict[str, object]]:
    for journey in draft.journeys:
        travellers = [each.id for each in journey.travellers]
        yield _event(
            journey.id,
            "journey",
            journey.departs.isoformat(),
            journey.arrives.isoformat(),
            parent="",
            truths=[*travellers, journey.recruiter.id],
        )
        for leg in journey.legs:
            yield {
                **_event(
                    leg.id,
                    "leg",
                    leg.start.isoformat(),
                    leg.end.isoformat(),
                    parent=journey.id,
                    truths=[*travellers, leg.helper.id],
                ),
                "places": list(leg.route),
            }
    holders = {held.number: held.holder for held in reversed(draft.society.holdings)}
    for paid in draft.payments:
        if paid.journey:
            at = paid.at.isoformat()
            yield {
                **_event(
                    paid.id, "payment", at, at, parent=paid.journey, truths=[holders[paid.payer], holders[paid.payee]]
                ),
                "amount": f"{paid.amount} {paid.currency}",
            }


def _event(id_: str, kind: str, start: str, end: str, *, parent: str, truths: list[str]) -> dict[str, object]:
    return {
        "id": id_,
        "kind": kind,
        "start": start,
        "end": end,
        "parent": parent,
        "truths": truths,
        "places": [],
        "amount": "",
    }


def _transfers(draft: Draft) -> Iterator[dict[str, object]]:
    partner = draft.scenario.host("partner")
    for row, paid in enumerate(draft.payments, start=2):
        yield {
            "id": paid.id,
            "item": f"https://{partner}/files/{MONEY}#row={row}",
            "typology": paid.typology,
            "journey": paid.journey,
        }


def _tally(draft: Draft) -> tuple[Counter[str], Counter[str]]:
    total: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for item in draft.items:
        name = source_of(item, draft.at[item.key].host)
        total[name] += 1
        true[name] += item.truth == "true"
    return total, true


def _sources(draft: Draft) -> Rows:
    total, true = _tally(draft)
    return [
        {
            "id": _id(draft, "source", name),
            "author": name,
            "reliability": reliability(total[name], true[name]),
            "total": total[name],
            "true": true[name],
        }
        for name in sorted(total)
    ]


def _items(draft: Draft) -> Rows:
    total, true = _tally(draft)
    digits = credibility(draft.items)
    rows = []
    for item in draft.items:
        address = draft.at[item.key]
        name = source_of(item, address.host)
        rows.append(
            {
                "item": address.url,
                "site": address.host,
                "author": item.author,
                "truth": item.truth,
                "origin": draft.at[item.origin].url if item.origin else "",
                "key": item.wanted,
                "language": item.language,
                "source": _id(draft, "source", name),
                "grade_source": reliability(total[name], true[name]),
                "grade_information": digits[item.key],
            }
        )
    return sorted(rows, key=lambda row: str(row["item"]))


def _protected(people: list[Person]) -> Iterator[dict[str, object]]:
    for person in people:
        why = _PROTECTED.get(person.role) or ("honest look-alike" if person.role.startswith("LK-") else "")
        if why:
            yield {"truth": person.id, "why": why}
