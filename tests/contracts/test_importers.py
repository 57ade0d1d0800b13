"""What every importer promises."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from factory import NOON

from osint_kit.collect.importing import HEAD, bring, importer_of
from osint_kit.collect.imports import Given, importers
from osint_kit.errors import ItemError
from osint_kit.model import Capture, Outcome

WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-12-20T04:00:00Z\r\n"
    b"WARC-Target-URI: <https://a.example/1>\r\nContent-Type: application/http;msgtype=response\r\n"
    b"Content-Length: 42\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody\r\n\r\n"
)
SAMPLES = {
    "csv": ("calls.csv", b"A,B\n1,2\n"),
    "html": ("page.html", b"<p>x</p>"),
    "json": ("result.json", b"{}"),
    "text": ("chat.txt", b"x"),
    "warc": ("a.warc", WARC),
}


def read(name: str, body: bytes) -> list[Capture]:
    return list(importers[name].read(Given(SAMPLES[name][0], io.BytesIO(body), NOON)))


@pytest.fixture(params=sorted(importers))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_it_has_a_sample_here_and_a_docstring(name: str) -> None:
    assert name in SAMPLES
    assert importers[name].read.__doc__


def test_it_alone_knows_its_sample(name: str) -> None:
    file, body = SAMPLES[name]
    assert [each for each in importers if importers[each].matches(file, body[:HEAD])] == [name]
    assert importer_of(file.upper(), body[:HEAD]) == name


def test_it_says_where_a_capture_comes_from_and_when(name: str) -> None:
    found = read(name, SAMPLES[name][1])
    assert found
    for capture in found:
        assert SAMPLES[name][0] in capture.note
        assert capture.asked == capture.served
        assert capture.asked.startswith(("https://", f"file:{SAMPLES[name][0]}"))
        assert capture.retrieved_at <= NOON
        assert capture.outcome is Outcome.CAPTURED


def test_it_reads_the_same_twice(name: str) -> None:
    assert read(name, SAMPLES[name][1]) == read(name, SAMPLES[name][1])


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff\xfe" * 50, b"WARC/1.0\r\n\r\n", b"\x1f\x8b\x08\x00", b"<", b"[" * 9999]
)
def test_rubbish_is_captures_or_an_item_error(name: str, body: bytes) -> None:
    with contextlib.suppress(ItemError):
        assert all(capture.body in (body, b"") for capture in read(name, body))


def test_a_file_too_large_is_refused_and_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("stored", "imports.warc"):
        monkeypatch.setattr(f"osint_kit.collect.{module}.LIMIT", 0)
    (failed,) = bring(opened(name), lambda: NOON)
    assert (failed.outcome, failed.body) == (Outcome.ERROR, b"")
    assert "at most 0 bytes" in failed.note


def opened(name: str) -> dict[str, Callable[[], io.BytesIO]]:
    file, body = SAMPLES[name]
    return {file: lambda: io.BytesIO(body)}


def test_a_file_that_cannot_be_opened_is_a_failed_capture(name: str) -> None:
    def refuse() -> io.BytesIO:
        raise PermissionError("no right to read")

    (failed,) = bring({SAMPLES[name][0]: refuse}, lambda: NOON)
    assert failed.outcome is Outcome.ERROR
    assert "found no right to read" in failed.note


def test_the_contract_s_home_imports_no_member() -> None:
    source = Path(str(importers.package).replace(".", "/") + "/__init__.py")
    assert "imports.warc" not in Path(__file__).parents[2].joinpath(source).read_text("utf-8")
