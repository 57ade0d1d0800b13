from __future__ import annotations

import pytest
from small_world import world

from osint_kit.bundle import Source
from osint_kit.errors import MissingInput
from osint_kit.knowledge import doctrine, vocabulary
from osint_kit.plan import propose
from osint_kit.plan.draft import PREPARATIONS, PRIVATE, QUESTIONS, SEARCHED

BRIEF = {"title": "Night Road", "authority": "Order 1 of the prosecutor", "languages": "ru, tg"}
PLACES = ("Обигул", "Tarnwick", " Tangirud  pass ", "Обигул", "")


def test_every_question_cites_an_element_of_law_and_a_source_that_may_be_asked() -> None:
    plan = propose(BRIEF, world().sources, PLACES)
    assert len(plan.requirements) == len(QUESTIONS) == len({each.id for each in plan.requirements})
    for each in plan.requirements:
        assert each.element in doctrine.element_ids()
        assert each.sources
        assert set(each.sources) <= {each.host for each in world().sources}
        assert each.question.endswith("?")
    asked = {each.element for each in plan.requirements}
    assert {"SOM-1", "SOM-4", "ML-1", *(f"OCG-{n}" for n in range(1, 6))} <= asked


def test_sources_with_a_search_are_asked_in_every_language_and_for_the_places() -> None:
    plan = propose(BRIEF, world().sources, PLACES)
    assert {each.host: each.kind for each in world().sources} == {task.source: task.kind for task in plan.tasks}
    for task in plan.tasks:
        if task.kind not in SEARCHED:
            assert task.terms == ()
            continue
        for language in vocabulary.LANGUAGES:
            assert {term.text for term in vocabulary.load() if term.language == language} <= set(task.terms)
        assert task.terms[-3:] == ("Обигул", "Tarnwick", "Tangirud pass")
        assert len(set(task.terms)) == len(task.terms)


def test_the_five_preparations_speak_of_this_exercise() -> None:
    plan = propose(BRIEF, world().sources, PLACES)
    assert [each.id for each in plan.preparations] == [f"BP-PLN-{n}" for n in range(1, 6)]
    for each in plan.preparations:
        assert len(each.text.split()) >= 15
        assert "{" not in each.text
    assert any("Night Road" in each.text for each in plan.preparations)
    assert any("Обигул" in each.text for each in plan.preparations)
    assert [name for name, _text in PREPARATIONS] == [record.id for record in doctrine.load("BP-PLN")]


def test_private_pages_are_excluded_from_the_plan_and_from_every_errand() -> None:
    plan = propose(BRIEF, world().sources)
    assert set(PRIVATE) < set(plan.excluded)
    assert all(task.excluded == PRIVATE for task in plan.tasks)
    assert any("robots.txt" in each for each in plan.excluded)


def test_a_question_nobody_can_answer_is_left_out() -> None:
    plan = propose(BRIEF, [Source("f.example", "register", "Firms", "en")])
    assert {source for each in plan.requirements for source in each.sources} == {"f.example"}
    assert "SOM-1" not in {each.element for each in plan.requirements}


@pytest.mark.parametrize(
    ("brief", "sources"), [({}, world().sources), ({"authority": "  "}, world().sources), (BRIEF, ())]
)
def test_without_authority_or_source_there_is_no_plan(brief: dict[str, str], sources: tuple[Source, ...]) -> None:
    with pytest.raises(MissingInput, match="an authority and sources"):
        propose(brief, sources)


def test_the_draft_is_the_same_each_time() -> None:
    assert propose(BRIEF, world().sources, PLACES) == propose(dict(BRIEF), list(world().sources), list(PLACES))
