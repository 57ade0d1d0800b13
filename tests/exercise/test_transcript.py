"""The transcript beside the exercise: what a new team types still is a command, and it tells nothing of a machine."""

import os
import re
import shlex
from getpass import getuser
from pathlib import Path

import click
import pytest

from osint_kit.cli import cli
from osint_kit.exercise import load
from osint_kit.shipped import shipped

FOLDER = shipped("exercises", "silk-route") / "instructor"
TEXT = (FOLDER / "transcript.txt").read_text("utf-8")
TYPED = [line[2:] for line in TEXT.splitlines() if line.startswith("$ ") and not line.startswith("$ cd ")]
MACHINE = re.compile(r"(?<![\w/:.])/(?:home|root|tmp|Users|usr|opt|mnt|var|work|srv)/|\b[A-Za-z]:\\\\?Users")


@pytest.mark.parametrize("line", sorted(set(TYPED)))
def test_every_command_still_parses(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "points.txt").touch()
    kit, *words = shlex.split(line)
    assert kit == "osint-kit"
    found: click.Command = cli
    context = click.Context(cli, info_name=kit)
    while isinstance(found, click.Group):
        name, chosen, words = found.resolve_command(context, words)
        assert chosen is not None, name
        found = chosen
        context = click.Context(found, parent=context, info_name=name)
    found.make_context(found.name, words, parent=context.parent)


def test_every_step_is_played_and_briefed() -> None:
    steps = [step.id for step in load("silk-route").steps]
    briefed = [line.rsplit(" ", 1)[1] for line in TYPED if line.startswith("osint-kit exercise brief ")]
    assert briefed == steps


def test_hints_injects_decisions_and_the_instructor_are_there() -> None:
    for words in ("hint", "inject", "respond", "pause", "resume", "submit", "score", "debrief"):
        assert any(line.startswith(f"osint-kit exercise {words}") for line in TYPED), words
    for action in ("accept", "apart", "grade", "link"):
        assert any(line.startswith(f"osint-kit decide {action} ") for line in TYPED), action


def test_nothing_of_the_machine_is_told() -> None:
    assert not MACHINE.search(TEXT)
    names = {getuser(), os.environ.get("HOSTNAME", ""), os.environ.get("USER", "")} - {"", "root", "user", "runner"}
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", TEXT)]


def test_it_ends_with_a_score() -> None:
    assert re.search(r"^Total \d+\.\d of 980$", TEXT, re.MULTILINE)
    assert "Traceback" not in TEXT
