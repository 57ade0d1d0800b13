"""Taking in what somebody else collected: finds the files, and keeps what the importers of `collect` read in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Capture, Outcome

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

_REDIRECTS = range(300, 400)


@dataclass(slots=True)
class Imported:
    """What became of the files: how many there were, what they held, and what could not be read, with the reason."""

    files: int = 0
    captures: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


def take_in(case: Case, path: Path | str) -> Imported:
    """Keep every capture that a file, or the files of a folder, hold; each is on the disk before the next is read.

    Raises:
        MissingInput: there is no such file or folder, or nothing in it that any importer knows.
    """
    from osint_kit.collect.importing import bring  # noqa: PLC0415 - steps load when they are used

    files = dict(_files(Path(path)))
    found = Imported(files=len(files))
    opened = {name: partial(_open, file) for name, file in files.items()}
    for _capture in case.add_captures(_counted(found, bring(opened, case.clock))):
        pass
    found.failed += _passed_over(files)
    return found


def _files(given: Path) -> Iterator[tuple[str, Path]]:
    """Name from the given file or folder on, and path; links that lead elsewhere are not followed."""
    if given.is_file():
        yield given.name, given
        return
    if not given.is_dir():
        raise MissingInput.expected(_("a file or a folder"), found=_("nothing"), where=given)
    top = given.resolve().name
    for file in sorted(given.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield f"{top}/{file.relative_to(given).as_posix()}", file


def _open(file: Path) -> BinaryIO:
    return file.open("rb")


def _counted(found: Imported, captures: Iterator[Capture]) -> Iterator[Capture]:
    """Pass captures on; count those that hold something, and note why the others do not."""
    for capture in captures:
        why = _gap(capture)
        if why:
            found.failed.append((capture.asked, why))
        found.captures += not why
        yield capture


def _gap(capture: Capture) -> str:
    """Why a capture shows nothing, or not all; empty where it shows everything, and for a page that points on."""
    if capture.outcome is Outcome.CAPTURED:
        empty = not capture.status and not capture.body.strip()
        text = _("expected {what}, found {found}, at {where}")
        return text.format(what=_("content"), found=_("an empty file"), where=capture.asked) if empty else ""
    if capture.status in _REDIRECTS:
        return ""
    return f"{capture.status} {capture.outcome.value}; {capture.note}" if capture.status else capture.note


def _passed_over(files: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """One line for all the files that no importer knows (pictures beside a page), by the ending of their names."""
    from osint_kit.collect.importing import HEAD, importer_of  # noqa: PLC0415 - steps load when they are used

    unknown: Counter[str] = Counter()
    for name, file in files.items():
        try:
            with file.open("rb") as stream:
                known = name.lower().endswith(".zip") or importer_of(name, stream.read(HEAD))
        except OSError:
            continue  # the import itself has said so
        if not known:
            unknown[file.suffix.lower() or file.name] += 1
    if unknown:
        kinds = ", ".join(f"{count} × {ending}" for ending, count in sorted(unknown.items()))
        text = _("passed over, for no importer knows such files: {kinds}")
        yield next(iter(files)).partition("/")[0], text.format(kinds=kinds)
