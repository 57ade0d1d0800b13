"""The events that a team put on its time line, matched with those that truly happened, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from itertools import combinations

from osint_kit.model import Json, Row
from osint_kit.score.evidence import cited
from osint_kit.score.key import KeyEvent
from osint_kit.score.matching import one_to_one
from osint_kit.score.sheet import Sheet

STEP = "S8"
MOST = 60
"""A time line has no more rows than this, or than the key has events; what comes later does not count."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event on the team's time line."""

    kind: str
    at: datetime
    cited: frozenset[str]


@dataclass(frozen=True, slots=True)
class Event:
    """One key event: with how many others it could be put in order, and with how many it was."""

    kind: str
    at: str
    pointer: str
    matched: bool
    pairs: int
    right: int


@dataclass(frozen=True)
class InOrder:
    """All key events; `ends` counts every pair twice, once for either event."""

    events: tuple[Event, ...]

    @cached_property
    def ends(self) -> int:
        """Pairs, counted from both sides."""
        return sum(each.pairs for each in self.events)

    @cached_property
    def share(self) -> float:
        """Share of the pairs in their right order."""
        return sum(each.right for each in self.events) / self.ends if self.ends else 0.0


def placed(sheet: Sheet) -> InOrder:
    """Match the team's events with the key's, one to one by the items that they cite, and count the pairs in order."""
    zone = sheet.world.opens.tzinfo
    key = sorted((each for each in sheet.key.events if each.key), key=lambda each: (each.start, each.id))
    true = [instant(each.start, zone) for each in key]
    told = _told(sheet, max(MOST, len(key)))
    pairs = one_to_one(told, key, _weight)
    at = {j: told[i].at for i, j in pairs.items()}
    count, right = [0] * len(key), [0] * len(key)
    for i, j in combinations(range(len(key)), 2):
        one, two = true[i], true[j]
        if one is None or two is None or one == two:
            continue
        ordered = i in at and j in at and at[i] != at[j] and (at[i] < at[j]) == (one < two)
        for end in (i, j):
            count[end] += 1
            right[end] += ordered
    return InOrder(tuple(_event(each, n in at, count[n], right[n]) for n, each in enumerate(key) if count[n]))


def _event(event: KeyEvent, matched: bool, pairs: int, right: int) -> Event:  # noqa: FBT001 - one row, in its order
    return Event(event.kind, event.start, event.items[0] if event.items else event.id, matched, pairs, right)


def _told(sheet: Sheet, most: int) -> list[Told]:
    rows = [row for row in sheet.rows(STEP) if "event" in row.values][:most]
    found = (_one(sheet, row) for row in rows)
    return [each for each in found if each is not None]


def _one(sheet: Sheet, row: Row) -> Told | None:
    at, items = instant(row.values.get("at"), sheet.world.opens.tzinfo), cited(sheet, row)
    return Told(str(row.values["event"]), at, items) if at is not None and items else None


def _weight(told: Told, event: KeyEvent) -> int:
    """Items in common; where two events share their items, the same kind and then the same time decide."""
    shared = len(told.cited & frozenset(event.items))
    same_time = told.at == instant(event.start, told.at.tzinfo)
    return 4 * shared + 2 * (told.kind == event.kind) + same_time if shared else 0


def instant(value: Json, zone: tzinfo | None) -> datetime | None:
    """A time, of the given zone where it names none; None for anything else."""
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
        return (time.replace(tzinfo=zone) if time.tzinfo is None else time).astimezone(UTC) if time else None
    except (ValueError, OverflowError):
        return None
