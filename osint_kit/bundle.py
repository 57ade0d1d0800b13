"""Opens a world bundle: tables, files, profiles; never the answer key.

In:  the folder that `osint_kit.world.make` wrote
Out: World
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from osint_kit.errors import CaseVersion, IntegrityBroken, MissingInput
from osint_kit.knowledge.regions import Profile
from osint_kit.messages import _
from osint_kit.model import Json

BUNDLE_FORMAT = 1
_Row: TypeAlias = "dict[str, Json]"


@dataclass(frozen=True, slots=True)
class Source:
    """A host that a plan may ask, as the brief names it."""

    host: str
    kind: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class World:
    """One fixture world, as a team may see it.

    Attributes:
        demo: made from a small seed that anybody can guess; not for scored sessions.
        opens: the site clock at the start of the exercise.
        commitment: binds the world to its seed without telling it.
    """

    path: Path
    id: str
    format: int
    scenario: str
    version: str
    difficulty: str
    demo: bool
    watermark: str
    opens: datetime
    commitment: str
    brief: Mapping[str, str]
    sources: tuple[Source, ...]
    profiles: tuple[Profile, ...]
    _rows: dict[str, tuple[_Row, ...]] = field(default_factory=dict, repr=False, compare=False)
    _of_host: dict[str, dict[str, tuple[_Row, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def rows(self, table: str) -> tuple[_Row, ...]:
        """Rows of one table of `tables/`; read once.

        Raises:
            MissingInput: there is no such table.
        """
        if table not in self._rows:
            body = _bytes(self.path / "tables", f"{table}.jsonl").decode("utf-8")
            self._rows[table] = tuple(json.loads(line) for line in body.splitlines())
        return self._rows[table]

    def rows_of(self, table: str, host: str) -> tuple[_Row, ...]:
        """The rows of a table that belong to one site."""
        if table not in self._of_host:
            grouped: dict[str, list[_Row]] = {}
            for row in self.rows(table):
                grouped.setdefault(str(row["host"]), []).append(row)
            self._of_host[table] = {name: tuple(rows) for name, rows in grouped.items()}
        return self._of_host[table].get(host, ())

    def file(self, name: str) -> bytes:
        """Bytes of one partner file of `files/`.

        Raises:
            MissingInput: there is no such file.
        """
        return _bytes(self.path / "files", name)


def open_world(path: Path | str) -> World:
    """Open a bundle and check it against its manifest.

    Raises:
        MissingInput: the folder is not a bundle. CaseVersion: another format. IntegrityBroken: a file was changed.
    """
    root = Path(path)
    described = root / "world.toml"
    if not described.is_file():
        raise MissingInput.expected(_("a world bundle with world.toml"), found=_("no such file"), where=root)
    try:
        told = tomllib.loads(described.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IntegrityBroken.expected(_("a readable world.toml"), found=str(error), where=described) from error
    if told.get("format") != BUNDLE_FORMAT:
        raise CaseVersion.expected(
            _("bundle format {format}").format(format=BUNDLE_FORMAT), found=str(told.get("format")), where=described
        )
    _check_manifest(root)
    return _world(root, told)


def _world(root: Path, told: Mapping[str, object]) -> World:
    where = root / "world.toml"
    sources = told.get("sources")
    profiles = told.get("profiles")
    brief = told.get("brief")
    if not (isinstance(sources, list) and isinstance(profiles, list) and isinstance(brief, dict)):
        raise MissingInput.expected(_("brief, sources and profiles"), found=str(sorted(told)), where=where)
    try:
        return World(
            path=root,
            id=str(told["id"]),
            format=BUNDLE_FORMAT,
            scenario=str(told["scenario"]),
            version=str(told["version"]),
            difficulty=str(told["difficulty"]),
            demo=bool(told["demo"]),
            watermark=str(told["watermark"]),
            opens=datetime.fromisoformat(str(told["opens"])),
            commitment=str(told["commitment"]),
            brief={str(key): str(value) for key, value in brief.items()},
            sources=tuple(Source(**{key: str(each[key]) for key in Source.__slots__}) for each in sources),
            profiles=tuple(Profile.of(each, where=where) for each in profiles),
        )
    except (KeyError, ValueError) as error:
        raise MissingInput.expected(_("a complete world.toml"), found=str(error), where=where) from error


def _check_manifest(root: Path) -> None:
    try:
        listed = _bytes(root, "MANIFEST.sha256").decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise IntegrityBroken.expected(_("text"), found=str(error), where=root / "MANIFEST.sha256") from error
    named = set()
    for line in listed:
        digest, _gap, name = line.partition("  ")
        named.add(name)
        found = hashlib.sha256(_bytes(root, name)).hexdigest()
        if found != digest:
            raise IntegrityBroken.expected(f"SHA-256 {digest}", found=found, where=root / name)
    for folder in ("tables", "files"):
        for path in sorted(each for each in (root / folder).rglob("*") if not each.is_dir()):
            if path.relative_to(root).as_posix() not in named:
                raise IntegrityBroken.expected(
                    _("only files that the manifest names"), found=path.name, where=root / folder
                )


def _bytes(folder: Path, name: str) -> bytes:
    """Read one file by its plain name; a name that climbs out of the folder is not found."""
    path = folder / name
    inside = path.resolve().is_relative_to(folder.resolve())
    if not inside or "key" in path.relative_to(folder).parts or not path.is_file():
        raise MissingInput.expected(_("a file of the bundle"), found=name, where=folder)
    return path.read_bytes()
