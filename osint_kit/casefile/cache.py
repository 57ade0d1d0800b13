"""`case.db`: derived tables in SQLite, disposable: whatever does not fit is made again."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from osint_kit.model import Json, canonical, sha256
from osint_kit.model.frames import Column, Table

NAME = "case.db"
_APPLICATION = 0x6F73696E
_TYPES = {"int64": "INTEGER", "bool": "INTEGER", "float64": "REAL"}
_DAMAGED = (sqlite3.Error, ValueError, TypeError, KeyError)


class Cache:
    """Tables by name, each with the fingerprint of what it was made from."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before the first look-up."""
        self.path = path

    def frame(self, table: Table, fingerprint: str, build: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The stored frame if it was made from the same input, else a new one, which is stored."""
        stored = self._load(table.name, fingerprint, [column.name for column in table.columns])
        if stored is not None:
            return table.frame({c.name: _rich(c, v) for c, v in zip(table.columns, row, strict=True)} for row in stored)
        built = table.check(build())
        rows = [[_flat(c, value) for c, value in zip(table.columns, row, strict=True)] for row in _tuples(built)]
        self._store(table.name, fingerprint, {c.name: _TYPES.get(c.dtype, "TEXT") for c in table.columns}, rows)
        return built

    def nouns(
        self, name: str, fingerprint: str, build: Callable[[], Iterable[dict[str, Json]]]
    ) -> list[dict[str, Json]]:
        """The same for nouns, one JSON text per row."""
        stored = self._load(name, fingerprint, ["noun"])
        if stored is not None:
            return [json.loads(str(row[0])) for row in stored]
        built = list(build())
        self._store(name, fingerprint, {"noun": "TEXT"}, [[canonical(each).decode()] for each in built])
        return built

    def _load(self, name: str, fingerprint: str, columns: list[str]) -> list[list[Json]] | None:
        if not self.path.exists():
            return None
        try:
            with contextlib.closing(self._open()) as base:
                found = base.execute("SELECT fingerprint, digest FROM _made WHERE name = ?", (name,)).fetchone()
                if found is None or found[0] != fingerprint:
                    return None
                named = ", ".join(f'"{column}"' for column in columns)
                rows = [list(row) for row in base.execute(f'SELECT {named} FROM "{name}" ORDER BY rowid')]  # noqa: S608 - names are declared in model/tables.py
                if _digest(rows) == found[1]:
                    return rows
        except _DAMAGED:
            pass
        self._discard()
        return None

    def _store(self, name: str, fingerprint: str, columns: Mapping[str, str], rows: list[list[Json]]) -> None:
        for _attempt in range(2):
            try:
                with contextlib.closing(self._open()) as base, base:
                    _write(base, name, columns, rows)
                    made = (name, fingerprint, _digest(rows))
                    base.execute("INSERT OR REPLACE INTO _made VALUES (?, ?, ?)", made)
            except sqlite3.Error:
                self._discard()
            else:
                return

    def _open(self) -> sqlite3.Connection:
        fresh = not self.path.exists()
        base = sqlite3.connect(self.path, timeout=5)
        try:
            if fresh:
                base.execute(f"PRAGMA application_id = {_APPLICATION}")
                base.execute("CREATE TABLE _made (name TEXT PRIMARY KEY, fingerprint TEXT, digest TEXT)")
                base.commit()
            if base.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
                raise sqlite3.DatabaseError("not a case.db")
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink()


def _write(base: sqlite3.Connection, name: str, columns: Mapping[str, str], rows: list[list[Json]]) -> None:
    base.execute(f'DROP TABLE IF EXISTS "{name}"')
    declared = ", ".join(f'"{key}" {kind}' for key, kind in columns.items())
    base.execute(f'CREATE TABLE "{name}" ({declared})')
    marks = ", ".join("?" for _column in columns)
    base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - names are declared in model/tables.py


def _digest(rows: list[list[Json]]) -> str:
    return sha256(canonical([*rows]))


def _tuples(frame: pd.DataFrame) -> Iterable[tuple[object, ...]]:
    return frame.itertuples(index=False, name=None)


def _flat(column: Column, value: object) -> Json:
    if column.dtype == "object":
        return canonical(list(value)).decode() if isinstance(value, tuple) else canonical(str(value)).decode()
    makers: dict[str, Callable[[object], Json]] = {
        "int64": lambda each: int(str(each)),
        "bool": lambda each: int(bool(each)),
        "float64": lambda each: float(str(each)),
    }
    return makers.get(column.dtype, str)(value)


def _rich(column: Column, value: Json) -> object:
    if column.dtype == "object":
        inner = json.loads(str(value))
        return tuple(inner) if isinstance(inner, list) else inner
    return bool(value) if column.dtype == "bool" else value
