"""Judges of the traps about people: who is who, who matters, whose money is what, who has what part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from osint_kit.exercise.beside import Played
from osint_kit.exercise.verdicts import ORDER, SURE, Found, Verdict, against, caption, standing, stands_for, unread
from osint_kit.messages import _
from osint_kit.score.given import LOOK_ALIKE, NO_PART
from osint_kit.score.people import roles_of

if TYPE_CHECKING:
    from osint_kit.score.key import Trap

FIRST = 10
"""Places of a ranking that people read."""


def apart(played: Played, trap: Trap) -> Found:
    """No two of them in one entity."""
    if sum(bool(played.entities(truth)) for truth in trap.truths) <= 1:
        return unread()
    for name, counts in sorted(played.held.items()):
        if len(counts.keys() & set(trap.truths)) > 1:
            return Verdict.WRONG, _("one entity: {caption}").format(caption=caption(played, name))
    reason = _bridged(played, trap)
    return (Verdict.UNSURE, reason) if reason else (Verdict.RIGHT, "")


def together(played: Played, trap: Trap) -> Found:
    """All of them in one entity."""
    parts = frozenset(name for truth in trap.truths for name in played.entities(truth))
    said = " | ".join(sorted(caption(played, name) for name in parts))
    if not parts:
        return unread()
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


def no_link(played: Played, trap: Trap) -> Found:
    """No link with a member of the network, unless it is a true one that matters; nor a place among the first."""
    if len(trap.truths) == 1 and 0 < (rank := standing(played, trap, "degree")) <= FIRST:
        return Verdict.WRONG, _("rank by degree {rank}").format(rank=rank)
    true = {frozenset((each.source, each.target)) for each in played.key.links if each.tier != "noise"}
    return against(
        (_("a link: {type}").format(type=kind), score)
        for source, target, kind, score in _links(played)
        for ends in [frozenset((source, target))]
        if ends & set(trap.truths) and ends & (played.key.network - set(trap.truths)) and ends not in true
    )


def _links(played: Played) -> Iterator[tuple[str, str, str, float]]:
    behind = stands_for(played)
    for row in played.case.links.to_dict("records"):
        source, target = (behind.get(str(row[side]), "") for side in ("source", "target"))
        yield source, target, str(row["type"]), float(row["score"])


def busy(played: Played, trap: Trap) -> Found:
    """Whoever calls often and privately: no place among the first, and no link of calls that would be decided on."""
    if 0 < (rank := standing(played, trap, "degree")) <= FIRST:
        return Verdict.WRONG, _("rank by degree {rank}").format(rank=rank)
    return against(
        (_("a link: {type}").format(type=kind), score)
        for source, target, kind, score in _links(played)
        if kind == "Call" and {source, target} & set(trap.truths) and {source, target} & played.key.network
    )


def quiet(played: Played, trap: Trap) -> Found:
    """Whoever has few links and yet matters has to stand among the first of the ranking by degree."""
    said = _("rank by degree {degree}, by betweenness {betweenness}")
    ranks = {name: standing(played, trap, name) for name in ("degree", "betweenness")}
    text = said.format(**ranks)
    if 0 < ranks["degree"] <= FIRST:
        return Verdict.RIGHT, text
    return (Verdict.UNSURE if 0 < ranks["betweenness"] <= FIRST else Verdict.WRONG), text


def typology_none(played: Played, trap: Trap) -> Found:
    """No typology over these payments."""
    return against(
        (str(row["typology"]), float(row["score"]))
        for row in played.case.conclusions.proposed("typologies").to_dict("records")
        if set(row["transfers"]) & set(trap.items)
    )


def role(played: Played, trap: Trap) -> Found:
    """The key's roles for each; a look-alike has no part in it."""
    if not set(trap.truths) & set(stands_for(played).values()):
        return unread()
    true, said = roles_of(played.key), _roles_proposed(played)
    verdicts = [_one_role(true.get(truth, frozenset()), said.get(truth, ())) for truth in trap.truths]
    text = ", ".join(sorted({role for truth in trap.truths for role, _score in said.get(truth, ())}))
    return min(verdicts, key=ORDER.index, default=Verdict.OPEN), text


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
    behind = stands_for(played)
    for row in played.case.conclusions.proposed("roles").to_dict("records"):
        truth = behind.get(str(row["entity"]), "")
        found[truth] = (*found.get(truth, ()), (str(row["role"]), float(row["score"])))
    return found
