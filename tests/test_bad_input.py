"""Bad input of every form: one clear error or one recorded failure each; nothing that was saved before is lost."""

from __future__ import annotations

import csv
import gzip
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


def bomb() -> bytes:
    """A ZIP whose directory promises four gigabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        for name in ("a.txt", "b.txt"):
            folder.writestr(name, bytes(1 << 20))
            folder.filelist[-1].file_size = 2**31 - 1
    return stream.getvalue()


def swapped(body: bytes, old: bytes, new: bytes) -> bytes:
    assert old in body
    return body.replace(old, new, 1)


PHONE = "+44 20 7946 0018"
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
    "a WARC record that is a gzip bomb": lambda: {"a.warc.gz": warc(bytes(80 << 20), packed=True)},
    "an answer that is a gzip bomb": lambda: {
        "a.warc": warc(gzip.compress(bytes(80 << 20)), (("Content-Encoding", "gzip"),))
    },
    "an answer that is not packed as it says": lambda: {
        "a.warc": warc(gzip.compress(b"x" * 9)[:12] + b"no", (("Content-Encoding", "gzip"),))
    },
    "an answer without a status": lambda: {"a.warc": swapped(warc(), b"HTTP/1.1 200 OK", b"HELLO, you ther")},
    "a WARC record of 31 February": lambda: {"a.warc": impossible(warc())},
    "an archive that is none": lambda: {"a.warc": "no archive"},
    "a page nested without end": lambda: {"a.html": "<div>" * DEEP + "x" + "</div>" * DEEP},
    "a page of lists nested without end": lambda: {"a.html": "<ul><li>" * DEEP + "x"},
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
    "a ZIP that is a bomb": lambda: {"a.zip": bomb()},
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
    folder = laid_out(given(), tmp_path)
    exhibits, decisions = saved(case)
    errors: list[str] = []
    for words in (["collect", "--from", folder], ["preserve"], ["extract"], ["analyse"]):
        code, said = run(*words, "--case", case)
        errors += [said] if code else []
        if code:
            break
    failures = [each["why"] for each in records(case, "failures.jsonl")]
    assert len(errors) + len(failures) == 1, (errors, failures)
    assert all(clear(each) or "partial" in each for each in errors + failures), (errors, failures)
    untouched(case, exhibits, decisions)


@pytest.mark.parametrize("length", [b"-7", b"40", b"seven", b"", b"9" * 30])
def test_a_length_that_is_wrong_names_the_record_and_the_file(length: bytes, case: Path, tmp_path: Path) -> None:
    held = saved(case)
    given = laid_out({"a.warc": swapped(warc(), b"Length: 67", b"Length: " + length)}, tmp_path)
    for words in (["collect", "--from", given], ["preserve"], ["extract"]):
        assert run(*words, "--case", case)[0] == 0
    assert 1 <= len(records(case, "failures.jsonl")) <= 2
    assert all("a.warc" in each["what"] + each["why"] for each in records(case, "failures.jsonl")[-1:])
    untouched(case, *held)


def laid_out(given: Files, folder: Path) -> Path:
    top = folder / "given"
    top.mkdir()
    for name, body in given.items():
        (top / name).write_bytes(body.encode() if isinstance(body, str) else body)
    return top


def records(case: Path, name: str) -> list[dict[str, str]]:
    path = case / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def untouched(case: Path, exhibits: list[str], decisions: list[str]) -> None:
    assert run("case", "verify", "--case", case)[0] == 0
    now = open_case(case)
    assert {each.id for each in now.exhibits} >= set(exhibits)
    assert [each.id for each in now.decisions][: len(decisions)] == decisions


ENDURED: dict[str, Callable[[], Files]] = {
    "a page of 20 000 nested parts": lambda: {"a.html": "<div>" * 19_000 + f"{PHONE}" + "</div>" * 19_000},
    "a page of 100 000 parts without an end": lambda: {"a.html": "<p><li><td>x" * DEEP + f"<p>{PHONE}"},
    "a row with cells too many": lambda: mapped(rows=CALLS + f"{PHONE};+44 20 7946 0019;20.12.2031 09:00;x;y"),
    "a call in the last hour of 9999": lambda: dated("31.12.9999 23:30"),
    "a call in the first hour of the year 1": lambda: mapped(
        '"-05:00"', '"+05:00"', CALLS + CALLS.splitlines()[1].replace("20.12.2031", "01.01.0001")
    ),
    "a ZIP within a ZIP": lambda: {"a.zip": zipped(**{"b.zip": zipped(**{"c.txt": "x"}), "a.txt": PHONE})},
}
"""What looks bad, and can be read."""

TO_THE_END = (
    "preserve",
    *(f"{verb} --assist full" for verb in ("extract", "link", "analyse", "money", "assess hypotheses")),
    *("report", "case verify"),
)


@pytest.mark.parametrize("given", ENDURED.values(), ids=ENDURED)
def test_what_only_looks_bad_is_read_to_the_end(given: Callable[[], Files], case: Path, tmp_path: Path) -> None:
    assert run("collect", "--from", laid_out(given(), tmp_path), "--case", case)[0] == 0
    for line in TO_THE_END:
        code, said = run(*line.split(), "--case", case)
        assert code == 0, (line, said)
    read = open_case(case)
    given_away = {each.id for each in read.exhibits if each.served.startswith("file:")}
    assert set(read.statements.loc[read.statements["exhibit"].isin(given_away), "value"]) >= {"+442079460018"}


def test_a_mapping_that_is_put_right_and_brought_again_is_the_one_in_force(case: Path, tmp_path: Path) -> None:
    given = laid_out(mapped('kind = "time"', 'kind = "moment"'), tmp_path)
    for words in (["collect", "--from", given], ["preserve"]):
        assert run(*words, "--case", case)[0] == 0
    assert clear(refusal("extract", "--case", case))
    (given / "calls.csv.mapping.toml").write_text(MAPPING, encoding="utf-8")
    for words in (["collect", "--from", given], ["preserve"], ["extract"]):
        assert run(*words, "--case", case)[0] == 0
    assert "Call" in set(open_case(case).statements["schema"])


def test_paths_that_lead_nowhere(case: Path, tmp_path: Path) -> None:
    held = saved(case)
    loop, folder = tmp_path / "loop", tmp_path / "folder"
    loop.symlink_to(loop)
    folder.mkdir()
    (folder / "round").symlink_to(folder, target_is_directory=True)
    for given in (loop, folder, tmp_path / "nothing"):
        assert clear(refusal("collect", "--from", given, "--case", case)), given
    (folder / "a.txt").write_text(PHONE, encoding="utf-8")
    (folder / "away.txt").symlink_to(WORLD / "key" / "seed.toml")
    assert run("collect", "--from", folder, "--case", case)[0] == 0
    assert len(open_case(case).waiting) == 1
    untouched(case, *held)


# How much memory the largest files take


LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a page of 100 MB": ("a.html", lambda: b"<p>" + b"x" * (100 << 20)),
    "a page of 33 MB": ("a.html", lambda: b"<p>" + b"x" * (33 << 20)),
    "JSON with a string of 10 MB": ("a.json", lambda: json.dumps({"a": "x" * (10 << 20)}).encode()),
    "a table of too many cells": ("a.csv", lambda: b"a;b\n" + b"12;34\n" * 1_000_000),
}
MEASURED = """
import resource, sys
from osint_kit.cli import cli
case, given = sys.argv[1:]
for line in (f"collect --from {given}", "preserve", "extract"):
    try:
        cli([*line.split(), "--case", case])
    except SystemExit as end:
        assert end.code == 0, (line, end.code)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize(("name", "body"), LARGE.values(), ids=LARGE)
def test_large_files_take_less_than_a_gigabyte(
    name: str, body: Callable[[], bytes], case: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(body())
    command = [sys.executable, "-c", MEASURED, str(case), str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) < GIGABYTE_IN_KIB, done.stdout


# Worksheets


Rows = list[dict[str, str]]


def cells(**changed: str) -> Callable[[Rows], None]:
    return lambda rows: rows[0].update(changed)


def probabilities(rows: Rows) -> None:
    for row in rows:
        row.update(probability="0.3", decision="judge", because="a look at the matrix")


SHEETS: dict[str, tuple[str, str, Callable[[Rows], None]]] = {
    "an unknown word": ("S4-extract", "extract", cells(decision="maybe", because="x")),
    "no reason": ("S4-extract", "extract", cells(decision="reject", because=" ")),
    "a mention of a document that is not there": (
        "S4-extract",
        "extract",
        cells(id="", document="D999", kind="phone", value="x", original="x", decision="accept", because="x"),
    ),
    "a stretch beyond the text": (
        "S4-extract",
        "extract",
        cells(start="5", end="99999", decision="accept", because="x"),
    ),
    "a stretch that is no number": ("S4-extract", "extract", cells(start="a", end="b", decision="accept", because="x")),
    "a telephone number that is none": (
        "S4-extract",
        "extract",
        cells(kind="phone", value="abc", decision="accept", because="x"),
    ),
    "a grade that does not exist": (
        "S6-grade",
        "grade",
        cells(source="G", information="7", decision="grade", because="x"),
    ),
    "a mark that does not exist": (
        "S11-matrix",
        "assess hypotheses",
        cells(document="D1", H1="XX", decision="judge", because="x"),
    ),
    "probabilities that do not sum to one": ("S11-hypotheses", "assess hypotheses", probabilities),
    "a probability above one": (
        "S11-hypotheses",
        "assess hypotheses",
        cells(probability="1.5", decision="judge", because="x"),
    ),
    "a probability that is no number": (
        "S11-hypotheses",
        "assess hypotheses",
        cells(probability="nan", decision="judge", because="x"),
    ),
    "evidence that leads nowhere": (
        "S10-elements",
        "assess elements",
        cells(element="SOM-1", evidence="S9999", decision="judge", because="x"),
    ),
    "an element of law that does not exist": (
        "S10-elements",
        "assess elements",
        cells(element="SOM-99", decision="judge", because="x"),
    ),
    "a role that does not exist": (
        "S10-roles",
        "assess roles",
        cells(entity="P1", role="RO-BOSS", decision="role", because="x"),
    ),
    "an event on 31 February": (
        "S8-events",
        "analyse",
        cells(kind="departure", at="2031-02-31T00:00:00+05:00", decision="judge", because="x"),
    ),
    "an event without a zone": (
        "S8-events",
        "analyse",
        cells(kind="departure", at="2031-02-01T00:00:00", decision="judge", because="x"),
    ),
    "a typology that does not exist": ("S9-typologies", "money", cells(typology="hold", decision="judge", because="x")),
    "a link to itself": (
        "S8-link",
        "link",
        cells(source="P1", target="P1", type="Call", evidence="S1", decision="link", because="x"),
    ),
    "a link without evidence": (
        "S8-link",
        "link",
        cells(source="P1", target="P2", type="Call", evidence="", decision="link", because="x"),
    ),
    "a pair of one": ("S5-resolve", "resolve", cells(left="P1", right="P1", decision="merge", because="x")),
}


def table(path: Path) -> tuple[list[str], Rows]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader.fieldnames or ()), list(reader)


@pytest.mark.parametrize(("sheet", "verb", "change"), SHEETS.values(), ids=SHEETS)
def test_a_bad_cell_is_one_error_and_decides_nothing(
    sheet: str, verb: str, change: Callable[[Rows], None], case: Path
) -> None:
    path = case / "worksheets" / f"{sheet}.csv"
    names, rows = table(path)
    rows = rows or [dict.fromkeys(names, "")]
    change(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(rows)
    refused(case, verb, sheet)


def refused(case: Path, verb: str, sheet: str) -> None:
    held = saved(case)
    said = refusal(*verb.split(), "--case", case)
    assert clear(said), said
    assert sheet in said or "sum to 1" in said, said
    assert saved(case) == held
    untouched(case, *held)


BODIES: dict[str, tuple[str, bytes]] = {
    "a workbook that is no ZIP": ("xlsx", b"PK but not"),
    "a workbook that is empty": ("xlsx", b""),
    "a workbook whose names lead out": ("xlsx", zipped(**{"../../xl/workbook.xml": "<x/>"})),
    "a workbook with broken XML": (
        "xlsx",
        zipped(**{"[Content_Types].xml": "<x", "_rels/.rels": "<", "xl/workbook.xml": "<"}),
    ),
    "a table in another encoding": ("csv", "id;decision;because\nx;accept;якка\n".encode("windows-1251")),
    "a table in UTF-16": ("csv", "id;decision;because\n".encode("utf-16")),
    "a table with NUL in its head": ("csv", b"id,deci\0sion,because\n"),
    "a table without the columns": ("csv", b"id,what\n1,2\n"),
    "a table with a column twice": ("csv", b"id,decision,decision,because\n1,,,\n"),
    "a table with an open quote in it": ("csv", b'id,decision,because\n1,accept,"because\n'),
    "a table of nothing": ("csv", b""),
}


@pytest.mark.parametrize(("kind", "body"), BODIES.values(), ids=BODIES)
def test_a_worksheet_that_is_none(kind: str, body: bytes, case: Path) -> None:
    (case / "worksheets" / f"S4-extract.{kind}").write_bytes(body)
    refused(case, "extract", "S4-extract")


def test_two_decisions_about_one_row(case: Path) -> None:
    path = case / "worksheets" / "S4-extract.csv"
    names, rows = table(path)
    twice = [{**rows[0], "decision": word, "because": "x"} for word in ("accept", "reject")]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(twice)
    held = saved(case)
    assert "one decision per row" in refusal("extract", "--case", case)
    untouched(case, *held)


# Files of the kit's own


def line_of(text: str, number: int, new: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:number], new + "\n", *lines[number + 1 :]])


OWN: dict[str, tuple[str, str, str]] = {
    "a broken line of decisions": ("decisions.jsonl", "{broken", "case show"),
    "a decision that is none": ("decisions.jsonl", '{"action": "shout"}', "case show"),
    "a decision that is a number": ("decisions.jsonl", "7", "case show"),
    "a broken line of custody": ("custody.jsonl", "{broken", "case show exhibits"),
    "a custody entry that is none": ("custody.jsonl", '{"action": "seal"}', "case show exhibits"),
    "a custody entry with NaN": ("custody.jsonl", '{"number": NaN}', "case show exhibits"),
    "a broken line of the session": ("session.jsonl", "{broken", "exercise status"),
    "an entry of the session nested without end": ("session.jsonl", "[" * DEEP, "exercise status"),
    "a line of decisions nested without end": ("decisions.jsonl", "[" * DEEP, "case show"),
    "a line of searches that is none": ("searches.jsonl", '["x"]', "case show searches"),
    "a line of failures that is none": ("failures.jsonl", '{"why": 1}', "report"),
    "case.toml that is none": ("case.toml", "[[[", "case show"),
}


@pytest.fixture(scope="module")
def exercised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSINT_KIT_CONFIG", str(tmp_path_factory.getbasetemp() / "config"))
        folder = tmp_path_factory.mktemp("exercised") / "case"
        world = tmp_path_factory.mktemp("w") / "world"
        shutil.copytree(WORLD, world)
        words = ["exercise", "start", "silk-route", "--world", str(world), "--case", str(folder), "--accept-rules"]
        assert run(*words)[0] == 0
        for line in ("plan --assist full", "collect", "preserve", "exercise hint S1"):
            run(*line.split(), "--case", folder)
        (folder / "searches.jsonl").touch()
        yield folder


@pytest.mark.parametrize(("name", "bad", "verb"), OWN.values(), ids=OWN)
def test_a_record_that_somebody_broke(name: str, bad: str, verb: str, exercised: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exercised, tmp_path / "case"))
    path = folder / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(bad + "\n" + before, encoding="utf-8")
    said = refusal(*verb.split(), "--case", folder)
    assert clear(said), said
    assert name.partition(".")[0] in said
    assert path.read_text(encoding="utf-8") == bad + "\n" + before
    path.write_text(before, encoding="utf-8")
    assert run("case", "verify", "--case", folder)[0] == 0


GOOD = {"format": 1, "world": "", "case": "0" * 32, "team": "RED", "steps": {}, "watermark": "", "hints": {}}
ROW = {"author": "ALPHA", "at": "2031-12-20T09:00:00+00:00", "because": "x", "ids": ["0" * 32], "values": {}}
SUBMITTED: dict[str, str] = {
    "nothing": "",
    "a list": "[]",
    "a text that breaks off": '{"format": 1, ',
    "NaN": json.dumps({**GOOD, "format": float("nan")}),
    "a key twice": json.dumps(GOOD)[:-1] + ', "steps": {}}',
    "another format": json.dumps({**GOOD, "format": 9}),
    "a step that does not exist": json.dumps({**GOOD, "steps": {"S99": []}}),
    "a row that is a word": json.dumps({**GOOD, "steps": {"S4": ["x"]}}),
    "a row of 31 February": json.dumps({**GOOD, "steps": {"S1": [{**ROW, "at": "2031-02-31T00:00:00Z"}]}}),
    "a row of no zone": json.dumps({**GOOD, "steps": {"S1": [{**ROW, "at": "2031-02-01T00:00:00"}]}}),
    "hints that are a word": json.dumps({**GOOD, "hints": "many"}),
    "hints below nothing": json.dumps({**GOOD, "hints": {"S1": -3}}),
    "nesting without end": "[" * DEEP + "]" * DEEP,
    "another world": json.dumps({**GOOD, "world": "f" * 32}),
    "bytes that are no text": "\udcff",
}


@pytest.mark.parametrize("body", SUBMITTED.values(), ids=SUBMITTED)
def test_a_submission_that_is_none(body: str, tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(body.encode("utf-8", "surrogateescape"))
    said = refusal("exercise", "score", path, "--world", WORLD, "--no-compare")
    assert clear(said), said
    assert "s.json" in said


@pytest.mark.parametrize(
    "body", ["", "{}", "[1", '{"steps": 7}', "[" * DEEP, '{"total": NaN}'], ids=lambda text: text[:9]
)
def test_a_score_that_is_none(body: str, case: Path, tmp_path: Path) -> None:
    held = saved(case)
    (tmp_path / "score.json").write_text(body, encoding="utf-8")
    said = refusal("report", "--score", tmp_path / "score.json", "--case", case)
    assert clear(said), said
    untouched(case, *held)


BUNDLE: dict[str, Callable[[Path], object]] = {
    "a table with changed bytes": lambda root: append(root / "tables" / "posts.jsonl", " "),
    "a table that is gone": lambda root: (root / "tables" / "posts.jsonl").unlink(),
    "a file too many": lambda root: append(root / "files" / "more.txt", "x"),
    "a manifest that names a file outside": lambda root: append(root / "MANIFEST.sha256", f"{'0' * 64}  ../../x\n"),
    "a manifest in Latin-1": lambda root: (root / "MANIFEST.sha256").write_bytes(b"\xe9\n"),
    "world.toml that is none": lambda root: (root / "world.toml").write_text("[[", encoding="utf-8"),
    "world.toml of another format": lambda root: (root / "world.toml").write_text("format = 9", encoding="utf-8"),
    "world.toml without its keys": lambda root: (root / "world.toml").write_text("format = 1", encoding="utf-8"),
    "an answer key with changed bytes": lambda root: append(root / "key" / "persons.jsonl", " "),
}


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


@pytest.mark.parametrize("change", BUNDLE.values(), ids=BUNDLE)
def test_a_world_that_somebody_changed(change: Callable[[Path], object], tmp_path: Path) -> None:
    root = Path(shutil.copytree(WORLD, tmp_path / "world"))
    change(root)
    (tmp_path / "s.json").write_text(json.dumps(GOOD), encoding="utf-8")
    assert clear(refusal("exercise", "score", tmp_path / "s.json", "--world", root, "--no-compare"))


SCENARIO: dict[str, tuple[str, str]] = {
    "no name": ('name = "silk-route"\n', ""),
    "a name that is a list": ('name = "silk-route"', "name = []"),
    "an opening on 31 February": ("2031-12-20T", "2031-02-31T"),
    "no TOML": ("[", "[[["),
    "a code that is a number": ('calling_code = "281"', "calling_code = 281"),
    "no code": ('calling_code = "281"\n', ""),
}


@pytest.mark.parametrize(("old", "new"), SCENARIO.values(), ids=SCENARIO)
def test_a_scenario_without_its_keys(old: str, new: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shipped("exercises", "silk-route"), tmp_path / "scenario"))
    path = folder / "scenario.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    words = ["--seed", "1", "--scenario", folder, "--output", tmp_path / "w"]
    assert clear(refusal("world", "make", *words))
    assert not (tmp_path / "w").exists()
