"""Engine of the importers: which file is of which format, what stands in a ZIP, failures as captures."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import IO, BinaryIO, TypeAlias, cast

from osint_kit.collect.imports import Given, importers
from osint_kit.collect.stored import LIMIT, local
from osint_kit.errors import ItemError, MissingInput, UnexpectedLayout, Unparseable
from osint_kit.messages import _
from osint_kit.model import Capture, Clock, Outcome

Opener: TypeAlias = Callable[[], IO[bytes]]
"""Opens one file at its beginning; it may be called more than once."""

HEAD = 4096
"""Bytes by which a format is told."""

_MOST_FILES = 10_000
_MOST_BYTES = 16 * LIMIT
_DRIVE = re.compile(r"[A-Za-z]:")
_UNREADABLE = (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error)
"""What a damaged, locked or vanished file raises, a member of a ZIP included."""


def bring(files: Mapping[str, Opener], clock: Clock) -> Iterator[Capture]:
    """Read files that somebody else made into captures, in the order of their names; a ZIP is read as a folder.

    What cannot be read is a capture whose outcome is an error and whose note says why; what no importer knows is
    passed over (`importer_of` tells which).

    Args:
        files: by name, `/` between folders, best with the name of the folder that was given in front: a file that
            names no address is known by its name from then on (`file:ChatExport_1/result.json`).

    Raises:
        MissingInput: nothing that any importer knows.
    """
    known = False
    for name, opener in sorted(files.items()):
        try:
            for inner, opened in _unfolded(name, opener):
                for capture in _brought(inner, opened, clock()):
                    known = True
                    yield capture
        except (ItemError, *_UNREADABLE) as error:
            known = True
            yield _failed(name, clock(), error)
    if not known:
        found = ", ".join(sorted(files)[:5]) or _("nothing")
        raise MissingInput.expected(
            _("a file of {known}").format(known=", ".join(importers)), found=found, where=_("the import")
        )


def importer_of(name: str, head: bytes) -> str:
    """Name of the importer that knows a file; empty if none does."""
    return next((each for each in importers if importers[each].matches(name, head)), "")


def _brought(name: str, opener: Opener, at: datetime) -> Iterator[Capture]:
    """The captures of one file; one that fails ends with a capture that says so."""
    try:
        _check(name)
        with opener() as stream:
            member = importer_of(name, stream.read(HEAD))
        if member:
            with opener() as stream:
                yield from importers[member].read(Given(name, cast("BinaryIO", stream), at))
    except (ItemError, *_UNREADABLE) as error:
        yield _failed(name, at, error)


def _unfolded(name: str, opener: Opener) -> Iterator[tuple[str, Opener]]:
    """The file itself, or the files that stand in a ZIP.

    Raises:
        UnexpectedLayout: too many files, or files that would be too large.
    """
    if not name.lower().endswith(".zip"):
        yield name, opener
        return
    with opener() as stream, zipfile.ZipFile(stream) as folder:
        members = [each for each in folder.infolist() if not each.is_dir()]
        total = sum(each.file_size for each in members)
        if len(members) > _MOST_FILES or total > _MOST_BYTES:
            most = _("at most {files} files and {bytes} bytes").format(files=_MOST_FILES, bytes=_MOST_BYTES)
            raise UnexpectedLayout.expected(most, found=f"{len(members)}, {total}", where=name)
        for member in members:
            yield f"{name}/{member.filename}", partial(folder.open, member)


def _check(name: str) -> None:
    """Refuse a name that leads out of the folder.

    Raises:
        Unparseable: an empty step, `..`, a drive, a backslash or a control character.
    """
    steps = name.split("/")
    if any(step in ("", ".", "..") or _DRIVE.match(step) for step in steps) or set(name) & set("\\\0\n\r"):
        raise Unparseable.expected(_("a name inside of the folder"), found=repr(name), where=_("the import"))


def _failed(name: str, at: datetime, error: Exception) -> Capture:
    address, why = local(name), str(error) or type(error).__name__
    if not isinstance(error, ItemError):
        why = str(Unparseable.expected(_("a file that can be read"), found=why, where=name))
    return Capture(address, address, at, None, 0, (), (), b"", Outcome.ERROR, why)
