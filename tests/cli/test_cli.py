"""The shell around the library: quick help, examples, exit codes, languages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from osint_kit.casefile.overview import TABLES as EVERY_TABLE
from osint_kit.cli import Command, cli
from osint_kit.cli.case import TABLES
from osint_kit.messages import use_language

HEAVY = ("pandas", "numpy", "networkx", "httpx", "bs4", "selectolax", "jinja2", "cryptography", "rich")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from every_command(found, (*path, name))
        else:
            yield (*path, name), found


COMMANDS = list(every_command(cli))


@pytest.mark.parametrize(
    "arguments", [["--help"], ["world", "make", "--help"], ["case", "show", "--help"]], ids=" ".join
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from osint_kit.cli import cli\n"
        f"try: cli({arguments!r})\n"
        "except SystemExit: pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Usage:" in done.stdout


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_has_help_an_example_and_json(path: tuple[str, ...], command: click.Command) -> None:
    assert isinstance(command, Command)
    said = CliRunner().invoke(cli, [*path, "--help"]).output
    assert "Example:" in said
    assert f"osint-kit {' '.join(path)}" in said
    assert "--json" in said
    assert all(option.help for option in command.params if isinstance(option, click.Option)), path


def test_case_show_offers_every_table_there_is() -> None:
    assert sorted(TABLES) == sorted(EVERY_TABLE)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["plan", "--assist", "much"],
        ["decide", "merge", "P1"],
        ["world", "make"],
        ["world", "make", "--team", "", "--output", "w"],
    ],
)
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 2
    assert "Error:" in done.output


def test_a_stopped_run_is_exit_code_one_and_says_why(tmp_path: object) -> None:
    done = CliRunner().invoke(cli, ["case", "verify", "--case", f"{tmp_path}/nothing"])
    assert done.exit_code == 1
    assert "expected a case folder" in done.output
    assert "Traceback" not in done.output


def test_the_language_can_stand_before_or_after_the_command() -> None:
    english = CliRunner().invoke(cli, ["plan", "--help"]).output
    before = CliRunner().invoke(cli, ["--lang", "ru", "plan", "--help"]).output
    use_language("en")
    after = CliRunner().invoke(cli, ["plan", "--lang", "ru", "--help"]).output
    assert before.splitlines()[2:] == after.splitlines()[2:]
    assert before != english


def test_a_world_can_be_made_and_named_in_json(tmp_path: object) -> None:
    done = CliRunner().invoke(
        cli, ["world", "make", "--seed", "3", "--difficulty", "easy", "--output", f"{tmp_path}/w", "--json"]
    )
    assert done.exit_code == 0, done.output
    assert set(json.loads(done.stdout)) == {"world", "difficulty", "output"}
