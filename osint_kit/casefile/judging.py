"""The sheets of the steps after the links: each row is a judgement, with the statements that carry it.

A sheet is a declared frame (model/tables.py) whose rows a team decides on. What is decided is kept as text, with
content ids in the place of references, in the values of one decision a row; `frame` gives the decided rows back.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from osint_kit.casefile.cells import require, written
from osint_kit.errors import MissingInput, RunError
from osint_kit.messages import _
from osint_kit.model import Action, Decision, content_id
from osint_kit.model import tables as model
from osint_kit.model.frames import Table

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

Cells: TypeAlias = "dict[str, str]"

SHEET = "sheet"
"""Among a decision's values: the name of the sheet that the row stands in."""

_HELD = frozenset({"id", "statements", "transfers", "score", "reason"})
"""Columns of a frame that are not cells: they are ids, evidence, or follow from it."""
_ONE, _SEVERAL = ("entity", "person"), ("entities",)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """One sheet.

    Attributes:
        key: columns that say what a row is about; two rows that agree in them are one.
        required: cells that may not be empty.
        whole: looks at all rows in force together, and raises where they do not fit.
    """

    step: str
    name: str
    table: Table
    key: tuple[str, ...]
    required: tuple[str, ...]
    action: Action = Action.JUDGE
    whole: Callable[[Sequence[Cells]], None] = lambda _rows: None

    @property
    def words(self) -> tuple[str, ...]:
        """What may stand in the column `decision`."""
        return (self.action.value, Action.REJECT.value)

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns that hold what is decided."""
        return tuple(name for name in self.table.names if name not in _HELD)

    @property
    def cites(self) -> bool:
        """Whether a row carries statements."""
        return "statements" in self.table.names

    def target(self, values: Mapping[str, str]) -> str:
        """Content id of what a row is about; for a role, the entity itself."""
        if self.key == ("entity",):
            return values["entity"]
        return content_id("row", self.name, *(values.get(name, "") for name in self.key))

    def mine(self, decision: Decision) -> bool:
        """Whether a decision stands in this sheet."""
        named = decision.values.get(SHEET)
        return decision.step == self.step and (named == self.name or (named is None and decision.action is self.action))


def frame(case: Case, sheet: Judged) -> pd.DataFrame:
    """The rows that decisions in force hold true."""
    held = [each for each in case.ledger.of_step(sheet.step) if sheet.mine(each) and each.action is sheet.action]
    return sheet.table.frame(_row(case, sheet, each) for each in held)


def standing(case: Case, sheet: Judged, proposed: pd.DataFrame) -> pd.DataFrame:
    """What later steps work with: the decided rows, and the proposals about which nobody decided."""
    decided = frame(case, sheet)
    taken = {each.targets[0] for each in case.ledger.of_step(sheet.step) if sheet.mine(each)}
    rows = [{str(name): value for name, value in row.items()} for row in proposed.to_dict("records")]
    rows = [row for row in rows if _target(sheet, row) not in taken]
    return pd.concat([decided, sheet.table.frame(rows)], ignore_index=True) if len(decided) else sheet.table.frame(rows)


def _values(sheet: Judged, row: Mapping[str, object]) -> dict[str, str]:
    """A row of a frame as the values of a decision."""
    return {name: written(row.get(name, "")) for name in sheet.cells}


def _target(sheet: Judged, row: Mapping[str, object]) -> str:
    return str(row.get("id") or sheet.target(_values(sheet, row)))


def show(case: Case, sheet: Judged, row: Mapping[str, object]) -> Cells:
    """A row of a frame as a person reads it: references for content ids, and the words behind them."""
    values = _values(sheet, row)
    shown = {name: _shown(case, name, value) for name, value in values.items()}
    who = [case.shown(each)[1] for name in (*_ONE, *_SEVERAL) for each in values.get(name, "").split()]
    more = {"who": "; ".join(who), "context": _context(case, values)}
    cited = row.get("statements")
    evidence = " ".join(case.ref_of(each) for each in cited) if isinstance(cited, tuple) else ""
    said = {name: written(row.get(name, "")) for name in ("score", "reason")}
    return {"id": _target(sheet, row), "ref": "", **shown, **more, "evidence": evidence, **said}


def columns(sheet: Judged) -> tuple[str, ...]:
    """Columns of the worksheet."""
    who = ("who",) if {*_ONE, *_SEVERAL} & set(sheet.cells) and "label" not in sheet.cells else ()
    context = ("context",) if "document" in sheet.cells else ()
    return (*sheet.cells, *who, *context, *(("evidence",) if sheet.cites else ()), "score", "reason")


def draft(case: Case, sheet: Judged, cells: Cells, action: Action) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """What a filled-in row decides: target, values, evidence.

    Raises:
        RunError: a cell is missing or cannot be read.
    """
    known = cells.get("id", "").strip()
    if action is Action.REJECT and known:
        return known, {SHEET: sheet.name}, ()
    values = {name: _stored(case, name, cells.get(name, "").strip()) for name in sheet.cells}
    values |= _located(case, values) if "original" in values else {}
    for name in sheet.required:
        if not values[name]:
            raise MissingInput.expected(_("a value"), found=_("none"), where=name)
    for name, value in values.items():
        require(name, value)
    target = sheet.target(values) if not known or sheet.key == ("entity",) else known
    if action is Action.REJECT:
        return target, {SHEET: sheet.name}, ()
    evidence = tuple(case.id_of(each) for each in cells.get("evidence", "").split()) if sheet.cites else ()
    return target, {SHEET: sheet.name, **values}, evidence


def again(case: Case, sheet: Judged, decision: Decision) -> Cells:
    """A decision in force as a row that no proposal shows."""
    if decision.action is Action.REJECT:
        return {"id": decision.targets[0]}
    return {**show(case, sheet, _row(case, sheet, decision)), "id": decision.targets[0]}


def _row(case: Case, sheet: Judged, decision: Decision) -> dict[str, object]:
    values = dict(decision.values)
    if sheet.key == ("entity",):
        name = case.end_of(values.get("entity") or decision.targets[0])
        values |= {"entity": name, "label": case.shown(name)[1]}
    held: dict[str, object] = {
        "id": decision.targets[0],
        "statements": decision.evidence,
        "transfers": _rows_of_tables(case, decision.evidence),
        "item": _item(case, values.get("document", "")),
        "score": 1.0,
        "reason": decision.because,
    }
    return {
        column.name: held.get(column.name, _typed(column.dtype, values.get(column.name, "")))
        for column in sheet.table.columns
    }


def _rows_of_tables(case: Case, evidence: Iterable[str]) -> tuple[str, ...]:
    items = (str(case.statement_rows[each]["item"]) for each in evidence if each in case.statement_rows)
    return tuple(dict.fromkeys(item for item in items if "#row=" in item))


def _item(case: Case, document: str) -> str:
    return case.document(document).item if document else ""


def _typed(dtype: str, value: str) -> object:
    if dtype == "object":
        return tuple(value.split())
    if dtype == "int64":
        return int(value or 0)
    return float(value or 0) if dtype == "float64" else value


def _shown(case: Case, name: str, value: str) -> str:
    if name in _ONE or name in _SEVERAL:
        return " ".join(case.shown(each)[0] for each in value.split())
    return case.ref_of(value) if name == "document" and value else value


def _stored(case: Case, name: str, value: str) -> str:
    if name in _ONE or name in _SEVERAL:
        return " ".join(case.end_of(case.id_of(each)) for each in value.split())
    return case.id_of(value) if name == "document" and value else value


def _context(case: Case, values: Mapping[str, str]) -> str:
    if not values.get("document"):
        return ""
    text = case.document(values["document"]).text
    start, end = int(values.get("start") or 0), int(values.get("end") or 0)
    if not end:
        return " ".join(text.split())[:300]
    around = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    return " ".join(around.split())


def _located(case: Case, values: Mapping[str, str]) -> dict[str, str]:
    """Where the words that a row quotes stand in its document."""
    if not values["document"]:
        raise MissingInput.expected(_("a document, as D40"), found=_("none"), where="document")
    text = case.document(values["document"]).text
    words, start = values["original"], values["start"]
    at = int(start) if start.isdigit() and text.startswith(words, int(start)) else text.find(words)
    if at < 0 or not words:
        raise MissingInput.expected(_("words of the document"), found=repr(words), where="original")
    return {"start": str(at), "end": str(at + len(words))}


def _sums_to_one(rows: Sequence[Cells]) -> None:
    total = math.fsum(float(row["probability"] or 0) for row in rows)
    if rows and not math.isclose(total, 1.0, abs_tol=0.01):
        what = _("probabilities that sum to 1 over all hypotheses")
        raise RunError.expected(what, found=f"{total:.3g}", where="probability")


JUDGED = {
    f"{sheet.step}-{sheet.name}": sheet
    for sheet in (
        Judged("S7", "summary", model.SUMMARY, ("question",), ("question", "text")),
        Judged("S8", "events", model.EVENTS, ("kind", "at", "label"), ("kind", "at")),
        Judged("S9", "typologies", model.TYPOLOGIES, ("typology", "entities", "first"), ("typology",)),
        Judged("S9", "indicators", model.INDICATORS, ("indicator", "document"), ("indicator", "document")),
        Judged("S10", "roles", model.ROLES, ("entity",), ("entity", "role"), Action.ROLE),
        Judged("S10", "elements", model.ELEMENTS, ("element",), ("element",)),
        Judged("S11", "matrix", model.MATRIX, ("document",), ("document",)),
        Judged(
            "S11",
            "hypotheses",
            model.HYPOTHESES,
            ("hypothesis",),
            ("hypothesis", "probability"),
            whole=_sums_to_one,
        ),
        Judged("S12", "request", model.REQUEST, ("section", "person"), ("section",)),
        Judged("S13", "interview", model.INTERVIEW, ("section", "code", "text", "person"), ("section",)),
    )
}
"""Key of a worksheet → its sheet."""
