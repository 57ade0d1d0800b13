"""Worksheets as files: any text comes back as it was, in both formats, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osint_kit.casefile.tabular import read, write
from osint_kit.errors import RunError

HOSTILE = [
    "=1+1",
    "+281 55 123-45-67",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r\n=1",
    "＝1",
    "'=1",
    "''+1",
    "'",
    "'quoted'",
    ' "a", b;c\td ',
    "line\nline\r\nline\rline",
    "ҷой ғӯ ۱۲۳ \u200f\u202eabc",
    "_x0041_",
    "\x00\x0b\x1f",
    "007",
    "1e5",
    "2031-12-20",
    "TRUE",
    "",
    "   ",
    "#REF!",
    "</t><c>",
    "\ufeff",
]
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(HOSTILE)


def table(rows: list[list[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["a", "decision"], dtype="object")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
@example(rows=[[text, text] for text in HOSTILE if text])
def test_what_is_written_is_read(tmp_path: Path, kind: str, rows: list[list[str]]) -> None:
    kept = [row for row in rows if any(row)] if kind == "xlsx" else rows
    path = tmp_path / f"sheet.{kind}"
    write(table(kept), path, choices={"decision": ("accept", "reject")})
    found = read(path)
    assert list(found.columns) == ["a", "decision"]
    assert found.to_numpy().tolist() == kept


def test_no_cell_of_a_csv_starts_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    write(table([[text, "x"] for text in HOSTILE]), path, choices={})
    body = path.read_bytes()
    assert body.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")):
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_no_cell_of_a_workbook_is_a_formula_and_the_words_are_offered(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    write(table([[text, "x"] for text in HOSTILE]), path, choices={"decision": ("accept", "reject")}, about="EXERCISE")
    book = openpyxl.load_workbook(path)
    assert {cell.data_type for row in book["rows"].iter_rows() for cell in row if cell.value is not None} == {"s"}
    (offered,) = book["rows"].data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref).startswith("B2:B")) == ('"accept,reject"', True)
    assert book["about"]["A1"].value == "EXERCISE"


def test_a_spreadsheets_own_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes('id;decision\r\n"a;b";accept\r\n'.encode("utf-8-sig"))
    assert read(path).to_dict("records") == [{"id": "a;b", "decision": "accept"}]


def test_numbers_and_dates_that_a_spreadsheet_made_are_text_again(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["a", "b", "c"], [12, 12.0, 1.5]):
        book.active.append(row)
    book.save(path)
    assert read(path).to_dict("records") == [{"a": "12", "b": "12", "c": "1.5"}]


def test_short_rows_and_empty_columns_are_filled_up(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("id,decision,,\nx\n\ny,accept,,more\n", "utf-8")
    assert read(path).to_dict("records") == [{"id": "x", "decision": ""}, {"id": "y", "decision": "accept"}]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("s.csv", b""),
        ("s.csv", b"\xff\xfe\x00"),
        ("s.csv", b"id,id\n1,2\n"),
        ("s.csv", b'id,"decision\n'),
        ("s.csv", "ид,решение\n".encode("cp1251")),
        ("s.xlsx", b""),
        ("s.xlsx", b"PK\x03\x04rubbish"),
        ("s.xlsx", b"id,decision\n"),
    ],
)
def test_a_file_that_is_no_table_is_named(tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(RunError, match=name.replace(".", r"\.")):
        read(tmp_path / name)
