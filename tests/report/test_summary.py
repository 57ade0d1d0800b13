from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest
from factory import texts
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge import doctrine
from osint_kit.messages import LANGUAGES, use_language
from osint_kit.model.tables import ENTITIES, GRADES, LINKS, SUMMARY
from osint_kit.report import summary

QUESTIONS = [{"id": f"Q{number}", "text": f"Did {number} happen?"} for number in range(1, 6)]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def entities(marks: str = "", nameless: int = 0) -> pd.DataFrame:
    """One entity a mark: `d` decided, `.` not."""
    base = {"ref": "P1", "schema": "Person", "caption": "c", "selectors": (), "subjects": (), "statements": ()}
    return ENTITIES.frame(
        {"id": f"e{at}", **base, "names": () if at < nameless else ("a name",), "decided": mark == "d"}
        for at, mark in enumerate(marks)
    )


def links(*counts: int, decided: bool = False) -> pd.DataFrame:
    empty: dict[str, object] = {column.name: "" for column in LINKS.columns}
    more = {"directed": True, "statements": ("s1",), "score": 1.0, "decided": decided}
    return LINKS.frame({**empty, **more, "count": count} for count in counts)


def grades(*given: str) -> pd.DataFrame:
    rows = ({"document": f"d{at}", "item": f"https://s.example/{each}"} for at, each in enumerate(given))
    return GRADES.frame(
        {**row, "scheme": "admiralty", "source": each[0], "information": each[1], "score": 1.0, "reason": "because"}
        for row, each in zip(rows, given, strict=True)
    )


def half_page(frame: pd.DataFrame) -> str:
    return str(frame.loc[frame["question"] == "summary", "text"].iloc[0])


def test_every_question_is_left_to_the_team() -> None:
    found = summary(QUESTIONS, {}, entities("d"), links(1), grades("B2"))
    assert SUMMARY.check(found) is found
    answers = found[found["question"] != "summary"]
    assert list(answers["question"]) == ["Q1", "Q2", "Q3", "Q4", "Q5"]
    assert list(answers["text"]) == [row["text"] for row in QUESTIONS]
    assert set(answers["term"]) == {"EP-4"}
    assert set(answers["confidence"]) == {"low"}
    assert all("the team" in reason and "does not judge" in reason for reason in answers["reason"])
    assert found["question"].iloc[-1] == "summary"
    assert found.iloc[-1][["term", "confidence"]].tolist() == ["", ""]


def test_the_half_page_counts_what_is_known_assumed_and_missing() -> None:
    found = summary(
        QUESTIONS,
        {"title": "The “silk” road"},
        entities("dd.", nameless=1),
        pd.concat([links(1, 1, 3), links(2, decided=True)], ignore_index=True),
        grades("B1", "A1", "A1", "F2", "C6", "C3"),
    )
    text = half_page(found)
    assert "“The silk road”" in text
    assert "Decided by the team: entities 2, links 1. Items that another source confirms: 2." in text
    assert "Proposed and not decided: entities 1, links 3. Links with one event behind them: 2." in text
    assert "Entities without a name: 1. Items whose source or content cannot be judged: 2." in text
    assert "Set questions: 5." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_half_page_passes_the_check_in_every_language(language: str) -> None:
    use_language(language)
    found = summary(QUESTIONS, {"title": "It may certainly be"}, entities("d"), links(1), grades("B1"))
    assert doctrine.check(half_page(found)) == ()


def test_an_empty_case_has_a_half_page_too() -> None:
    found = summary([], {}, ENTITIES.frame([]), LINKS.frame([]), GRADES.frame([]))
    assert list(found["question"]) == ["summary"]
    assert "entities 0, links 0" in half_page(found)
    assert "About" not in half_page(found)


@given(texts, st.integers(0, 400))
def test_no_title_and_no_number_makes_a_fault(title: str, count: int) -> None:
    found = summary(QUESTIONS[:1], {"title": title}, entities("d" * count), links(), grades())
    assert doctrine.check(half_page(found)) == ()


def test_a_long_title_is_cut_and_still_quoted() -> None:
    found = summary([], {"title": "It may be. " * 90}, entities(), links(), grades())
    assert doctrine.check(half_page(found)) == ()
