"""The session of a case: when it was played, paused and resumed, and what the team was given meanwhile.

`session.jsonl` is append-only. The clock of an exercise counts minutes from its start; while it is paused it stands, so
that everything timed comes later by as much. A broken last line (a killed process) was never reported done: it does not
count, and the next entry takes its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.casefile import disk
from osint_kit.errors import IntegrityBroken
from osint_kit.messages import _
from osint_kit.model import canonical, from_dict, to_dict

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

NAME = "session.jsonl"
MINUTE = "minute"
"""Value of an entry that resumes: the minute at which the clock goes on, if it lies ahead."""


class Kind(StrEnum):
    """What an entry of the session says."""

    RULES = "rules"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    HINT = "hint"
    INJECT = "inject"
    ANSWER = "answer"


SHARED = frozenset({Kind.HINT, Kind.INJECT, Kind.ANSWER})
"""What the members of a team have in common once their cases are merged."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the session: what happened, when by the operator's clock, who wrote it."""

    kind: Kind
    at: datetime
    author: str
    values: Mapping[str, str] = field(default_factory=dict)


def entries(folder: Path | str) -> tuple[Entry, ...]:
    """Every entry of a case, in file order.

    Raises:
        IntegrityBroken: a line other than the last is no entry.
    """
    path = Path(folder) / NAME
    body = path.read_bytes() if path.exists() else b""
    lines = body[: _sound(body)].splitlines()
    return tuple(_entry(line, number) for number, line in enumerate(lines, start=1))


def log(case: Case, kind: Kind, **values: str) -> Entry:
    """Append an entry; it is on the disk when this returns."""
    made = Entry(kind, case.clock(), case.callsign, values)
    with case.locked():
        _append(case.path / NAME, [made])
    return made


def join(case: Case, folder: Path | str) -> int:
    """Take over what another member's session says of hints and injects; the clock stays this case's own.

    Returns:
        How many entries were new here.
    """
    with case.locked():
        held = set(map(_plain, entries(case.path)))
        new = [each for each in entries(folder) if each.kind in SHARED and _plain(each) not in held]
        _append(case.path / NAME, new)
    return len(new)


def minutes(found: Iterable[Entry], now: datetime) -> int:
    """Whole minutes that the exercise has run.

    >>> from datetime import UTC
    >>> at = datetime(2031, 12, 20, 9, tzinfo=UTC)
    >>> began, held = Entry(Kind.START, at, "ALPHA"), Entry(Kind.PAUSE, at + timedelta(minutes=20), "ALPHA")
    >>> minutes([began], at + timedelta(minutes=30)), minutes([began, held], at + timedelta(minutes=30))
    (30, 20)
    """
    ran, since = timedelta(), None
    began = False
    for entry in found:
        if entry.kind is Kind.START and not began:
            began, since = True, entry.at
        elif entry.kind is Kind.PAUSE and since is not None:
            ran, since = ran + _passed(since, entry.at), None
        elif entry.kind is Kind.RESUME and began:
            ran += _passed(since or entry.at, entry.at)
            ran, since = max(ran, timedelta(minutes=float(entry.values.get(MINUTE) or 0))), entry.at
    return int((ran + _passed(since or now, now)) // timedelta(minutes=1))


def minutes_of(case_path: Path | str, now: datetime) -> int:
    """Whole minutes that the exercise of a case has run; 0 while it has not begun."""
    return minutes(entries(case_path), now)


def begun(found: Iterable[Entry]) -> bool:
    """Whether the exercise has begun."""
    return any(entry.kind is Kind.START for entry in found)


def paused(found: Iterable[Entry]) -> bool:
    """Whether the clock stands after it has begun."""
    turns = [entry.kind for entry in found if entry.kind in (Kind.START, Kind.PAUSE, Kind.RESUME)]
    return bool(turns) and turns[-1] is Kind.PAUSE


def values_of(found: Iterable[Entry], kind: Kind) -> tuple[Mapping[str, str], ...]:
    """The values of every entry of a kind, in order."""
    return tuple(entry.values for entry in found if entry.kind is kind)


def _append(path: Path, made: Iterable[Entry]) -> None:
    """Append entries in the place of a broken last line."""
    body = path.read_bytes() if path.exists() else b""
    if _sound(body) < len(body):
        disk.write_whole(path, body[: _sound(body)])
    disk.append_rows(path, [to_dict(each) for each in made])


def _plain(entry: Entry) -> bytes:
    return canonical(to_dict(entry))


def _passed(since: datetime, until: datetime) -> timedelta:
    """Time between two readings of a clock; one that was set back in between has not run backwards."""
    return max(until - since, timedelta())


def _sound(body: bytes) -> int:
    """How many bytes count: whole lines, and the last of them only if it can be read."""
    end = body.rfind(b"\n") + 1
    start = body.rfind(b"\n", 0, max(end - 1, 0)) + 1
    try:
        _entry(body[start:end], 0)
    except IntegrityBroken:
        return start
    return end


def _entry(line: bytes, number: int) -> Entry:
    try:
        return from_dict(Entry, disk.mapping(json.loads(line)))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IntegrityBroken.expected(
            _("an entry of the session"), found=str(error), where=f"{NAME}:{number}"
        ) from error
