"""WARC files: what goes in comes out, two foreign readers accept them, and neither accepts a changed one."""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from factory import NOON, capture, texts, times
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from osint_kit.errors import IntegrityBroken
from osint_kit.model import Capture, Outcome
from osint_kit.preserve import fields, read, records, write

INFO = {"software": "osint-kit test", "operator": "ALPHA", "description": "EXERCISE", "machine": "127.0.0.1"}
HEADS = st.lists(st.tuples(texts, texts), max_size=4).map(tuple)
CAPTURES = st.builds(
    Capture,
    asked=texts.map("https://a.example/{}".format),
    served=texts,
    retrieved_at=times,
    served_at=st.none() | times,
    status=st.sampled_from([0, 100, 200, 204, 302, 404, 429, 503, 599, 999]),
    request=HEADS,
    headers=HEADS,
    body=st.binary(max_size=300) | texts.map(str.encode),
    outcome=st.sampled_from(Outcome),
    note=texts,
)


def written(*captures: Capture) -> bytes:
    stream = io.BytesIO()
    write(captures, stream, info=INFO)
    return stream.getvalue()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CAPTURES, max_size=3))
@example([capture("https://a.example/", b"\r\n\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")])
@example([capture("https://a.example/", b"", headers=(), request=(), status=0, outcome=Outcome.ERROR)])
@example([capture("https://a.example/", b"x", headers=(("Cookie", "a"), ("Cookie", "b"), ("X: y", "\r\n\r\nz")))])
@example([capture("https://a.example/", b"3\r\nabc\r\n0\r\n\r\n", headers=(("Transfer-Encoding", "chunked"),))])
@example([capture("https://a.example/", b"not gzip", headers=(("Content-Encoding", "gzip"),))])
def test_what_is_written_is_read(captures: list[Capture]) -> None:
    assert [found for found, _offset in read(io.BytesIO(written(*captures)))] == captures


def test_a_big_body_survives() -> None:
    big = capture("https://a.example/big", bytes(range(256)) * 20_000)
    assert [found for found, _offset in read(io.BytesIO(written(big)))] == [big]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert written(capture("https://a.example/", "ҷой")) == written(capture("https://a.example/", "ҷой"))


def test_the_offset_is_where_the_response_begins() -> None:
    body = written(capture("https://a.example/1", "one"), capture("https://a.example/2", "two"))
    for found, offset in read(io.BytesIO(body)):
        first = gzip.GzipFile(fileobj=io.BytesIO(body[offset:])).read(4000)
        assert b"WARC-Type: response" in first.partition(b"\r\n\r\n")[0]
        assert found.body in first


def test_each_capture_has_a_request_a_response_and_a_metadata_record() -> None:
    types = [record.rec_type for record in ArchiveIterator(io.BytesIO(written(capture("https://a.example/", "x"))))]
    assert types == ["warcinfo", "request", "response", "metadata"]


def test_a_capture_without_an_answer_has_no_response_record() -> None:
    silent = capture("https://a.example/", b"", headers=(), status=0, outcome=Outcome.ERROR, note="time-out")
    types = [record.rec_type for record in ArchiveIterator(io.BytesIO(written(silent)))]
    assert types == ["warcinfo", "request", "metadata"]


def test_digests_are_sha256_in_base32_and_metadata_has_no_payload_digest() -> None:
    for record in ArchiveIterator(io.BytesIO(written(capture("https://a.example/", "x")))):
        head = record.rec_headers
        assert head.protocol == "WARC/1.1"
        assert re.fullmatch(r"sha256:[A-Z2-7]{52}====", head.get_header("WARC-Block-Digest"))
        assert (head.get_header("WARC-Payload-Digest") is not None) == (record.rec_type in ("request", "response"))


def test_a_foreign_reader_sees_status_headers_and_body_as_served() -> None:
    headers = (("Content-Type", "text/html"), ("X", "1"))
    page = capture("https://a.example/p?q=1", "<p>ҷой</p>", status=404, headers=headers)
    response = [each for each in _parsed(written(page)) if each[0] == "response"]
    assert response == [("response", "404", list(headers), "<p>ҷой</p>".encode())]


def _parsed(body: bytes) -> list[tuple[str, str, list[tuple[str, str]], bytes]]:
    return [
        (each.rec_type, each.http_headers.get_statuscode(), each.http_headers.headers, each.raw_stream.read())
        for each in ArchiveIterator(io.BytesIO(body))
        if each.http_headers
    ]


def test_every_record_names_the_watermark_file_through_warcinfo() -> None:
    first = next(iter(ArchiveIterator(io.BytesIO(written(capture("https://a.example/", "x"))))))
    assert b"description: EXERCISE\r\n" in first.raw_stream.read()


@pytest.mark.parametrize("kind", ["warcinfo", "request", "response", "metadata"])
def test_a_record_of_another_kind_is_refused(kind: str) -> None:
    plain = gzip.decompress(written(capture("https://a.example/1", "one"), capture("https://a.example/2", "two")))
    changed = plain.replace(f"WARC-Type: {kind}".encode(), f"WARC-Type: {kind[:-1]}!".encode(), 1)
    with pytest.raises(IntegrityBroken, match="expected"):
        list(read(io.BytesIO(changed)))


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    original = [capture("https://a.example/1", "one"), capture("https://a.example/2", "two", note="n")]
    plain = bytearray(gzip.decompress(written(*original)))
    place = data.draw(st.integers(0, len(plain) - 1))
    plain[place] ^= data.draw(st.integers(1, 255))
    try:
        found = [each for each, _offset in read(io.BytesIO(bytes(plain)))]
    except IntegrityBroken:
        return
    assert found == original, "a change that is accepted may only be in a header that says nothing of the content"


@pytest.mark.parametrize("cut", [1, 30, 200, 900])
def test_a_shortened_file_is_refused(cut: int) -> None:
    with pytest.raises(IntegrityBroken, match="expected"):
        list(read(io.BytesIO(written(capture("https://a.example/1", "one"))[:-cut])))


@pytest.mark.parametrize("rubbish", [b"no WARC file", b"\x1f\x8b\x08\x00", b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"])
def test_rubbish_is_refused_with_its_reason(rubbish: bytes) -> None:
    with pytest.raises(IntegrityBroken, match="expected"):
        list(read(io.BytesIO(rubbish)))


def test_an_empty_file_holds_nothing() -> None:
    assert list(read(io.BytesIO(b""))) == []


def test_warcio_accepts_the_file_and_refuses_a_changed_one(tmp_path: Path) -> None:
    odd = capture("https://a.example/ж ?x=1", b"\x00\xff" * 9, headers=(("X y", "1"), ("Z", "ж\r\nq")), status=503)
    silent = capture("https://a.example/", b"", headers=(), request=(), status=0, outcome=Outcome.ERROR)
    packed = capture("https://a.example/z", b"not gzip", headers=(("Content-Encoding", "gzip"),))
    body = written(capture("https://a.example/", "<p>letters</p>"), odd, silent, packed)
    good, bad = tmp_path / "good.warc.gz", tmp_path / "bad.warc"
    good.write_bytes(body)
    bad.write_bytes(gzip.decompress(body).replace(b"letters", b"lettars", 1))
    tool = ["warcio", "check", "-v"]
    assert _exit(tool, good) == 0
    assert _exit(tool, bad) == 1


def _exit(tool: list[str], path: Path) -> int:
    command = [str(Path(sys.executable).parent / tool[0]), *tool[1:], str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_the_eight_data_points_are_filled_or_carry_a_reason() -> None:
    page = capture("https://a.example/p", "<p>x</p>")
    found = fields(page, INFO)
    assert list(found) == [f"BP-COL-{number}" for number in range(1, 9)]
    assert found["BP-COL-1"] == "https://a.example/p"
    assert found["BP-COL-8"] == page.digest
    assert isinstance(found["BP-COL-3"], dict)
    assert str(found["BP-COL-3"]["reason"])
    assert all(part in str(found["BP-COL-7"]) for part in ("ALPHA", "127.0.0.1", "osint-kit/test", NOON.isoformat()))


def test_the_data_points_are_sealed_with_the_capture() -> None:
    page = replace(capture("https://a.example/p", "x"), note="slow")
    (sealed,) = records(io.BytesIO(written(page)))
    assert sealed.capture == page
    assert sealed.collection["fields"] == fields(page, INFO)
    assert sealed.collection["identity"] == "osint-kit/test"
