"""The commands of an exercise, as a team types them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from osint_kit.casefile import create_case
from osint_kit.cli import cli
from osint_kit.cli.exercise import ROLES
from osint_kit.exercise import injects, load, rules
from osint_kit.exercise.teams import Seat
from osint_kit.messages import use_language
from osint_kit.shipped import shipped

WORLD = str(shipped("fixtures", "silk-route"))


def run(*words: str) -> Result:
    try:
        return CliRunner().invoke(cli, ["exercise", *words])
    finally:
        use_language("en")


def done(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def told(*words: str) -> Any:
    return json.loads(done(*words, "--json"))


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "case")
    done("start", "silk-route", "--world", WORLD, "--case", path, "--role", "rights", "--accept-rules")
    return path


def test_the_roles_on_offer_are_the_seats_of_a_team() -> None:
    assert tuple(Seat) == ROLES


def test_without_accepting_the_rules_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "case"
    result = run("start", "silk-route", "--world", WORLD, "--case", str(path))
    assert result.exit_code == 1
    assert all(rule in result.output for rule in rules(load("silk-route")))
    assert not path.exists()


def test_the_rules_are_shown_in_the_language_in_use(tmp_path: Path) -> None:
    words = ("start", "silk-route", "--world", WORLD, "--case", str(tmp_path / "case"), "--lang")
    for language in ("ru", "tg"):
        output = run(*words, language).output
        assert all(rule in output for rule in rules(load("silk-route", language)))


def test_the_list_names_the_exercise_and_its_cuts() -> None:
    assert told("list") == [{"name": "silk-route", "title": "The silk route", "cuts": ["one-day", "half-day"]}]
    assert "1000" in done("list")


def test_the_first_brief_holds_the_worlds(case: str) -> None:
    output = done("brief", "--case", case)
    assert "S0" in output.splitlines()[0]
    assert "out of scope" in output
    assert "passively" in output
    assert "Zarvand" in output


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_brief_is_printed_whole_in_its_language(language: str, case: str) -> None:
    for step in load("silk-route", language).steps:
        output = done("brief", step.id, "--case", case, "--lang", language)
        assert step.title in output.splitlines()[0]
        assert all(line in output for line in step.text.splitlines())
        assert all(command in output for command in step.commands)
        assert step.review in output


def test_the_status_has_a_line_a_step_and_marks_the_present_one(case: str) -> None:
    lines = done("status", "--case", case).splitlines()
    assert "rights" in lines[1]
    steps = [line for line in lines if " points, decided rows: " in line]
    assert len(steps) == 16
    assert [line.split()[1] for line in steps if line.startswith(">")] == ["S0"]
    data = told("status", "--case", case)
    assert (data["minutes"], data["step"], data["injects"]) == (0, "S0", [])


def test_a_hint_is_printed_with_its_price(case: str) -> None:
    assert "10 %" in done("hint", "S5", "--case", case)
    assert told("hint", "S5", "--case", case)["cost"] == 25
    assert told("status", "--case", case)["hints"] == {"S5": 2}


def test_an_inject_is_handed_over_and_answered(case: str) -> None:
    (six,) = (each for each in injects.load(load("silk-route")) if each.id == "IN-06")
    output = done("inject", "IN-06", "--case", case)
    assert six.text.splitlines()[0] in output
    assert not [text for text in six.expected if text in output]
    assert [each["id"] for each in told("status", "--case", case)["injects"]] == ["IN-06"]
    assert told("respond", "IN-06", "--text", "water first", "--case", case)["values"]["text"] == "water first"
    assert not told("status", "--case", case)["injects"]


def test_the_clock_pauses_and_goes_on_where_it_is_told(case: str) -> None:
    assert told("pause", "--case", case)["minutes"] == 0
    assert "paused" in done("status", "--case", case)
    assert told("resume", "--at", "D2 09:20", "--case", case)["minutes"] == 1460
    data = told("status", "--case", case)
    assert data["step"] == "S8"
    assert [each["id"] for each in data["injects"]] == ["IN-01", "IN-02", "IN-04"]
    assert run("resume", "--case", case).exit_code == 1
    done("pause", "--case", case)
    assert "expected" in run("resume", "--at", "tomorrow", "--case", case).output


def test_a_case_of_no_exercise_is_told_so(tmp_path: Path) -> None:
    create_case(tmp_path / "own")
    result = run("status", "--case", str(tmp_path / "own"))
    assert result.exit_code == 1
    assert "expected a case of an exercise" in result.output


def test_a_cut_is_played_from_start_to_status(tmp_path: Path) -> None:
    path = str(tmp_path / "case")
    done("start", "silk-route", "--world", WORLD, "--case", path, "--cut", "half-day", "--accept-rules")
    lines = [line for line in done("status", "--case", path).splitlines() if " points, decided rows: " in line]
    assert [line[2:].split()[0] for line in lines] == ["S0", "S5", "S6", "S8", "S10", "S15"]
    assert run("brief", "S9", "--case", path).exit_code == 1


def test_the_debrief_of_an_empty_team_is_a_page_with_its_injects(case: str, tmp_path: Path) -> None:
    done("inject", "IN-06", "--case", case)
    done("respond", "IN-06", "--text", "water first", "--case", case)
    submission, page = str(tmp_path / "team.json"), tmp_path / "page.html"
    done("submit", "--case", case, "--output", submission)
    words = ("--world", WORLD, "--case", case, "--no-compare", "--brief-back", "50", "--output", str(page))
    output = done("debrief", submission, *words)
    assert str(page) in output
    body = page.read_text(encoding="utf-8")
    assert "water first" in body
    assert "People first" in body
