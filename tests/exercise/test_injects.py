from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from osint_kit.casefile import Case, session
from osint_kit.casefile.session import Kind
from osint_kit.errors import MissingInput, NotAllowed
from osint_kit.exercise import Inject, injects, load, pause, resume, status
from osint_kit.exercise.status import lines
from osint_kit.knowledge import doctrine
from osint_kit.model import Action
from osint_kit.shipped import shipped

IDS = ["IN-01", "IN-02", "IN-04", "IN-06", "IN-09", "IN-13"]


def ids(found: Sequence[Inject]) -> list[str]:
    return [each.id for each in found]


def test_the_shipped_injects_are_complete() -> None:
    exercise = load("silk-route")
    found = injects.load(exercise)
    assert ids(found) == IDS
    known = {step.id for step in exercise.steps}
    for each in found:
        assert {each.step, each.reveal} <= known
        assert set(each.rubric) == {"0", "50", "100"}
        assert each.expected
        assert each.text
    assert {each.id for each in found if each.minute is None} == {"IN-06", "IN-09"}


def test_what_is_expected_cites_doctrine_that_exists() -> None:
    known = {record.id for record in doctrine.load()}
    for each in injects.load(load("silk-route")):
        cited = {word.strip(".,;:()") for text in each.expected for word in text.split() if "-" in word}
        assert {word for word in cited if word[:3].isupper() and word[0] != "F"} <= known, each.id


def test_an_inject_comes_with_its_minute_and_stays_until_it_is_answered(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(74)
    assert not status(case).due
    hand.on(1)
    assert ids(status(case).due) == ["IN-01"]
    hand.on(40)
    assert ids(status(case).due) == ["IN-01", "IN-02"]
    injects.respond(case, status(case).due[0], "held since 09:50")
    assert ids(status(case).due) == ["IN-02"]


def test_what_has_come_can_be_answered_by_who_never_looked_at_the_status(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    tip = injects.find(injects.load(load("silk-route")), "IN-02")
    with pytest.raises(NotAllowed):
        injects.respond(case, tip, "F6")
    hand.on(110)
    injects.respond(case, tip, "F6")
    assert session.values_of(session.entries(case.path), Kind.INJECT) == ({"inject": "IN-02"},)
    assert ids(status(case).due) == ["IN-01"]


def test_pausing_shifts_what_is_timed(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(70)
    pause(case)
    hand.on(600)
    assert not status(case).due
    resume(case)
    hand.on(4)
    assert not status(case).due
    hand.on(1)
    assert ids(status(case).due) == ["IN-01"]


def test_an_inject_without_a_time_waits_for_the_white_cell(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(3000)
    assert ids(status(case).due) == ["IN-01", "IN-02", "IN-04", "IN-13"]
    six = injects.find(injects.load(load("silk-route")), "in-06")
    with pytest.raises(NotAllowed, match="IN-06"):
        injects.respond(case, six, "water first")
    injects.deliver(case, [six, six])
    assert "IN-06" in ids(status(case).due)
    injects.respond(case, six, "water first")
    assert "IN-06" not in ids(status(case).due)
    given = session.values_of(session.entries(case.path), Kind.INJECT)
    assert sorted(values["inject"] for values in given) == ["IN-01", "IN-02", "IN-04", "IN-06", "IN-13"]


def test_an_inject_can_wait_for_the_first_decision_of_a_step() -> None:
    (first, *_rest) = injects.load(load("silk-route"))
    waiting = Inject(**{**{name: getattr(first, name) for name in Inject.__slots__}, "minute": None, "event": "S5"})
    assert not injects.due([waiting], [], 9999, {"S5": 0, "S4": 3})
    assert injects.due([waiting], [], 0, {"S5": 1}) == (waiting,)


def test_a_step_counts_as_decided_once_a_row_is(begin: Callable[..., Case]) -> None:
    case = begin()
    values = {"section": "exclusion", "text": "family pages", "id": "x"}
    case.decide(Action.ACCEPT, "S1", ["x"], because="out of scope", values=values)
    assert status(case).decided["S1"] == 1
    assert status(case).decided["S2"] == 0


def test_the_rows_of_all_sheets_of_a_step_count(begin: Callable[..., Case]) -> None:
    case = begin()
    for sheet, values in (("elements", {"element": "SOM-1"}), ("roles", {"entity": "x", "role": "NONE"})):
        action = Action.ROLE if sheet == "roles" else Action.JUDGE
        case.decide(action, "S10", [sheet], because="read", values={"sheet": sheet, **values})
    assert status(case).decided["S10"] == 2


def test_a_cut_plays_the_injects_of_its_steps_at_its_own_minutes() -> None:
    exercise = load("silk-route")
    found = {each.id: each.minute for each in injects.load(exercise.shortened("one-day"))}
    assert found == {"IN-01": 75, "IN-02": 100, "IN-04": 265, "IN-06": None, "IN-09": None}


def test_an_answer_is_kept_with_what_it_rests_on_and_shown_beside_what_was_expected(
    begin: Callable[..., Case], hand: Any
) -> None:
    case = begin()
    hand.on(80)
    (one,) = status(case).due
    decision = case.decide(Action.ACCEPT, "S1", ["x"], because="b", values={"section": "exclusion", "text": "t"})
    injects.respond(case, one, " first thought ")
    injects.respond(case, one, "held since 09:50", case.ref_of(decision.id))
    (found,) = injects.answered(injects.load(load("silk-route")), session.entries(case.path))
    assert (found.inject.id, found.text, found.evidence) == ("IN-01", "held since 09:50", decision.id)
    said = "\n".join(injects.beside([found]))
    assert "held since 09:50" in said
    assert all(text in said for text in one.expected)


def test_an_answer_needs_words_and_evidence_that_exists(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(80)
    (one,) = status(case).due
    with pytest.raises(MissingInput, match="--text"):
        injects.respond(case, one, "  ")
    with pytest.raises(MissingInput, match="E99"):
        injects.respond(case, one, "held", "E99")
    with pytest.raises(MissingInput, match="IN-99"):
        injects.find([one], "IN-99")


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_a_team_sees_the_payload_and_never_what_is_expected(language: str) -> None:
    for each in injects.load(load("silk-route", language), language):
        said = "\n".join(injects.lines(each))
        assert each.text.splitlines()[0] in said
        for kept in (*each.expected, *each.rubric.values()):
            assert kept not in said


def test_the_status_of_a_team_holds_no_expected_answer(begin: Callable[..., Case], hand: Any) -> None:
    case = begin()
    hand.on(3000)
    everything = injects.load(load("silk-route"))
    injects.deliver(case, everything)
    said = "\n".join(lines(status(case)))
    assert all(each.text.splitlines()[0] in said for each in everything)
    assert not [text for each in everything for text in (*each.expected, *each.rubric.values()) if text in said]


def test_a_draft_is_not_played_and_an_incomplete_inject_is_named(tmp_path: Path, monkeypatch: Any) -> None:
    exercise = load("silk-route")
    text = (shipped("exercises", "silk-route") / "injects" / "IN-02.md").read_text(encoding="utf-8")
    (tmp_path / "injects").mkdir()
    (tmp_path / "injects" / "IN-02.md").write_text(text.replace('"ready"', '"draft"'), encoding="utf-8")
    monkeypatch.setattr(injects, "shipped", lambda *_names: tmp_path)
    assert injects.load(exercise) == ()
    (tmp_path / "injects" / "IN-02.md").write_text(text.replace("time = 110", 'time = "soon"'), encoding="utf-8")
    with pytest.raises(MissingInput, match="IN-02"):
        injects.load(exercise)
