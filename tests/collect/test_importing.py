from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from factory import NOON

from osint_kit.collect.importing import bring
from osint_kit.errors import MissingInput
from osint_kit.extract import extract
from osint_kit.model import Capture, Outcome

CALLS = "вызывающий;принимающий;когда\n+44 20 7946 0018;+44 20 7946 0019;20.12.2031 09:00\n"
MAPPING = """format = 1
table = "bill.csv"
timezone = "+05:00"
[[relation]]
schema = "Call"
[relation.fields]
caller = { part = "вызывающий", kind = "phone" }
receiver = { part = "принимающий", kind = "phone" }
date = { part = "когда", kind = "time", format = "%d.%m.%Y %H:%M" }
"""


def brought(**files: str | bytes) -> list[Capture]:
    """Import files; `__` in a name is a dot, `___` a slash."""
    named = {name.replace("___", "/").replace("__", "."): body for name, body in files.items()}
    return list(bring({name: opener(body) for name, body in named.items()}, lambda: NOON))


def opener(body: str | bytes) -> Callable[[], io.BytesIO]:
    return lambda: io.BytesIO(body.encode() if isinstance(body, str) else body)


def zipped(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, body in files.items():
            folder.writestr(name.replace("__", "."), body)
    return stream.getvalue()


def test_a_table_with_a_mapping_of_its_own_becomes_calls() -> None:
    captures = brought(export___bill__csv=CALLS, export___bill__csv__mapping__toml=MAPPING)
    assert [each.served for each in captures] == ["file:export/bill.csv", "file:export/bill.csv.mapping.toml"]
    found = extract(captures)
    assert not found.failures
    caller, *_others = [each for each in found.statements if each.property == "caller"]
    assert (caller.original, caller.happened) == ("+44 20 7946 0018", "2031-12-20T09:00:00+05:00")
    assert {each.item for each in found.documents} == {"file:export/bill.csv#row=2"}


def test_a_messenger_s_export_becomes_messages_of_that_file() -> None:
    chat = {"messages": [{"id": 5, "type": "message", "from": "A", "from_id": "user1", "text": "занг 2"}]}
    captures = brought(ChatExport___result__json=json.dumps(chat), ChatExport___photos___a__jpg=b"\xff\xd8")
    (document,) = extract(captures).documents
    assert (document.item, document.reader) == ("file:ChatExport/result.json#message=5", "telegram")


@pytest.mark.parametrize(
    ("comment", "address"),
    [
        ("<!-- saved from url=(0021)https://a.example/p?q -->", "https://a.example/p?q"),
        ("<!--\n Page saved with SingleFile \n url: https://a.example/p \n saved date: x\n-->", "https://a.example/p"),
        ("<!-- Mirrored from a.example/p.html by HTTrack Website Copier/3.x [XR], Sat -->", "http://a.example/p.html"),
        ("<!-- saved from url=(0014)about:internet -->", "file:page.html"),
        ("<!-- saved from url=(0009)https://[ -->", "file:page.html"),
        ("<!-- saved from url=(0016)javascript:alert -->", "file:page.html"),
        ('<link rel="canonical" href="https://a.example/other">', "file:page.html"),
        ("", "file:page.html"),
    ],
)
def test_a_saved_page_bears_the_address_that_it_states(comment: str, address: str) -> None:
    (capture,) = brought(page__html=f"<!DOCTYPE html>\n{comment}<article itemscope itemid='/x'>y</article>")
    assert (capture.served, capture.status, capture.retrieved_at) == (address, 0, NOON)
    assert "page.html" in capture.note


def test_what_a_browser_saved_beside_a_page_is_left_out() -> None:
    captures = brought(a__html="<p>a", a_files___ad__html="<p>b", b___c__htm="<p>c")
    assert [each.served for each in captures] == ["file:a.html", "file:b/c.htm"]


def test_a_zip_is_a_folder() -> None:
    captures = brought(chat__zip=zipped(_chat__txt="31.12.31, 21:05 - A: x", photo__jpg="y"))
    assert [each.served for each in captures] == ["file:chat.zip/_chat.txt"]
    assert [each.reader for each in extract(captures).documents] == ["whatsapp"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "C:/a.txt", "a//b.txt", "./a.txt"]
)
def test_a_name_that_leads_out_is_refused_in_a_folder_and_in_a_zip(name: str) -> None:
    for given in ({name: opener("x")}, {"a.zip": opener(zipped(**{name: "x"}))}):
        (failed,) = bring(given, lambda: NOON)
        assert (failed.outcome, failed.body) == (Outcome.ERROR, b"")
        assert "a name inside of the folder" in failed.note


def test_zips_that_are_broken_locked_or_bombs_are_one_failure_each(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = zipped(a__txt="x" * 5000)
    assert [each.outcome for each in brought(a__zip=whole[:-30])] == [Outcome.ERROR]
    assert [each.outcome for each in brought(a__zip=b"PK\x03\x04")] == [Outcome.ERROR]
    changed = whole.replace(b"\xed", b"\x00")
    assert {each.outcome for each in brought(a__zip=changed)} <= {Outcome.ERROR, Outcome.CAPTURED}
    monkeypatch.setattr("osint_kit.collect.importing._MOST_BYTES", 4000)
    (bomb,) = brought(a__zip=whole)
    assert "at most 10000 files and 4000 bytes" in bomb.note


def test_one_bad_file_does_not_stop_the_others() -> None:
    captures = brought(a__warc="no archive", b__txt="x")
    assert [(each.served, each.outcome) for each in captures] == [
        ("file:a.warc", Outcome.ERROR),
        ("file:b.txt", Outcome.CAPTURED),
    ]


@pytest.mark.parametrize("files", [{}, {"photo__jpg": b"\xff\xd8"}, {"a__zip": zipped(x__jpg="y")}])
def test_nothing_that_can_be_imported_stops_the_run(files: dict[str, bytes]) -> None:
    with pytest.raises(MissingInput, match="csv, html, json, text, warc"):
        brought(**files)
