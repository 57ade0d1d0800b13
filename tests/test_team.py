"""A team that only uses worksheets and `decide`, on the command line, from a case that allows proposals at most."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from osint_kit import baselines, exercise, open_case, world
from osint_kit.casefile import Case
from osint_kit.cli import cli

Row = dict[str, str]
FRAMES = ("documents", "statements", "pairs", "entities", "grades", "links")


def run(case: Path, *words: str, code: int = 0) -> str:
    done = CliRunner().invoke(cli, [*words, "--case", str(case)])
    assert done.exit_code == code, done.output
    return done.output


def fill(case: Path, sheet: str, decide: Callable[[Row], str]) -> int:
    """Fill in a worksheet as a person would: a word and a reason in the rows one has an opinion on."""
    path = case / "worksheets" / f"{sheet}.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["decision"] = decide(row)
        row["because"] = f"read it in {row.get('item') or row.get('ref') or 'the sheet'}" if row["decision"] else ""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return sum(1 for row in rows if row["decision"])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world") / "small"
    world.make(folder, seed=5, difficulty="easy")
    return folder


def start(world_path: Path, case: Path, callsign: str = "ALPHA") -> Path:
    words = ["exercise", "start", "silk-route", "--world", str(world_path), "--callsign", callsign]
    words += ["--team", "RED", "--accept-rules"]
    done = CliRunner().invoke(cli, [*words, "--case", str(case)])
    assert done.exit_code == 0, done.output
    return case


def gather(case: Path, wanted: Callable[[Row], bool] = lambda row: float(row["score"]) > 0.33) -> None:
    """S1 to S3, decided in worksheets."""
    run(case, "plan")
    assert fill(case, "S1-plan", lambda _row: "accept")
    run(case, "plan")
    run(case, "search")
    assert fill(case, "S2-search", lambda row: "accept" if wanted(row) else "reject")
    run(case, "search")
    run(case, "collect")
    run(case, "preserve")


@pytest.fixture(scope="module")
def played(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = start(small, tmp_path_factory.mktemp("team") / "case")
    gather(case)
    for verb, sheet, decide in (
        ("extract", "S4-extract", lambda row: "accept" if float(row["score"]) >= 0.5 else "reject"),
        ("resolve", "S5-resolve", lambda row: "merge" if float(row["score"]) >= 0.8 else ""),
        ("grade", "S6-grade", lambda _row: "grade"),
        ("link", "S8-link", lambda row: "link" if row["type"] != "Call" else ""),
    ):
        run(case, verb)
        assert fill(case, sheet, decide), sheet
        run(case, verb)
    return case


@pytest.fixture(scope="module")
def undecided(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = start(small, tmp_path_factory.mktemp("idle") / "case")
    gather(case)
    for verb in ("extract", "resolve", "grade", "link"):
        run(case, verb, "--assist", "suggest")
    return case


def test_worksheets_and_decide_complete_every_step(played: Path, small: Path) -> None:
    case = open_case(played)
    mention = case.statements.loc[case.statements["verdict"] == "accept", "ref"].iloc[0]
    said = run(played, "decide", "reject", mention, "--because", "a price of goods, not a fare")
    assert said.startswith("R")
    path = exercise.submit(open_case(played), played / "submission.json")
    score = exercise.score(path, small)
    assert {each.step for each in score.steps if each.points > 0} == {"S1", "S2", "S3", "S4", "S5", "S6", "S8"}
    assert not score.dropped
    assert mention not in {
        row["ref"]
        for row in json.loads(run(played, "case", "show", "statements", "--json"))
        if row["verdict"] == "accept"
    }


def test_the_report_shows_points_and_team_minus_machine(played: Path, small: Path) -> None:
    submitted = exercise.submit(open_case(played), played / "submission.json")
    exercise.score(submitted, small, machine=baselines.empty(small), out=played / "score.json")
    run(played, "report", "--score", str(played / "score.json"))
    page = BeautifulSoup((played / "report.html").read_text(encoding="utf-8"), "html.parser")
    heads = [cell.get_text() for cell in page.select("#steps th")]
    assert "Team minus machine" in heads
    figures = {
        row.select("th, td")[0].get_text(): row.select("td")[-1].get_text() for row in page.select("#steps tbody tr")
    }
    assert all(figures[step].startswith("+") for step in ("S1", "S2", "S3", "S4"))


def test_suggestions_that_nobody_decided_score_as_empty(undecided: Path, small: Path) -> None:
    case = open_case(undecided)
    assert min(len(case.pairs), len(case.grades), len(case.links), len(case.statements)) > 0
    submitted = exercise.submit(case, undecided / "submission.json")
    score = {each.step: each.points for each in exercise.score(submitted, small).steps}
    assert {score[step] for step in ("S4", "S5", "S6", "S8")} == {0}
    assert min(score["S1"], score["S2"], score["S3"]) > 0


def test_the_machine_may_not_decide_where_only_proposals_are_allowed(undecided: Path, small: Path) -> None:
    said = run(undecided, "extract", "--assist", "full", code=1)
    assert "--assist suggest at most" in said
    submitted = json.loads(exercise.submit(open_case(undecided), undecided / "submission.json").read_text("utf-8"))
    words = {
        "kind": "money",
        "value": "5 USD",
        "original": "5 USD",
        "document": "0" * 32,
        "item": "https://a.example/1",
    }
    row = {
        "author": "machine",
        "at": "2031-12-20T09:00:00+00:00",
        "because": "score 0.9",
        "ids": ["0" * 32],
        "values": {**words, "start": 0, "end": 5},
    }
    submitted["steps"]["S4"] = [row]
    forged = undecided / "forged.json"
    forged.write_text(json.dumps(submitted), encoding="utf-8")
    score = exercise.score(forged, small)
    assert [each.step for each in score.dropped] == ["S4"]


def test_deleting_the_database_changes_no_output(played: Path) -> None:
    tables = ("documents", "statements", "pairs", "entities", "grades", "links", "decisions", "exhibits")
    before = [run(played, "case", "show", table, "--json") for table in tables]
    (played / "case.db").unlink()
    assert [run(played, "case", "show", table, "--json") for table in tables] == before


def test_two_members_merge_in_either_order_into_the_same_case(small: Path, tmp_path: Path) -> None:
    folders = {}
    for callsign, side in (("ALPHA", 0), ("BRAVO", 1)):
        case = start(small, tmp_path / callsign.lower(), callsign)
        gather(case, lambda row, side=side: float(row["score"]) > 0.33 and sum(row["url"].encode()) % 3 != side)
        run(case, "extract")
        fill(case, "S4-extract", lambda row: "accept" if row["kind"] == "phone" else "")
        run(case, "extract")
        folders[callsign] = case
    copies = {callsign: shutil.copytree(path, tmp_path / f"{callsign}-copy") for callsign, path in folders.items()}
    run(folders["ALPHA"], "case", "merge", str(copies["BRAVO"]))
    run(folders["BRAVO"], "case", "merge", str(copies["ALPHA"]))
    one, other = open_case(folders["ALPHA"]), open_case(folders["BRAVO"])
    assert run(one.path, "case", "verify") == run(other.path, "case", "verify")
    assert {each.id for each in one.exhibits} == {each.id for each in other.exhibits}
    assert {each.id for each in one.decisions} == {each.id for each in other.decisions}
    for name in FRAMES:
        pd.testing.assert_frame_equal(content(one, name), content(other, name))
    assert any(ref.endswith("@BRAVO") for ref in one.documents["ref"])


def content(case: Case, name: str) -> pd.DataFrame:
    """A derived table without the references, which carry call signs."""
    frame: pd.DataFrame = getattr(case, name).drop(columns="ref", errors="ignore")
    return frame.sort_values(list(frame.columns), key=lambda column: column.astype(str), ignore_index=True)
