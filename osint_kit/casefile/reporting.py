"""What a report takes from a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.messages import _, language_in_use
from osint_kit.model import MACHINE, Action, Ledger
from osint_kit.model.tables import GRADES
from osint_kit.report import ReportInput, StepLine

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

PROPOSED_SECTIONS = ("events", "typologies", "indicators")
"""Sheets whose open proposals a report shows; about persons and law it shows what the team decided only."""
JUDGED_SECTIONS = (*PROPOSED_SECTIONS, "roles", "elements", "hypotheses")


def report_input(
    case: Case,
    *,
    scores: Sequence[StepLine] = (),
    harm: Iterable[Mapping[str, str]] = (),
) -> ReportInput:
    """Gather what a report shows of a case.

    Args:
        scores: a line a step, with points where the case was scored.
        harm: name, why, what, pointer of protected persons who were accused.
    """
    brief = case.world.brief if case.world else {}
    return ReportInput(
        title=_(brief.get("title", "")) or _("Report of the case"),
        case=case.settings.case,
        team=case.settings.team,
        made=case.clock().isoformat(timespec="seconds"),
        watermark=_(case.settings.watermark),
        language=language_in_use(),
        brief=_(brief.get("text", "")),
        steps=tuple(scores),
        documents=case.documents,
        statements=case.statements,
        entities=case.entities,
        links=case.links,
        grades=graded(case.grades, case.ledger),
        measures=case.conclusions.measures,
        judged={name: case.judged(name) for name in JUDGED_SECTIONS},
        proposed={name: _open(case, name) for name in PROPOSED_SECTIONS},
        exhibits=case.exhibits,
        custody=case.custody,
        refs={exhibit.id: case.ref_of(exhibit.id) for exhibit in case.exhibits},
        failures=case.failures,
        harm=tuple(harm),
    )


def _open(case: Case, name: str) -> pd.DataFrame:
    """The proposals about which nobody decided."""
    standing = case.standing(name)
    return standing.iloc[len(case.judged(name)) :]


def graded(proposed: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """The team's grades, then the proposals for what it did not grade, each said to be one or the other."""
    decided = {each.targets[0]: each for each in ledger.of_step("S6") if each.action is Action.GRADE}
    rows = {
        str(row["document"]): {str(key): value for key, value in row.items()} for row in proposed.to_dict("records")
    }
    first = []
    for document, decision in decided.items():
        row = rows.pop(document, {"document": document, "item": "", "score": 1.0})
        values = dict(decision.values)
        grade = {name: values.get(name, "") for name in ("source", "information")}
        author = _("machine") if decision.author == MACHINE else decision.author
        reason = _("{author}: {because}").format(author=author, because=decision.because)
        first.append({**row, **grade, "scheme": values.get("scheme", "admiralty"), "reason": reason})
    rest = [{**row, "reason": _("proposed: {reason}").format(reason=row["reason"])} for row in rows.values()]
    return GRADES.frame([*first, *rest])
