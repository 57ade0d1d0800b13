"""What a bulk noun is: a frame whose columns are declared once, and checked at step borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name, dtype (`str`, `int64`, `float64`, `bool`, `object` for tuples of strings), and meaning."""

    name: str
    dtype: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A declared frame."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]

    def frame(self, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
        """Build the frame from rows; every row must have every column."""
        listed = list(rows)
        built = pd.DataFrame({c.name: self._series(c, [row[c.name] for row in listed]) for c in self.columns})
        return self.check(built)

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the frame if it has these columns with these dtypes.

        Raises:
            TypeError: a column is missing, unknown, or of another dtype: a programming error, not bad input.
        """
        if list(frame.columns) != self.names:
            raise TypeError(f"table {self.name}: expected columns {self.names}, found {list(frame.columns)}")
        for column in self.columns:
            found = _dtype(frame[column.name], column.dtype)
            if found != column.dtype:
                raise TypeError(f"table {self.name}.{column.name}: expected {column.dtype}, found {found}")
        return frame

    @staticmethod
    def _series(column: Column, values: list[object]) -> pd.Series:
        dtype = "object" if column.dtype in ("str", "object") else column.dtype
        return pd.Series(values, dtype=dtype)


def declare(name: str, **columns: str) -> Table:
    """Declare a table from `name="dtype: meaning"`."""
    split = {key: text.partition(": ") for key, text in columns.items()}
    return Table(name, tuple(Column(key, dtype, meaning) for key, (dtype, _, meaning) in split.items()))


def _dtype(series: pd.Series, declared: str) -> str:
    if series.dtype != "object":
        return str(series.dtype)
    kind = {"str": str, "object": tuple}.get(declared, str)
    return declared if declared in ("str", "object") and all(isinstance(each, kind) for each in series) else "object"
