"""`extract FILE|-`: any text, without a case."""

import json
from pathlib import Path

from click.testing import CliRunner

from osint_kit.cli import cli

POST = "Гейм Душанбе–Стамбул, 1500$ с человека, гарантия. Тел +992 90 000 00 12, @Falak_Trans"


def test_a_text_from_standard_input_needs_no_case() -> None:
    done = CliRunner().invoke(cli, ["extract", "-", "--json"], input=POST)
    assert done.exit_code == 0
    rows = json.loads(done.output)["rows"]
    assert ("phone", "+992900000012") in {(row["kind"], row["value"]) for row in rows}
    assert all(POST[row["start"] : row["end"]] == row["text"] for row in rows)


def test_explain_says_which_rule_and_that_a_code_is_a_lead(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text(POST, "utf-8")
    done = CliRunner().invoke(cli, ["extract", str(path), "--explain"])
    assert done.exit_code == 0
    assert "rule" in done.output
    assert "a lead" in done.output


def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "post.bin"
    path.write_bytes(b"abc\xff")
    done = CliRunner().invoke(cli, ["extract", str(path)])
    assert done.exit_code == 1
    assert "0xff" in done.output
    assert "3" in done.output


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["extract", str(tmp_path / "no.txt")])
    assert done.exit_code == 1
    assert "no.txt" in done.output
