"""What items show in truth: events, indicators, elements, consistency; and what is asked of a team."""

from collections import Counter
from typing import Any

import pytest

SUB_STORY = {"held", "plea", "answer"}


def ends(row: dict[str, Any]) -> tuple[str, str]:
    return row["start"], row["end"]


def test_key_events_are_few_and_each_has_its_items(standard: Any) -> None:
    key = [row for row in standard.key("events") if row["key"]]
    wanted = {row["item"] for row in standard.key("items") if row["key"]}
    wanted |= {row["item"] for row in standard.key("transfers")}
    citable = {row["item"] for row in standard.key("mentions")} | {row["item"] for row in standard.key("transfers")}
    assert 15 <= len(key) <= 32
    kinds = {row["kind"] for row in key}
    assert kinds >= {"arrival", "release", "price rise", "crackdown", "reroute", "stop", "notice", *SUB_STORY}
    for row in key:
        assert citable & set(row["items"])
        assert set(row["items"]) <= wanted
        assert row["start"] <= row["end"]


def test_the_year_runs_in_the_order_of_the_story(standard: Any) -> None:
    first: dict[str, str] = {}
    for row in sorted((row for row in standard.key("events") if row["key"]), key=ends):
        first.setdefault(row["kind"], row["start"])
    order = ("price rise", "crackdown", "reroute", "held", "plea", "stop")
    assert [first[kind] for kind in order] == sorted(first[kind] for kind in order)
    months = [int(first[kind][5:7]) for kind in order]
    assert months == [4, 6, 7, 9, 10, 11]


def test_a_world_without_a_workshop_tells_of_none(any_level: Any) -> None:
    kinds = {row["kind"] for row in any_level.key("events")}
    elements = {row["element"] for row in any_level.key("elements")}
    victims = [row for row in any_level.key("roles") if row["role"] == "PE-VIC"]
    assert bool(victims) == SUB_STORY.issubset(kinds) == ("TIP-PUR-3" in elements)


def test_indicators_are_where_the_key_says(any_level: Any) -> None:
    texts = any_level.texts()
    rows = any_level.key("indicators")
    assert len({(row["item"], row["indicator"]) for row in rows}) == len(rows)
    wanted = {row["item"] for row in any_level.key("items") if row["key"]}
    wanted |= {row["item"] for row in any_level.key("transfers")}
    wanted |= {row["item"] for row in any_level.table("messages")}
    for row in rows:
        assert row["item"] in wanted
        assert 0 <= row["start"] < row["end"]
        assert row["end"] <= len(texts.get(row["item"], " " * 200))


def test_indicators_of_words_show_words(standard: Any) -> None:
    texts = standard.texts()
    shown = [row for row in standard.key("indicators") if row["indicator"] in ("ON-08", "EX-03", "EX-01")]
    partly = [row for row in shown if row["end"] - row["start"] < len(texts[row["item"]])]
    assert partly
    for row in partly:
        surface = texts[row["item"]][row["start"] : row["end"]]
        assert surface == surface.strip()


def test_each_row_of_a_pattern_is_marked(standard: Any) -> None:
    marks = Counter(row["indicator"] for row in standard.key("indicators") if "#row=" in row["item"])
    labels = Counter(row["typology"] for row in standard.key("transfers"))
    assert marks["FI-14"] == labels["TY-HOLD"] + labels["TY-FANIN"]
    assert marks["FI-01"] == labels["TY-FANIN"]
    assert marks["FI-13"] == labels["TY-SETTLE"] == 2 * marks["FI-18"]


def test_honest_adverts_carry_no_indicator(standard: Any) -> None:
    honest = {row["truth"] for row in standard.key("roles") if row["role"].startswith("LK-")}
    about = {row["item"] for row in standard.key("mentions") if row["truth"] in honest and row["kind"] == "person"}
    marked = {row["item"] for row in standard.key("indicators")}
    supporting = {item for row in standard.key("elements") for item in row["items"]}
    assert about
    assert not about & (marked | supporting)


def test_no_element_rests_on_what_is_false(any_level: Any) -> None:
    false = {row["item"] for row in any_level.key("items") if row["truth"] == "false"}
    elements = any_level.key("elements")
    assert {"SOM-1", "SOM-2", "SOM-4", "OCG-1", "OCG-5", "ML-1"} <= {row["element"] for row in elements}
    for row in elements:
        assert row["items"]
        assert not false & set(row["items"])


def test_one_hypothesis_is_true_and_the_marks_favour_it(standard: Any) -> None:
    (true,) = [row["id"] for row in standard.key("hypotheses") if row["true"]]
    rows = standard.key("consistency")
    against = {name: sum(row["marks"][name] < 0 for row in rows) for name in rows[0]["marks"]}
    assert true == "H1"
    assert set(against) == {row["id"] for row in standard.key("hypotheses")}
    assert against[true] == 0
    assert against["H2"] > 10
    assert any(row["diagnostic"] for row in rows)
    assert 60 <= len(rows) <= 180
    assert len({row["item"] for row in rows}) == len(rows)


def test_five_questions_have_different_outcomes(any_level: Any) -> None:
    asked = {row["id"] for row in any_level.table("questions")}
    outcomes = {row["id"]: row["outcome"] for row in any_level.key("questions")}
    assert set(outcomes) == asked
    assert set(outcomes.values()) == {True, False}


def test_the_request_goes_to_the_state_of_the_firm(standard: Any) -> None:
    (request,) = standard.key("requests")
    assert request["channel"] == "CH-6"
    assert request["state"] == "Khoramand"
    assert "TLP-AMBER" in request["markings"]
    assert "TLP-CLEAR" not in request["markings"]


@pytest.mark.parametrize("inject", ["IN-01", "IN-02", "IN-04", "IN-06", "IN-09", "IN-13"])
def test_every_inject_has_an_answer(standard: Any, inject: str) -> None:
    (row,) = [row for row in standard.key("injects") if row["id"] == inject]
    known = {each["item"] for each in standard.key("items")}
    assert len(row["expected"]) >= 2
    assert row["items"]
    assert set(row["items"]) <= known


def test_travellers_victims_families_and_sources_are_named_to_nobody(standard: Any) -> None:
    why = {row["truth"]: row for row in standard.key("protected")}
    roles = {row["truth"]: row["role"] for row in standard.key("roles")}
    for truth, role in roles.items():
        if role.startswith("PE-"):
            assert why[truth]["withhold"]
    named = {row["why"] for row in why.values() if row["withhold"]}
    assert named >= {"traveller", "presumed victim", "minor", "source", "family of a traveller"}
    assert not all(row["withhold"] for row in why.values())
