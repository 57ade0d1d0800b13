"""What a step prints tells a person what was not done, and what is not decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from osint_kit import create_case
from osint_kit.cli import cli
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")


def done(*words: str) -> str:
    found = CliRunner().invoke(cli, list(words))
    assert found.exit_code == 0, found.output
    return found.output


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(create_case(tmp_path / "case", world=WORLD).path)
    done("plan", "--assist", "full", "--case", path)
    return path


def test_what_was_not_done_says_why(case: str) -> None:
    said = done("collect", "https://kanal.example/nobody/1", "--because", "a try", "--case", case)
    assert "not done: https://kanal.example/nobody/1: " in said


def test_a_draft_that_nobody_decided_is_not_called_complete(case: str) -> None:
    said = done("share", "--assist", "suggest", "--case", case)
    assert "rows are a draft that nobody decided" in said
    assert "nothing missing" not in said
