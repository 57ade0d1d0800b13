"""Every kind of gap asks openly, gives its reason, names nobody, and has nothing to ask of nobody."""

from __future__ import annotations

import inspect
import sys
from dataclasses import replace

import pytest

from osint_kit.interview.gaps import gaps
from osint_kit.interview.known import Known, known
from osint_kit.interview.questions import faults
from osint_kit.model.tables import ELEMENTS, ENTITIES, LINKS, ROLES, STATEMENTS

SECRET = "+281551234567"


def _statement(name: str, kind: str, value: str, item: str) -> dict[str, object]:
    row: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
    return row | {"id": name, "kind": kind, "value": value, "item": item, "start": 0, "end": 1, "score": 1.0}


@pytest.fixture
def facts() -> Known:
    """A traveller with one contact without a name, one link and two items that differ."""
    said = [("s1", "money", "1 USD"), ("s2", "money", "2 USD")]
    statements = STATEMENTS.frame(
        _statement(name, kind, value, f"https://s.example/{name}") for name, kind, value in said
    )
    base = {"ref": "P1", "schema": "Person", "selectors": (), "subjects": (), "decided": False}
    entities = ENTITIES.frame(
        [
            {"id": "t", "caption": "t", "names": ("t",), "statements": ("s1", "s2"), **base},
            {"id": "x", "caption": SECRET, "names": (), "statements": (), **base},
        ]
    )
    link: dict[str, object] = {column.name: "" for column in LINKS.columns}
    link |= {"id": "l1", "source": "t", "target": "x", "type": "Call", "statements": ("s1",), "directed": True}
    links = LINKS.frame([link | {"count": 1, "score": 1.0, "decided": False}])
    role = {"entity": "t", "label": "t", "role": "PE-MIG", "statements": (), "score": 1.0, "reason": "because"}
    return known(entities, ROLES.frame([role]), links, statements, ELEMENTS.frame([]))


@pytest.mark.parametrize("name", gaps)
def test_a_gap_asks_openly_and_gives_nothing_away(name: str, facts: Known) -> None:
    found = list(gaps[name](facts))
    assert found
    assert found == list(gaps[name](facts))
    for question in found:
        assert faults(question.text) == ()
        assert question.reason
        assert SECRET not in question.text


@pytest.mark.parametrize("name", gaps)
def test_a_gap_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(gaps[name])
    assert sys.modules[gaps[name].__module__].__doc__


@pytest.mark.parametrize("name", ["nameless", "single", "contradictions"])
def test_where_nothing_is_known_nothing_differs(name: str, facts: Known) -> None:
    empty = replace(facts, own=facts.own.iloc[:0], ties=facts.ties.iloc[:0], contacts={})
    assert list(gaps[name](empty)) == []
