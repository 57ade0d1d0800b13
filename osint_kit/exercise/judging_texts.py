"""Judges of the traps that lie in texts: what was read there, and what was believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osint_kit.exercise.beside import Played
from osint_kit.exercise.verdicts import ORDER, SURE, Found, Verdict, against, collected, unread
from osint_kit.messages import _
from osint_kit.score.matching import lies_on

if TYPE_CHECKING:
    from osint_kit.score.key import Trap, TrapSpan

WORD = "term"
"""Kind of a stretch that is a word and no mention."""


def absent(played: Played, trap: Trap) -> Found:
    """Nothing of that kind may be found there; a word is taken for a coded one where a search or an indicator does."""
    if not collected(played, trap.items):
        return unread()
    if any(span.kind == WORD for span in trap.spans):
        return _word(played, trap)
    return against(
        (_("{kind} {value}").format(kind=kind, value=value), score)
        for span in trap.spans
        for start, end, kind, value, score in played.found.get(span.item, ())
        if kind == span.kind and lies_on((start, end), (span.start, span.end))
    )


def _word(played: Played, trap: Trap) -> Found:
    """Everyday words: an indicator over them is wrong, and so is a text that was taken in for their sake."""
    fired = _leads(played, trap)
    if fired[0] is Verdict.WRONG:
        return fired
    count = len(collected(played, trap.items))
    return Verdict.WRONG, _("takes in {count} texts for such words").format(count=count)


def no_fare(played: Played, trap: Trap) -> Found:
    """No indicator of an offer over a price of goods."""
    return _leads(played, trap) if collected(played, trap.items) else unread()


def _leads(played: Played, trap: Trap) -> Found:
    """The strongest indicator proposed over these texts."""
    return against(
        (str(row["indicator"]), float(row["score"]))
        for row in played.case.conclusions.proposed("indicators").to_dict("records")
        if str(row["item"]) in trap.items
    )


def present(played: Played, trap: Trap) -> Found:
    """Each stretch that was collected has to be found, with its value."""
    held = collected(played, trap.items)
    if not held:
        return unread()
    each = [_one_present(played, span) for span in trap.spans if span.item in held]
    return min(each, key=lambda found: ORDER.index(found[0]), default=(Verdict.OPEN, ""))


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


def grade(played: Played, trap: Trap) -> Found:
    """Letter and digit of the key for each item."""
    rows = {str(row["item"]): row for row in played.case.grades.to_dict("records")}
    true = {each.item: each.grade_source + each.grade_information for each in played.key.items}
    graded = [rows[item] for item in trap.items if item in rows]
    said = ", ".join(f"{row['source']}{row['information']}" for row in graded)
    if not graded:
        return unread()
    if all(f"{row['source']}{row['information']}" == true.get(str(row["item"])) for row in graded):
        return Verdict.RIGHT, said
    return (Verdict.UNSURE if min(float(row["score"]) for row in graded) < SURE else Verdict.WRONG), said
