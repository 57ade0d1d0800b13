"""The steps of the shipped exercise, in three languages, hold what the kit holds."""

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest

from osint_kit.bundle import open_world
from osint_kit.casefile.sheets import SHEETS, step_of
from osint_kit.cli import cli
from osint_kit.errors import MissingInput
from osint_kit.exercise import Exercise, Step, definition, load
from osint_kit.knowledge import doctrine
from osint_kit.messages import LANGUAGES
from osint_kit.model import Assist
from osint_kit.score.hints import share
from osint_kit.score.measures import measures
from osint_kit.score.measures.grading import SAYS_FALSE
from osint_kit.shipped import shipped

POINTS = [0, 40, 100, 90, 80, 110, 90, 30, 120, 90, 100, 60, 50, 20, 20, 0]
SILK = shipped("exercises", "silk-route")
OTHERS = [language for language in LANGUAGES if language != "en"]
WITH_TEXT = [*sorted((SILK / "steps").glob("*.md")), *sorted((SILK / "injects").glob("*.md"))]
ENGLISH = [path for path in WITH_TEXT if len(path.suffixes) == 1]
WRITTEN = {"title", "product", "decides", "hints", "rules", "to", "channel"}
"""Keys of a front matter that hold text for people."""


def parts(path: Path) -> tuple[dict[str, object], str]:
    _nothing, front, text = path.read_text(encoding="utf-8").split("+++\n", 2)
    return tomllib.loads(front), text


def beside(path: Path, language: str) -> Path:
    return path.with_name(f"{path.stem}.{language}.md")


def code(text: str) -> list[str]:
    """What stands between back-ticks, white space evened out."""
    return sorted(" ".join(found.split()) for found in re.findall(r"`([^`]+)`", text))


def columns(text: str) -> list[list[str]]:
    """The first word of each line of each example."""
    blocks = re.findall(r"(?:^ {4}.*\n)+", text, re.MULTILINE)
    return [[line.split()[0] for line in block.splitlines()] for block in blocks]


def every_step() -> Iterator[tuple[str, Step]]:
    for language in LANGUAGES:
        for step in load("silk-route", language).steps:
            yield language, step


def test_the_shipped_exercise_names_its_steps_in_order() -> None:
    found = load("silk-route")
    assert [step.id for step in found.steps] == [f"S{number}" for number in range(16)]
    assert [step.points for step in found.steps] == POINTS
    assert sum(POINTS) == 1000
    assert set(found.assist.values()) == {Assist.SUGGEST}
    assert len(measures) == sum(step.points > 0 for step in found.steps) - 1  # the brief-back is scored by hand


def test_no_step_begins_before_the_one_before_it_ends() -> None:
    whole = load("silk-route")
    for exercise in (whole, *(whole.shortened(cut) for cut in whole.cuts)):
        placed = [(exercise.minute(step.starts), step.minutes) for step in exercise.steps]
        assert placed[0][0] == 0
        for (start, minutes), (following, _) in pairwise(placed):
            assert following == start or following >= start + minutes


def test_the_timetable_says_which_step_is_on() -> None:
    found = load("silk-route")
    assert found.minute("D2 09:20") == 1460
    assert found.at(1460) == "D2 09:20"
    shown = {0: "S0", 29: "S0", 30: "S1", 90: "S2", 410: "S7", 900: "S7", 1440: "S8", 1845: "S15", 9999: "S15"}
    assert {minute: found.current(minute).id for minute in shown} == shown


def test_the_one_day_cut_keeps_its_steps_and_moves_them() -> None:
    cut = load("silk-route").shortened("one-day")
    assert [step.id for step in cut.steps] == ["S0", "S1", "S2", "S3", "S4", "S5", "S6", "S8", "S10", "S15"]
    assert all(step.starts.startswith("D1") for step in cut.steps)
    assert cut.minute(cut.steps[-1].starts) + cut.steps[-1].minutes <= 8 * 60
    with pytest.raises(MissingInput, match="one-day"):
        load("silk-route").shortened("one-hour")
    with pytest.raises(MissingInput, match="S9"):
        cut.step("S9")


def test_each_step_says_what_to_do() -> None:
    for language, step in every_step():
        assert step.product, (language, step.id)
        assert step.decides, (language, step.id)
        assert len(step.text.split()) > 100, (language, step.id)
        assert step.schema in ("", f"#/$defs/{step.id}")


def test_hints_cost_what_the_score_takes_off() -> None:
    for language, step in every_step():
        scored = step.id not in ("S0", "S14", "S15")
        assert [hint.cost for hint in step.hints] == ([10, 25, 50] if scored else []), (language, step.id)
        assert [share(number) * 100 for number in range(1, len(step.hints) + 1)] == [hint.cost for hint in step.hints]
        assert len({hint.text for hint in step.hints}) == len(step.hints)


def test_commands_in_the_steps_have_the_arguments_that_the_command_line_takes() -> None:
    for _language, step in every_step():
        for written in (*step.commands, *(each for each in code(step.text) if each.startswith("osint-kit "))):
            parsed(written)


@pytest.mark.parametrize(
    "written", ["osint-kit decide grade D4 --source B --because TEXT", "osint-kit decide shout D4"]
)
def test_a_command_that_is_not_taken_is_found(written: str) -> None:
    with pytest.raises(click.UsageError):
        parsed(written)


def parsed(written: str) -> click.Context:
    """The context of a command line, parsed and not run; words in capitals for files stand for some that exist."""
    _name, *words = written.replace(" FILE", " /dev/null").split()
    command: click.Command = cli
    context = click.Context(cli)
    while isinstance(command, click.Group):
        name, found, words = command.resolve_command(context, words)
        assert found is not None
        command, context = found, click.Context(found, context, name)
    return command.make_context(context.info_name, words)


def test_what_the_steps_say_that_doctrine_shows_is_there() -> None:
    known = {record.set for record in doctrine.load()} | {record.id for record in doctrine.load()}
    for _language, step in every_step():
        said = (*step.commands, *code(step.text))
        assert {each.split()[-1] for each in said if each.startswith("osint-kit doctrine show ")} <= known


@pytest.mark.parametrize("key", SHEETS)
def test_each_worksheet_is_named_in_its_step_with_the_words_it_takes(key: str) -> None:
    sheet = SHEETS[key]
    for _language, step in every_step():
        if step.id == step_of(key):
            assert f"worksheets/{step.id}-{sheet.name}.csv" in code(step.text)
            assert set(sheet.words) <= set(re.findall(r"\*\*(\w+)\*\*", step.text))


def test_the_columns_of_each_example_are_columns_of_a_worksheet_of_the_step() -> None:
    for language, step in every_step():
        sheets = [sheet for key, sheet in SHEETS.items() if step_of(key) == step.id]
        for shown in columns(step.text):
            assert {"decision", "because"} <= set(shown), (language, step.id)
            held = [{"ref", "id", "decision", "because", *sheet.columns} for sheet in sheets]
            assert any(set(shown) <= each for each in held), (language, step.id, shown)


def test_every_role_and_term_that_may_be_written_is_in_the_brief() -> None:
    by_id = {step.id: step.text for step in load("silk-route").steps}
    assert {record.id for record in doctrine.load("ROLES")} <= set(re.findall(r"\b(?:RO|PE)-[A-Z]+\b", by_id["S10"]))
    assert {record.id for record in doctrine.load("ICD-203")} <= set(re.findall(r"\bEP-\d\b", by_id["S7"]))
    assert {f"MLA15-{letter}" for letter in "abcdef"} <= set(re.findall(r"\bMLA15-[a-f]\b", by_id["S12"]))
    assert {f"H{number}" for number in range(1, 7)} <= set(re.findall(r"\bH\d\b", by_id["S11"]))


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_complete_and_says_that_nobody_reviewed_it(path: Path, language: str) -> None:
    (front, text), (other, said) = parts(path), parts(beside(path, language))
    shown = {name for name in front if name in WRITTEN}
    assert shown <= set(other), f"{path.name}: {shown - set(other)} not translated"
    assert set(other) - shown <= {"step", "language", "review"}
    assert other["language"] == language
    assert other["review"]
    assert other.get("step", front.get("step")) == front.get("step")
    for name in shown:
        assert type(other[name]) is type(front[name])
        assert not front[name] or other[name] != front[name]
        if isinstance(front[name], list):
            assert len(other[name]) == len(front[name])
    assert code(said) == code(text)
    assert columns(said) == columns(text)
    assert sorted(re.findall(r"\*\*\w+\*\*", said)) == sorted(re.findall(r"\*\*\w+\*\*", text))
    assert len(re.findall(r"^(?:- |\d\. )", said, re.MULTILINE)) == len(
        re.findall(r"^(?:- |\d\. )", text, re.MULTILINE)
    )
    assert sorted(re.findall(r"\((\d+)\)", said)) == sorted(re.findall(r"\((\d+)\)", text))


@pytest.mark.parametrize("path", [path for path in WITH_TEXT if path not in ENGLISH], ids=lambda path: path.name)
def test_no_word_of_a_translation_mixes_alphabets(path: Path) -> None:
    assert not re.findall(r"[A-Za-z][а-яёӣӯҳҷғқ]|[а-яёӣӯҳҷғқ][A-Za-z]", path.read_text(encoding="utf-8"), re.IGNORECASE)


def test_what_is_held_to_be_false_is_what_the_score_takes_for_it() -> None:
    (grade,) = (step for step in load("silk-route").steps if step.id == "S6")
    said = f"information {' or '.join(sorted(SAYS_FALSE))} to what you hold to be false"
    assert said in " ".join(grade.text.split())


def test_nothing_of_the_key_is_in_the_steps_and_no_place_of_the_world_in_a_hint() -> None:
    places = {name for each in open_world(shipped("fixtures", "silk-route")).profiles for name in each.places}
    for _language, step in every_step():
        assert not re.search(r"\bLK-\d", step.text + step.decides)
        for hint in step.hints:
            assert not [name for name in places if name in hint.text]


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(MissingInput, match="nowhere"):
        load("nowhere")


def exercise_of(folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> Exercise:
    (folder / "steps").mkdir()
    (folder / "exercise.toml").write_text('title = "T"\nscenario = "s"\nopens = "09:00"\n', encoding="utf-8")
    for name, text in files.items():
        (folder / "steps" / f"{name}.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(definition, "shipped", lambda *_names: folder)
    return load("x")


@pytest.mark.parametrize(
    "text",
    [
        "no fence",
        "+++\nstep = 1\n+++\n",
        "+++\nstep =\n+++\n",
        (SILK / "steps" / "010_plan.md").read_text(encoding="utf-8").replace("D1 09:30", "at noon"),
        (SILK / "steps" / "010_plan.md").read_text(encoding="utf-8").replace("cost = 25", "price = 25"),
    ],
)
def test_a_malformed_step_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingInput, match="000_x"):
        exercise_of(tmp_path, monkeypatch, **{"000_x": text})


def test_one_level_for_every_step_overrides_the_exercise() -> None:
    own = load("silk-route").assist
    assert set(definition.level(own, "full", own).values()) == {Assist.FULL}
    assert definition.level(own, None, own) == own
