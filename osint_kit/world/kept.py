"""What the archive kept: the channel that vanishes, and some adverts that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from osint_kit.world.draft import Draft
from osint_kit.world.items import Item

_GONE = 2  # one removed advert in so many was kept
_LAST = timedelta(days=2)


def mementos(draft: Draft) -> list[dict[str, object]]:
    """Pages as they stood at a time, in the order of time."""
    host = draft.scenario.host("archive")
    listed = sorted(_kept(draft), key=lambda each: (each[1], each[0]))
    return [_row(draft, host, url, at) for url, at in listed]


def _kept(draft: Draft) -> Iterator[tuple[str, datetime]]:
    opens = draft.scenario.opens
    gone = 0
    for item in draft.items:
        if item.kind == "ad" and item.removed:
            gone += 1
        if item.shelf == "club" or (item.kind == "ad" and item.removed and gone % _GONE == 0):
            yield draft.at[item.key].url, _at(draft, item)
    channel = draft.channels["club"].name
    for before in (_LAST, _LAST * 30):
        yield f"https://{draft.scenario.host('channels')}/s/{channel}", opens - before


def _at(draft: Draft, item: Item) -> datetime:
    """Some days after publication, while the page stood, and before the exercise."""
    ends = min(item.removed or draft.scenario.opens, draft.scenario.opens)
    hours = int((ends - item.published) / timedelta(hours=1))
    stream = draft.chance.stream("memento", item.key)
    return item.published + timedelta(hours=stream.below(max(1, min(hours, 24 * 9))), seconds=stream.below(60))


def _row(draft: Draft, host: str, url: str, at: datetime) -> dict[str, object]:
    id_ = f"i-{draft.chance.stream('memento id', url, at.isoformat()).token(12)}"
    return {"id": id_, "host": host, "original": url, "at": at.isoformat()}
