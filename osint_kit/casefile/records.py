"""The append-only records beside the evidence: decisions, searches, failures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pandas as pd

from osint_kit.casefile import disk
from osint_kit.casefile.refs import References, number
from osint_kit.errors import IntegrityBroken, MissingInput
from osint_kit.messages import _
from osint_kit.model import Action, Decision, Json, from_dict, to_dict
from osint_kit.model.tables import SEARCHES

DECISIONS = "decisions.jsonl"
SEARCH_LOG = "searches.jsonl"
FAILURES = "failures.jsonl"
_TICK = timedelta(microseconds=1)
_STEP = re.compile(r"S(1[0-5]|[1-9])")
_TARGETS = {Action.MERGE: 2, Action.APART: 2, Action.LINK: 2}
_SINGLE = frozenset({Action.ACCEPT, Action.REJECT})
"""Verdicts: on one thing each, but for a link, which has two ends."""


def decisions(folder: Path, known: tuple[Decision, ...] = ()) -> tuple[Decision, ...]:
    """Every decision ever made, in file order.

    Args:
        known: the first of them, which were read before; the file only ever grows.

    Raises:
        IntegrityBroken: a line is not a decision.
    """
    rows = disk.rows(folder / DECISIONS)
    first = len(known) if len(known) <= len(rows) else 0
    fresh = (_decision(row, number) for number, row in enumerate(rows[first:], start=first + 1))
    return (*known[:first], *fresh)


def in_turn(made: Iterable[Decision], past: Iterable[Decision]) -> tuple[Decision, ...]:
    """Each decision as it will stand: the author's present view if it says the same, else later than all before it.

    A view that another decision superseded is no longer present: to hold it again is to decide again. A decision
    replaces the author's earlier one on the same topic; a clock that stands still or was set back does not change which
    came last.
    """
    views: dict[tuple[str, str], Decision] = {}
    latest: dict[str, Decision] = {}
    gone: set[str] = set()
    for decision in sorted(past, key=lambda each: (each.at, each.id)):
        views[decision.author, decision.topic] = latest[decision.author] = decision
        gone.add(decision.supersedes)
    return tuple(_in_turn(decision, views, latest, gone) for decision in made)


def fresh(done: Iterable[Decision], past: Iterable[Decision]) -> list[Decision]:
    """What `in_turn` made anew: everything that is not one of the past decisions themselves."""
    known = {id(each) for each in past}
    return list({id(each): each for each in done if id(each) not in known}.values())


def _in_turn(
    made: Decision, views: dict[tuple[str, str], Decision], latest: dict[str, Decision], gone: set[str]
) -> Decision:
    key = (made.author, made.topic)
    held = views.get(key)
    if held and held.id not in gone and _says(held) == _says(made) and made.supersedes in ("", held.supersedes):
        return held
    last = latest.get(made.author)
    at = max(made.at, last.at + _TICK) if last else made.at
    done = replace(made, at=at, supersedes=made.supersedes or (held.id if held else ""))
    views[key] = latest[made.author] = done
    gone.add(done.supersedes)
    return done


def _says(decision: Decision) -> tuple[object, ...]:
    values = tuple(sorted(dict(decision.values).items()))
    return decision.action, decision.targets, values, decision.evidence, decision.because


def sensible(decision: Decision) -> Decision:
    """Return a decision that says what it is about and why.

    Raises:
        MissingInput: it does not.
    """
    needed = _TARGETS.get(decision.action, 1)
    if not decision.because.strip():
        raise MissingInput.expected(_("a reason (--because)"), found=_("none"), where=decision.step)
    if not _STEP.fullmatch(decision.step):
        raise MissingInput.expected(_("a step S1 … S15"), found=repr(decision.step), where=decision.action.value)
    if len(set(decision.targets)) < needed or "" in decision.targets:
        what = _("{n} or more different targets").format(n=needed)
        raise MissingInput.expected(what, found=", ".join(decision.targets) or _("none"), where=decision.action.value)
    if decision.action in _SINGLE and decision.step != "S8" and len(decision.targets) > 1:
        what = _("one target: one decision per target")
        raise MissingInput.expected(what, found=", ".join(decision.targets), where=decision.action.value)
    return decision


def add_decisions(folder: Path, made: Iterable[Decision]) -> None:
    """Append decisions."""
    disk.append_rows(folder / DECISIONS, [to_dict(decision) for decision in made])


def searches(folder: Path) -> pd.DataFrame:
    """The search log."""
    return SEARCHES.frame(_strings(folder, SEARCH_LOG, SEARCHES.names))


def add_searches(folder: Path, frame: pd.DataFrame) -> None:
    """Append searches."""
    listed = SEARCHES.check(frame).to_dict("records")
    disk.append_rows(folder / SEARCH_LOG, [{str(k): str(v) for k, v in row.items()} for row in listed])


def hit_references(frame: pd.DataFrame, own: str) -> References:
    """References H1, H2 … of the addresses found, in the order of each author's log."""
    by_author = {str(author): rows["hit"].tolist() for author, rows in frame.groupby("author", sort=True)}
    return number("H", own, by_author)


def failures(folder: Path) -> tuple[dict[str, str], ...]:
    """What failed, and why: an analyst must see the gap."""
    return tuple(_strings(folder, FAILURES, ["step", "what", "why", "at", "author"]))


def add_failures(folder: Path, rows: Iterable[dict[str, str]]) -> None:
    """Append failures."""
    disk.append_rows(folder / FAILURES, [dict[str, Json](row) for row in rows])


def _decision(row: Json, number: int) -> Decision:
    try:
        return from_dict(Decision, disk.mapping(row))
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityBroken.expected(
            _("a decision"), found=str(error) or _("something else"), where=f"{DECISIONS}:{number}"
        ) from error


def _strings(folder: Path, name: str, columns: list[str]) -> list[dict[str, str]]:
    rows = []
    for line, row in enumerate(disk.rows(folder / name), start=1):
        if not isinstance(row, dict) or sorted(row) != sorted(columns):
            raise IntegrityBroken.expected(", ".join(columns), found=str(row), where=f"{name}:{line}")
        rows.append({column: str(row[column]) for column in columns})
    return rows
