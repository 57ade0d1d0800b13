"""From collected to sealed: every point where a process may be killed leaves a case that the next command finishes.

A capture is safe once its file in `incoming/` is. A WARC file counts once a signed entry names it; only then do its
captures leave `incoming/`. A file without an entry, left by a killed process, is written anew.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from osint_kit.casefile import disk, evidence
from osint_kit.errors import IntegrityBroken
from osint_kit.messages import _
from osint_kit.model import Capture, Clock
from osint_kit.preserve import Signer, new_entry, write

COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who writes to the case, by which clock, and what the WARC file tells about it."""

    signer: Signer
    clock: Clock
    info: Mapping[str, str]


def add(folder: Path, captures: Iterable[Capture], seat: Seat) -> Iterator[Capture]:
    """Keep captures, yield each new one once it is safe, and sign for all of them at the end."""
    held = set(evidence.waiting(folder)) | set(_sealed(folder))
    number = evidence.last_number(folder)
    try:
        for capture in captures:
            if capture.id in held:
                continue
            number += 1
            evidence.put(folder, capture, number)
            held.add(capture.id)
            yield capture
    finally:
        _sign_collected(folder, seat)


def seal(folder: Path, seat: Seat) -> str:
    """Seal what waits; returns the name of the WARC file, or an empty string if nothing waited."""
    evidence.move_in(folder)
    _clear_sealed(folder)
    captures = evidence.load_waiting(folder)
    if not captures:
        return ""
    _sign_collected(folder, seat)
    entries = evidence.custody(folder)
    name = evidence.next_name(entries, seat.signer.author)
    _refuse_to_overwrite(folder, name, captures)
    body = _warc(captures, seat)
    disk.write_whole(folder / evidence.EVIDENCE / name, body)
    _read_back(folder, name, captures)
    touched = [(capture.id, capture.digest) for capture in captures]
    note = evidence.note(name, body)
    at = seat.clock()
    entry = new_entry(entries, seat.signer, action=evidence.SEAL, at=at, touched=touched, note=note)
    evidence.log(folder, [entry])
    _clear_sealed(folder)
    return name


def _sign_collected(folder: Path, seat: Seat) -> None:
    """Sign for every waiting capture that no entry names yet, those of a killed process included."""
    entries = evidence.custody(folder)
    own = (entry for entry in entries if entry.author == seat.signer.author and entry.action == COLLECT)
    signed = {exhibit for entry in own for exhibit in entry.exhibits}
    found = [each for name, each in evidence.each_waiting(folder) if name not in signed]
    if found:
        touched = [(capture.id, capture.digest) for capture in found]
        evidence.log(folder, [new_entry(entries, seat.signer, action=COLLECT, at=seat.clock(), touched=touched)])


def _clear_sealed(folder: Path) -> None:
    sealed = set(_sealed(folder))
    for name, path in evidence.waiting(folder).items():
        if name in sealed:
            disk.remove(path)
    for unfinished in (folder / evidence.INCOMING).glob(f"*{disk.PART}"):
        disk.remove(unfinished)


def _sealed(folder: Path) -> Iterator[str]:
    for entry in evidence.custody(folder):
        if entry.action == evidence.SEAL:
            yield from entry.exhibits


def _warc(found: Iterable[Capture], seat: Seat) -> bytes:
    stream = io.BytesIO()
    write(found, stream, info=seat.info)
    return stream.getvalue()


def _refuse_to_overwrite(folder: Path, name: str, found: Iterable[Capture]) -> None:
    if not (folder / evidence.EVIDENCE / name).exists():
        return
    waiting = {capture.id for capture in found}
    stray = [each.capture.id for each in evidence.read_warc(folder, name) if each.capture.id not in waiting]
    if stray:
        what = _("no sealed file without a custody entry")
        raise IntegrityBroken.expected(what, found=name, where=folder / evidence.EVIDENCE)


def _read_back(folder: Path, name: str, found: Iterable[Capture]) -> None:
    if [each.capture for each in evidence.read_warc(folder, name)] != list(found):
        what = _("the captures as they were written")
        raise IntegrityBroken.expected(what, found=_("others"), where=folder / evidence.EVIDENCE / name)
