"""What a team said beside what came true: a table always, a curve only where there are judgements enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.html import fill, join, paragraph, table
from osint_kit.score.brier import MIDPOINTS, penalty
from osint_kit.score.sheet import Sheet

ENOUGH = 20
"""Judgements below which a curve would show chance."""

SIZE = 400

_CURVE = """<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -20 {{ size + 90 }} {{ size + 80 }}"\
 role="img" aria-label="{{ title }}" font-family="system-ui, sans-serif" font-size="16" style="max-width:36rem">\
<title>{{ title }}</title><rect width="{{ size }}" height="{{ size }}" fill="none" stroke="#17212b"/>
<line x1="0" y1="{{ size }}" x2="{{ size }}" y2="0" stroke="#52606d" stroke-dasharray="6 6"/>
<polyline points="{{ points }}" fill="none" stroke="#0b5c8a" stroke-width="4"/>
{% for x, y, count in dots %}<circle cx="{{ x }}" cy="{{ y }}" r="7" fill="#0b5c8a"/><text x="{{ x }}" y="{{ y - 14 }}"\
 text-anchor="middle">{{ count }}</text>{% endfor %}
<text x="{{ size / 2 }}" y="{{ size + 40 }}" text-anchor="middle">{{ across }}</text>
</svg><figcaption>{{ caption }}</figcaption></figure>
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer: question, term, confidence, and whether it came true."""

    question: str
    term: str
    confidence: str
    outcome: bool


def judgements(sheet: Sheet) -> tuple[Judgement, ...]:
    """The answers to the set questions, the last of each."""
    said = {str(row.values.get("question")): row.values for row in sheet.rows("S7")}
    return tuple(
        Judgement(
            each.id,
            str(said.get(each.id, {}).get("term") or ""),
            str(said.get(each.id, {}).get("confidence") or ""),
            each.outcome,
        )
        for each in sheet.key.questions
    )


def calibration(own: Sequence[Judgement], pooled: Sequence[Judgement] = ()) -> Markup:
    """The team's answers as a table; with twenty or more of all teams together, their curve."""
    columns = [_("Question"), _("Said"), _("Taken as"), _("Confidence"), _("True"), _("Square distance")]
    parts = [table(_("Said and true"), columns, [_row(each) for each in own])]
    judged = [each for each in (pooled or own) if each.term in MIDPOINTS]
    if len(judged) >= ENOUGH:
        parts.append(_curve(judged))
    else:
        few = _("{count} judgements are too few for a curve; it takes {enough}, of several teams together.")
        parts.append(paragraph(few.format(count=len(judged), enough=ENOUGH), "note"))
    return join(parts)


def _row(each: Judgement) -> list[str]:
    taken = f"{MIDPOINTS[each.term]:.1%}" if each.term in MIDPOINTS else ""
    outcome = _("yes") if each.outcome else _("no")
    said = each.term or _("nothing")
    return [each.question, said, taken, each.confidence, outcome, f"{penalty(each.term, each.outcome):.3f}"]


def _curve(judged: Sequence[Judgement]) -> Markup:
    dots = list(_dots(judged))
    caption = _("Share that came true against the term; beside each point the number of judgements.")
    return fill(
        _CURVE,
        size=SIZE,
        dots=dots,
        points=" ".join(f"{x},{y}" for x, y, _count in dots),
        title=_("Calibration"),
        across=_("probability said"),
        caption=caption,
    )


def _dots(judged: Sequence[Judgement]) -> Iterator[tuple[int, int, int]]:
    for term, midpoint in MIDPOINTS.items():
        outcomes = [each.outcome for each in judged if each.term == term]
        if outcomes:
            share = sum(outcomes) / len(outcomes)
            yield round(SIZE * midpoint), round(SIZE * (1 - share)), len(outcomes)
