"""The half page and the answers to the set questions, as a draft that the team judges.

The machine counts; it does not judge. Its answer to every question is a roughly even chance with low confidence, which
says nothing, and the half page says what is decided, what only stands proposed, and what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from osint_kit.messages import _
from osint_kit.model.tables import SUMMARY

UNJUDGED = "EP-4"
"""Roughly even chance: the term of a judgement that nobody has made."""
HALF_PAGE = "summary"
CONFIRMED = "1"
OFF_THE_SCALE = ("F", "6")
ANSWER_SCORE, DRAFT_SCORE = 0.1, 0.3
LONGEST_TITLE = 200


def summary(
    questions: Iterable[Mapping[str, str]],
    brief: Mapping[str, str],
    entities: pd.DataFrame,
    links: pd.DataFrame,
    grades: pd.DataFrame,
) -> pd.DataFrame:
    """Draft an answer to each set question, and the half page.

    Args:
        questions: rows with `id` and `text`.
        brief: `title` names the exercise.
        entities, links, grades: frames ENTITIES, LINKS and GRADES.

    Returns:
        Frame SUMMARY: a row per question in the order given, the half page last.
    """
    asked = [(row["id"], row["text"]) for row in questions]
    text = "\n".join(_paragraphs(_counts(asked, entities, links, grades), _(brief.get("title", ""))))
    return SUMMARY.frame([*(_answer(name, said) for name, said in asked), _half_page(text)])


def _answer(question: str, text: str) -> dict[str, object]:
    reason = _("the machine does not judge: the team weighs the evidence, chooses the term and says how sure it is")
    judged = {"term": UNJUDGED, "confidence": "low", "score": ANSWER_SCORE}
    return {"question": question, "text": text, "reason": reason, **judged}


def _half_page(text: str) -> dict[str, object]:
    reason = _("drafted from counts: the team puts the main judgement first and its reasons after it")
    return {"question": HALF_PAGE, "text": text, "term": "", "confidence": "", "score": DRAFT_SCORE, "reason": reason}


def _counts(
    asked: list[tuple[str, str]], entities: pd.DataFrame, links: pd.DataFrame, grades: pd.DataFrame
) -> dict[str, int]:
    unjudged = grades["source"].eq(OFF_THE_SCALE[0]) | grades["information"].eq(OFF_THE_SCALE[1])
    return {
        "entities": int(entities["decided"].sum()),
        "links": int(links["decided"].sum()),
        "confirmed": _items(grades[grades["information"].eq(CONFIRMED)]),
        "entities_open": int((~entities["decided"].astype(bool)).sum()),
        "links_open": int((~links["decided"].astype(bool)).sum()),
        "single": int(links["count"].le(1).sum()),
        "nameless": int(entities["names"].map(len).eq(0).sum()),
        "unjudged": _items(grades[unjudged]),
        "questions": len(asked),
    }


def _items(grades: pd.DataFrame) -> int:
    return int(grades["item"].where(grades["item"].ne(""), grades["document"]).nunique())


def _paragraphs(count: Mapping[str, int], title: str) -> list[str]:
    """What the half page says; each paragraph is one line."""
    about = _("About: “{title}”.").format(title=_plain(title)) if title.strip() else ""
    known = _(
        "Known. Decided by the team: entities {entities}, links {links}. "
        "Items that another source confirms: {confirmed}."
    )
    assumed = _(
        "Assumed. Proposed and not decided: entities {entities_open}, links {links_open}. "
        "Links with one event behind them: {single}."
    )
    missing = _(
        "Missing. Entities without a name: {nameless}. Items whose source or content cannot be judged: {unjudged}."
    )
    judged = _(
        "Judgement. Set questions: {questions}. Each stands at a roughly even chance, since nobody has judged it yet. "
        "Confidence is low: these are counts and not reasons."
    )
    lead = _("A place in a network is a lead and not evidence.")
    return [
        text for text in (about, *(each.format(**count) for each in (known, assumed, missing, judged)), lead) if text
    ]


def _plain(title: str) -> str:
    """A title on one short line, without quotation marks of its own."""
    return re.sub(r"[\"«»“”„]", "", " ".join(title.split()))[:LONGEST_TITLE]
