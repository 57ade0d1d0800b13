"""What items show: indicators, elements of law, and how each stands to the competing hypotheses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from osint_kit.world.draft import Draft
from osint_kit.world.items import Item
from osint_kit.world.meaning import HYPOTHESES, Meanings
from osint_kit.world.typologies import by_pattern, money_elements, money_signs

_TRUE, _HANDLES = "H1", "ON-04"
_RELEASED, _OWED = (1, -1, 0, -1, -1, 0), (0, 0, 1, -1, -1, 0)


def wanted(draft: Draft) -> Iterator[Item]:
    """The items that a team should collect, and all of the files handed over, in the order of their addresses."""
    listed = (item for item in draft.items if item.wanted or item.kind == "message")
    yield from sorted(listed, key=lambda item: draft.at[item.key].url)


def indicators(draft: Draft, meanings: Meanings) -> Iterator[dict[str, object]]:
    """Rows of the key's table of indicators: a lead in a text or a row, true or not."""
    for item in wanted(draft):
        for sign in meanings.of(item).indicators:
            if place := sign.place(item):
                yield _indicator(draft, draft.at[item.key].url, sign.id, *place)
    yield from _renamed(draft)
    for url, sign_id, start, end in money_signs(draft):
        yield _indicator(draft, url, sign_id, start, end)


def _renamed(draft: Draft) -> Iterator[dict[str, object]]:
    """Offers under a later handle of somebody whose number stays."""
    later = {handle: each.phone for each in draft.society.of("RO-REC") for handle in each.handles[1:]}
    for item in wanted(draft):
        if any(span.kind == "phone" and span.value == later.get(item.author) for span in item.spans):
            yield _indicator(draft, draft.at[item.key].url, _HANDLES, 0, len(item.text))


def _indicator(draft: Draft, item: str, indicator: str, start: int, end: int) -> dict[str, object]:
    id_ = f"n-{draft.chance.stream('indicator', item, indicator).token(12)}"
    return {"id": id_, "item": item, "indicator": indicator, "start": start, "end": end}


def elements(draft: Draft, meanings: Meanings) -> Iterator[dict[str, object]]:
    """Rows of the key's table of elements: those met in truth, each with all items that support it."""
    items: dict[str, list[str]] = defaultdict(list)
    for item in wanted(draft):
        for sign in meanings.of(item).elements:
            if item.truth != "false" and sign.place(item):
                items[sign.id].append(draft.at[item.key].url)
    for element, url in money_elements(draft):
        items[element].append(url)
    for element, urls in items.items():
        id_ = f"o-{draft.chance.stream('element', element).token(12)}"
        yield {"id": id_, "element": element, "items": list(dict.fromkeys(urls))}


def hypotheses() -> Iterator[dict[str, object]]:
    """Rows of the key's table of hypotheses: the first is true; what was done to four people is part of it."""
    for hypothesis in HYPOTHESES:
        yield {"id": hypothesis, "true": hypothesis == _TRUE}


def consistency(draft: Draft, meanings: Meanings) -> Iterator[dict[str, object]]:
    """Rows of the key's table of consistency: texts that bear on them, and some rows."""
    for item in wanted(draft):
        meaning = meanings.of(item)
        if meaning.marks:
            yield _standing(draft.at[item.key].url, meaning.marks, diagnostic=meaning.diagnostic)
    for pattern, rows in sorted(by_pattern(draft).items()):
        released = [url for url, paid in rows if paid.typology == "TY-HOLD"]
        if released:
            yield _standing(released[0], _RELEASED, diagnostic=True)
        if pattern == "debt":
            yield _standing(rows[0][0], _OWED, diagnostic=True)


def _standing(item: str, marks: tuple[int, ...], *, diagnostic: bool) -> dict[str, object]:
    return {"item": item, "marks": dict(zip(HYPOTHESES, marks, strict=True)), "diagnostic": diagnostic}
