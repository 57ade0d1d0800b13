"""Sections of the report. One file per section.

In:  ReportInput
Out: Block, or None when there is nothing to say
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

import pandas as pd
from markupsafe import Markup

from osint_kit.model import CustodyEntry, Exhibit
from osint_kit.model.tables import DOCUMENTS, ENTITIES, GRADES, LINKS, STATEMENTS
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class StepLine:
    """What became of one step: what was read and written, what was not done, and points where there is a score."""

    step: str
    done: str
    points: float | None = None
    maximum: float | None = None
    machine: float | None = None


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What a report is made from; what is left out is not reported.

    Attributes:
        made: ISO 8601: when the report was made.
        measures: `analyse.table`: entity, label, and one column a measure.
        judged, proposed: name of a sheet (events, roles, elements …) → its rows that the team decided; and those that
            nobody decided.
        refs: content id → short reference, for exhibits above all.
        failures: step, what, why.
        harm: name, why, what, pointer of each protected person who was accused.
    """

    title: str
    case: str = ""
    team: str = ""
    made: str = ""
    watermark: str = ""
    language: str = "en"
    brief: str = ""
    steps: tuple[StepLine, ...] = ()
    documents: pd.DataFrame = field(default_factory=partial(DOCUMENTS.frame, ()))
    statements: pd.DataFrame = field(default_factory=partial(STATEMENTS.frame, ()))
    entities: pd.DataFrame = field(default_factory=partial(ENTITIES.frame, ()))
    links: pd.DataFrame = field(default_factory=partial(LINKS.frame, ()))
    grades: pd.DataFrame = field(default_factory=partial(GRADES.frame, ()))
    measures: pd.DataFrame = field(default_factory=pd.DataFrame)
    judged: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    proposed: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    exhibits: tuple[Exhibit, ...] = ()
    custody: tuple[CustodyEntry, ...] = ()
    refs: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[Mapping[str, str], ...] = ()
    harm: tuple[Mapping[str, str], ...] = ()

    def ref(self, name: str) -> str:
        """Short reference of a content id, or the beginning of the id."""
        return self.refs.get(name, name[:8])

    def rows(self, sheet: str, *, decided: bool) -> list[dict[Any, Any]]:
        """The rows of a sheet that the team decided, or those that nobody decided."""
        held = (self.judged if decided else self.proposed).get(sheet)
        return [] if held is None else held.to_dict("records")

    def judged_or_proposed(self, sheet: str) -> list[tuple[dict[Any, Any], bool]]:
        """Both, each row with whether it is decided; the decided ones first."""
        return [(row, decided) for decided in (True, False) for row in self.rows(sheet, decided=decided)]


@dataclass(frozen=True, slots=True)
class Block:
    """One section: `order` is its place on the page, `id` its anchor."""

    order: int
    id: str
    title: str
    body: Markup


Section: TypeAlias = Callable[[ReportInput], Block | None]

sections: Registry[Section] = Registry(__name__)
section = sections.register
