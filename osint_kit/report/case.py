"""What a report takes from a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import pandas as pd

from osint_kit.bundle import World
from osint_kit.messages import _
from osint_kit.model import Action, Clock, CustodyEntry, Exhibit, Ledger
from osint_kit.model.tables import GRADES
from osint_kit.report.sections import ReportInput, StepLine


class CaseSettings(Protocol):
    """The settings of a case that a report names."""

    @property
    def case(self) -> str: ...  # noqa: D102 - a protocol: the case documents them
    @property
    def team(self) -> str: ...  # noqa: D102
    @property
    def watermark(self) -> str: ...  # noqa: D102


class CaseView(Protocol):
    """The face of a case that a report reads; steps do not import the case itself."""

    clock: Clock

    @property
    def settings(self) -> CaseSettings: ...  # noqa: D102
    @property
    def world(self) -> World | None: ...  # noqa: D102
    @property
    def exhibits(self) -> tuple[Exhibit, ...]: ...  # noqa: D102
    @property
    def custody(self) -> tuple[CustodyEntry, ...]: ...  # noqa: D102
    @property
    def ledger(self) -> Ledger: ...  # noqa: D102
    @property
    def failures(self) -> tuple[dict[str, str], ...]: ...  # noqa: D102
    @property
    def documents(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def statements(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def entities(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def links(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def grades(self) -> pd.DataFrame: ...  # noqa: D102
    def ref_of(self, name: str, /) -> str: ...  # noqa: D102


def of_case(
    case: CaseView,
    *,
    scores: Sequence[StepLine] = (),
    harm: Iterable[Mapping[str, str]] = (),
    measures: pd.DataFrame | None = None,
    language: str = "en",
) -> ReportInput:
    """Gather what a report shows of a case.

    Args:
        scores: a line a step, with points where the case was scored.
        harm: name, why, what, pointer of protected persons who were accused.
        measures: `analyse.table` over the case's graph.
    """
    brief = case.world.brief if case.world else {}
    return ReportInput(
        title=brief.get("title") or _("Report of the case"),
        case=case.settings.case,
        team=case.settings.team,
        made=case.clock().isoformat(timespec="seconds"),
        watermark=case.settings.watermark,
        language=language,
        brief=brief.get("text", ""),
        steps=tuple(scores),
        documents=case.documents,
        statements=case.statements,
        entities=case.entities,
        links=case.links,
        grades=graded(case.grades, case.ledger),
        measures=pd.DataFrame() if measures is None else measures,
        exhibits=case.exhibits,
        custody=case.custody,
        refs=_refs((exhibit.id for exhibit in case.exhibits), case.ref_of),
        failures=case.failures,
        harm=tuple(harm),
    )


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
        reason = _("{author}: {because}").format(author=decision.author, because=decision.because)
        first.append({**row, **grade, "scheme": values.get("scheme", "admiralty"), "reason": reason})
    rest = [{**row, "reason": _("proposed: {reason}").format(reason=row["reason"])} for row in rows.values()]
    return GRADES.frame([*first, *rest])


def _refs(names: Iterable[str], ref_of: Callable[[str], str]) -> dict[str, str]:
    return {name: ref_of(name) for name in names}
