from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from osint_kit.cli import cli
from osint_kit.knowledge import doctrine

FAULTY = "It may be so.\nIt is likely (30 %).\n"


def _run(*words: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(cli, ["doctrine", *words], input=given)


def test_every_set_is_listed() -> None:
    shown = _run("show").output.splitlines()
    assert [line.split()[0] for line in shown] == list(doctrine.sets())


def test_a_record_is_shown_with_source_and_status() -> None:
    shown = _run("show", "som-nl").output
    assert "SOM-NL " in shown
    assert "Protocol against the Smuggling of Migrants by Land, Sea and Air (in force 28 January 2004), 5" in " ".join(
        shown.split()
    )
    assert "C: confirmed in a primary text" in shown
    assert "unconfirmed" not in shown


def test_what_is_not_confirmed_is_marked() -> None:
    shown = _run("show", "PM").output
    assert "Mobile money or voucher  [unconfirmed]" in shown
    assert shown.count("[unconfirmed]") == 1
    assert "U: unconfirmed: uncertain, not used as fact" in _run("show", "REP-FATF-ANNEX").output


@pytest.mark.parametrize("name", doctrine.sets())
def test_every_set_is_shown_whole_as_text_and_as_json(name: str) -> None:
    shown, told = _run("show", name), json.loads(_run("show", name, "--json").output)
    records = doctrine.load(name)
    assert shown.exit_code == 0
    assert [row["id"] for row in told] == [record.id for record in records]
    assert all(row["confirmed"] == record.confirmed for row, record in zip(told, records, strict=True))
    assert all(row["status_meaning"] for row in told)
    assert shown.output.count("[unconfirmed]") == sum(not record.confirmed for record in records)
    assert doctrine.groups()[doctrine.sets().index(name)].note in shown.output


def test_an_unknown_name_is_wrong_usage() -> None:
    done = _run("show", "XX-1")
    assert done.exit_code == 2
    assert "expected a set or an id, found XX-1" in done.output


def test_faults_are_listed_by_line(tmp_path: Path) -> None:
    file = tmp_path / "half page.txt"
    file.write_text(FAULTY, encoding="utf-8")
    done = _run("check", str(file))
    assert done.exit_code == 0
    assert [line.partition(")")[0] for line in done.output.splitlines()] == [
        "line 1: 'may' (modal",
        "line 2: '30 %' (percent",
    ]
    assert _run("check", "--strict", str(file)).exit_code == 1


def test_a_text_is_read_from_a_pipe() -> None:
    told = json.loads(_run("check", "-", "--json", given=FAULTY).output)
    assert [(each["line"], each["found"], each["rule"]) for each in told] == [
        (1, "may", "modal"),
        (2, "30 %", "percent"),
    ]
    assert all(FAULTY[each["start"] : each["end"]] == each["found"] for each in told)
    sound = _run("check", "--strict", "-", given="It is likely.")
    assert (sound.exit_code, sound.output) == (0, "no fault found: a person still has to read it\n")


def test_what_is_no_text_stops_with_one_error(tmp_path: Path) -> None:
    file = tmp_path / "x.bin"
    file.write_bytes(b"abc\xff\xfe")
    done = _run("check", str(file))
    assert done.exit_code == 1
    assert done.output == "Error: expected text in UTF-8, found 0xff, at 3\n"
    assert _run("check", str(tmp_path / "none.txt")).exit_code == 2


def test_a_text_that_is_no_assessment_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"a" * 2_000_001)
    done = _run("check", str(file))
    assert done.exit_code == 1
    assert "expected a text of at most 2000000 bytes, found a longer one, at" in done.output


def test_control_characters_of_a_text_do_not_reach_the_terminal() -> None:
    shown = _run("check", "-", given="It \x1b[31mmay\x1b[0m be, highly \u202e\u2028 likely, remote\u202e chance").output
    assert "\x1b" not in shown
    assert "\u202e" not in shown
