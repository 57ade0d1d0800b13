"""Injects: what reaches a team from outside while it works, and what the team answers.

A payload is for the team. What is expected of it is for instructors: nothing here puts it before a team.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.casefile import session
from osint_kit.casefile.session import Entry, Kind
from osint_kit.errors import MissingInput, NotAllowed
from osint_kit.exercise.definition import EXERCISES, Exercise
from osint_kit.exercise.front import listed, table, translated
from osint_kit.messages import _, language_in_use
from osint_kit.shipped import shipped

if TYPE_CHECKING:
    from osint_kit.casefile import Case

READY = "ready"
"""State of an inject that is played; one with another state is a draft."""


@dataclass(frozen=True, slots=True)
class Inject:
    """One inject.

    Attributes:
        minute: of the exercise's clock at which it is due; None for one without a time.
        event: step whose first decision makes it due; empty for one without.
        to: who in the team should take it.
        channel: from where it comes.
        step: where the answer is put to use.
        expected: what a good answer holds (instructors).
        rubric: what is worth 100, 50 and 0 (instructors).
        reveal: from which step on `expected` may be told.
    """

    id: str
    title: str
    minute: int | None
    event: str
    to: str
    channel: str
    step: str
    expected: tuple[str, ...]
    rubric: Mapping[str, str]
    reveal: str
    text: str
    review: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An inject that reached a team, when, and what the team answered; the last answer counts."""

    inject: Inject
    delivered: str
    text: str
    evidence: str


def load(exercise: Exercise, language: str | None = None) -> tuple[Inject, ...]:
    """The injects that are ready and belong to the steps of an exercise or its cut, by id.

    Raises:
        MissingInput: a file is incomplete.
    """
    folder = shipped(EXERCISES, exercise.name) / "injects"
    paths = [path for path in sorted(folder.glob("*.md")) if len(path.suffixes) == 1]
    read = (_inject(path, language or language_in_use()) for path in paths)
    steps = {step.id for step in exercise.steps}
    moved = exercise.cuts[exercise.cut].injects if exercise.cut else {}
    kept = (each for each in read if each is not None and each.step in steps)
    return tuple(replace(each, minute=moved.get(each.id, each.minute)) for each in kept)


def find(injects: Iterable[Inject], name: str) -> Inject:
    """One inject by its id.

    Raises:
        MissingInput: there is no such inject.
    """
    listed_ = tuple(injects)
    for each in listed_:
        if each.id == name.strip().upper():
            return each
    known = ", ".join(each.id for each in listed_)
    raise MissingInput.expected(_("one of {known}").format(known=known), found=name, where=_("injects"))


def due(
    injects: Iterable[Inject], entries: Sequence[Entry], minute: int, decided: Mapping[str, int]
) -> tuple[Inject, ...]:
    """The injects that stand before the team: come by time, by event or by hand, and not yet answered."""
    given = {values["inject"] for values in session.values_of(entries, Kind.INJECT)}
    done = {values["inject"] for values in session.values_of(entries, Kind.ANSWER)}
    return tuple(each for each in injects if each.id not in done and (each.id in given or _came(each, minute, decided)))


def deliver(case: Case, injects: Iterable[Inject]) -> None:
    """Log that injects reached the team; one that was delivered before is not logged again."""
    given = {values["inject"] for values in session.values_of(session.entries(case.path), Kind.INJECT)}
    for name in dict.fromkeys(each.id for each in injects if each.id not in given):
        session.log(case, Kind.INJECT, inject=name)


def respond(case: Case, inject: Inject, text: str, evidence: str = "") -> Entry:
    """Log a team's answer to an inject that reached it; one whose time has come has, whether or not it was looked at.

    Args:
        evidence: references into the case, as `S12 E3`; kept as content ids.

    Raises:
        MissingInput: the answer is empty, or a reference leads nowhere. NotAllowed: the inject did not reach the team.
    """
    if not text.strip():
        raise MissingInput.expected(_("an answer (--text)"), found=_("none"), where=inject.id)
    entries = session.entries(case.path)
    given = {values["inject"] for values in session.values_of(entries, Kind.INJECT)}
    if inject.id not in given and not _came(inject, session.minutes(entries, case.clock()), {}):
        raise NotAllowed(_("{inject} has not reached the team").format(inject=inject.id))
    cited = " ".join(case.id_of(each) for each in evidence.split())
    deliver(case, [inject])
    return session.log(case, Kind.ANSWER, inject=inject.id, text=text.strip(), evidence=cited)


def answered(injects: Iterable[Inject], entries: Sequence[Entry]) -> tuple[Answered, ...]:
    """The injects that reached a team, beside what it answered: for the debrief."""
    times = {each.values["inject"]: each.at.isoformat() for each in reversed(entries) if each.kind is Kind.INJECT}
    said = {values["inject"]: values for values in session.values_of(entries, Kind.ANSWER)}
    reached = [each for each in injects if each.id in times]
    return tuple(
        Answered(each, times[each.id], said.get(each.id, {}).get("text", ""), said.get(each.id, {}).get("evidence", ""))
        for each in reached
    )


def lines(inject: Inject) -> list[str]:
    """An inject as a team sees it: who it comes from, who should take it, and its payload."""
    head = _("{id} {title}; from: {channel}; to: {to}; step {step}")
    said = head.format(id=inject.id, title=inject.title, channel=inject.channel, to=inject.to, step=inject.step)
    return ["", said, "", *inject.text.splitlines(), *([inject.review] if inject.review else [])]


def beside(found: Iterable[Answered]) -> list[str]:
    """Each answer beside what was expected: for instructors and the debrief only."""
    rows = []
    for each in found:
        rows.append(
            _("{id} {title}; reached the team {at}").format(
                id=each.inject.id, title=each.inject.title, at=each.delivered
            )
        )
        rows.append("  " + _("answered: {text}").format(text=each.text or _("nothing")))
        rows += ["  " + _("expected: {text}").format(text=text) for text in each.inject.expected]
        rows += [f"  {points:>3}: {what}" for points, what in each.inject.rubric.items()]
    return rows


def _came(inject: Inject, minute: int, decided: Mapping[str, int]) -> bool:
    on_time = inject.minute is not None and inject.minute <= minute
    return on_time or decided.get(inject.event, 0) > 0


def _inject(path: Path, language: str) -> Inject | None:
    told, text = translated(path, language)
    try:
        if told["state"] != READY:
            return None
        trigger = table(told["trigger"])
        return Inject(
            id=str(told["id"]),
            title=str(told["title"]),
            minute=int(str(trigger["time"])) if "time" in trigger else None,
            event=str(trigger.get("event", "")),
            to=str(told["to"]),
            channel=str(told["channel"]),
            step=str(told["step"]),
            expected=tuple(map(str, listed(told["expected"]))),
            rubric={str(points): str(what) for points, what in table(told["rubric"]).items()},
            reveal=str(told["reveal"]),
            text=text,
            review=str(told.get("review", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MissingInput.expected(_("complete front matter"), found=str(error), where=path) from error
