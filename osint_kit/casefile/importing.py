"""Taking in what somebody else collected: opens the files, and lets the importers of `collect` read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.errors import ItemError, MissingInput, StorageFailed
from osint_kit.messages import _

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case
    from osint_kit.collect.imports import Importer
    from osint_kit.model import Capture

HEAD = 4096
"""First bytes by which an importer knows its format."""


@dataclass(slots=True)
class Imported:
    """What became of the files: read, kept as captures, and what could not be read, with the reason."""

    files: int = 0
    captures: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


def take_in(case: Case, path: Path | str) -> Imported:
    """Keep every capture that a file, or the files of a folder, hold; each is on the disk before the next is read.

    Raises:
        MissingInput: there is no such file or folder.
    """
    given = Path(path)
    found = Imported()
    for name, file in _files(given):
        found.files += 1
        list(case.add_captures(_counted(found, name, _read(case, name, file))))
    return found


def _files(given: Path) -> Iterator[tuple[str, Path]]:
    """Name inside what was given, and path; links that lead elsewhere are not followed."""
    if given.is_file():
        yield given.name, given
        return
    if not given.is_dir():
        raise MissingInput.expected(_("a file or a folder"), found=_("nothing"), where=given)
    for file in sorted(given.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(given).as_posix(), file


def _read(case: Case, name: str, file: Path) -> Iterator[Capture]:
    from osint_kit.collect.imports import Given  # noqa: PLC0415 - steps load when they are used

    try:
        with file.open("rb") as stream:
            importer = _importer(name, stream.read(HEAD))
            stream.seek(0)
            if importer is not None:
                yield from importer.read(Given(name, stream, case.clock()))
    except OSError as error:
        raise StorageFailed.expected(_("a file that can be read"), found=str(error), where=file) from error


def _importer(name: str, head: bytes) -> Importer | None:
    from osint_kit.collect.imports import importers  # noqa: PLC0415 - steps load when they are used

    return next((importers[each] for each in importers if importers[each].matches(name, head)), None)


def _counted(found: Imported, name: str, captures: Iterator[Capture]) -> Iterator[Capture]:
    """What a file holds until it breaks off; the reason is kept, and the next file is taken in."""
    before = found.captures
    try:
        for capture in captures:
            found.captures += 1
            yield capture
    except ItemError as error:
        found.failed.append((name, str(error)))
    else:
        if found.captures == before:
            found.failed.append((name, _("no importer knows this file")))
