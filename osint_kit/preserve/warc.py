"""Captures to WARC 1.1 and back: one gzip member per record, SHA-256 in base32 over block and payload.

Per capture: a `request`, a `response` (the HTTP head and the body exactly as served) and a `metadata` record with the
collection data. Bytes that no exchange is known of (an imported file) are a `resource` instead, and a request that is
not known is not made up. What HTTP's own grammar cannot carry (an odd header, a space in an address) stands unharmed
in the metadata; the head of the response is then the nearest lawful form. A capture without an answer has neither.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import uuid
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import BinaryIO
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from osint_kit.errors import IntegrityBroken
from osint_kit.messages import _
from osint_kit.model import Capture, Headers, Json, canonical, from_dict, sha256
from osint_kit.preserve.collection import collection_data

CONFORMS = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_URI = "%/:=&?~#+!$,;'@()*[]"
_TYPES = {
    "warcinfo": "application/warc-fields",
    "request": "application/http; msgtype=request",
    "response": "application/http; msgtype=response",
    "resource": "application/octet-stream",
    "metadata": "application/json",
}
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_UNREADABLE = (ArchiveLoadFailed, zlib.error, ValueError, KeyError, TypeError, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A capture read back: where its response begins, and the collection data written with it."""

    capture: Capture
    offset: int
    collection: Mapping[str, Json]


def write(captures: Iterable[Capture], stream: BinaryIO, *, info: Mapping[str, str]) -> None:
    """Write a warcinfo record and the captures; the same input gives the same bytes.

    Args:
        info: `software`, `operator`, `isPartOf` (case), `description` (watermark), `machine`, `clock`.
    """
    listed = list(captures)
    writer = _Writer(stream, gzip=True, warc_version="WARC/1.1")
    for record in (_warcinfo(listed, info), *(each for capture in listed for each in _of_capture(capture, info))):
        writer.write_record(record)


def read(stream: BinaryIO) -> Iterator[tuple[Capture, int]]:
    """Yield each capture and the offset of its response record.

    Raises:
        IntegrityBroken: a digest does not match, or the file is not what `write` made.
    """
    for sealed in records(stream):
        yield sealed.capture, sealed.offset


def records(stream: BinaryIO) -> Iterator[Sealed]:
    """Yield each capture with its collection data, every digest checked on the way."""
    body, offset = b"", -1
    for kind, block, start in _blocks(stream):
        if kind == "response":
            body, offset = _split(block)[1], start
        elif kind == "resource":
            body, offset = block, start
        elif kind == "metadata":
            yield _sealed(block, body, start if offset < 0 else offset)
            body, offset = b"", -1
        elif kind not in _TYPES:
            raise IntegrityBroken.expected(", ".join(_TYPES), found=kind, where=_("record {n}").format(n=start))
    if offset >= 0:
        raise IntegrityBroken.expected("metadata", found=_("none"), where=_("record {n}").format(n=offset))


class _Writer(WARCWriter):  # type: ignore[misc]  # warcio ships no types
    """Leaves the payload digest out where a record has no HTTP payload."""

    NO_PAYLOAD_DIGEST_TYPES = ("warcinfo", "revisit", "resource", "metadata")


def _warcinfo(captures: list[Capture], info: Mapping[str, str]) -> ArcWarcRecord:
    lines = {**info, "format": "WARC File Format 1.1", "conformsTo": CONFORMS}
    block = "".join(f"{_plain(name)}: {_plain(value)}\r\n" for name, value in sorted(lines.items()) if value)
    last = max((capture.retrieved_at for capture in captures), default=datetime(1970, 1, 1, tzinfo=UTC))
    name = _record_id("warcinfo", block, *(capture.id for capture in captures))
    return _record("warcinfo", block.encode(), {"WARC-Record-ID": name, "WARC-Date": _date(last)})


def _of_capture(capture: Capture, info: Mapping[str, str]) -> Iterator[ArcWarcRecord]:
    key = (capture.id, capture.retrieved_at.isoformat(), info.get("operator", ""))
    answered = bool(capture.status or capture.headers or capture.body)
    shared = {"WARC-Target-URI": _uri(capture.served or capture.asked), "WARC-Date": _date(capture.retrieved_at)}
    joined = {**shared, "WARC-Concurrent-To": _record_id("response", *key)} if answered else shared
    if capture.request or not answered:
        named = {**joined, "WARC-Record-ID": _record_id("request", *key)}
        yield _record("request", _request(capture), named, payload=b"")
    if answered and not capture.status:
        named = {**shared, "WARC-Record-ID": _record_id("response", *key), "Content-Type": capture.media_type}
        yield _record("resource", capture.body, named)
    elif answered:
        block = _head(_status_line(capture), capture.headers) + capture.body
        named = {**shared, "WARC-Record-ID": _record_id("response", *key)}
        yield _record("response", block, named, payload=capture.body)
    data = canonical(collection_data(capture, info))
    yield _record("metadata", data, {**joined, "WARC-Record-ID": _record_id("metadata", *key)})


def _record(kind: str, block: bytes, headers: Mapping[str, str], *, payload: bytes | None = None) -> ArcWarcRecord:
    media_type = headers.get("Content-Type", "")
    given = {"WARC-Type": kind, **headers, "WARC-Block-Digest": _digest(block)}
    given.pop("Content-Type", None)
    if payload is not None:
        given["WARC-Payload-Digest"] = _digest(payload)
    head = StatusAndHeaders("", list(given.items()), protocol="WARC/1.1")
    return ArcWarcRecord(
        "warc",
        kind,
        head,
        io.BytesIO(block),
        None,
        media_type if _MEDIA_TYPE.fullmatch(media_type) else _TYPES[kind],
        len(block),
    )


def _request(capture: Capture) -> bytes:
    parts = urlsplit(_uri(capture.asked))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = {name.lower() for name, _value in capture.request}
    host: Headers = () if "host" in named else (("Host", parts.netloc),)
    return _head(f"GET {target} HTTP/1.1", host + capture.request)


def _status_line(capture: Capture) -> str:
    phrase = next((each.phrase for each in HTTPStatus if each == capture.status), "Unnamed")
    return f"HTTP/1.1 {max(capture.status, 0):03d} {phrase}"


def _head(first: str, headers: Headers) -> bytes:
    lawful = ((name, _plain(value)) for name, value in headers if _TOKEN.fullmatch(name))
    lines = (first, *(f"{name}: {value}" for name, value in lawful))
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _split(block: bytes) -> tuple[bytes, bytes]:
    head, _blank, body = block.partition(b"\r\n\r\n")
    return head, body


def _blocks(stream: BinaryIO) -> Iterator[tuple[str, bytes, int]]:
    try:
        archive = ArchiveIterator(_whole(stream), no_record_parse=True)
        for record in archive:
            block = record.raw_stream.read()
            _check(record.rec_type, record.rec_headers, block)
            yield record.rec_type, block, archive.get_record_offset()
    except _UNREADABLE as error:
        raise IntegrityBroken.expected(_("a readable WARC file"), found=str(error), where=_name(stream)) from error


def _whole(stream: BinaryIO) -> BinaryIO:
    """The stream, its gzip members checked to the last byte: the record reader forgives a missing end."""
    body = stream.read()
    if body.startswith(b"\x1f\x8b"):
        gzip.decompress(body)
    return io.BytesIO(body)


def _check(kind: str, headers: StatusAndHeaders, block: bytes) -> None:
    name = headers.get_header("WARC-Record-ID")
    payload = _split(block)[1] if kind in ("request", "response") else None
    parts = {"WARC-Block-Digest": block} | ({} if payload is None else {"WARC-Payload-Digest": payload})
    for header, part in parts.items():
        stated = headers.get_header(header)
        if stated != _digest(part):
            raise IntegrityBroken.expected(f"{header} {stated}", found=_digest(part), where=f"{kind} {name}")
    if headers.get_header("Content-Length") != str(len(block)):
        raise IntegrityBroken.expected(
            f"Content-Length {headers.get_header('Content-Length')}", found=str(len(block)), where=f"{kind} {name}"
        )


def _sealed(block: bytes, body: bytes, offset: int) -> Sealed:
    try:
        data: dict[str, Json] = json.loads(block)
        noun = data["capture"]
        held = noun if isinstance(noun, dict) else {}  # nothing of a capture: its fields are missing
        capture = from_dict(Capture, {**held, "body": base64.b64encode(body).decode()})
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityBroken.expected(
            _("collection data"), found=str(error), where=_("record {n}").format(n=offset)
        ) from error
    if data.get("digest") != sha256(body):
        raise IntegrityBroken.expected(str(data.get("digest")), found=sha256(body), where=capture.served)
    return Sealed(capture, offset, data)


def _digest(part: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(part).digest()).decode()


def _record_id(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, canonical(list(parts)).decode())}>"


def _date(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _plain(value: str) -> str:
    return _CONTROL.sub(" ", value).strip()


def _uri(address: str) -> str:
    return quote(address, safe=_URI)


def _name(stream: BinaryIO) -> str:
    return str(getattr(stream, "name", "") or _("the stream"))
