"""WARC files that other tools made (`wget --warc-file`, `warcio record`, browsers' crawlers), plain or gzipped.

A response and a resource are a capture each. A revisit says that a page was as before and repeats nothing of it: it
is a capture without a body, whose outcome says so.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from osint_kit.collect.imports import Given, Importer, importers
from osint_kit.collect.stored import LIMIT, bounded, local
from osint_kit.errors import ItemError, UnexpectedLayout, Unparseable
from osint_kit.messages import _
from osint_kit.model import Capture, Headers, Outcome
from osint_kit.model.times import mail_date

ENDINGS = (".warc", ".warc.gz")
_BROKEN = (ArchiveLoadFailed, zlib.error, ValueError, KeyError, TypeError, AttributeError, OSError, EOFError)
"""What warcio raises over a file that is none, or that breaks off."""

_UNPACKED = ("gzip", "x-gzip", "deflate")
_HEAD_MOST = _CHUNK = 1024 * 1024
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its kind, its own headers in lower case, its block as far as the file holds it."""

    kind: str
    headers: Mapping[str, str]
    block: bytes
    whole: bool

    @property
    def address(self) -> str:
        """The address that the record is of."""
        return self.headers.get("warc-target-uri", "").strip("<>")


def read(given: Given) -> Iterator[Capture]:
    """The captures of every record that holds an answer.

    Raises:
        Unparseable: no WARC file, or one that breaks off; what stands before the break has been yielded.
    """
    request: _Record | None = None
    for record in _records(given):
        if record.kind == "request":
            request = record
        elif record.kind in ("response", "resource", "revisit"):
            try:
                yield _capture(given, record, request if request and _together(request, record) else None)
            except ItemError as error:
                yield _failed(given, record, str(error))


def _records(given: Given) -> Iterator[_Record]:
    try:
        for raw in ArchiveIterator(given.stream, no_record_parse=True, arc2warc=False):
            yield _record(raw)
        _check_end(given)
    except _BROKEN as error:
        raise Unparseable.expected(_("a readable WARC file"), found=str(error), where=given.name) from error


def _check_end(given: Given) -> None:
    """Refuse a gzipped file whose last member has no end, or one that does not match its checksum.

    Raises:
        EOFError, zlib.error: warcio forgives both.
    """
    given.stream.seek(0)
    waiting = given.stream.read(_CHUNK)
    if not waiting.startswith(b"\x1f\x8b"):
        return
    member = zlib.decompressobj(wbits=_GZIP)
    while waiting:
        member.decompress(waiting, _CHUNK)
        waiting = member.unused_data or member.unconsumed_tail or given.stream.read(_CHUNK)
        if member.eof and waiting:
            member = zlib.decompressobj(wbits=_GZIP)
    if not member.eof:
        raise EOFError(_("the file breaks off"))


def _record(raw: ArcWarcRecord) -> _Record:
    headers = {name.lower(): value for name, value in raw.rec_headers.headers}
    length = raw.length if isinstance(raw.length, int) else -1
    block = raw.raw_stream.read(min(max(length, 0), LIMIT + _HEAD_MOST))
    return _Record(str(raw.rec_type), headers, block, len(block) == length)


def _capture(given: Given, record: _Record, request: _Record | None) -> Capture:
    when, doubt = _date(given, record)
    http = record.kind != "resource" and "application/http" in record.headers.get("content-type", "application/http")
    if record.kind == "revisit":
        capture = _revisit(given, record)
    elif http:
        capture = _response(given, record)
    else:
        headers: Headers = (("content-type", record.headers.get("content-type", "application/octet-stream")),)
        capture = _made(given, record, 0, headers, bounded(io.BytesIO(record.block), record.address))
    asked = _split(request.block)[1] if request else ()
    doubts = [capture.note, doubt, *_doubts(record)]
    partial = capture.outcome is Outcome.CAPTURED and len([each for each in doubts if each]) > 1
    outcome = Outcome.PARTIAL if partial else capture.outcome
    note = "; ".join(each for each in doubts if each)
    return replace(capture, retrieved_at=when, request=asked, outcome=outcome, note=note)


def _response(given: Given, record: _Record) -> Capture:
    status_line, headers, payload = _split(record.block)
    status = _status(status_line, record.address)
    named = {name.lower(): value for name, value in reversed(headers)}
    made = _made(given, record, status, headers, _unwrapped(payload, named, record.address))
    return replace(made, outcome=Outcome.of_status(status), served_at=mail_date(named.get("date", "")))


def _revisit(given: Given, record: _Record) -> Capture:
    status_line, headers, _payload = _split(record.block)
    status = _status(status_line, record.address) if status_line else 0
    first = (
        record.headers.get("warc-refers-to-target-uri") or record.headers.get("warc-refers-to") or _("an earlier one")
    )
    note = _("a revisit of {first}: the file does not repeat its body").format(first=first.strip("<>"))
    made = _made(given, record, status, headers, b"")
    return replace(made, outcome=Outcome.ERROR, note=f"{made.note}; {note}")


def _made(given: Given, record: _Record, status: int, headers: Headers, body: bytes) -> Capture:
    if not record.address:
        raise UnexpectedLayout.expected("WARC-Target-URI", found=_("none"), where=_where(given, record))
    note = _("imported from {name}").format(name=_where(given, record))
    return Capture(record.address, record.address, given.at, None, status, (), headers, body, Outcome.CAPTURED, note)


def _failed(given: Given, record: _Record, note: str) -> Capture:
    address = record.address or local(given.name)
    return Capture(address, address, _date(given, record)[0], None, 0, (), (), b"", Outcome.ERROR, note)


def _where(given: Given, record: _Record) -> str:
    return f"{given.name} {record.headers.get('warc-record-id', '')}".strip()


def _split(block: bytes) -> tuple[str, Headers, bytes]:
    """First line, headers and body of an HTTP message."""
    head, blank, body = block.partition(b"\r\n\r\n")
    if not blank:
        head, blank, body = block.partition(b"\n\n")
    first, *lines = head.decode("latin-1").splitlines() or [""]
    headers: list[tuple[str, str]] = []
    for line in lines:
        name, colon, value = line.partition(":")
        if line[:1] in (" ", "\t") and headers:
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
        elif colon:
            headers.append((name.strip().lower(), value.strip()))
    return first, tuple(headers), body


def _status(line: str, where: str) -> int:
    version, _gap, rest = line.partition(" ")
    code = rest[:3]
    if not version.startswith("HTTP/") or not (code.isascii() and code.isdigit()):
        raise UnexpectedLayout.expected(_("an HTTP status line"), found=repr(line[:80]), where=where)
    return int(code)


def _unwrapped(payload: bytes, headers: Mapping[str, str], where: str) -> bytes:
    """The body without chunks and compression; an encoding that is not known stays as it is."""
    stream: object = io.BytesIO(payload)
    if headers.get("transfer-encoding", "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    packed = headers.get("content-encoding", "").lower()
    if packed in _UNPACKED:
        stream = BufferedReader(stream, decomp_type=packed.removeprefix("x-"))
    try:
        return bounded(stream, where)  # type: ignore[arg-type]  # warcio's readers read like a file
    except (zlib.error, ValueError, EOFError) as error:
        raise Unparseable.expected(
            _("a body in {encoding}").format(encoding=packed), found=str(error), where=where
        ) from error


def _doubts(record: _Record) -> Iterator[str]:
    """What speaks against a record being whole."""
    if not record.whole:
        yield _("the file breaks off in this record")
    if reason := record.headers.get("warc-truncated"):
        yield _("truncated when it was recorded: {reason}").format(reason=reason)
    if _differs(record.headers.get("warc-block-digest", ""), record.block):
        yield _("its block does not match its digest")


def _differs(stated: str, part: bytes) -> bool:
    algorithm, _colon, digest = stated.partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in ("md5", "sha1", "sha256", "sha512"):
        return False
    found = hashlib.new(algorithm, part, usedforsecurity=False)
    encoded = base64.b32encode(found.digest()).decode().rstrip("=")
    return digest.rstrip("=").upper() != encoded and digest.lower() != found.hexdigest()


def _date(given: Given, record: _Record) -> tuple[datetime, str]:
    """When it was recorded; the time of the import, and a doubt, where the record says no time that exists."""
    said = record.headers.get("warc-date", "")
    try:
        return datetime.fromisoformat(said).astimezone(UTC), ""
    except (ValueError, OverflowError):
        doubt = _("expected {what}, found {found}, at {where}")
        return given.at, doubt.format(what="WARC-Date", found=repr(said), where=_where(given, record))


def _together(request: _Record, record: _Record) -> bool:
    """Whether a request is the one that a record answers."""
    ids = {request.headers.get("warc-record-id"), record.headers.get("warc-record-id")}
    tied = {request.headers.get("warc-concurrent-to"), record.headers.get("warc-concurrent-to")} - {None}
    return bool(tied & ids)


def _matches(name: str, head: bytes) -> bool:
    return name.lower().endswith(ENDINGS) or head.startswith(b"WARC/")


importers.add(__name__, Importer(_matches, read))
