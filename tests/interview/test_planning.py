from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from osint_kit import interview
from osint_kit.interview.gaps.unproved import QUESTIONS
from osint_kit.interview.protection import SAFEGUARDS, STAGES
from osint_kit.knowledge import doctrine
from osint_kit.messages import LANGUAGES, use_language
from osint_kit.model.tables import INTERVIEW


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def _reasons(plan: pd.DataFrame) -> str:
    return "\n".join(plan.loc[plan["section"] == "question", "reason"])


def _persons(plan: pd.DataFrame) -> list[str]:
    return list(plan.loc[plan["section"] == "person", "person"])


def test_a_plan_passes_the_gate_and_its_questions_have_no_fault(traveller: Any) -> None:
    for language in LANGUAGES:
        use_language(language)
        plan = interview.plan(*traveller.frames)
        assert INTERVIEW.check(plan) is plan
        assert interview.gate(plan) == ()
        for text in plan.loc[plan["section"] == "question", "text"]:
            assert interview.faults(text) == (), text


def test_stages_and_safeguards_are_those_of_doctrine_in_order(traveller: Any) -> None:
    plan = interview.plan(*traveller.frames)
    assert list(plan.loc[plan["section"] == "stage", "code"]) == ["P", "E1", "A", "C", "E2"] == list(STAGES)
    codes = list(plan.loc[plan["section"] == "safeguard", "code"])
    assert codes == [record.id for record in doctrine.safeguards()] == list(SAFEGUARDS)
    assert {"MS-a", "MS-d", *(f"SM-{number}" for number in range(1, 8))} <= set(codes)
    assert not {"MS-e", "MS-h", "MS-i", "MS-l"} & set(codes)  # these concern somebody who is held


def test_the_traveller_about_whom_most_is_stated_is_heard(case: Any) -> None:
    for name in ("s1", "s2", "s3"):
        case.say(name, "phone", "+281551234567")
    case.say("s4", "phone", "+281551234567", verdict="reject")
    case.entity("organiser", "s1", "s2", "s3")
    case.entity("a", "s1", "s4")
    case.entity("b", "s1", "s2")
    case.entity("c", "s1", "s2")
    for name, role in (("organiser", "RO-ORG"), ("a", "PE-MIG"), ("b", "PE-VIC"), ("c", "PE-MIG")):
        case.role(name, role)
    plan = interview.plan(*case.frames)
    assert _persons(plan) == ["b"]  # not the organiser; rejected statements do not count; ties by id
    entities, roles, *rest = case.frames
    assert _persons(interview.plan(entities[::-1], roles[::-1], *rest)) == ["b"]


def test_nobody_is_chosen_without_a_role_and_the_gate_says_so(case: Any) -> None:
    case.entity("a")
    case.role("a", "RO-REC")
    plan = interview.plan(*case.frames)
    assert _persons(plan) == [""]
    assert [line.partition(":")[0] for line in interview.gate(plan)] == ["person"]


def test_a_firm_is_not_heard(traveller: Any) -> None:
    traveller.rows["e"][0]["schema"] = "Company"
    assert _persons(interview.plan(*traveller.frames)) == [""]


def test_a_traveller_is_a_witness(traveller: Any) -> None:
    plan = interview.plan(*traveller.frames).set_index("section")
    assert "Witness" in plan.loc["status", "text"]
    assert "outside the network's community" in plan.loc["interpreter", "text"]
    assert "ru, tg" in plan.loc["interpreter", "reason"]
    assert "Stop and refer" in plan.loc["referral", "text"]


def test_a_free_account_comes_first(traveller: Any) -> None:
    plan = interview.plan(*traveller.frames)
    assert plan.loc[plan["section"] == "question", "text"].iloc[0].startswith("Tell me, in your own words")


def test_every_kind_of_gap_is_asked_about_and_a_closed_gap_is_not(traveller: Any) -> None:
    for name in QUESTIONS:
        traveller.element(name, "s1")
    assert len(interview.plan(*traveller.frames).query("section == 'question'")) == 1
    traveller.entity("x", named=False)
    traveller.link("t", "x", "s1")
    traveller.say("s9", "money", "900 USD", "https://s.example/2")
    traveller.element("SOM-1")  # a proposal that nothing carries takes nothing away
    reasons = _reasons(interview.plan(*traveller.frames))
    assert "X has no name: caption of x" in reasons
    assert "link t-x (Call) rests on one item: https://s.example/1" in reasons
    assert "items differ: 1500 USD, 900 USD" in reasons
    assert "no statement carries" not in reasons


def test_a_journey_without_days_or_helpers_is_asked_about(case: Any) -> None:
    case.say("s1", "date", "2031-05-01")
    case.entity("t", "s1")
    case.role("t", "PE-VIC")
    reasons = _reasons(interview.plan(*case.frames))
    assert "days of the journey that the items name: 1" in reasons
    assert "nobody who moved the person is linked" in reasons
    assert "nobody who housed the person is linked" in reasons
    assert all(f"no statement carries {name}" in reasons for name in ("SOM-1", "SOM-2", "SOM-4"))


def test_questions_name_nobody_and_are_asked_once(traveller: Any) -> None:
    for number in range(6):
        traveller.entity(f"x{number}", named=False)
        traveller.link("t", f"x{number}", "s1")
    asked = interview.plan(*traveller.frames).query("section == 'question'")
    assert asked["text"].is_unique
    assert not any("X1" in text or "caption" in text for text in asked["text"])
    assert "and 3 more" in _reasons(asked)


def test_what_is_asked_about_is_an_element_of_law() -> None:
    assert set(QUESTIONS) <= doctrine.element_ids()


def test_names_languages_and_captions_change_neither_the_choice_nor_the_questions(traveller: Any) -> None:
    before = interview.plan(*traveller.frames)
    for row in traveller.rows["e"]:
        row |= {"caption": "Другое имя", "names": ("Другое имя",)}
    for row in traveller.rows["s"]:
        row["language"] = "fa"
    after = interview.plan(*traveller.frames)
    assert list(before["person"]) == list(after["person"])
    assert list(before["text"]) == list(after["text"])
