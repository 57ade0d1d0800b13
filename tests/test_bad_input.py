"""Bad input of every form: one clear error or one recorded failure each; nothing that was saved before is lost."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from cases import page
from click.testing import CliRunner
from factory import NOON
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from osint_kit import create_case, open_case
from osint_kit.casefile import Case
from osint_kit.cli import cli
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")
GIGABYTE_IN_KIB = 1024 * 1024
Files = Mapping[str, bytes | str]


def run(*words: str | Path) -> tuple[int, str]:
    """Exit code and what was said; a traceback is never an answer."""
    done = CliRunner().invoke(cli, list(map(str, words)))
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, repr(done.exception))
    assert done.exit_code in (0, 1, 2), (words, done.output)
    return done.exit_code, done.output


def refusal(*words: str | Path) -> str:
    code, said = run(*words)
    assert code in (1, 2), said
    assert said.count("Error: ") == 1, said
    return said


def clear(said: str) -> bool:
    """Whether a message says what was expected and what was found."""
    return "expected" in said and "found" in said


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A case with three sealed pages, worksheets and decisions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSINT_KIT_CONFIG", str(tmp_path_factory.getbasetemp() / "config"))  # as each test has it
        case = create_case(tmp_path_factory.mktemp("template") / "case", clock=lambda: NOON)
        list(
            case.add_captures(
                page(number, f"Рустам Каримов @user{number} +44 20 7946 001{number}") for number in range(3)
            )
        )
        case.seal()
        for line in ("extract", "resolve", "grade", "link", "assess hypotheses"):
            assert run(*line.split(), "--assist", "full", "--case", case.path)[0] == 0
        for line in ("assess elements", "assess roles", "analyse", "share", "interview", "money"):
            assert run(*line.split(), "--case", case.path)[0] == 0
        yield case.path


@pytest.fixture
def case(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "case"))


def saved(folder: Path) -> tuple[list[str], list[str]]:
    held = open_case(folder)
    return [each.id for each in held.exhibits], [each.id for each in held.decisions]


# Files that somebody else made


def warc(
    body: bytes = b"<p>+44 20 7946 0018</p>", headers: tuple[tuple[str, str], ...] = (), *, packed: bool = False
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record("https://a.example/1", "response", io.BytesIO(body), http_headers=head)
    )
    return stream.getvalue()


def zipped(**files: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, body in files.items():
            folder.writestr(name.replace("__", "."), body)
    return stream.getvalue()


def swapped(body: bytes, old: bytes, new: bytes) -> bytes:
    assert old in body
    return body.replace(old, new, 1)


CALLS = "A;B;when\n+44 20 7946 0018;+44 20 7946 0019;20.12.2031 09:00\n"
MAPPING = """format = 1
table = "calls.csv"
delimiter = ";"
encoding = "utf-8"
timezone = "-05:00"
[[relation]]
schema = "Call"
[relation.fields]
caller = { part = "A", kind = "phone" }
receiver = { part = "B", kind = "phone" }
date = { part = "when", kind = "time", format = "%d.%m.%Y %H:%M" }
"""


def mapped(old: str = "", new: str = "", rows: str | bytes = CALLS) -> Files:
    assert old in MAPPING
    return {"calls.csv": rows, "calls.csv.mapping.toml": MAPPING.replace(old, new, 1) if old else MAPPING}


def dated(when: str) -> Files:
    return mapped(rows=CALLS + f"+44 20 7946 0018;+44 20 7946 0019;{when}\n")


MESSAGE = {"id": 5, "type": "message", "date_unixtime": "1955505600", "from": "A", "from_id": "user1", "text": "x"}
DEEP = 100_000
GIVEN: dict[str, Callable[[], Files]] = {
    "a WARC file that breaks off": lambda: {"a.warc.gz": warc(b"<p>" + bytes(range(256)) * 90, packed=True)[:-4000]},
    "a WARC record longer than its file": lambda: {"a.warc": swapped(warc(), b"Length: 67", b"Length: 670")},
    "a WARC record shorter than it is": lambda: {"a.warc": swapped(warc(), b"Length: 67", b"Length: 40")},
    "a WARC record of negative length": lambda: {"a.warc": swapped(warc(), b"Length: 67", b"Length: -7")},
    "a WARC record that is a gzip bomb": lambda: {"a.warc.gz": warc(bytes(160 << 20), packed=True)},
    "an answer that is a gzip bomb": lambda: {
        "a.warc": warc(gzip.compress(bytes(160 << 20)), (("Content-Encoding", "gzip"),))
    },
    "an answer that is not packed as it says": lambda: {
        "a.warc": warc(gzip.compress(b"x" * 9)[:12] + b"no", (("Content-Encoding", "gzip"),))
    },
    "an answer without a status": lambda: {"a.warc": swapped(warc(), b"HTTP/1.1 200 OK", b"HELLO, you ther")},
    "a WARC record of 31 February": lambda: {"a.warc": impossible(warc())},
    "an archive that is none": lambda: {"a.warc": "no archive"},
    "JSON nested without end": lambda: {"a.json": '{"a":' * DEEP + "1" + "}" * DEEP},
    "JSON lists nested without end": lambda: {"a.json": "[" * DEEP + "]" * DEEP},
    "JSON with NaN": lambda: {"a.json": '{"sum": NaN}'},
    "JSON with Infinity": lambda: {"a.json": '{"sum": -Infinity}'},
    "JSON with a key twice": lambda: {"a.json": '{"a": 1, "a": 2}'},
    "JSON that breaks off": lambda: {"a.json": '{"a": [1, 2'},
    "JSON with half of a letter": lambda: {"a.json": '{"a": "\\ud83d"}'},
    "JSON in Latin-1": lambda: {"a.json": '{"a": "é"}'.encode("latin-1")},
    "a number of a million digits": lambda: {"a.json": '{"a": ' + "9" * 1_000_000 + "}"},
    "a chat whose messages are no list": lambda: {
        "result.json": json.dumps({"chats": {"list": [{"messages": [MESSAGE]}, {"messages": 7}]}})
    },
    "a message without an id": lambda: {"result.json": json.dumps({"messages": [{**MESSAGE, "id": None}]})},
    "a message whose text is a number": lambda: {"result.json": json.dumps({"messages": [{**MESSAGE, "text": 7}]})},
    "invalid UTF-8": lambda: {"a.html": b"<p>caf\xe9 \xff</p>"},
    "an unknown encoding": lambda: {"a.html": "<meta charset=klingon><p>x</p>"},
    "UTF-16 without its mark": lambda: {"a.csv": "a;b\n1;2\n".encode("utf-16-le")},
    "a page with NUL": lambda: {"a.html": b"<p>a\0b</p>"},
    "a page of 100 MB": lambda: {"a.html": b"<p>" + b"x" * (100 << 20)},
    "a ZIP whose names lead out": lambda: {"a.zip": zipped(**{"../../a.txt": "x"})},
    "a ZIP that is none": lambda: {"a.zip": b"PK\x03\x04 not"},
    "a ZIP that is a bomb": lambda: {"a.zip": zipped(**{f"{number}.txt": bytes(64 << 20) for number in range(18)})},
    "a table with NUL": lambda: {"a.csv": b"a;b\n1;\0\n"},
    "a table with an open quote": lambda: {"a.csv": 'a;b\n1;"2\n3;4\n'},
    "a table with a cell of 200 KB": lambda: {"a.csv": "a;b\n1;" + "x" * 200_000},
    "a ragged row": lambda: mapped(rows=CALLS + "+44 20 7946 0018\n"),
    "a call to no number": lambda: mapped(rows=CALLS + "+44 20 7946 0018;nobody;20.12.2031 09:00\n"),
    "a call on 31 February": lambda: dated("31.02.2031 09:00"),
    "a call in the year 0": lambda: dated("01.01.0000 09:00"),
    "a call at 25 o'clock": lambda: dated("20.12.2031 25:00"),
    "a mapping of another delimiter": lambda: mapped('delimiter = ";"', 'delimiter = "|"'),
    "a mapping with a delimiter of two letters": lambda: mapped('delimiter = ";"', 'delimiter = "||"'),
    "a mapping of another encoding": lambda: mapped('"utf-8"', '"utf-16"'),
    "a mapping of no encoding": lambda: mapped('"utf-8"', '"klingon"'),
    "a mapping that names a missing column": lambda: mapped('part = "B"', 'part = "Callee"'),
    "a mapping of an unknown kind": lambda: mapped('kind = "time"', 'kind = "moment"'),
    "a mapping of an unknown relation": lambda: mapped('"Call"', '"Whisper"'),
    "a mapping of another format": lambda: mapped("format = 1", "format = 9"),
    "a mapping without a time zone": lambda: mapped('timezone = "-05:00"\n'),
    "a mapping of a zone that does not exist": lambda: mapped('"-05:00"', '"Mars/Olympus"'),
    "a mapping with a bad time format": lambda: mapped("%d.%m.%Y %H:%M", "%Q"),
    "a mapping that is no TOML": lambda: mapped("[[relation]]", "[[relation"),
    "a mapping whose relation is a word": lambda: mapped("[[relation]]", "relation = 'x'\n[other]"),
    "an empty page": lambda: {"a.html": ""},
    "an empty table": lambda: {"a.csv": ""},
    "an empty archive": lambda: {"a.warc": ""},
    "an empty ZIP": lambda: {"a.zip": zipped()},
    "an empty folder": dict,
    "nothing that an importer knows": lambda: {"a.exe": b"MZ"},
}


def impossible(body: bytes) -> bytes:
    before, mark, after = body.partition(b"WARC-Date: ")
    return before + mark + b"2031-02-31T00:00:00Z" + after[after.index(b"\r\n") :]


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_a_bad_file_is_one_error_or_one_recorded_failure(
    given: Callable[[], Files], case: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    for name, body in given().items():
        (folder / name).write_bytes(body.encode() if isinstance(body, str) else body)
    exhibits, decisions = saved(case)
    errors: list[str] = []
    for words in (["collect", "--from", str(folder)], ["preserve"], ["extract"], ["link"], ["analyse"]):
        code, said = run(*words, "--case", case)
        errors += [said] if code else []
        if code:
            break
    failures = [each["why"] for each in records(case, "failures.jsonl")]
    assert len(errors) + len(failures) == 1, (errors, failures)
    assert all(map(clear, errors + failures)), (errors, failures)
    untouched(case, exhibits, decisions)


def records(case: Path, name: str) -> list[dict[str, str]]:
    path = case / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def untouched(case: Path, exhibits: list[str], decisions: list[str]) -> None:
    assert run("case", "verify", "--case", case)[0] == 0
    now = open_case(case)
    assert {each.id for each in now.exhibits} >= set(exhibits)
    assert [each.id for each in now.decisions][: len(decisions)] == decisions


ENDURED: dict[str, Callable[[], Files]] = {
    "a page of 100 000 nested parts": lambda: {"a.html": "<div>" * DEEP + "+44 20 7946 0018" + "</div>" * DEEP},
    "a page of 100 000 open lists": lambda: {"a.html": "<ul><li>" * DEEP + "+44 20 7946 0018"},
    "JSON with a string of 10 MB": lambda: {"a.json": json.dumps({"a": "x" * (10 << 20), "b": "+44 20 7946 0018"})},
    "a line of 10 MB": lambda: {"a.txt": "x " * (5 << 20) + "+44 20 7946 0018"},
    "a row with cells too many": lambda: mapped(rows=CALLS + "+44 20 7946 0018;+44 20 7946 0019;20.12.2031 09:00;x;y"),
    "a call in the last hour of 9999": lambda: dated("31.12.9999 23:30"),
    "a call in the first hour of the year 1": lambda: mapped(
        '"-05:00"', '"+05:00"', CALLS.replace("20.12.2031", "01.01.0001")
    ),
    "a ZIP within a ZIP": lambda: {"a.zip": zipped(**{"b.zip": zipped(**{"c.txt": "x"}), "a.txt": "+44 20 7946 0018"})},
}
"""What looks bad, and can be read."""
ALL = (
    ("collect", "--from", "{given}"),
    ("preserve",),
    *((verb, "--assist", "full") for verb in ("extract", "resolve", "grade", "link", "analyse", "money", "share")),
    *(("assess", what, "--assist", "full") for what in ("roles", "elements", "hypotheses")),
    ("report",),
    ("case", "verify"),
)


@pytest.mark.parametrize("given", ENDURED.values(), ids=ENDURED)
def test_what_only_looks_bad_is_read_to_the_end(given: Callable[[], Files], case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    for name, body in given().items():
        (folder / name).write_bytes(body.encode() if isinstance(body, str) else body)
    for words in ALL:
        code, said = run(*(each.format(given=folder) for each in words), "--case", case)
        assert code == 0, (words, said)
    read = open_case(case).statements
    assert "+442079460018" in set(read.loc[read["item"].str.startswith("file:") | (read["item"] == ""), "value"])


def test_paths_that_lead_nowhere(case: Path, tmp_path: Path) -> None:
    held = saved(case)
    loop, folder = tmp_path / "loop", tmp_path / "folder"
    loop.symlink_to(loop)
    folder.mkdir()
    (folder / "round").symlink_to(folder, target_is_directory=True)
    for given in (loop, folder, tmp_path / "nothing", "", "\0"):
        assert clear(refusal("collect", "--from", given, "--case", case)), given
    (folder / "a.txt").write_text("+44 20 7946 0018", encoding="utf-8")
    (folder / "away.txt").symlink_to(shipped("fixtures", "silk-route") / "key" / "seed.toml")
    assert run("collect", "--from", folder, "--case", case)[0] == 0
    assert len(open_case(case).waiting) == 1
    untouched(case, *held)


LARGE = {
    "a page of 100 MB": ("a.html", lambda: b"<p>" + b"x" * (100 << 20)),
    "a page of 31 MB in small parts": ("a.html", lambda: b"<p>+44 20 7946 0018 " * (31 << 20 // 20)),
    "JSON of 31 MB": ("a.json", lambda: json.dumps([{"a": "x" * 90}] * ((31 << 20) // 100)).encode()),
    "a table of 31 MB": ("a.csv", lambda: b"a;b\n" + b"1234567890;1234567890\n" * ((31 << 20) // 22)),
}
MEASURED = """
import resource, sys
from osint_kit.cli import cli
for line in sys.stdin.read().splitlines():
    try:
        cli(line.split("\t"))
    except SystemExit as end:
        assert end.code in (0, 1), end.code
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
