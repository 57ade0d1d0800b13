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
"""A preparation or a question shorter than this says nothing."""


@measure
def plan(sheet: Sheet) -> StepScore:
    """Give 4 points for each of the five preparations, 20 for the share of questions with an element and a source."""
    rows = sheet.rows(STEP)
    return StepScore.of(STEP, PREPARED + CITED, [*_preparations(rows), *_questions(rows, sheet.hosts)])


def _preparations(rows: tuple[Row, ...]) -> Iterator[Explanation]:
    each = PREPARED / len(PREPARATIONS)
    written: dict[str, str] = {}
    for row in rows:
        name, text = _name(row), _text(row, "text")
        if _text(row, "section") == "preparation" and len(text.split()) >= WORDS and text not in written.values():
            written[name] = text
    for name in PREPARATIONS:
        if name in written:
            yield Explanation(STEP, _("preparation written"), name, each)
        else:
            yield Explanation(STEP, _("preparation missing, too short, or a copy of another"), name, -each)


def _questions(rows: tuple[Row, ...], hosts: frozenset[str]) -> Iterator[Explanation]:
    questions = _asked(rows)
    if not questions:
        yield Explanation(STEP, _("the plan asks no question"), STEP, -CITED)
        return
    each = CITED / len(questions)
    for row in questions:
        fault = _fault(row, hosts)
        what = fault or _("a question tied to an element and a source")
        yield Explanation(STEP, what, _text(row, "text"), -each if fault else each)


def _asked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The questions, each once, however often it stands in the plan."""
    asked = (row for row in rows if _text(row, "section") == "requirement" and len(_text(row, "text").split()) >= WORDS)
    different = {tuple(_text(row, name) for name in ("text", "element", "sources")): row for row in asked}
    return tuple(different.values())


def _fault(row: Row, hosts: frozenset[str]) -> str:
    cited = _split(row, "element")
    tied, answerable = bool(cited) and cited <= element_ids(), bool(_split(row, "sources") & hosts)
    if not tied and not answerable:
        return _("a question without an element and without a source of the brief")
    if not tied:
        return _("a question without an element")
    return "" if answerable else _("a question without a source of the brief")


def _name(row: Row) -> str:
    """The one preparation that a row answers: its element, or else its id."""
    return _text(row, "element") or _text(row, "id")


def _text(row: Row, name: str) -> str:
    return str(row.values.get(name) or "").strip()


def _split(row: Row, name: str) -> set[str]:
    value = row.values.get(name)
    listed = " ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return set(re.split(r"[\s,;|]+", listed.strip())) - {""}
