from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_world import world

from osint_kit.errors import MissingInput
from osint_kit.model import CollectionPlan, Preparation, Requirement, Task
from osint_kit.plan import from_rows, propose, rows
from osint_kit.plan.sheet import COLUMNS, SECTIONS

cells = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=";"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
lists = st.lists(cells, max_size=4).map(tuple)
plans = st.builds(
    CollectionPlan,
    authority=cells,
    requirements=st.lists(st.builds(Requirement, cells, cells, lists), max_size=3).map(tuple),
    tasks=st.lists(st.builds(Task, cells, cells, lists, lists, lists, st.integers(1, 999)), max_size=3).map(tuple),
    preparations=st.lists(st.builds(Preparation, cells, cells), max_size=3).map(tuple),
    excluded=lists,
)


@settings(max_examples=40)
@given(plans)
def test_a_plan_survives_its_worksheet(plan: CollectionPlan) -> None:
    assert from_rows(rows(plan)) == plan


@settings(max_examples=40)
@given(plans)
def test_every_cell_is_a_text_under_a_known_column(plan: CollectionPlan) -> None:
    for row in rows(plan):
        assert tuple(row) == COLUMNS
        assert all(isinstance(cell, str) for cell in row.values())
        assert row["section"] in SECTIONS
        assert row["id"]


def test_the_draft_survives_its_worksheet_in_any_order_of_sections() -> None:
    plan = propose(world().brief, world().sources, ("Obigul",))
    sheet = sorted(rows(plan), key=lambda row: row["section"])
    assert from_rows(sheet) == plan
    again = from_rows(reversed(sheet))
    assert set(again.requirements) == set(plan.requirements)
    assert set(again.tasks) == set(plan.tasks)


def test_missing_cells_are_empty_ones() -> None:
    plan = from_rows(
        [{"section": "requirement", "text": "Who?"}, {"section": "task", "source": "a.example", "kind": "partner"}]
    )
    assert plan.requirements == (Requirement("Who?", "", ()),)
    assert plan.tasks == (Task("a.example", "partner"),)


@pytest.mark.parametrize(
    ("given_rows", "said"),
    [
        ([], "at least one row"),
        ([{"section": "wish"}], "found wish, at row 1"),
        ([{"text": "x"}], "found nothing, at row 1"),
        ([{"section": "task", "source": "a.example", "page_limit": "many"}], "found many, at a.example"),
    ],
)
def test_what_is_no_plan_is_refused(given_rows: list[dict[str, str]], said: str) -> None:
    with pytest.raises(MissingInput) as raised:
        from_rows(given_rows)
    assert said in str(raised.value)
