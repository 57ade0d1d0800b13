"""A table of a TOML file that knows where it stands, so that every complaint names file and key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from osint_kit.errors import BadScenario
from osint_kit.messages import _

_Table: TypeAlias = "Mapping[str, object]"


class Reader:
    """One table."""

    def __init__(self, table: _Table, path: Path, at: str = "") -> None:
        """Read `table`, which stands at the key `at` of the file `path`."""
        self.table, self.path, self.at = table, path, at

    def key(self, name: str) -> str:
        """Full key of an entry."""
        return f"{self.at}.{name}" if self.at else name

    def fail(self, name: str, wanted: str, found: object) -> BadScenario:
        """The complaint about an entry, to be raised."""
        where = f"{self.path}: {self.key(name)}"
        error = BadScenario.expected(wanted, found=str(found), where=where)
        return BadScenario(str(error))

    def get(self, name: str, kind: type, wanted: str = "") -> object:
        """An entry of a kind; neither empty nor missing."""
        value = self.table.get(name)
        if not isinstance(value, kind) or isinstance(value, bool) or (kind in (str, list) and not value):
            shown = _("nothing") if value is None else repr(value)
            raise self.fail(name, wanted or _kind(kind), shown)
        return value

    def text(self, name: str) -> str:
        """An entry that is a text."""
        return str(self.get(name, str))

    def texts(self, name: str, wanted: str = "") -> tuple[str, ...]:
        """An entry that is a list of texts."""
        values = self.get(name, list, wanted or _("a list of texts"))
        assert isinstance(values, list)
        for at, value in enumerate(values):
            if not isinstance(value, str):
                raise self.fail(f"{name}[{at}]", _("text"), repr(value))
        return tuple(values)

    def part(self, name: str) -> Reader:
        """An entry that is a table."""
        value = self.get(name, dict)
        assert isinstance(value, dict)
        return Reader(value, self.path, self.key(name))

    def parts(self, name: str, wanted: str = "") -> tuple[Reader, ...]:
        """An entry that is a list of tables."""
        values = self.get(name, list, wanted)
        assert isinstance(values, list)
        readers = []
        for at, value in enumerate(values):
            if not isinstance(value, dict):
                raise self.fail(f"{name}[{at}]", _("a table"), repr(value))
            readers.append(Reader(value, self.path, f"{self.key(name)}[{at}]"))
        return tuple(readers)


def _kind(kind: type) -> str:
    names = {
        list: _("a list"),
        dict: _("a table"),
        str: _("text"),
        date: _("a date"),
        datetime: _("a time"),
    }
    return names[kind]
