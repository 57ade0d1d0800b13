"""WARC files as other tools write them, checked against warcio's own reader."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from factory import NOON, capture
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from osint_kit.collect.importing import bring
from osint_kit.extract import extract
from osint_kit.model import Capture, Outcome
from osint_kit.preserve import write

PAGE = "<article itemscope itemid='/1'><p itemprop='text'>Карим, +44 20 7946 0018</p></article>".encode()
WHEN = "2031-11-01T10:20:30Z"


def http(status: str, body: bytes, **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(kind: str, block: bytes, uri: str = "<https://a.example/1>", **more: str) -> bytes:
    """A record in the dialect of wget: WARC 1.0, brackets around the address."""
    media_type = "application/http;msgtype=response" if kind in ("response", "revisit") else "text/plain"
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{kind}>",
        "WARC-Date": WHEN,
        "WARC-Target-URI": uri,
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value)
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def brought(*records: bytes, name: str = "a.warc") -> list[Capture]:
    return list(bring({name: lambda: io.BytesIO(b"".join(records))}, lambda: NOON))


def chunked(body: bytes, size: int = 10) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_a_response_is_a_capture_of_its_own_time() -> None:
    (page,) = brought(
        record("response", http("200 OK", PAGE, Content_Type="text/html", Date="Sat, 01 Nov 2031 10:20:29 GMT"))
    )
    assert (page.asked, page.status, page.body, page.outcome) == ("https://a.example/1", 200, PAGE, Outcome.CAPTURED)
    assert page.retrieved_at == datetime(2031, 11, 1, 10, 20, 30, tzinfo=UTC)
    assert page.served_at == datetime(2031, 11, 1, 10, 20, 29, tzinfo=UTC)
    assert "a.warc <urn:uuid:response>" in page.note
    documents = extract([page]).documents
    assert [each.item for each in documents] == ["https://a.example/1"]


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ({"Transfer_Encoding": "chunked"}, chunked(PAGE)),
        ({"Content_Encoding": "gzip"}, gzip.compress(PAGE)),
        ({"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}, chunked(gzip.compress(PAGE))),
        ({"Content_Encoding": "gzip"}, PAGE),
        ({"Transfer_Encoding": "chunked"}, PAGE),
        ({"Content_Encoding": "identity"}, PAGE),
    ],
    ids=["chunks", "gzip", "gzip in chunks", "no gzip after all", "no chunks after all", "identity"],
)
def test_what_a_transfer_wraps_around_a_body_is_taken_off(headers: dict[str, str], payload: bytes) -> None:
    (page,) = brought(record("response", http("200 OK", payload, Content_Type="text/html", **headers)))
    assert (page.body, page.outcome) == (PAGE, Outcome.CAPTURED)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("206 x", "partial"),
        ("301 x", "blocked"),
        ("403 x", "blocked"),
        ("404 x", "not_found"),
        ("410", "not_found"),
        ("503 x", "error"),
    ],
)
def test_a_status_is_an_outcome(status: str, outcome: str) -> None:
    assert brought(record("response", http(status, b"x")))[0].outcome.value == outcome


def test_a_revisit_is_a_gap_one_can_see() -> None:
    (gap,) = brought(record("revisit", http("200 OK", b""), WARC_Refers_To_Target_URI="https://a.example/0"))
    assert (gap.outcome, gap.body, gap.status) == (Outcome.ERROR, b"", 200)
    assert "a revisit of https://a.example/0" in gap.note
    assert brought(record("revisit", b""))[0].outcome is Outcome.ERROR


def test_a_resource_is_a_file_without_an_exchange() -> None:
    (log,) = brought(record("resource", b"log", uri="metadata://gnu.org/wget.log"))
    assert (log.asked, log.status, log.media_type, log.body) == ("metadata://gnu.org/wget.log", 0, "text/plain", b"log")


def test_the_request_beside_a_response_is_kept() -> None:
    asked = record("request", b"GET /1 HTTP/1.1\r\nUser-Agent: Wget/1.21\r\n\r\n", WARC_Record_ID="<urn:uuid:q>")
    page = record("response", http("200 OK", b"x"), WARC_Concurrent_To="<urn:uuid:q>")
    other = record("response", http("200 OK", b"x"), WARC_Concurrent_To="<urn:uuid:z>")
    assert [each.request for each in brought(asked, page, other)] == [(("user-agent", "Wget/1.21"),), ()]


def written(*, packed: bool) -> bytes:
    """A file that warcio writes: responses, a revisit, a resource."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "warcio"}))
    for number in range(5):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        url = f"https://a.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(PAGE), http_headers=head))
    writer.write_record(
        writer.create_revisit_record("https://a.example/5", "sha1:" + "A" * 32, "https://a.example/0", WHEN)
    )
    writer.write_record(writer.create_warc_record("https://a.example/6", "resource", payload=io.BytesIO(b"x")))
    return stream.getvalue()


def theirs(body: bytes) -> Iterator[tuple[str, bytes]]:
    for each in ArchiveIterator(io.BytesIO(body)):
        if each.rec_type in ("response", "resource", "revisit"):
            yield each.rec_headers.get_header("WARC-Target-URI"), each.content_stream().read()


@pytest.mark.parametrize("packed", [True, False])
def test_warcio_s_files_give_what_warcio_reads(*, packed: bool) -> None:
    body = written(packed=packed)
    captures = brought(body, name="a.warc.gz")
    assert [(each.asked, each.body) for each in captures] == list(theirs(body))
    assert [each.outcome.value for each in captures] == ["captured"] * 5 + ["error", "captured"]


def test_our_own_file_is_read_like_any_other() -> None:
    stream = io.BytesIO()
    sealed = [capture("https://a.example/1", PAGE), capture("https://a.example/2", b"x", status=404)]
    write(sealed, stream, info={"software": "test"})
    assert [(each.asked, each.status, each.body) for each in brought(stream.getvalue())] == [
        (each.asked, each.status, each.body) for each in sealed
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [10, 200, 700, 1500])
def test_a_file_that_breaks_off_keeps_what_came_before_and_says_so(*, packed: bool, cut: int) -> None:
    body = written(packed=packed)
    whole, broken = brought(body), brought(body[:-cut])
    kept = [each for each in broken if each.outcome is Outcome.CAPTURED]
    assert kept == [each for each in whole if each.outcome is Outcome.CAPTURED][: len(kept)]
    assert [each.outcome for each in broken] != [each.outcome for each in whole]
    assert sum(each.outcome is not Outcome.CAPTURED for each in broken) >= 1


@pytest.mark.parametrize("cut", [10, 60])
def test_a_record_that_breaks_off_is_partial(cut: int) -> None:
    body = record("response", http("200 OK", PAGE, Content_Type="text/html"))
    found = brought(body[:-cut])
    assert found[0].outcome is Outcome.PARTIAL
    assert "breaks off" in found[0].note
    assert PAGE.startswith(found[0].body)


@pytest.mark.parametrize(
    "when", ["", "yesterday", "2031-02-30T10:00:00Z", "2031-01-01T25:00:00Z", "0000-00-00T00:00:00Z"]
)
def test_an_impossible_date_is_told_and_the_body_kept(when: str) -> None:
    (page,) = brought(record("response", http("200 OK", PAGE), WARC_Date=when))
    assert (page.retrieved_at, page.body, page.outcome) == (NOON, PAGE, Outcome.PARTIAL)
    assert "expected WARC-Date" in page.note


def test_a_digest_that_does_not_match_is_told() -> None:
    block = http("200 OK", PAGE)
    good = "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()
    hexed = "sha-256:" + hashlib.sha256(block).hexdigest()
    for stated, outcome in (
        (good, "captured"),
        (hexed, "captured"),
        ("sha1:" + "A" * 32, "partial"),
        ("x:y", "captured"),
    ):
        (page,) = brought(record("response", block, WARC_Block_Digest=stated))
        assert page.outcome.value == outcome, stated


@pytest.mark.parametrize(
    "block", [b"", b"no http", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 \xd9\xa1\xd9\xa1\xd9\xa1 x\r\n\r\n", b"\xff" * 40]
)
def test_a_response_that_is_none_is_one_failure(block: bytes) -> None:
    failed, other = brought(record("response", block), record("resource", b"x"))
    assert (failed.outcome, failed.body, other.outcome) == (Outcome.ERROR, b"", Outcome.CAPTURED)
    assert "an HTTP status line" in failed.note


def test_a_record_without_an_address_is_one_failure() -> None:
    failed, other = brought(record("response", http("200 OK", b"x"), uri=""), record("resource", b"x"))
    assert (failed.outcome, other.outcome) == (Outcome.ERROR, Outcome.CAPTURED)


def test_a_bomb_in_gzip_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("osint_kit.collect.stored.LIMIT", 10_000)
    bomb = gzip.compress(b"\0" * 10_000_000)
    (failed,) = brought(record("response", http("200 OK", bomb, Content_Encoding="gzip")))
    assert (failed.outcome, failed.body) == (Outcome.ERROR, b"")
    assert "at most 10000 bytes" in failed.note
