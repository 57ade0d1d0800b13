"""S1: what the plan prepares, and how its questions are tied to elements and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.knowledge.doctrine import element_ids
from osint_kit.messages import _
from osint_kit.model import Row
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

STEP = "S1"
PREPARED, CITED = 20.0, 20.0
PREPARATIONS = tuple(f"BP-PLN-{number}" for number in range(1, 6))
WORDS = 3
"""A preparation shorter than this says nothing."""


@measure
def plan(sheet: Sheet) -> StepScore:
    """Give 4 points for each of the five preparations, 20 for the share of questions with an element and a source."""
    rows = sheet.rows(STEP)
    return StepScore.of(STEP, PREPARED + CITED, [*_preparations(rows), *_questions(rows, sheet.hosts)])


def _preparations(rows: tuple[Row, ...]) -> Iterator[Explanation]:
    each = PREPARED / len(PREPARATIONS)
    written: dict[str, str] = {}
    for row in rows:
        names, text = _names(row) & set(PREPARATIONS), _text(row, "text")
        if _text(row, "section") == "preparation" and len(text.split()) >= WORDS and text not in written.values():
            written |= dict.fromkeys(names, text)
    for name in PREPARATIONS:
        if name in written:
            yield Explanation(STEP, _("preparation written"), name, each)
        else:
            yield Explanation(STEP, _("preparation missing, too short, or a copy of another"), name, -each)


def _questions(rows: tuple[Row, ...], hosts: frozenset[str]) -> Iterator[Explanation]:
    questions = [row for row in rows if _text(row, "section") == "requirement" and _text(row, "text")]
    if not questions:
        yield Explanation(STEP, _("the plan asks no question"), STEP, -CITED)
        return
    each = CITED / len(questions)
    for row in questions:
        lacking = []
        cited = _split(row, "element")
        if not cited or cited - element_ids():
            lacking.append(_("an element"))
        if not _split(row, "sources") & hosts:
            lacking.append(_("a source of the brief"))
        if lacking:
            what = _("a question without {lacking}").format(lacking=_(" and ").join(lacking))
            yield Explanation(STEP, what, _text(row, "text"), -each)
        else:
            yield Explanation(STEP, _("a question tied to an element and a source"), _text(row, "text"), each)


def _names(row: Row) -> set[str]:
    return {_text(row, "id"), _text(row, "element")}


def _text(row: Row, name: str) -> str:
    return str(row.values.get(name) or "").strip()


def _split(row: Row, name: str) -> set[str]:
    value = row.values.get(name)
    listed = " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return set(re.split(r"[\s,;|]+", listed.strip())) - {""}
