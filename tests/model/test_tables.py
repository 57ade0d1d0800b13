"""Bulk tables are declared once and checked at step borders."""

from __future__ import annotations

import pandas as pd
import pytest

from osint_kit.model import tables
from osint_kit.model.frames import Table
from osint_kit.model.tables import MENTIONS

ALL = [each for each in vars(tables).values() if isinstance(each, Table)]
ROW = {
    "start": 0,
    "end": 3,
    "kind": "person",
    "text": "abc",
    "value": "abc",
    "language": "",
    "score": 0.5,
    "rule": "r",
}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_an_empty_frame_has_the_declared_columns(table: Table) -> None:
    frame = table.check(table.frame([]))
    assert list(frame.columns) == table.names
    assert all(column.meaning for column in table.columns)


def test_a_declared_frame_passes_its_own_check() -> None:
    assert MENTIONS.frame([ROW]).to_dict("records") == [ROW]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda frame: frame.drop(columns="rule"), "expected columns"),
        (lambda frame: frame.assign(extra=1), "expected columns"),
        (lambda frame: frame.assign(start="0"), "mentions.start: expected int64"),
        (lambda frame: frame.assign(value=[None]), "mentions.value: expected str"),
    ],
)
def test_another_shape_is_refused_by_name(spoil: object, said: str) -> None:
    spoilt = spoil(MENTIONS.frame([ROW]))  # type: ignore[operator]  # a lambda of the table above
    assert isinstance(spoilt, pd.DataFrame)
    with pytest.raises(TypeError, match=said):
        MENTIONS.check(spoilt)
