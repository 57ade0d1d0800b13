"""Bad input: one clear message that says what was expected, found and where; exit code 1; nothing saved is lost."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from osint_kit import create_case, open_case
from osint_kit.cli import cli
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")


def stopped(*words: str) -> str:
    done = CliRunner().invoke(cli, list(words))
    assert done.exit_code == 1, (done.exit_code, done.output)
    assert done.output.startswith("Error: ")
    return done.output


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return create_case(tmp_path / "case", world=WORLD).path


def planned(case: Path) -> Path:
    done = CliRunner().invoke(cli, ["plan", "--assist", "full", "--case", str(case)])
    assert done.exit_code == 0, done.output
    return case


def test_a_host_outside_the_sandbox(case: Path) -> None:
    said = stopped("collect", "https://real.invalid/x", "--because", "a try", "--case", str(planned(case)))
    assert "real.invalid" in said
    assert "expected" in said


def test_a_missing_plan(case: Path) -> None:
    assert "expected a plan that the team accepted" in stopped("search", "--case", str(case))
    assert "expected a plan that the team accepted" in stopped("collect", "--case", str(case))


def test_an_excluded_address(case: Path) -> None:
    host = next(source.host for source in open_case(case).world.sources if source.kind == "classifieds")  # type: ignore[union-attr]  # the case has a world
    said = stopped("collect", f"https://{host}/private/1", "--because", "a try", "--case", str(planned(case)))
    assert "excluded" in said or "excludes" in said or "exclude" in said


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[", "[[[", "scenario.toml"),
        ('calling_code = "281"', "calling_code = 281", "calling_code"),
        ('calling_code = "281"', "", "calling_code"),
    ],
)
def test_a_malformed_scenario_names_file_and_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    folder = shutil.copytree(shipped("exercises", "silk-route"), tmp_path / "scenario")
    text = (folder / "scenario.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "scenario.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    said = stopped("world", "make", "--seed", "1", "--scenario", str(folder), "--output", str(tmp_path / "w"))
    assert "scenario.toml" in said
    assert named in said
    assert not (tmp_path / "w").exists()


def test_a_case_of_another_version(case: Path) -> None:
    text = (case / "case.toml").read_text(encoding="utf-8")
    (case / "case.toml").write_text(text.replace("format = 1", "format = 99"), encoding="utf-8")
    said = stopped("case", "show", "--case", str(case))
    assert "format = 1" in said
    assert "format = 99" in said


def test_a_table_with_a_wrong_column(case: Path, tmp_path: Path) -> None:
    bundle = shutil.copytree(WORLD, tmp_path / "bundle")
    path, manifest = bundle / "files" / "calls.csv", bundle / "MANIFEST.sha256"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes().replace(b"B-number", b"Callee", 1))
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    odd = create_case(tmp_path / "odd", world=bundle).path
    for words in (["plan", "--assist", "full"], ["collect"], ["preserve"]):
        done = CliRunner().invoke(cli, [*words, "--case", str(odd)])
        assert done.exit_code == 0, done.output
    said = stopped("extract", "--case", str(odd))
    assert "B-number" in said
    assert "Callee" in said
    assert "calls.csv" in said
    assert not open_case(odd).verify()


def test_a_folder_that_holds_something_else_is_not_replaced_by_the_demo(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert "expected an empty folder" in stopped("demo", "--output", str(tmp_path))
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_an_unknown_reference(case: Path) -> None:
    said = stopped("decide", "accept", "S99999", "--because", "a try", "--case", str(case))
    assert "S99999" in said


def test_a_submission_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"format": 7}', encoding="utf-8")
    assert "s.json" in stopped("exercise", "score", str(tmp_path / "s.json"), "--world", str(WORLD), "--no-compare")
    (tmp_path / "s.json").write_text("[1,", encoding="utf-8")
    assert "s.json" in stopped("exercise", "score", str(tmp_path / "s.json"), "--world", str(WORLD), "--no-compare")


def test_a_world_that_is_none(tmp_path: Path) -> None:
    words = ["--world", str(tmp_path), "--case", str(tmp_path / "case")]
    assert "world.toml" in stopped("exercise", "start", "silk-route", *words)
    assert "other-road" in stopped(
        "exercise", "start", "other-road", "--world", str(WORLD), "--case", str(tmp_path / "c")
    )
