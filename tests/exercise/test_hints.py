import json
from collections.abc import Callable

import pytest

from osint_kit.casefile import Case, session
from osint_kit.errors import MissingInput, NotAllowed
from osint_kit.exercise import hints, load, status, submit
from osint_kit.exercise.status import lines


def test_hints_come_one_by_one_are_logged_and_run_out(begin: Callable[..., Case]) -> None:
    case, exercise = begin(), load("silk-route")
    taken = [hints.take(case, exercise, "s5") for _ in range(3)]
    assert [number for _hint, number in taken] == [1, 2, 3]
    assert [hint.cost for hint, _number in taken] == [10, 25, 50]
    assert len({hint.text for hint, _number in taken}) == 3
    with pytest.raises(NotAllowed, match="S5"):
        hints.take(case, exercise, "S5")
    with pytest.raises(MissingInput, match="S99"):
        hints.take(case, exercise, "S99")
    with pytest.raises(NotAllowed, match="S15"):
        hints.take(case, exercise, "S15")
    assert hints.taken(session.entries(case.path)) == {"S5": 3}


def test_the_status_says_what_hints_cost_so_far(begin: Callable[..., Case]) -> None:
    case, exercise = begin(), load("silk-route")
    assert not [line for line in lines(status(case)) if "%" in line]
    hints.take(case, exercise, "S6")
    hints.take(case, exercise, "S6")
    (line,) = [line for line in lines(status(case)) if "%" in line]
    assert "S6" in line
    assert "25 %" in line


def test_a_submission_carries_the_hints_taken(begin: Callable[..., Case]) -> None:
    case, exercise = begin(), load("silk-route")
    for step in ("S1", "S4", "S4"):
        hints.take(case, exercise, step)
    assert json.loads(submit(case).read_text(encoding="utf-8"))["hints"] == {"S1": 1, "S4": 2}
