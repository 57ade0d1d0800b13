import csv
import io
import re
from typing import Any

import pytest

from osint_kit.errors import Unparseable
from osint_kit.extract import read
from osint_kit.extract.readers.csv import sniff

TABLE = 'A;B;note\n+281551234567;+281551234568;"a;b\nsecond ""line"""\n\n+281551234569;;\n'


def documents(capture: Any, body: str | bytes, **more: Any) -> Any:
    return read(capture(body, "text/csv", "https://files.zarvand.example/calls.csv", **more))


def test_every_cell_opens_in_another_reader(capture: Any) -> None:
    rows = list(csv.reader(io.StringIO(TABLE, newline=""), delimiter=";"))
    seen = 0
    for document in documents(capture, TABLE):
        for part in document.parts:
            row, column = (int(each) for each in re.fullmatch(r"#cell=(\d+),(\d+)", part.locator).groups())
            assert document.text[part.start : part.end] == rows[row - 1][column - 1]
            seen += 1
    assert seen == 6


def test_rows_are_counted_with_the_header_and_blank_lines(capture: Any) -> None:
    found = documents(capture, TABLE)
    assert [each.locator for each in found] == ["#row=2", "#row=4"]
    assert found[1].item == "https://files.zarvand.example/calls.csv#row=4"


def test_parts_bear_the_column_names(capture: Any) -> None:
    assert [part.name for part in documents(capture, TABLE)[0].parts] == ["A", "B", "note"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_guessed(delimiter: str) -> None:
    assert sniff(f"a{delimiter}b\n1{delimiter}2\n") == delimiter


def test_a_table_of_one_column_is_read(capture: Any) -> None:
    assert [each.text for each in documents(capture, "number\n17\n18\n")] == ["17", "18"]


def test_a_byte_order_mark_is_no_part_of_the_first_name(capture: Any) -> None:
    assert documents(capture, b"\xef\xbb\xbfA,B\n1,2\n")[0].parts[0].name == "A"


@pytest.mark.parametrize("body", [b"a,b\n\xff\xfe\n", b"a,b\n1,\x00\n", b'a,b\n"1"x,2\n', b'a\n"open'])
def test_what_is_no_table_is_refused(capture: Any, body: str | bytes) -> None:
    with pytest.raises(Unparseable, match="expected"):
        documents(capture, body)
