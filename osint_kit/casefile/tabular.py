"""Tables that a person fills in: CSV and XLSX, all cells text, read back exactly as they were written.

A CSV cell that a spreadsheet would run as a formula gets an apostrophe in front, which reading takes off again.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from osint_kit.casefile.disk import write_whole
from osint_kit.errors import RunError
from osint_kit.messages import _

_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BROKEN = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError),
    *(SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError),
)
"""What openpyxl raises over a file that is no workbook, XML that is none (a `SyntaxError`) included."""

_LARGEST = 256 * 1024 * 1024
_WIDEST = 60
_SPARE_ROWS = 500


def write(frame: pd.DataFrame, path: Path, *, choices: Mapping[str, Sequence[str]], about: str = "") -> None:
    """Write a table; the ending of the path says which format.

    Args:
        choices: column → the words that a spreadsheet offers there.
        about: shown on a sheet of its own in XLSX.
    """
    bodies = {".csv": _csv, ".xlsx": _xlsx}
    write_whole(path, bodies[path.suffix](frame.astype(str), choices, about))


def read(path: Path) -> pd.DataFrame:
    """Read a table back, every cell a string.

    Raises:
        RunError: the file is not a table.
    """
    rows = _xlsx_rows(path) if path.suffix == ".xlsx" else _csv_rows(path)
    head = [name.strip() for name in rows[0]] if rows else []
    named = [name for name in head if name]
    if not named or len(set(named)) < len(named):
        raise RunError.expected(_("a first row with one name per column"), found=", ".join(head), where=path.name)
    cells = ([*row, *[""] * len(head)][: len(head)] for row in rows[1:])
    full = pd.DataFrame(list(cells), columns=pd.Index(head), dtype="object")
    return full[named]


def _csv(frame: pd.DataFrame, _choices: Mapping[str, Sequence[str]], _about: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(frame.columns)
    writer.writerows([_defused(cell) for cell in row] for row in frame.itertuples(index=False, name=None))
    return stream.getvalue().encode("utf-8-sig")


def _csv_rows(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RunError.expected(
            _("CSV in UTF-8 (save it as CSV UTF-8, or fill in the XLSX)"), found=str(error), where=path.name
        ) from error
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RunError.expected(_("CSV"), found=str(error), where=path.name) from error
    return [[_armed(cell) for cell in row] for row in rows if row]


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _armed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _xlsx(frame: pd.DataFrame, choices: Mapping[str, Sequence[str]], about: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "rows"
    _fill(sheet, 1, list(frame.columns))
    for number, row in enumerate(frame.itertuples(index=False, name=None), start=2):
        _fill(sheet, number, row)
    for number, name in enumerate(frame.columns, start=1):
        _dress(sheet, number, frame[name], choices.get(name, ()))
    sheet.freeze_panes = "A2"
    _fill(book.create_sheet("about"), 1, [about])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, number: int, cells: Iterable[str]) -> None:
    for column, text in enumerate(cells, start=1):
        if text:
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            cell.value = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
            cell.data_type = "s"


def _dress(sheet: Worksheet, number: int, column: pd.Series, words: Sequence[str]) -> None:
    letter = get_column_letter(number)
    longest = max([len(str(column.name)), *(len(str(cell)) for cell in column)])
    sheet.column_dimensions[letter].width = min(longest, _WIDEST) + 2
    sheet[f"{letter}1"].font = Font(bold=True)
    if words:
        offered = DataValidation(type="list", formula1='"' + ",".join(words) + '"', allow_blank=True)
        offered.add(f"{letter}2:{letter}{len(column) + _SPARE_ROWS}")
        sheet.add_data_validation(offered)


def _xlsx_rows(path: Path) -> list[list[str]]:
    try:
        _check_size(path)
        book = openpyxl.load_workbook(path, data_only=True)
    except _BROKEN as error:
        raise RunError.expected(_("an XLSX workbook"), found=str(error), where=path.name) from error
    sheet = book["rows"] if "rows" in book.sheetnames else book.worksheets[0]
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _check_size(path: Path) -> None:
    """Refuse a workbook that would unfold without end.

    Raises:
        ValueError: it would.
    """
    with zipfile.ZipFile(path) as folder:
        size = sum(each.file_size for each in folder.infolist())
    if size > _LARGEST:
        raise ValueError(_("at most {limit} bytes").format(limit=_LARGEST))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat()
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if isinstance(cell, str) else str(cell)
