"""A table that somebody hands over: checked, and each column brought into distinct texts and codes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.errors import BadMapping, OsintKitError
from osint_kit.messages import _

Values = npt.NDArray[np.object_]

COMPARED = ("name", "birth_date", "phone", "email", "place", "document")
_KNOWN = (*COMPARED, "listing")
_PAIR = 2
_TELLING = 2
"""Columns whose texts tell records apart well enough for an order; the ids do the rest."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the number of each row's text, -1 where there is none, and the distinct texts, each one line."""

    codes: npt.NDArray[np.int32]
    texts: list[str]


def read(records: pd.DataFrame) -> tuple[Values, dict[str, Column]]:
    """The ids and the columns that count and hold something.

    Raises:
        BadMapping: no such table, no column to compare, ids missing or not unique, or several values in a cell.
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
    found = {name: _column(records[name].to_numpy(object), name) for name in _KNOWN if name in columns}
    ids = _ids(records["id"].to_numpy(object)) if "id" in columns else np.arange(len(records)).astype(object)
    return ids, {name: column for name, column in found.items() if column.texts}


def ordered(columns: Mapping[str, Column], ids: Values) -> npt.NDArray[np.int64]:
    """Rows in an order that depends on what they say, not on where they stand; equal ones in the order of their ids."""
    mixed = np.zeros(len(ids), dtype=np.uint64)
    for column in list(columns.values())[:_TELLING]:
        hashed = pd.util.hash_array(np.array(column.texts, dtype=object), categorize=False)
        mixed = (mixed ^ np.append(hashed, np.uint64(1))[column.codes]) * _MIX
    order = np.argsort(mixed)
    equal = np.flatnonzero(mixed[order][1:] == mixed[order][:-1])
    if len(equal):
        tied = np.union1d(equal, equal + 1)
        order[tied] = sorted(order[tied], key=lambda row: (mixed[row], str(ids[row])))
    return order.astype(np.int64)


def rows_of(ids: Values, pairs: Iterable[tuple[Hashable, Hashable]]) -> npt.NDArray[np.int64]:
    """(pairs, 2) rows of pairs of ids.

    Raises:
        BadMapping: not a pair of ids of the table.
    """
    listed = [tuple(pair) for pair in pairs]
    for pair in listed:
        if len(pair) != _PAIR or pair[0] == pair[1]:
            raise BadMapping.expected(_("a pair of two ids"), found=str(pair), where=_("the decisions"))
    flat = [each for pair in listed for each in pair]
    rows = pd.Index(ids).get_indexer(pd.Index(flat, dtype=object)) if flat else np.empty(0, dtype=np.int64)
    if (rows < 0).any():
        unknown = str(flat[int(np.argmin(rows))])
        raise BadMapping.expected(_("an id of the table"), found=unknown, where=_("the decisions"))
    return rows.astype(np.int64).reshape(-1, _PAIR)


def _ids(values: Values) -> Values:
    missing = pd.isna(values)
    if missing.any():
        row = int(np.argmax(missing))
        raise BadMapping.expected(_("an id in each row"), found=_("none"), where=_("row {row}").format(row=row))
    twice = pd.Index(values).duplicated()
    if twice.any():
        raise BadMapping.expected(_("each id once"), found=str(values[twice][0]), where=_("the column id"))
    return values


def _column(cells: Values, name: str) -> Column:
    """Distinct texts of a column.

    Raises:
        BadMapping: a cell is a list or a table.
    """
    try:
        codes, values = pd.factorize(cells)
    except TypeError:
        raise _several(cells, name) from None
    texts = list(values)
    if pd.api.types.infer_dtype(values) != "string":
        if any(isinstance(value, tuple | frozenset) for value in texts):
            raise _several(cells, name)
        texts = [str(value) for value in texts]
    if "\n".join(texts).count("\n") >= max(len(texts), 1):
        texts = [" ".join(text.split("\n")) for text in texts]
    if "" in texts:
        blank = texts.index("")
        codes = np.where(codes == blank, -1, codes - (codes > blank))
        del texts[blank]
    return Column(codes.astype(np.int32), texts)


def _several(cells: Values, name: str) -> OsintKitError:
    row = next(row for row, value in enumerate(cells) if not isinstance(value, str | int | float))
    where = _("row {row} of {column}").format(row=row, column=name)
    return BadMapping.expected(_("one value in a cell"), found=type(cells[row]).__name__, where=where)
