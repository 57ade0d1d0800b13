"""S11: does the matrix say what speaks against what, and do the probabilities follow?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from osint_kit.messages import _
from osint_kit.model import Json, Row
from osint_kit.score.brier import credit, multiple
from osint_kit.score.key import Consistency
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

STEP = "S11"
AGREED, PROBABLE, RANKED = 30.0, 20.0, 10.0
SIGNS = {"CC": 1, "C": 1, "N": 0, "I": -1, "II": -1}
DIAGNOSTIC = 2.0
"""Weight of a mark on an item that tells hypotheses apart; any other weighs 1."""

LEAST = 60.0
"""Weight of marks (ten items by six hypotheses) below which a matrix is too small to earn everything."""

COHERENT = 0.01
"""How far from 1 the probabilities may sum."""


@measure
def hypotheses(sheet: Sheet) -> StepScore:
    """Give 30 points for marks of the right sign, 20 for the Brier of the probabilities, 10 for the first of them.

    Equal probabilities earn nothing of the 20. What does not sum to 1 earns nothing of the last 30.
    """
    said = {str(row.values.get("item")): _marks(row) for row in sheet.rows(STEP) if "item" in row.values}
    explained = [*_matrix(said, {each.item: each for each in sheet.key.consistency})]
    probabilities = {
        str(row.values["hypothesis"]): _number(row.values.get("probability"))
        for row in sheet.rows(STEP)
        if "hypothesis" in row.values
    }
    true = {each.id: each.true for each in sheet.key.hypotheses}
    facts = {"sum": sum(probabilities.values()), "brier": multiple(probabilities, true), "items": len(said)}
    return StepScore.of(
        STEP, AGREED + PROBABLE + RANKED, [*explained, *_probabilities(probabilities, true)], _finite(facts)
    )


def _matrix(said: Mapping[str, Mapping[str, int]], key: Mapping[str, Consistency]) -> Iterator[Explanation]:
    """Each mark on an item of the key is worth its weight of the whole; marks lacking up to the least are lost."""
    shared = sorted(set(said) & set(key))
    own = sum(_weight(key[item]) * len(_agrees(said[item], key[item])) for item in shared)
    there = sum(_weight(each) * len(each.marks) for each in key.values())
    whole = max(own, min(LEAST, there)) or 1.0
    if own < whole:
        yield Explanation(STEP, _("too few marks on items that matter"), STEP, -AGREED * (whole - own) / whole)
    for item in shared:
        agrees, worth = _agrees(said[item], key[item]), AGREED * _weight(key[item]) / whole
        wrong = [name for name, right in agrees.items() if not right]
        if len(wrong) < len(agrees):
            yield Explanation(STEP, _("marks of the right sign"), item, worth * (len(agrees) - len(wrong)))
        if wrong:
            what = _("marks of the wrong sign: {hypotheses}").format(hypotheses=", ".join(wrong))
            yield Explanation(STEP, what, item, -worth * len(wrong))


def _weight(true: Consistency) -> float:
    return DIAGNOSTIC if true.diagnostic else 1.0


def _agrees(marks: Mapping[str, int], true: Consistency) -> dict[str, bool]:
    """Hypothesis → whether the team's mark has the right sign, where it marked one."""
    return {name: marks[name] == sign for name, sign in sorted(true.marks.items()) if name in marks}


def _probabilities(said: Mapping[str, float], true: Mapping[str, bool]) -> Iterator[Explanation]:
    total = sum(said.values())
    if not abs(total - 1) <= COHERENT or any(not 0 <= each <= 1 for each in said.values()):
        what = _("probabilities sum to {total:.2f}, not to 1").format(total=total)
        yield Explanation(STEP, what, STEP, -PROBABLE - RANKED)
        return
    earned = PROBABLE * credit(said, true)
    what = _("probabilities, Brier {brier:.3f}").format(brier=multiple(said, true))
    if earned:
        yield Explanation(STEP, what, STEP, earned)
    if earned < PROBABLE:
        yield Explanation(STEP, what, STEP, earned - PROBABLE)
    likeliest = max((said.get(name, 0.0) for name in true if not true[name]), default=0.0)
    first = any(said.get(name, 0.0) > likeliest for name in true if true[name])
    what = _("a true hypothesis comes first") if first else _("a hypothesis that is not true comes first")
    yield Explanation(STEP, what, STEP, RANKED if first else -RANKED)


def _marks(row: Row) -> dict[str, int]:
    marks = row.values.get("marks")
    listed = marks.items() if isinstance(marks, dict) else ()
    return {name: SIGNS[mark] for name, mark in listed if isinstance(mark, str) and mark in SIGNS}


def _number(value: Json) -> float:
    try:
        return float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        return math.nan


def _finite(facts: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in facts.items() if math.isfinite(value)}
