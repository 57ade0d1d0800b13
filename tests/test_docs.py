"""The documentation tells the truth: its commands exist, its code runs, its promises are written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import osint_kit
from osint_kit.cli import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^osint-kit (.+)$", README, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_command_of_the_readme_parses(line: str) -> None:
    words = shlex.split(line.partition("#")[0].replace("<master seed>", "7"))
    path = [word for word in words[:2] if not word.startswith("-")]
    known = CliRunner().invoke(cli, [*path[:1], "--help"])
    assert known.exit_code == 0, line
    options = {word for word in words if word.startswith("--")}
    depth = 2 if "COMMAND [ARGS]" in known.output else 1
    said = CliRunner().invoke(cli, [*path[:depth], "--help"]).output
    assert options <= set(re.findall(r"--[a-z-]+", said)), line


def test_the_readme_says_who_it_is_not() -> None:
    assert "nothing in it is endorsed" in README.replace("\n", " ")
    assert "not yet reviewed by" in README.replace("\n", " ").replace("**", "")


def test_the_readmes_extraction_finds_what_the_comment_says() -> None:
    said = re.search(
        r"^# (start.+)\nosint_kit\.extract_text\(\"(.+?)\", profiles=world\.profiles\)$", README, re.MULTILINE
    )
    assert said
    found = osint_kit.extract_text(said[2], profiles=osint_kit.open_world(ROOT / "fixtures" / "silk-route").profiles)
    assert list(found.columns) == said[1].split(", ")
    assert found["value"].tolist() == ["+281551234567", "1500 USD"]


def test_contributing_answers_each_question_in_five_lines() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    answers = re.findall(r"^\*\*(.+?)\*\*.*?\n((?:\d\. (?:.|\n)*?)+)(?=\n\n|\Z)", text, re.MULTILINE)
    assert [name for name, _ in answers] == [
        "A collector",
        "A site",
        "A selector",
        "A country",
        "A reader",
        "A link builder",
        "A measure",
        "A command",
        "An exercise step",
    ]
    assert all(len(re.findall(r"^\d\. ", body, re.MULTILINE)) == 5 for _, body in answers)


GUIDE = ROOT / "exercises" / "silk-route" / "instructor" / "guide.md"


@pytest.mark.parametrize(
    "line", re.findall(r"(?:^ +|`)(osint-kit [^`\n]+)", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
)
def test_every_command_of_the_instructors_guide_parses(line: str) -> None:
    words = shlex.split(line.replace("<master seed>", "7"))[1:]
    command: click.Command = cli
    context = click.Context(cli)
    while isinstance(command, click.Group) and words:
        name, found, words = command.resolve_command(context, words)
        assert found is not None
        command, context = found, click.Context(found, context, name)
    if words:
        command.make_context(context.info_name, words)
