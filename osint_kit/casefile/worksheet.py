"""Worksheets: what a verb proposes, written for people to decide in, and what they decided, read back.

`export` writes `worksheets/S4-extract.csv` and `.xlsx`; a person fills in the columns `decision` and `because`, edits
cells, adds rows without an id. `import_decisions` reads both files: rows that say what is already in force are passed
over, so reading twice decides nothing twice, and either file may be the one that was filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.casefile import sheets, tabular
from osint_kit.casefile.deciding import withdrawals
from osint_kit.casefile.disk import storing, write_whole
from osint_kit.casefile.judging import JUDGED, SHEET
from osint_kit.casefile.sheets import Draft, Row, Sheet, step_of
from osint_kit.errors import MissingInput, OsintKitError, RunError
from osint_kit.messages import _
from osint_kit.model import Action, Decision

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

FOLDER = "worksheets"
FORMATS = ("csv", "xlsx")
MARK = "WATERMARK.txt"
_Key = tuple[object, ...]


def path_of(case: Case, step: str, kind: str = "csv") -> Path:
    """Where a step's worksheet is."""
    return case.path / FOLDER / f"{step_of(step)}-{_sheet(step).name}.{kind}"


def export(case: Case, step: str, frame: pd.DataFrame, formats: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Write a step's proposals, with what is decided already; rows that only a decision knows follow at the end.

    Args:
        frame: S1 rows of a plan, S2 hits, S4 STATEMENTS, S5 PAIRS, S6 GRADES, S8 LINKS; for `S8-events` and the like
            the frame of that name in model/tables.py.
    """
    sheet = _sheet(step)
    rows = list(_rows(case, step, sheet, frame))
    columns = ["ref", "id", *sheet.columns, "decision", "because"]
    shown = pd.DataFrame(
        [[row.get(name, "") for name in columns] for row in rows], columns=pd.Index(columns), dtype="object"
    )
    mark = case.settings.watermark
    paths = tuple(path_of(case, step, kind) for kind in formats)
    with storing(case.path / FOLDER):
        (case.path / FOLDER).mkdir(exist_ok=True)
    write_whole(case.path / FOLDER / MARK, (mark + "\n").encode())
    for path in paths:
        tabular.write(shown, path, choices={"decision": sheet.words}, about=mark)
    return paths


def import_decisions(case: Case, step: str) -> list[Decision]:
    """Record what a team decided in a step's worksheet; returns the decisions that are new.

    Nothing is recorded unless every row can be read.

    Raises:
        RunError: a cell that cannot be read, with file, row and column; or two files that decide one row differently.
    """
    held = _in_force(case, step)
    fresh: dict[_Key, tuple[Decision, str]] = {}
    for kind in FORMATS:
        path = path_of(case, step, kind)
        if path.is_file():
            for decision, where in _decided(case, step, path):
                _settle(case, fresh, held, decision, where)
    _fits(case, step, held, [decision for decision, _where in fresh.values()])
    return list(case.record(each for decision, _where in fresh.values() for each in withdrawals(case, decision)))


def _fits(case: Case, step: str, held: dict[_Key, Decision], fresh: Sequence[Decision]) -> None:
    """Look at all rows together as they would stand."""
    sheet = _sheet(step)
    after = {**held, **{_key(case, each): each for each in fresh}}
    standing = [dict(each.values) for each in after.values() if each.action is not Action.REJECT]
    if fresh:
        sheet.whole(standing)


def _settle(
    case: Case, fresh: dict[_Key, tuple[Decision, str]], held: dict[_Key, Decision], decision: Decision, where: str
) -> None:
    key = _key(case, decision)
    if key in held and _says(held[key]) == _says(decision):
        return
    if key in fresh and _says(fresh[key][0]) != _says(decision):
        found = f"{fresh[key][0].action.value} / {decision.action.value}"
        raise RunError.expected(_("one decision per row"), found=found, where=f"{fresh[key][1]}; {where}")
    fresh.setdefault(key, (decision, where))


def _decided(case: Case, step: str, path: Path) -> Iterator[tuple[Decision, str]]:
    frame = tabular.read(path)
    missing = [name for name in ("id", "decision", "because") if name not in frame.columns]
    if missing:
        raise RunError.expected(_("columns id, decision, because"), found=", ".join(frame.columns), where=path.name)
    for number, row in enumerate(frame.to_dict("records"), start=2):
        cells = {str(name): str(cell) for name, cell in row.items()}
        if cells["decision"].strip():
            where = _("{file}, row {row}").format(file=path.name, row=number)
            yield _decision(case, step, cells, where), where


def _decision(case: Case, step: str, cells: Row, where: str) -> Decision:
    sheet = _sheet(step)
    word = cells["decision"].strip().lower()
    if word not in sheet.words:
        place = _("{where}, column {column}").format(where=where, column="decision")
        what = _("one of {known}").format(known=", ".join(sheet.words))
        raise RunError.expected(what, found=repr(cells["decision"]), where=place)
    if not cells["because"].strip():
        place = _("{where}, column {column}").format(where=where, column="because")
        raise RunError.expected(_("a reason"), found=_("none"), where=place)
    try:
        draft = sheet.draft(case, {**cells, "id": _id(case, step, cells)}, Action(word))
    except OsintKitError as error:
        raise RunError(f"{where}: {error}") from error
    return _made(case, step, Action(word), draft, cells["because"].strip())


def _id(case: Case, step: str, cells: Row) -> str:
    """The row's id; one that a person typed must lead somewhere."""
    name = cells["id"].strip()
    if not name or step in ("S1", "S5", "S8") or step in JUDGED:
        return name
    if step == "S2":
        decided = {target for decision in case.ledger.of_step(step) for target in decision.targets}
        return name if name in case.hits or name in decided else case.id_of(name)
    return name if name in case.extracted else case.id_of(name)


def _made(case: Case, step: str, action: Action, draft: Draft, because: str) -> Decision:
    return Decision(
        action=action,
        step=step_of(step),
        targets=draft.targets,
        because=because,
        author=case.callsign,
        at=case.clock(),
        values=dict(draft.values),
        evidence=draft.evidence,
    )


def _rows(case: Case, step: str, sheet: Sheet, frame: pd.DataFrame) -> Iterator[Row]:
    held = _in_force(case, step)
    for row in frame.to_dict("records"):
        shown = sheet.show(case, {str(name): value for name, value in row.items()})
        decision = held.pop(_row_key(case, step, sheet, shown), None)
        yield {**shown, **_answer(case, sheet, decision)}
    for decision in held.values():
        yield {**sheet.again(case, decision), **_answer(case, sheet, decision)}


def _row_key(case: Case, step: str, sheet: Sheet, shown: Row) -> _Key:
    action = Action(sheet.words[0])
    try:
        draft = sheet.draft(case, {**shown, "because": "?"}, action)
    except OsintKitError:
        return ()
    return _key(case, _made(case, step, action, draft, "?"))


def _judged(decision: Decision) -> bool:
    return SHEET in decision.values or decision.action is Action.ROLE


def _answer(case: Case, sheet: Sheet, decision: Decision | None) -> Row:
    if decision is None:
        return {}
    if _judged(decision):
        cells = {name: cell for name, cell in sheet.again(case, decision).items() if name not in ("score", "reason")}
        return {**cells, "decision": decision.action.value, "because": decision.because}
    cells = {name: value for name, value in dict(decision.values).items() if name not in ("id", "document")}
    if decision.evidence:
        cells["evidence"] = " ".join(case.ref_of(each) for each in decision.evidence)
    return {**cells, "decision": decision.action.value, "because": decision.because}


def _in_force(case: Case, step: str) -> dict[_Key, Decision]:
    sheet = _sheet(step)
    words = {Action(word) for word in sheet.words}
    held = [each for each in case.ledger.of_step(step_of(step)) if each.action in words and sheet.mine(each)]
    return {_key(case, each): each for each in held}


def _key(case: Case, decision: Decision) -> _Key:
    """What a row is about. The ends of a link are entities: their references move as the team merges."""
    if decision.step == "S8" and not _judged(decision):
        return ("link", *case.link_key(decision))
    return (decision.topic,)


def _says(decision: Decision) -> tuple[object, ...]:
    values = tuple(sorted(dict(decision.values).items()))
    return decision.action, decision.because, values, tuple(sorted(decision.evidence))


def _sheet(step: str) -> Sheet:
    try:
        return sheets.SHEETS[step]
    except KeyError:
        known = ", ".join(sheets.SHEETS)
        raise MissingInput.expected(
            _("a step with a worksheet: {known}").format(known=known), found=step, where=FOLDER
        ) from None
