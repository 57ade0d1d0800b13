"""A table that somebody hands over: checked, and brought into text columns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.errors import BadMapping
from osint_kit.messages import _

COMPARED = ("name", "birth_date", "phone", "email", "place", "document")
_KNOWN = (*COMPARED, "listing")
_PAIR = 2


def read(records: pd.DataFrame) -> tuple[pd.Index[Hashable], pd.DataFrame]:
    """The ids and the text of the columns that count; what is missing is empty.

    Raises:
        BadMapping: no such table, no column to compare, or ids that are missing or not unique.
    """
    if not isinstance(records, pd.DataFrame):
        raise BadMapping.expected(_("a table of records"), found=type(records).__name__, where="cluster")
    columns = [str(name) for name in records.columns]
    twice = sorted({name for name in columns if columns.count(name) > 1 and name in (*_KNOWN, "id")})
    if twice:
        raise BadMapping.expected(_("each column once"), found=", ".join(twice), where=_("the columns"))
    if not set(columns) & set(COMPARED):
        what = _("one of the columns {names}").format(names=", ".join(COMPARED))
        raise BadMapping.expected(what, found=", ".join(columns) or _("none"), where=_("the columns"))
    table = pd.DataFrame({name: _text(records[name]) for name in _KNOWN if name in columns})
    return _ids(records["id"] if "id" in columns else pd.Series(np.arange(len(records)))), table


def ordered(table: pd.DataFrame, ids: pd.Index[Hashable]) -> npt.NDArray[np.int64]:
    """Rows in an order that depends on what they say, not on where they stand; equal ones in the order of their ids."""
    mixed = np.zeros(len(table), dtype=np.uint64)
    for name in table.columns:
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + pd.util.hash_array(table[name].to_numpy(object), categorize=False)
    order = np.argsort(mixed, kind="stable")
    equal = np.flatnonzero(mixed[order][1:] == mixed[order][:-1])
    if len(equal):
        tied = np.unique(np.r_[equal, equal + 1])
        order[tied] = sorted(order[tied], key=lambda row: (mixed[row], str(ids[row])))
    return order.astype(np.int64)


def rows_of(ids: pd.Index[Hashable], pairs: Iterable[tuple[Hashable, Hashable]]) -> npt.NDArray[np.int64]:
    """(pairs, 2) rows of pairs of ids.

    Raises:
        BadMapping: not a pair of ids of the table.
    """
    listed = [tuple(pair) for pair in pairs]
    for pair in listed:
        if len(pair) != _PAIR or pair[0] == pair[1]:
            raise BadMapping.expected(_("a pair of two ids"), found=str(pair), where=_("the decisions"))
    flat = [each for pair in listed for each in pair]
    rows = ids.get_indexer(pd.Index(flat, dtype=object)) if flat else np.empty(0, dtype=np.int64)
    if (rows < 0).any():
        unknown = str(flat[int(np.argmin(rows))])
        raise BadMapping.expected(_("an id of the table"), found=unknown, where=_("the decisions"))
    return rows.astype(np.int64).reshape(-1, _PAIR)


def _ids(column: pd.Series[Hashable]) -> pd.Index[Hashable]:
    if column.isna().any():
        row = int(np.argmax(column.isna().to_numpy()))
        raise BadMapping.expected(_("an id in each row"), found=_("none"), where=_("row {row}").format(row=row))
    ids = pd.Index(column.to_numpy(object))
    if not ids.is_unique:
        raise BadMapping.expected(_("each id once"), found=str(ids[ids.duplicated()][0]), where=_("the column id"))
    return ids


def _text(column: pd.Series[object]) -> pd.Series[str]:
    """Cells as text without outer spaces, empty where there is nothing.

    Raises:
        BadMapping: a cell is a list or a table.
    """
    values = column.to_numpy(object)
    for row, nested in enumerate(isinstance(value, (list, tuple, dict, set, pd.DataFrame, pd.Series)) for value in values):
        if nested:
            where = _("row {row} of {column}").format(row=row, column=column.name)
            raise BadMapping.expected(_("one value in a cell"), found=type(values[row]).__name__, where=where)
    missing = pd.isna(values)
    return pd.Series(["" if gone else str(value).strip() for value, gone in zip(values, missing, strict=True)], dtype=object)
