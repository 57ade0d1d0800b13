"""The answer key: what is true in a world. Written beside the tables, never into a team's bundle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from osint_kit.world.cast import PROTECTED, Person
from osint_kit.world.draft import Draft
from osint_kit.world.events import events
from osint_kit.world.grades import credibility, reliability, source_of
from osint_kit.world.indicators import consistency, elements, hypotheses, indicators
from osint_kit.world.meaning import Meanings
from osint_kit.world.money import brokers
from osint_kit.world.questions import injects, questions, requests
from osint_kit.world.roster import by_id, roster, secret
from osint_kit.world.tables import CALLS, Rows
from osint_kit.world.traps import traps
from osint_kit.world.truth import links
from osint_kit.world.typologies import money_rows, transfers, typologies

_NAMED = ("LK-1", "LK-2", "LK-6", "LK-7", "LK-8", "namesake", "father", "brother", "new holder")
"""Protected people who must not be accused, though naming them outside the team harms nobody."""


def key_tables(draft: Draft, meanings: Meanings) -> dict[str, Rows]:
    """All tables of `key/`, each in the order of ids or of items: neither says anything."""
    meanings = meanings.within(_network(draft))
    return {
        **roster(draft),
        "mentions": list(_mentions(draft)),
        "links": _links(draft),
        "roles": sorted(_roles(draft), key=_truth),
        "events": by_id(events(draft, meanings)),
        "transfers": by_id(transfers(draft)),
        "typologies": by_id(typologies(draft)),
        "indicators": by_id(indicators(draft, meanings)),
        "elements": by_id(elements(draft, meanings)),
        "hypotheses": list(hypotheses()),
        "consistency": list(consistency(draft, meanings)),
        "questions": list(questions()),
        "requests": list(requests(draft)),
        "injects": list(injects(draft)),
        "sources": _sources(draft),
        "items": _items(draft),
        "protected": sorted(_protected(draft), key=_truth),
        "traps": by_id(traps(draft)),
    }


def _network(draft: Draft) -> frozenset[str]:
    """Truth ids of everybody with a suspect role, and of the firms that work for them."""
    society = draft.society
    core = {person.key: person.id for person in society.people.values() if role_of(draft, person).startswith("RO-")}
    return frozenset({*core.values(), *(firm.id for firm in society.firms.values() if firm.owner in core)})


def _truth(row: dict[str, object]) -> str:
    return str(row["truth"])


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
    paid = tuple(money_rows(draft))
    return links(draft.items, draft.at, draft.society, calls=calls, payments=paid, chance=draft.chance)


def _roles(draft: Draft) -> Iterator[dict[str, object]]:
    begins, ends = draft.scenario.begins.isoformat(), draft.scenario.opens.date().isoformat()
    for person in draft.society.people.values():
        if role := role_of(draft, person):
            yield {"truth": person.id, "role": role, "from": begins, "to": ends}


def role_of(draft: Draft, person: Person) -> str:
    """What somebody is in the story; a broker with whom the money handlers settle is one of them."""
    if person in brokers(draft.knobs, draft.society):
        return "RO-FIN"
    return person.role if person.role.startswith(("RO-", "PE-", "LK-")) else ""


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
            "id": secret(draft, "source", name),
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
                "source": secret(draft, "source", name),
                "grade_source": reliability(total[name], true[name]),
                "grade_information": digits[item.key],
            }
        )
    return sorted(rows, key=lambda row: str(row["item"]))


def _protected(draft: Draft) -> Iterator[dict[str, object]]:
    for person in draft.society.people.values():
        why = person.status or PROTECTED.get(person.role, "")
        if why or person.role.startswith("LK-"):
            yield {"truth": person.id, "why": why or "honest look-alike", "withhold": person.role not in _NAMED}
