"""What happened, and which items show it: journeys and their legs, payments, and what everybody heard of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from osint_kit.world.draft import Draft
from osint_kit.world.items import Item
from osint_kit.world.meaning import Meanings
from osint_kit.world.story import Journey
from osint_kit.world.typologies import Row, by_pattern, holders, money_rows

DEPARTURE, ARRIVAL = "departure", "arrival"
"""Kinds of events that texts tell of a journey."""


def events(draft: Draft, meanings: Meanings) -> Iterator[dict[str, object]]:
    """Rows of the key's table of events; `key` ones are those that a time line should show.

    What no text with a name, number, sum or date in it tells of cannot be cited: it is no key event.
    """
    told = _told(draft, meanings)
    patterns = by_pattern(draft)
    for journey in draft.journeys:
        yield from _journey(draft, journey)
        for kind, at in ((DEPARTURE, journey.departs), (ARRIVAL, journey.arrives)):
            items = told.pop((kind, str(journey.number)), [])
            if items:
                truths = [each.id for each in journey.travellers]
                key = any(item.spans for item in items)
                yield _event(draft, journey.id, kind, (at, at), truths=truths, items=_urls(draft, items), key=key)
        released = tuple(row for row in patterns[f"hold/{journey.number}"] if row[1].typology == "TY-HOLD")
        yield _payments(draft, journey, released)
    for (kind, _fact), items in sorted(told.items()):
        span = min(each.published for each in items), max(each.published for each in items)
        truths = sorted({mention.truth for each in items for mention in each.spans} - {""})
        yield _event(draft, "", kind, span, truths=truths, items=_urls(draft, items), key=True)
    for url, paid in money_rows(draft):
        if paid.journey:
            event = _event(
                draft, paid.journey, "payment", (paid.at, paid.at), truths=holders(draft, ((url, paid),)), items=[url]
            )
            yield {**event, "id": paid.id, "amount": f"{paid.amount} {paid.currency}"}


def _told(draft: Draft, meanings: Meanings) -> dict[tuple[str, str], list[Item]]:
    """Items that tell of an event, by its kind and what sets it apart from others of the kind."""
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in draft.items:  # in the order of time
        meaning = meanings.of(item)
        early = item.published.month < meaning.since
        if not meaning.event or not item.wanted or item.truth == "false" or early:
            continue
        apart = item.key.split("/")[1] if meaning.event in (DEPARTURE, ARRIVAL) else item.fact or item.key
        group = found[meaning.event, "" if meaning.first else apart]
        if not (meaning.first and group):
            group.append(item)
    return found


def _journey(draft: Draft, journey: Journey) -> Iterator[dict[str, object]]:
    travellers = [each.id for each in (*journey.travellers, *journey.held)]
    span = journey.departs, journey.arrives
    event = _event(draft, "", "journey", span, truths=[*travellers, journey.recruiter.id], items=[])
    yield {**event, "id": journey.id}
    for leg in journey.legs:
        truths = [*travellers, leg.helper.id]
        event = _event(draft, journey.id, "leg", (leg.start, leg.end), truths=truths, items=[])
        yield {**event, "id": leg.id, "places": list(leg.route)}


def _payments(draft: Draft, journey: Journey, rows: tuple[Row, ...]) -> dict[str, object]:
    """The release of a journey's fees, as one event."""
    span = rows[0][1].at, rows[-1][1].at
    urls = [url for url, _paid in rows]
    event = _event(draft, journey.id, "release", span, truths=holders(draft, rows), items=urls, key=True)
    return {**event, "amount": f"{sum(paid.amount for _url, paid in rows)} USD"}


def _urls(draft: Draft, items: Iterable[Item]) -> list[str]:
    return sorted(draft.at[item.key].url for item in items)


def _event(
    draft: Draft,
    parent: str,
    kind: str,
    span: tuple[datetime, datetime],
    *,
    truths: list[str],
    items: list[str],
    key: bool = False,
) -> dict[str, object]:
    start, end = (each.isoformat() for each in span)
    return {
        "id": f"t-{draft.chance.stream('event', kind, start, parent, *items).token(12)}",
        "kind": kind,
        "start": start,
        "end": end,
        "parent": parent,
        "truths": truths,
        "places": [],
        "amount": "",
        "items": items,
        "key": key,
    }
