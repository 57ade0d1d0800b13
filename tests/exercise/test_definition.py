import re
from pathlib import Path

import click
import pytest

from osint_kit.cli import cli
from osint_kit.errors import MissingInput
from osint_kit.exercise import definition, load
from osint_kit.model import Assist
from osint_kit.score.measures import measures
from osint_kit.score.measures.grading import SAYS_FALSE

POINTS = {"S0": 0, "S1": 40, "S2": 100, "S3": 90, "S4": 80, "S5": 110, "S6": 90, "S8": 120}


def test_the_shipped_exercise_names_its_steps_in_order() -> None:
    found = load("silk-route")
    assert {step.id: step.points for step in found.steps} == POINTS
    assert [step.id for step in found.steps] == sorted(POINTS)
    assert set(found.assist.values()) == {Assist.SUGGEST}
    assert len(measures) == sum(step.points > 0 for step in found.steps)


def test_each_step_says_what_to_do_and_names_commands_that_exist() -> None:
    for step in load("silk-route").steps:
        assert step.product
        assert step.decides
        assert len(step.text.split()) > 60
        for command in step.commands:
            name = command.split()[1]
            assert (Path(definition.__file__).parents[1] / "cli" / f"{name}.py").is_file(), command


def test_commands_in_the_steps_have_the_arguments_that_the_command_line_takes() -> None:
    for step in load("silk-route").steps:
        for written in (*step.commands, *re.findall(r"`(osint-kit [^`]+)`", step.text)):
            parsed(written)


@pytest.mark.parametrize(
    "written", ["osint-kit decide grade D4 --source B --because TEXT", "osint-kit decide shout D4"]
)
def test_a_command_that_is_not_taken_is_found(written: str) -> None:
    with pytest.raises(click.UsageError):
        parsed(written)


def parsed(written: str) -> click.Context:
    """The context of a command line, parsed and not run."""
    _name, *words = written.split()
    command: click.Command = cli
    context = click.Context(cli)
    while isinstance(command, click.Group):
        name, found, words = command.resolve_command(context, words)
        assert found is not None
        command, context = found, click.Context(found, context, name)
    return command.make_context(context.info_name, words)


def test_what_is_held_to_be_false_is_what_the_score_takes_for_it() -> None:
    (grade,) = (step for step in load("silk-route").steps if step.id == "S6")
    assert f"information {' or '.join(sorted(SAYS_FALSE))} to what you hold to be false" in grade.text


def test_nothing_of_the_key_is_in_the_steps() -> None:
    text = " ".join(step.text + step.decides for step in load("silk-route").steps)
    assert not re.search(r"\b(RO|LK|PE)-[A-Z0-9]+\b", text)


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(MissingInput, match="nowhere"):
        load("nowhere")


@pytest.mark.parametrize("text", ["no fence", "+++\nstep = 1\n+++\n", "+++\nstep =\n+++\n"])
def test_a_malformed_step_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "steps").mkdir()
    (tmp_path / "exercise.toml").write_text('title = "T"\nscenario = "s"\n', encoding="utf-8")
    (tmp_path / "steps" / "000_x.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(definition, "shipped", lambda *_names: tmp_path)
    with pytest.raises(MissingInput, match="000_x"):
        load("x")


def test_one_level_for_every_step_overrides_the_exercise() -> None:
    own = load("silk-route").assist
    assert set(definition.level(own, "full", own).values()) == {Assist.FULL}
    assert definition.level(own, None, own) == own
