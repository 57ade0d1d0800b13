"""The evidence store: captures that wait to be sealed, sealed WARC files, and the custody log that binds them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from osint_kit.casefile import disk
from osint_kit.errors import IntegrityBroken
from osint_kit.messages import _
from osint_kit.model import Capture, CustodyEntry, Exhibit, Json, canonical, from_dict, sha256, to_dict
from osint_kit.preserve import Sealed, records

EVIDENCE = "evidence"
INCOMING = "incoming"
CUSTODY = "custody.jsonl"
SEAL = "seal"
_ENDING = ".warc.gz"


def custody(folder: Path) -> tuple[CustodyEntry, ...]:
    """The custody log, in file order.

    Raises:
        IntegrityBroken: a line is not an entry.
    """
    return tuple(_entry(row, number) for number, row in enumerate(disk.rows(folder / CUSTODY), start=1))


def log(folder: Path, entries: Iterable[CustodyEntry]) -> None:
    """Append entries to the custody log."""
    disk.append_rows(folder / CUSTODY, [to_dict(entry) for entry in entries])


def waiting(folder: Path) -> dict[str, Path]:
    """Content id → file of every capture that is collected but not yet sealed, oldest first."""
    files = sorted((folder / INCOMING).glob("*-*.json"))
    return {path.stem.partition("-")[2]: path for path in files}


def last_number(folder: Path) -> int:
    """The highest number among the captures that wait."""
    return max((int(path.stem.partition("-")[0]) for path in waiting(folder).values()), default=0)


def put(folder: Path, capture: Capture, number: int) -> None:
    """Keep one capture until it is sealed."""
    disk.write_whole(folder / INCOMING / f"{number:06d}-{capture.id}.json", canonical(to_dict(capture)))


def each_waiting(folder: Path) -> Iterator[tuple[str, Capture]]:
    """Content id and capture of everything that waits, in the order in which it came."""
    for name, path in waiting(folder).items():
        yield name, _waiting(name, path)


def load_waiting(folder: Path) -> tuple[Capture, ...]:
    """The captures that wait."""
    return tuple(capture for _name, capture in each_waiting(folder))


def next_name(entries: Iterable[CustodyEntry], author: str) -> str:
    """Name of the author's next WARC file: one that a killed process left without a custody entry is written anew."""
    number = sum(entry.action == SEAL and entry.author == author for entry in entries) + 1
    return f"{author}-{number:04d}{_ENDING}"


def note(name: str, body: bytes) -> str:
    """What the note of a seal entry says: the file and its digest, so that the signature covers every record."""
    return f"{EVIDENCE}/{name} {sha256(body)}"


def sealed_files(entries: Iterable[CustodyEntry]) -> dict[str, CustodyEntry]:
    """WARC file name → the entry that sealed it."""
    return {warc_name(entry): entry for entry in entries if entry.action == SEAL}


def warc_name(entry: CustodyEntry) -> str:
    """The WARC file that a seal entry names."""
    return entry.note.partition(" ")[0].removeprefix(f"{EVIDENCE}/")


def read_warc(folder: Path, name: str) -> Iterator[Sealed]:
    """The captures of one WARC file, digests checked."""
    yield from records(io.BytesIO(warc_bytes(folder, name)))


def warc_bytes(folder: Path, name: str) -> bytes:
    """The bytes of one WARC file; one taken over from another member may still be on its way into the store.

    Raises:
        IntegrityBroken: it is gone, or its name leads elsewhere.
    """
    for place in (EVIDENCE, INCOMING):
        path = folder / place / name
        if Path(name).name == name and path.is_file():
            return path.read_bytes()
    where = folder / EVIDENCE
    raise IntegrityBroken.expected(_("the sealed file {name}").format(name=name), found=_("none"), where=where)


def stage(folder: Path, name: str, body: bytes) -> None:
    """Put a WARC file beside the store: it is part of the case once a custody entry names it."""
    disk.write_whole(folder / INCOMING / name, body)


def move_in(folder: Path) -> None:
    """Move staged WARC files into the store, those that custody names."""
    known = sealed_files(custody(folder))
    for path in sorted((folder / INCOMING).glob(f"*{_ENDING}")):
        if path.name in known:
            disk.move(path, folder / EVIDENCE / path.name)


def exhibits(folder: Path, entries: Iterable[CustodyEntry]) -> tuple[Exhibit, ...]:
    """Every sealed exhibit once per author, in the order of each author's custody; authors by call sign."""
    files = sorted(sealed_files(entries).items(), key=lambda pair: (pair[1].author, pair[1].number))
    return tuple(each for name, entry in files for each in exhibits_of(folder, name, entry.author))


def exhibits_of(folder: Path, name: str, author: str) -> tuple[Exhibit, ...]:
    """The exhibits of one WARC file."""
    return tuple(_exhibit(sealed, author, name) for sealed in read_warc(folder, name))


def holders(found: Iterable[Exhibit]) -> dict[str, Exhibit]:
    """Content id → the earliest capture of it, whoever merged with whom."""
    first: dict[str, Exhibit] = {}
    for exhibit in found:
        held = first.get(exhibit.id)
        if held is None or (exhibit.retrieved_at, exhibit.author) < (held.retrieved_at, held.author):
            first[exhibit.id] = exhibit
    return first


def captures(folder: Path, holders: Mapping[str, Exhibit]) -> Iterator[Capture]:
    """The sealed captures behind exhibits, in their order."""
    opened: dict[str, dict[str, Capture]] = {}
    for exhibit in holders.values():
        if exhibit.warc not in opened:
            opened[exhibit.warc] = {each.capture.id: each.capture for each in read_warc(folder, exhibit.warc)}
        yield opened[exhibit.warc][exhibit.id]


def _exhibit(sealed: Sealed, author: str, name: str) -> Exhibit:
    capture = sealed.capture
    return Exhibit(
        id=capture.id,
        asked=capture.asked,
        served=capture.served,
        media_type=capture.media_type,
        digest=capture.digest,
        size=len(capture.body),
        status=capture.status,
        outcome=capture.outcome,
        retrieved_at=capture.retrieved_at,
        served_at=capture.served_at,
        author=author,
        warc=name,
        offset=sealed.offset,
        note=capture.note,
    )


def _entry(row: Json, number: int) -> CustodyEntry:
    try:
        return from_dict(CustodyEntry, disk.mapping(row))
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityBroken.expected(
            _("a custody entry"), found=str(error) or _("something else"), where=f"{CUSTODY}:{number}"
        ) from error


def _waiting(name: str, path: Path) -> Capture:
    try:
        capture = from_dict(Capture, json.loads(path.read_bytes()))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IntegrityBroken.expected(_("a capture"), found=str(error), where=path) from error
    if capture.id != name:
        raise IntegrityBroken.expected(name, found=capture.id, where=path)
    return capture
