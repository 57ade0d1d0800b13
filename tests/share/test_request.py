"""The request has its six letters and its way; a request that lacks or tells too much is caught."""

from __future__ import annotations

import pandas as pd
import pytest
from parties import entities, links, roles, statements

from osint_kit.knowledge.doctrine import load
from osint_kit.model.tables import REQUEST
from osint_kit.share import check, request

BRIEF = {
    "title": "Silk Route",
    "authority": "Order of the prosecutor.",
    "text": "Ask the central authority of Halvern.",
}


def draft(**brief: str) -> pd.DataFrame:
    return request(entities(), links(), roles(), statements(), (), {**BRIEF, **brief})


def said(rows: pd.DataFrame, section: str) -> str:
    return str(rows.loc[rows["section"] == section, "text"].iloc[0])


def changed(section: str, text: str) -> pd.DataFrame:
    rows = draft()
    rows.loc[rows["section"] == section, "text"] = text
    return rows


def test_it_has_every_letter_that_the_convention_asks_for_and_says_something_different_in_each() -> None:
    rows = draft()
    letters = [record.id for record in load("UNTOC") if record.id.startswith("MLA15-")]
    texts = [said(rows, letter) for letter in letters]
    assert len(set(texts)) == len(letters) == 6
    assert all(len(text.split()) > 10 for text in texts)
    assert check(rows, roles()) == ()


def test_it_goes_between_central_authorities_under_amber_with_a_handling_code() -> None:
    rows = draft()
    assert (said(rows, "channel"), said(rows, "marking")) == ("CH-6", "TLP-AMBER")
    assert said(rows, "recipient") == "central authority of Halvern"
    assert said(rows, "handling").startswith("C ")


def test_who_is_asked_is_left_to_the_team_where_the_brief_does_not_say() -> None:
    rows = draft(text="Who organises the journeys?")
    (row,) = rows[rows["section"] == "recipient"].to_dict("records")
    assert row["score"] < 0.5
    assert said(draft(recipient="Qirlon"), "recipient").endswith("Qirlon")


def test_facts_and_persons_cite_statements_and_figures_of_the_case() -> None:
    rows = draft()
    assert "4 persons" in said(rows, "MLA15-c")
    assert "2031-05-01" in said(rows, "MLA15-c")
    for section in ("MLA15-c", "MLA15-e"):
        assert set(rows.loc[rows["section"] == section, "statements"].iloc[0]) <= set(statements()["id"])
        assert rows.loc[rows["section"] == section, "statements"].iloc[0]


def test_records_of_payments_are_cited_last() -> None:
    held = statements()
    held.loc[held["id"] == "s-boss", "schema"] = "Payment"
    rows = request(entities(), links(), roles(), held, (), BRIEF).set_index("section")
    assert rows.loc["MLA15-c", "statements"][-1] == "s-boss"
    assert rows.loc["MLA15-c", "statements"][0] != "s-boss"


def test_a_suspect_is_not_named_by_a_number_that_somebody_withheld_shares() -> None:
    held = entities()
    held.loc[held["id"] == "sarraf", "caption"] = "+281550000002"
    text = said(request(held, links(), roles(), statements(), (), BRIEF), "MLA15-e")
    assert "P3 (RO-FIN)" in text
    assert "+281550000002" not in text


def test_nobody_decided_makes_a_request_that_names_nobody() -> None:
    rows = request(entities(), links(), roles().iloc[:0], statements(), (), BRIEF)
    assert not (rows["section"] == "person").any()


@pytest.mark.parametrize(
    ("section", "text", "found"),
    [
        ("MLA15-d", "", "MLA15-d"),
        ("recipient", " ", "recipient"),
        ("channel", "CH-1", "CH-6"),
        ("channel", "CH-6 or CH-1", "more than one channel"),
        ("marking", "for official use", "TLP"),
        ("marking", "TLP:YELLOW", "TLP"),
    ],
)
def test_a_fault_is_named(section: str, text: str, found: str) -> None:
    faults = check(changed(section, text), roles())
    assert any(found in each for each in faults)


def test_financial_intelligence_does_not_travel_in_a_police_message() -> None:
    rows = changed("channel", "CH-2")
    assert not any("financial" in each for each in check(rows, roles()))
    rows.loc[rows["section"] == "MLA15-c", "text"] = "As the FIU of Halvern tells, the account was emptied."
    assert any("financial" in each for each in check(rows, roles()))


def test_a_protected_person_is_named_with_a_need_or_not_at_all() -> None:
    row = {"section": "person", "text": "", "person": "child", "statements": (), "score": 1.0, "reason": ""}
    told = draft().to_dict("records")
    assert any("child" in each for each in check(REQUEST.frame([*told, row]), roles()))
    needed = {**row, "text": "the guardian asks that she be found"}
    assert check(REQUEST.frame([*told, needed]), roles()) == ()
    suspect = {**row, "person": "boss"}
    assert check(REQUEST.frame([*told, suspect]), roles()) == ()
