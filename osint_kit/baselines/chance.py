"""Chance: every decision is thrown, from the world's id, so that one world always gives the same."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from osint_kit import pipeline
from osint_kit.baselines import rows
from osint_kit.baselines.hoard import collected
from osint_kit.bundle import World, open_world
from osint_kit.casefile import Case, submission
from osint_kit.model import DIRECTED, Action, Decision, Json, Row, Submission
from osint_kit.score.brier import MIDPOINTS

T = TypeVar("T")

NAMED = 10
"""Entities that chance gives a role."""

ROLES = (*(f"RO-{name}" for name in rows.SUSPECTS), "PE-MIG", "PE-VIC", "NONE")
TYPES = (*sorted(DIRECTED), "Call", "UnknownLink")
MARKS = ("CC", "C", "N", "I", "II")


class Dice:
    """Throws that depend on a seed and on what is thrown for, not on the order of throwing."""

    def __init__(self, seed: str) -> None:
        """Bind the seed."""
        self.seed = seed

    def number(self, *what: object) -> int:
        """A large number."""
        named = "\x1f".join(map(str, (self.seed, *what)))
        return int.from_bytes(hashlib.sha256(named.encode()).digest()[:8])

    def one_in(self, count: int, *what: object) -> bool:
        """Whether it comes up, once in so many times."""
        return self.number(*what) % count == 0

    def of(self, listed: Sequence[T], *what: object) -> T:
        """One of a list."""
        return listed[self.number(*what) % len(listed)]

    def some(self, listed: Iterable[T], count: int) -> list[T]:
        """So many of a list."""
        return sorted(listed, key=lambda each: self.number("order", each))[:count]


def random(world_path: Path | str) -> Submission:
    """A third of all pages, half of what stands in them, and then grades, answers, links, roles and marks by chance."""
    world = open_world(world_path)
    dice = Dice(world.id)
    with tempfile.TemporaryDirectory() as folder:
        case = rows.opened(folder, world)
        collected(case, _wanted(world, dice))
        case.record(_statements(case, dice))
        case.record(_grades(case, dice))
        built = submission.build(case)
        judged = {
            "S7": tuple(_answers(case, world, dice)),
            "S8": tuple(_links(case, built.steps["S4"], dice)),
            "S10": tuple(_roles(case, dice)),
            "S11": tuple(_matrix(case, dice)),
        }
        return replace(built, steps={**built.steps, **judged})


def _wanted(world: World, dice: Dice) -> frozenset[str]:
    tables = ("ads", "posts", "companies", "statuses", "articles")
    urls = (f"https://{each['host']}{each['path']}" for table in tables for each in world.rows(table))
    return frozenset(url for url in urls if dice.one_in(3, "page", url))


def _statements(case: Case, dice: Dice) -> Iterator[Decision]:
    for name in pipeline.in_text(case.statements)["id"]:
        if dice.one_in(2, "statement", name):
            yield rows.made(case, Action.ACCEPT, "S4", (name,))


def _grades(case: Case, dice: Dice) -> Iterator[Decision]:
    documents = case.documents
    for name in documents.loc[documents["item"] != "", "id"]:
        grade = {"source": dice.of("ABCDEF", "letter", name), "information": dice.of("123456", "digit", name)}
        yield rows.made(case, Action.GRADE, "S6", (name,), scheme="admiralty", **grade)


def _answers(case: Case, world: World, dice: Dice) -> Iterator[Row]:
    for name in rows.questions(world):
        term = dice.of(tuple(MIDPOINTS), "term", name)
        yield rows.row(case, "S7", {"question": name, "term": term, "confidence": "low"})


def _links(case: Case, found: tuple[Row, ...], dice: Dice) -> Iterator[Row]:
    for left, right in rows.together(found):
        what = ("link", left.ids[0], right.ids[0])
        if dice.one_in(2, *what):
            yield rows.link(case, left, right, dice.of(TYPES, "type", *what))


def _roles(case: Case, dice: Dice) -> Iterator[Row]:
    entities = {str(each["id"]): each for each in case.entities.to_dict("records")}
    for name in dice.some(entities, NAMED):
        yield rows.role(case, entities[name], dice.of(ROLES, "role", name))


def _matrix(case: Case, dice: Dice) -> Iterator[Row]:
    for item in sorted({str(item) for item in case.documents["item"] if item}):
        marks: Json = {name: dice.of(MARKS, "mark", item, name) for name in rows.HYPOTHESES}
        yield rows.row(case, "S11", {"item": item, "marks": marks})
    parts = {name: 1 + dice.number("part", name) % 100 for name in rows.HYPOTHESES}
    for name, part in parts.items():
        yield rows.row(case, "S11", {"hypothesis": name, "probability": part / sum(parts.values())})
