"""Fifty names and posts written to do harm go through every product of a case, and show as text in each."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from factory import NOON, capture
from hostile import HOSTILE

from osint_kit import create_case, open_case, pipeline
from osint_kit.bundle import open_world
from osint_kit.casefile import Case, products, tabular, worksheet
from osint_kit.cli import cli
from osint_kit.exercise import score
from osint_kit.exercise.debrief import Debrief, debrief
from osint_kit.model import Action, Decision, Submission
from osint_kit.score import open_key
from osint_kit.shipped import shipped

TERMINAL = (
    "\x1b[2J\x1b[1;1Hgone",
    "\x1b]0;title\x07",
    "\x9b31mred",
    "a\rb",
    "bell\x07\x08\x08",
    "line\u2028two",
    "\x85next",
    "\x7fdel",
)
NAMES = (*HOSTILE, *TERMINAL)
HARMLESS = tuple(f"name {number}" for number in range(len(NAMES)))
RUNS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey, or what turns the order of letters round."""


def played(folder: Path, names: tuple[str, ...]) -> Case:
    """A chat in which each name writes, and in which each name is what it says; a team accepts every name."""
    case = create_case(folder, clock=lambda: NOON)
    clock = {"date": "2031-12-20T09:00:00", "date_unixtime": "1955505600"}
    said = [
        {"id": number, "type": "message", **clock, "from": name, "from_id": f"user{number}", "text": name}
        for number, name in enumerate(names, start=1)
    ]
    chat = json.dumps({"name": names[0], "type": "group", "id": 9, "messages": said})
    list(case.add_captures([capture("https://partner.example/files/result.json", chat, "application/json")]))
    case.seal()
    for document in case.sources:
        part = document.part("text")
        assert part
        values = {"document": document.id, "start": str(part.start), "end": str(part.end), "kind": "person"}
        name = document.text[part.start : part.end]
        row = {**values, "document": case.ref_of(document.id), "original": name, "value": name, "id": ""}
        draft = worksheet.sheets.SHEETS["S4"].draft(case, {**row, "because": "x"}, Action.ACCEPT)
        case.decide(Action.ACCEPT, "S4", draft.targets, because=f"read: {name}", values=draft.values)
    for step in (pipeline.resolve, pipeline.grade, pipeline.link, pipeline.analyse, pipeline.assess):
        step(case)
    return case


@pytest.fixture(scope="module", autouse=True)
def keys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSINT_KIT_CONFIG", str(tmp_path_factory.getbasetemp() / "config"))  # as each test has it
        yield


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(tmp_path_factory.mktemp("hostile") / "case", NAMES)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return played(tmp_path_factory.mktemp("harmless") / "case", HARMLESS)


def tags(page: str) -> Counter[str]:
    """Every element with its attributes' names: what a browser would build."""
    elements = BeautifulSoup(page, "html.parser").select("*")
    return Counter(f"{each.name} {' '.join(sorted(each.attrs))}" for each in elements)


def plain(text: str) -> str:
    """Text as it is read: white space collapsed; a control that HTML forbids is whatever stands for it."""
    return " ".join("".join(" " if unicodedata.category(each) == "Cc" else each for each in text).split())


def test_every_name_is_an_entity_as_it_was_written(case: Case) -> None:
    assert len(HOSTILE) == 50
    texts = set(case.documents["text"])
    assert {f"{name}\n{name}" for name in NAMES} == texts
    assert set(NAMES) <= set(case.statements["original"])
    assert len(case.entities[case.entities["schema"] == "Person"]) >= len(NAMES) - 3  # some fold to the same name


def page_of(case: Case, path: Path) -> str:
    pipeline.report(case, path)
    return path.read_text(encoding="utf-8")


def test_in_the_report_each_is_text(case: Case, harmless: Case, tmp_path: Path) -> None:
    page = page_of(case, tmp_path / "a.html")
    built, usual = tags(page), tags(page_of(harmless, tmp_path / "b.html"))
    assert set(built) <= set(usual)
    shown = plain(BeautifulSoup(page, "html.parser").get_text(" "))
    assert not [name for name in NAMES if plain(name) not in shown]


def test_in_a_worksheet_each_comes_back_and_none_is_a_formula(case: Case) -> None:
    for path in worksheet.export(case, "S4", case.statements):
        frame = tabular.read(path)
        added = frame[frame["kind"] == "person"]
        assert set(NAMES) <= set(added["original"])
        assert {f"read: {name}" for name in NAMES} <= set(added["because"])
    assert worksheet.import_decisions(case, "S4") == []
    for path in sorted((case.path / "worksheets").iterdir()):
        assert not formulas(path), path


def formulas(path: Path) -> list[str]:
    if path.suffix == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
        return [str(cell.value) for cell in cells if cell.data_type == "f" or cell.hyperlink]
    if path.suffix != ".csv":
        return []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [cell for row in csv.reader(stream) for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]


def test_in_what_is_shared_each_is_a_value(case: Case, tmp_path: Path) -> None:
    needs = dict.fromkeys(case.entities["id"], "a test")
    products.outgoing(case, ("csv", "ftm", "graphml"), tmp_path, disclose=needs)
    captions = dict(zip(case.entities["id"], case.entities["caption"], strict=True))
    with (tmp_path / "parties.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["id"]: row["label"] for row in csv.DictReader(stream)} == captions
    assert not formulas(tmp_path / "parties-read.csv")
    graph = nx.read_graphml(tmp_path / "graph.graphml")
    labels = {name: plain(text.replace("\ufffd", " ")) for name, text in graph.nodes(data="label")}
    assert labels == {name: plain(text) for name, text in captions.items()}  # XML knows no controls
    lines = (tmp_path / "entities.ftm.json").read_text(encoding="utf-8").split("\n")
    parties = [json.loads(line) for line in lines if line]
    assert captions.keys() <= {each["id"] for each in parties}


def test_on_a_terminal_none_is_obeyed(case: Case) -> None:
    for words in (
        "case show",
        "case show documents",
        "case show statements",
        "case show entities",
        "extract",
        "report",
    ):
        for form in ((), ("--json",)):
            done = CliRunner().invoke(cli, [*words.split(), *form, "--case", str(case.path)])
            assert done.exit_code == 0, done.output
            assert not RUNS.search(done.output.replace("\r\n", "\n")), words
    shown = CliRunner().invoke(cli, ["case", "show", "statements", "--case", str(case.path)]).output
    assert "\\u001b[2J" in shown
    assert "abc\\u202egpj.exe" in shown


def test_json_on_a_terminal_is_the_same_json(case: Case) -> None:
    told = CliRunner().invoke(cli, ["case", "show", "statements", "--json", "--case", str(case.path)]).output
    assert set(NAMES) <= {row["original"] for row in json.loads(told)}


@pytest.mark.parametrize("name", TERMINAL)
def test_an_error_that_quotes_it_is_not_obeyed(name: str, case: Case) -> None:
    for words in (["decide", "accept", name, "--because", "x"], ["collect", "--from", name]):
        done = CliRunner().invoke(cli, [*words, "--case", str(case.path)])
        assert done.exit_code == 1
        assert not RUNS.search(done.output)


def test_in_the_debrief_each_is_text() -> None:
    world = open_world(shipped("fixtures", "silk-route"))
    key = open_key(world.path)

    def page(names: tuple[str, ...]) -> str:
        submitted = Submission(1, world.id, "0" * 32, " ".join(names), {}, world.watermark)
        decided = [Decision(Action.ACCEPT, "S4", (f"{n:032}",), name, "ALPHA", NOON) for n, name in enumerate(names)]
        injects = [{"id": "IN-01", "title": name, "answer": name, "expected": (name,)} for name in names]
        hints = [{"step": "S5", "number": "1", "at": name} for name in names]
        scored = score(submitted, world.path)
        given = Debrief(scored, submitted, key, world, decisions=decided, injects=injects, hints=hints)
        return debrief(given).body.decode("utf-8")

    made = page(NAMES)
    assert tags(made) == tags(page(HARMLESS))
    shown = plain(BeautifulSoup(made, "html.parser").get_text(" "))
    assert not [name for name in NAMES if plain(name) not in shown]


def test_opened_again_the_case_still_says_what_was_written(case: Case) -> None:
    assert not case.verify()
    assert [each.because for each in open_case(case.path).decisions] == [each.because for each in case.decisions]
