import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.bundle import World, open_world
from osint_kit.casefile import Case
from osint_kit.errors import BadSubmission, NotAllowed, StorageFailed
from osint_kit.exercise import describe, read, read_score, score, start, submit
from osint_kit.exercise.schema import problems, submission_schema
from osint_kit.exercise.scoring import serving
from osint_kit.model import MACHINE, Action, Assist, Row, Submission, by_machine, from_dict, to_dict
from osint_kit.score import open_key
from osint_kit.score.perfect import from_key
from osint_kit.shipped import shipped


@pytest.fixture(scope="session")
def world() -> World:
    return open_world(shipped("fixtures", "silk-route"))


@pytest.fixture(scope="session")
def perfect(world: World) -> Submission:
    return from_key(open_key(world.path), world, serving(world))


@pytest.fixture(scope="session")
def small(perfect: Submission) -> dict[str, Any]:
    """Two rows a step, as JSON."""
    plain = to_dict(perfect)
    plain["steps"] = {step: rows[:2] for step, rows in plain["steps"].items()}  # type: ignore[union-attr,index]
    return json.loads(json.dumps(plain))


@pytest.fixture
def case(tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Case]:
    monkeypatch.setenv("OSINT_KIT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def make(assist: str | None = None) -> Case:
        return start("silk-route", world.path, tmp_path / "case", team="RED", assist=assist)

    return make


def walk(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, each in inner for found in walk(each, (*path, key)))]


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    changed = copy.copy(value)
    if new is ... and len(path) == 1:
        del changed[path[0]]
    else:
        changed[path[0]] = put(value[path[0]], path[1:], new)
    return changed


def test_what_the_key_answers_follows_the_schema(perfect: Submission) -> None:
    jsonschema.Draft202012Validator.check_schema(submission_schema())
    jsonschema.validate(json.loads(json.dumps(to_dict(perfect))), submission_schema(), jsonschema.Draft202012Validator)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_our_check_and_jsonschema_agree_on_damaged_submissions(small: dict[str, Any], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(walk(small)[1:]))
    new = data.draw(st.sampled_from([None, "", "x", -1, 3, True, [], {}, {"reason": ""}, "sha256:1", ...]))
    damaged = put(small, path, new)
    schema = submission_schema()
    ours = any(problems(damaged, schema, schema))
    theirs = not jsonschema.Draft202012Validator(schema).is_valid(damaged)
    assert ours == theirs


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("format",), 2, "format"),
        (("format",), True, "format"),
        (("world",), ..., "world"),
        (("steps", "S14"), [], "S14"),
        (("hints",), {"S4": -1}, "S4"),
        (("hints",), {"S40": 1}, "S40"),
        (("steps", "S4", 0, "values", "start"), "0", "start"),
        (("steps", "S4", 0, "at"), "noon", "at"),
        (("steps", "S5", 0, "because"), "", "because"),
        (("extra",), 1, "extra"),
    ],
)
def test_a_malformed_submission_is_refused_with_its_place(
    path: tuple[Any, ...], new: Any, message: str, small: dict[str, Any], tmp_path: Path
) -> None:
    target = {**small, **({path[0]: new} if len(path) == 1 and new is not ... else {})}
    damaged = put(target, path, new) if path[-1] != "S14" else {**small, "steps": {**small["steps"], "S14": []}}
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(damaged), encoding="utf-8")
    with pytest.raises(BadSubmission, match=message):
        read(file)


@pytest.mark.parametrize("body", ["", "[]", "{", "\x00"])
def test_what_is_no_submission_is_refused(body: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text(body, encoding="utf-8")
    with pytest.raises(BadSubmission):
        read(file)
    with pytest.raises(BadSubmission, match="no file"):
        read(tmp_path / "missing.json")


def test_a_submission_of_another_world_is_refused(small: dict[str, Any], world: World, tmp_path: Path) -> None:
    other = from_dict(Submission, {**small, "world": "another"})
    with pytest.raises(BadSubmission, match="another") as caught:
        score(other, world.path)
    assert other.case in str(caught.value)
    assert len(str(caught.value)) < 300
    path = tmp_path / "other.json"
    path.write_text(json.dumps({**small, "world": "another"}), encoding="utf-8")
    with pytest.raises(BadSubmission, match=r"other\.json"):
        score(path, world.path)


def test_a_file_that_cannot_be_written_is_named(
    perfect: Submission, case: Callable[..., Case], world: World, tmp_path: Path
) -> None:
    missing = tmp_path / "no folder" / "file.json"
    with pytest.raises(StorageFailed, match="no folder"):
        score(perfect, world.path, out=missing)
    with pytest.raises(StorageFailed, match="no folder"):
        submit(case(), missing)


def test_submission_and_score_files_carry_the_watermark(
    case: Callable[..., Case], world: World, tmp_path: Path
) -> None:
    path = submit(case())
    score(path, world.path, out=tmp_path / "score.json")
    for file in (path, tmp_path / "score.json"):
        assert json.loads(file.read_text(encoding="utf-8"))["watermark"] == world.watermark
    assert read_score(tmp_path / "score.json").watermark == world.watermark


def test_an_empty_case_submits_an_empty_score(case: Callable[..., Case], world: World, tmp_path: Path) -> None:
    path = submit(case())
    assert path.name == "submission.json"
    found = score(path, world.path, out=tmp_path / "score.json")
    assert found.total == 0
    assert json.loads((tmp_path / "score.json").read_text(encoding="utf-8"))["total"] == 0
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), submission_schema())


def test_the_machine_may_not_decide_where_it_may_only_suggest(case: Callable[..., Case]) -> None:
    made = case("full")
    values = {"section": "requirement", "text": "Who?", "element": "SOM-1", "sources": "", "id": "q1"}
    made.decide(Action.ACCEPT, "S1", ["q1"], because="drafted", values=values, author=MACHINE)
    assert submit(made).is_file()
    restricted = {**fields(made), "assist": {"S1": Assist.SUGGEST}}
    object.__setattr__(made, "settings", type(made.settings)(**restricted))
    with pytest.raises(NotAllowed, match="S1 q1"):
        submit(made)


def test_a_long_list_of_rows_refused_is_cut(case: Callable[..., Case]) -> None:
    made = case("full")
    values = {"section": "requirement", "text": "Who?", "element": "SOM-1", "sources": ""}
    for number in range(7):
        made.decide(Action.ACCEPT, "S1", [f"q{number}"], because="drafted", values=values, author=MACHINE)
    restricted = {**fields(made), "assist": {"S1": Assist.SUGGEST}}
    object.__setattr__(made, "settings", type(made.settings)(**restricted))
    with pytest.raises(NotAllowed, match="S1 q4; 2 more"):
        submit(made)


def fields(made: Case) -> dict[str, Any]:
    return {name: getattr(made.settings, name) for name in made.settings.__dataclass_fields__}


def test_the_score_is_described_line_by_line(perfect: Submission, world: World) -> None:
    found = score(perfect, world.path, machine=perfect, assist="full")
    lines = describe(found)
    assert [line[:2] for line in lines[:9]] == [f"S{number}" for number in range(1, 10)]
    assert "team minus machine +0.0" in lines[0]
    assert "980" in lines[13]
    assert "100 %" in lines[14]
    assert "nobody" in lines[15]
    assert len(describe(found, explain=True)) > 1000


@pytest.mark.parametrize("author", ["machine", "Machine", " MACHINE ", "\u200bmachine"])
def test_the_machine_is_known_however_it_is_written(author: str) -> None:
    row = Row(author, datetime(2031, 12, 20, tzinfo=UTC), "x", ("y",))
    assert by_machine(row)
    assert not by_machine(replace(row, author="ALPHA"))


def test_nesting_without_end_is_a_bad_submission(tmp_path: Path) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    with pytest.raises(BadSubmission, match=r"expected JSON.*deep\.json"):
        read(deep)
