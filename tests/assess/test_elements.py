"""Elements are carried by statements, or not at all."""

from __future__ import annotations

import pandas as pd
import pytest
from network import Network, network

from osint_kit.assess import elements, roles
from osint_kit.assess.offences import group, laundering, smuggling, trafficking
from osint_kit.knowledge import doctrine


def found(built: Network) -> pd.DataFrame:
    frames = built.frames()
    given = [frames[name] for name in ("statements", "links", "typologies", "indicators")]
    statements, links, typologies, indicators = given
    return elements(statements, built.documents(), links, roles(**frames), typologies, indicators)


def test_a_group_that_moves_people_and_money_carries_the_elements_of_a_group_of_smuggling_and_of_laundering() -> None:
    ids = set(found(network())["element"])
    assert ids >= {"OCG-1", "OCG-2", "OCG-3", "OCG-4", "OCG-5", "SOM-1", "SOM-4", "SOM-5", "ML-1"}
    assert not any(each.startswith("TIP") for each in ids)


@pytest.mark.parametrize(
    ("indicator", "element"),
    [
        ("TR-04", "SOM-AGG-1"),
        ("ON-09", "SOM-AGG-2"),
        ("EX-03", "TIP-ACT-4"),
        ("EX-01", "TIP-MEA-2"),
        ("EX-05", "TIP-PUR-3"),
    ],
)
def test_an_indicator_bears_on_its_element_with_the_statement_of_its_document(indicator: str, element: str) -> None:
    assert element not in set(found(network())["element"])
    built = network()
    built.text("the text", indicator, "traveller 1")
    rows = found(built).set_index("element")
    (cited,) = rows.loc[element, "statements"]
    assert {row["id"]: row["document"] for row in built.said}[cited] == "the text"


def test_an_indicator_from_which_no_statement_was_taken_carries_nothing() -> None:
    built = network()
    built.text("the text", "TR-04")
    assert "SOM-AGG-1" not in set(found(built)["element"])


@pytest.mark.parametrize(
    "text",
    [
        "Места до порта, документы не нужны",
        "Ҷой ҳаст, ҳуҷҷат лозим нест",
        "Seats left, NO PAPERS",
        "اسناد لازم نیست، جای است",
    ],
)
def test_words_that_the_way_goes_past_papers_bear_on_illegal_entry(text: str) -> None:
    built = network()
    built.text("the text", "", "host")
    frames, documents = built.frames(), built.documents()
    documents.loc[documents["id"] == "the text", "text"] = text
    given = (frames["links"], roles(**frames), frames["typologies"], frames["indicators"])
    rows = elements(frames["statements"], documents, *given).set_index("element")
    assert rows.loc["SOM-2", "statements"][0] == built.said[-1]["id"]
    assert "SOM-2" not in set(elements(frames["statements"], built.documents(), *given)["element"])


def test_intent_is_inferred_and_stays_below_one_half_however_many_signs_there_are() -> None:
    built = network()
    for number in range(9):
        built.text(f"offer {number}", "ON-08", "recruiter", selector=True)
    rows = found(built).set_index("element")
    assert rows.loc["SOM-5", "score"] < 0.5 < rows.loc["SOM-1", "score"]


def test_how_long_a_group_has_existed_is_shown_by_its_earliest_and_latest_trace() -> None:
    built = network()
    for number in range(6):
        built.text(f"offer {number}", "ON-01", "recruiter", selector=True)
    frames, documents = built.frames(), built.documents()
    for number in range(6):
        documents.loc[documents["id"] == f"offer {number}", "published"] = f"2031-0{number + 2}-01T00:00:00+05:00"
    given = (frames["links"], roles(**frames), frames["typologies"], frames["indicators"])
    rows = elements(frames["statements"], documents, *given).set_index("element")
    where = {row["id"]: row["document"] for row in built.said}
    assert {where[each] for each in rows.loc["OCG-3", "statements"]} >= {"offer 0", "offer 5"}
    assert "offer 3" not in {where[each] for each in rows.loc["OCG-3", "statements"]}


def test_two_persons_are_no_group() -> None:
    frames = network().frames()
    two = roles(**frames)
    two = two[two["entity"].isin(["boss", "sarraf"])]
    given = (frames["statements"], network().documents(), frames["links"], two)
    ids = set(elements(*given, frames["typologies"], frames["indicators"])["element"])
    assert not any(each.startswith("OCG") for each in ids)


def test_each_row_is_of_the_doctrine_cites_what_exists_and_calls_itself_a_lead() -> None:
    built = network()
    rows = found(built)
    known = {row["id"] for row in built.said}
    assert rows["element"].is_unique
    for row in rows.to_dict("records"):
        assert row["element"] in doctrine.element_ids()
        assert row["statements"]
        assert set(row["statements"]) <= known
        assert "lead" in row["reason"]
        assert 0 < row["score"] < 1


@pytest.mark.parametrize("member", [group, laundering, smuggling, trafficking])
def test_what_a_finding_bears_on_is_an_element_and_a_finding_of_the_doctrine(member: object) -> None:
    known = {record.id for record in doctrine.load()}
    bears: dict[str, tuple[str, ...]] = member.BEARS  # type: ignore[attr-defined]  # each file of offences has the table
    assert set(bears) <= doctrine.element_ids()
    assert {name for names in bears.values() for name in names} <= known
    told = {name: element for element, names in bears.items() for name in names if name in doctrine.element_ids()}
    assert all(name == element for name, element in told.items())
