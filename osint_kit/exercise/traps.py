"""What the machine proposes where a trap lies: right, wrong, or unsure. For instructors: it reads the key.

A proposal below the threshold is shown, but the machine would not decide on it: there it is unsure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from osint_kit.exercise.beside import Played
from osint_kit.messages import _
from osint_kit.score.given import LOOK_ALIKE, NO_PART
from osint_kit.score.matching import lies_on
from osint_kit.score.people import roles_of

if TYPE_CHECKING:
    from osint_kit.casefile import Case
    from osint_kit.score import AnswerKey
    from osint_kit.score.key import Trap, TrapSpan

STEPS = ("S4", "S5", "S6", "S8", "S9", "S10")
SURE = 0.5
"""Score below which a proposal is a guess: the shipped threshold of most steps."""

FIRST = 10
"""Places of a ranking that people read."""


class Verdict(StrEnum):
    """What the machine's proposal at a trap is worth."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Sprung:
    """One trap, the verdict on the machine, and what it proposed, in words."""

    trap: Trap
    verdict: Verdict
    proposed: str


Found: TypeAlias = tuple[Verdict, str]


def sprung(case: Case, key: AnswerKey) -> tuple[Sprung, ...]:
    """What the machine proposes at each trap of the steps that it plays, by step and id.

    Args:
        case: played by the machine; what it proposes is read from its frames, whatever was decided.
    """
    played = Played(case, key)
    chosen = sorted((each for each in key.traps if each.step in STEPS), key=lambda each: (int(each.step[1:]), each.id))
    return tuple(Sprung(each, *_JUDGES.get(each.expect, _open)(played, each)) for each in chosen)


def _open(_played: Played, _trap: Trap) -> Found:
    return Verdict.OPEN, ""


def _absent(played: Played, trap: Trap) -> Found:
    """Nothing of that kind may be found there."""
    return _against(
        (_("{kind} {value}").format(kind=kind, value=value), score)
        for span in trap.spans
        for start, end, kind, value, score in played.found.get(span.item, ())
        if kind == span.kind and lies_on((start, end), (span.start, span.end))
    )


def _present(played: Played, trap: Trap) -> Found:
    """Each stretch has to be found, with its value."""
    each = [_one_present(played, span) for span in trap.spans]
    return min(each, key=lambda found: _ORDER.index(found[0]), default=(Verdict.OPEN, ""))


def _one_present(played: Played, span: TrapSpan) -> Found:
    there = [
        (value, score)
        for start, end, kind, value, score in played.found.get(span.item, ())
        if kind == span.kind and lies_on((start, end), (span.start, span.end))
    ]
    right = [score for value, score in there if span.value in ("", value)]
    said = ", ".join(value for value, _score in there)
    if not right:
        return Verdict.WRONG, said
    return (Verdict.RIGHT if max(right) >= SURE else Verdict.UNSURE), said


def _apart(played: Played, trap: Trap) -> Found:
    """No two of them in one entity."""
    for name, counts in sorted(played.held.items()):
        if len(counts.keys() & set(trap.truths)) > 1:
            return Verdict.WRONG, _("one entity: {caption}").format(caption=_caption(played, name))
    reason = _bridged(played, trap)
    return (Verdict.UNSURE, reason) if reason else (Verdict.RIGHT, "")


def _together(played: Played, trap: Trap) -> Found:
    """All of them in one entity."""
    parts = frozenset(name for truth in trap.truths for name in played.entities(truth))
    said = " | ".join(sorted(_caption(played, name) for name in parts))
    if len(parts) == 1:
        return Verdict.RIGHT, said
    return (Verdict.UNSURE if _bridged(played, trap) else Verdict.WRONG), said


def _bridged(played: Played, trap: Trap) -> str:
    """Why the machine thinks that two entities of these people might be one, without deciding it."""
    wanted = {name for truth in trap.truths for name in played.entities(truth)}
    for row in played.case.pairs.sort_values("score", ascending=False).to_dict("records"):
        ends = {played.case.entity_of(str(row[side])) for side in ("left", "right")}
        if len(ends) > 1 and ends <= wanted:
            return str(row["reason"])
    return ""


def _grade(played: Played, trap: Trap) -> Found:
    """Letter and digit of the key for each item."""
    rows = {str(row["item"]): row for row in played.case.grades.to_dict("records")}
    true = {each.item: each.grade_source + each.grade_information for each in played.key.items}
    graded = [rows[item] for item in trap.items if item in rows]
    said = ", ".join(f"{row['source']}{row['information']}" for row in graded)
    if not graded:
        return Verdict.UNSURE, _("not graded")
    if all(f"{row['source']}{row['information']}" == true.get(str(row["item"])) for row in graded):
        return Verdict.RIGHT, said
    return (Verdict.UNSURE if min(float(row["score"]) for row in graded) < SURE else Verdict.WRONG), said


def _no_link(played: Played, trap: Trap) -> Found:
    """No link with a member of the network, unless it is a true one that matters; nor a place among the first."""
    if len(trap.truths) == 1 and 0 < (rank := _rank(played, trap, "degree")) <= FIRST:
        return Verdict.WRONG, _("rank by degree {rank}").format(rank=rank)
    true = {frozenset((each.source, each.target)) for each in played.key.links if each.tier != "noise"}
    return _against(
        (_("a link: {type}").format(type=kind), score)
        for source, target, kind, score in _links(played)
        for ends in [frozenset((source, target))]
        if ends & set(trap.truths) and ends & (played.key.network - set(trap.truths)) and ends not in true
    )


def _links(played: Played) -> Iterator[tuple[str, str, str, float]]:
    for row in played.case.links.to_dict("records"):
        source, target = (played.standing_for.get(str(row[side]), "") for side in ("source", "target"))
        yield source, target, str(row["type"]), float(row["score"])


def _quiet(played: Played, trap: Trap) -> Found:
    """Whoever has few links and yet matters has to stand among the first of the ranking by degree."""
    said = _("rank by degree {degree}, by betweenness {betweenness}")
    ranks = {name: _rank(played, trap, name) for name in ("degree", "betweenness")}
    text = said.format(**ranks)
    if 0 < ranks["degree"] <= FIRST:
        return Verdict.RIGHT, text
    return (Verdict.UNSURE if 0 < ranks["betweenness"] <= FIRST else Verdict.WRONG), text


def _rank(played: Played, trap: Trap, measure: str) -> int:
    """The best place that an entity of theirs has; 0 where it has none."""
    measured = played.case.conclusions.measures
    if measured.empty:
        return 0
    ranked = measured.sort_values([measure, "entity"], ascending=[False, True])["entity"].tolist()
    places = [at for at, name in enumerate(ranked, 1) if played.standing_for.get(str(name)) in trap.truths]
    return min(places, default=0)


def _typology_none(played: Played, trap: Trap) -> Found:
    """No typology over these payments."""
    return _against(
        (str(row["typology"]), float(row["score"]))
        for row in played.case.conclusions.proposed("typologies").to_dict("records")
        if set(row["transfers"]) & set(trap.items)
    )


def _role(played: Played, trap: Trap) -> Found:
    """The key's roles for each; a look-alike has no part in it."""
    true, said = roles_of(played.key), _roles_proposed(played)
    verdicts = [_one_role(true.get(truth, frozenset()), said.get(truth, ())) for truth in trap.truths]
    text = ", ".join(sorted({role for truth in trap.truths for role, _score in said.get(truth, ())}))
    return min(verdicts, key=_ORDER.index, default=Verdict.OPEN), text


def _one_role(true: frozenset[str], said: tuple[tuple[str, float], ...]) -> Verdict:
    parts = {each for each in true if not each.startswith(LOOK_ALIKE)} or {NO_PART}
    wrong = [score for role, score in said if role not in parts]
    if wrong:
        return Verdict.WRONG if max(wrong) >= SURE else Verdict.UNSURE
    if {role for role, score in said if score >= SURE} >= parts - {NO_PART}:
        return Verdict.RIGHT
    return Verdict.UNSURE if said else Verdict.WRONG


def _roles_proposed(played: Played) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for row in played.case.conclusions.proposed("roles").to_dict("records"):
        truth = played.standing_for.get(str(row["entity"]), "")
        found[truth] = (*found.get(truth, ()), (str(row["role"]), float(row["score"])))
    return found


def _against(proposed: Iterator[tuple[str, float]]) -> Found:
    """The verdict where nothing should be proposed: the strongest proposal decides."""
    what, score = max(proposed, key=lambda each: each[1], default=("", 0.0))
    if not what:
        return Verdict.RIGHT, ""
    return (Verdict.WRONG if score >= SURE else Verdict.UNSURE), what


def _caption(played: Played, entity: str) -> str:
    listed = dict(zip(played.case.entities["id"], played.case.entities["caption"], strict=True))
    return str(listed.get(entity, entity))


_ORDER = (Verdict.WRONG, Verdict.UNSURE, Verdict.OPEN, Verdict.RIGHT)
"""The worst first."""

_JUDGES: Mapping[str, Callable[[Played, Trap], Found]] = {
    "absent": _absent,
    "present": _present,
    "apart": _apart,
    "together": _together,
    "grade": _grade,
    "no link": _no_link,
    "low degree": _quiet,
    "typology none": _typology_none,
    "role": _role,
}
"""What a trap expects → how a proposal is judged; anything else is for people to judge."""
