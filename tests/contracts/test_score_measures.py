from dataclasses import replace

import pytest

from osint_kit.bundle import open_world
from osint_kit.exercise.scoring import serving
from osint_kit.model import Row
from osint_kit.score import open_key
from osint_kit.score.measures import measures
from osint_kit.score.perfect import from_key
from osint_kit.score.sheet import Sheet
from osint_kit.shipped import shipped


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    world = open_world(shipped("fixtures", "silk-route"))
    key, fetch_at = open_key(world.path), serving(world)
    return Sheet(from_key(key, world, fetch_at), key, world, fetch_at)


def test_each_step_has_one_measure(sheet: Sheet) -> None:
    steps = [measures[name](sheet).step for name in measures]
    assert len(set(steps)) == len(steps) == 13


@pytest.mark.parametrize("name", measures)
def test_it_documents_itself(name: str) -> None:
    assert (measures[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", measures)
def test_the_key_earns_the_maximum_and_nothing_earns_nothing(name: str, sheet: Sheet) -> None:
    full = measures[name](sheet)
    assert full.points == pytest.approx(full.maximum)
    empty = measures[name](replace(sheet, submission=replace(sheet.submission, steps={})))
    assert empty.points == 0
    assert -sum(line.points for line in empty.explanations) == pytest.approx(empty.maximum)


@pytest.mark.parametrize("name", measures)
@pytest.mark.parametrize("junk", [None, 7, "x", [], {"a": 1}, [None, 3, {}]])
def test_junk_in_a_row_is_not_an_error_and_earns_nothing_more(name: str, junk: object, sheet: Sheet) -> None:
    step = measures[name](sheet).step
    shapes = {tuple(row.values): row for row in sheet.submission.steps[step]}
    rows = tuple(
        Row(row.author, row.at, row.because, row.ids, {**row.values, field: junk})
        for row in shapes.values()
        for field in row.values
    )
    steps = {step: rows}
    found = measures[name](replace(sheet, submission=replace(sheet.submission, steps=steps)))
    assert 0 <= found.points < found.maximum


@pytest.mark.parametrize("name", measures)
def test_it_is_idempotent(name: str, sheet: Sheet) -> None:
    assert measures[name](sheet) == measures[name](sheet)
