"""S7: how likely is what the white cell asked, and is the half-page written as a judgement should be?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.knowledge.doctrine import check
from osint_kit.knowledge.doctrine.sentences import sentences
from osint_kit.knowledge.doctrine.words import abbreviations
from osint_kit.messages import _
from osint_kit.model import Confidence, Json
from osint_kit.score.brier import MIDPOINTS, best, penalty
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

STEP = "S7"
WRITTEN, JUDGED = 10.0, 20.0
HALF_PAGE = "summary"
WORDS = 20
"""A half-page shorter than this says nothing."""

NO_CREDIT = 0.25
"""Mean square distance from the best at which nothing is earned: what "half and half" on everything reaches."""


@measure
def summary(sheet: Sheet) -> StepScore:
    """Give 10 points for the share of the half-page's sentences without a fault, 20 for the Brier of five answers.

    An answer counts with its confidence; a question without an answer counts as answered wrongly.
    """
    said = {str(row.values.get("question")): row.values for row in sheet.rows(STEP)}
    answers = {name: _term(values) for name, values in said.items()}
    truth = {each.id: each.outcome for each in sheet.key.questions}
    errors = {name: penalty(answers.get(name, ""), outcome) for name, outcome in truth.items()}
    mean = sum(errors.values()) / (len(errors) or 1)
    facts = {"brier": mean, "answered": sum(answers.get(name) in MIDPOINTS for name in truth)}
    text = str(said.get(HALF_PAGE, {}).get("text") or "")
    return StepScore.of(STEP, WRITTEN + JUDGED, [*_half_page(text), *_judged(truth, answers, errors)], facts)


def _term(values: Mapping[str, Json]) -> str:
    """The term of an answer that gives its confidence too; empty otherwise."""
    sure = str(values.get("confidence") or "") in {each.value for each in Confidence}
    return str(values.get("term") or "") if sure else ""


def _half_page(text: str) -> Iterator[Explanation]:
    if len(text.split()) < WORDS:
        yield Explanation(STEP, _("no half-page, or too short a one"), HALF_PAGE, -WRITTEN)
        return
    faults, stretches = check(text), [*sentences(text, abbreviations())]
    each = WRITTEN / (len(stretches) or 1)
    for start, end in stretches:
        advice = next((fault.advice for fault in faults if fault.start < end and start < fault.end), "")
        what = advice or _("a sentence without a fault of estimative language")
        yield Explanation(STEP, what, text[start:end].strip(), -each if advice else each)


def _judged(
    truth: Mapping[str, bool], answers: Mapping[str, str], errors: Mapping[str, float]
) -> Iterator[Explanation]:
    count = len(truth) or 1
    above = {name: max(0.0, error - best(truth[name])) for name, error in errors.items()}
    credit = max(0.0, 1 - sum(above.values()) / count / NO_CREDIT) if truth else 0.0
    earned, all_above = JUDGED * credit, sum(above.values())
    if not truth:
        yield Explanation(STEP, _("the key asks no question"), STEP, -JUDGED)
    for name in sorted(truth):
        if earned:
            yield Explanation(STEP, _said(name, answers, truth[name]), name, earned / count)
        if above[name]:
            lost = (JUDGED - earned) * above[name] / all_above
            yield Explanation(STEP, _said(name, answers, truth[name]), name, -lost)


def _said(name: str, answers: Mapping[str, str], outcome: bool) -> str:  # noqa: FBT001 - the truth of one question
    term = answers.get(name, "")
    if term not in MIDPOINTS:
        return _("{question} not answered with a term and a confidence").format(question=name)
    what = _("{question}: said {term}, which is true") if outcome else _("{question}: said {term}, which is not true")
    return what.format(question=name, term=term)
