from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.bundle import World, open_world
from osint_kit.exercise.scoring import serving
from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score, open_key, score
from osint_kit.score.perfect import from_key
from osint_kit.score.sheet import FetchAt
from osint_kit.shipped import shipped


@pytest.fixture(scope="session")
def world() -> World:
    return open_world(shipped("fixtures", "silk-route"))


@pytest.fixture(scope="session")
def key(world: World) -> AnswerKey:
    return open_key(world.path)


@pytest.fixture(scope="session")
def fetch_at(world: World) -> FetchAt:
    return serving(world)


@pytest.fixture(scope="session")
def perfect(key: AnswerKey, world: World, fetch_at: FetchAt) -> Submission:
    return from_key(key, world, fetch_at)


@pytest.fixture
def scored(key: AnswerKey, world: World, fetch_at: FetchAt) -> Callable[..., Score]:
    def run(submission: object, allowed: object = None) -> Score:
        return score(submission, key, world, fetch_at, allowed=allowed or {})

    return run


@pytest.fixture
def changed(perfect: Submission) -> Callable[..., Submission]:
    """The perfect submission with the rows of one step passed through a function."""

    def change(step: str, function: object) -> list[Row]:
        return replace(perfect, steps={**perfect.steps, step: tuple(function(list(perfect.steps[step])))})

    return change
