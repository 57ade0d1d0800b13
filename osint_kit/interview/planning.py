"""The plan: who is heard, as what, with whose help, in which stages, under which safeguards, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from osint_kit.interview.gaps import Question, gaps
from osint_kit.interview.known import Known, known
from osint_kit.interview.protection import SAFEGUARDS, STAGES
from osint_kit.knowledge import doctrine
from osint_kit.messages import _
from osint_kit.model.tables import INTERVIEW

REASONS = 3
"""So many gaps are named as the reason for one question; the rest is counted."""


def plan(
    entities: pd.DataFrame,
    roles: pd.DataFrame,
    links: pd.DataFrame,
    statements: pd.DataFrame,
    elements: pd.DataFrame,
) -> pd.DataFrame:
    """Draft the interview of the traveller about whom most is stated; nobody is chosen when no role names a traveller.

    Returns:
        Frame INTERVIEW, in the order in which a person works through it.
    """
    facts = known(entities, roles, links, statements, elements)
    rows = [*_person(facts), *_setting(facts), *_stages(), *_safeguards(), *_questions(facts), _referral()]
    return INTERVIEW.frame(rows)


def _row(
    section: str, text: str, reason: str, *, code: str = "", score: float = 0.6, person: str = ""
) -> dict[str, object]:
    return {"section": section, "code": code, "text": text, "person": person, "score": score, "reason": reason}


def _person(facts: Known) -> Iterator[dict[str, object]]:
    if not facts.person:
        text = _("Nobody is chosen: no role names a traveller yet.")
        yield _row("person", text, _("choose one among those whom the team takes for travellers"), score=0.0)
        return
    reason = _("proposed as {role}; {count} statements bear on this person; the team decides who is heard").format(
        role=facts.role, count=len(facts.own)
    )
    yield _row("person", facts.label, reason, person=facts.person, score=0.5)


def _setting(facts: Known) -> Iterator[dict[str, object]]:
    status = _("Witness: heard as somebody who was moved, not as a suspect for it.")
    yield _row(
        "status", status, _("Smuggling of Migrants Protocol, Article 5; it does not cover smuggling others, 6(4)")
    )
    interpreter = _(
        "An independent interpreter from outside the network's community, for the language and dialect "
        "that the person chooses."
    )
    seen = ", ".join(facts.languages) or _("none known")
    reason = _("languages of the items about the person: {languages}; ask, do not assume").format(languages=seen)
    yield _row("interpreter", interpreter, reason)


def _stages() -> Iterator[dict[str, object]]:
    for code, text in STAGES.items():
        yield _row("stage", _(text), _("PEACE, stage {code}").format(code=code), code=code)


def _safeguards() -> Iterator[dict[str, object]]:
    for record in doctrine.safeguards():
        reason = f"{record.source}, {record.locator} ({record.status}: {doctrine.meaning(record.status)})"
        yield _row("safeguard", _(SAFEGUARDS[record.id]), reason, code=record.id)


def _questions(facts: Known) -> Iterator[dict[str, object]]:
    """The free account first, then one row a question, whatever the number of gaps behind it."""
    free = _("Tell me, in your own words and from the beginning, everything that you remember of your journey.")
    yield _row("question", free, _("a free account comes before any other question"))
    reasons: dict[str, list[str]] = {}
    for question in _found(facts):
        reasons.setdefault(question.text, []).append(question.reason)
    for text, found in reasons.items():
        distinct = list(dict.fromkeys(found))
        rest = len(distinct) - REASONS
        more = [_("and {count} more").format(count=rest)] if rest > 0 else []
        yield _row("question", text, "; ".join([*distinct[:REASONS], *more]), score=0.5)


def _found(facts: Known) -> Iterator[Question]:
    if facts.person:
        for name in gaps:
            yield from gaps[name](facts)


def _referral() -> dict[str, object]:
    text = _(
        "Stop and refer: at a sign of trafficking, of a child or of danger to life, ask nothing more about the case, "
        "see to safety and needs, and hand over to the service for protection."
    )
    return _row(
        "referral", text, _("rule of the exercise; a child is referred first, and only as a status in any report")
    )
