"""S13: is the interview of one traveller as a witness planned in all stages, with all that protects him?"""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.knowledge.doctrine import load
from osint_kit.messages import _
from osint_kit.model import Row
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.people import entity, named, roles_of, true_entities
from osint_kit.score.sheet import Sheet
from osint_kit.score.words import open_question, says

STEP = "S13"
STAGES = ("P", "E1", "A", "C", "E2")
STAGED, SAFE, HEARD, OPEN = 8.0, 8.0, 2.0, 2.0
TRAVELLERS = frozenset({"PE-MIG", "PE-VIC"})
WORDS = 3
"""A stage of fewer words than this says nothing."""

QUESTIONS = 3
"""So many questions, at least, make an interview."""


@measure
def interview(sheet: Sheet) -> StepScore:
    """Give 8 points for the five stages, 8 for the safeguards, 2 for a traveller as witness, 2 for open questions.

    The safeguards are those for smuggled migrants, and being told of rights and having an interpreter.
    """
    rows = sheet.rows(STEP)
    needed = safeguards()
    staged = {str(row.values.get("code")) for row in rows if _is(row, "stage") and len(_text(row).split()) >= WORDS}
    safe = {str(row.values.get("code")) for row in rows if _is(row, "safeguard") and _text(row)}
    explained = [
        *_covered(STAGES, staged, STAGED, _("stage")),
        *_covered(needed, safe, SAFE, _("safeguard")),
        *_heard(sheet, rows),
        *_open([_text(row) for row in rows if _is(row, "question")]),
    ]
    facts = {"stages": len(staged & set(STAGES)), "safeguards": len(safe & set(needed))}
    return StepScore.of(STEP, STAGED + SAFE + HEARD + OPEN, explained, facts)


def safeguards() -> tuple[str, ...]:
    """Ids of the safeguards that the plan must hold."""
    return (*(each.id for each in load("SM")), "MS-a", "MS-d")


def _covered(needed: tuple[str, ...], there: set[str], points: float, label: str) -> Iterator[Explanation]:
    each = points / len(needed)
    for name in needed:
        what = _("{label} planned") if name in there else _("{label} missing or too short")
        yield Explanation(STEP, what.format(label=label), name, each if name in there else -each)


def _heard(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[Explanation]:
    listed = [row for row in rows if _is(row, "person")]
    matched, roles = true_entities(sheet.key, map(entity, listed)), roles_of(sheet.key)
    persons = [matched.get(named(row), "") for row in listed]
    travellers = bool(persons) and all(roles.get(each, frozenset()) & TRAVELLERS for each in persons)
    witness = any(_is(row, "status") and says(_text(row), "witness") for row in rows)
    right = travellers and witness
    what = _("a traveller heard as a witness") if right else _("not a traveller heard as a witness")
    yield Explanation(STEP, what, "person", HEARD if right else -HEARD)


def _open(questions: list[str]) -> Iterator[Explanation]:
    each = OPEN / max(QUESTIONS, len(questions))
    for text in questions:
        fair = open_question(text)
        what = _("an open question") if fair else _("a question that is closed, leading or pressing")
        yield Explanation(STEP, what, text or "question", each if fair else -each)
    if len(questions) < QUESTIONS:
        lacking = QUESTIONS - len(questions)
        what = _("{count} questions too few").format(count=lacking)
        yield Explanation(STEP, what, "question", -each * lacking)


def _is(row: Row, section: str) -> bool:
    return row.values.get("section") == section


def _text(row: Row) -> str:
    return str(row.values.get("text") or "").strip()
