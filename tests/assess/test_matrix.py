"""The matrix shows what tells hypotheses apart."""

from __future__ import annotations

import pandas as pd
from network import Network, network

from osint_kit.assess import HYPOTHESES_ASKED, matrix
from osint_kit.assess.diagnostic import READ, VALUE, diagnosticity
from osint_kit.knowledge import doctrine
from osint_kit.model.tables import MATRIX


def found(built: Network, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    frames = built.frames()
    told = built.documents() if documents is None else documents
    return matrix(told, frames["statements"], frames["indicators"], frames["typologies"])


def test_every_reading_has_a_mark_for_each_hypothesis_and_is_of_something_in_the_doctrine() -> None:
    known = {record.id for record in doctrine.load()}
    assert set(READ) <= known
    for marks in READ.values():
        assert len(marks.split()) == len(HYPOTHESES_ASKED)
        assert set(marks.split()) <= VALUE.keys()
        assert diagnosticity(marks.split()) > 0


def test_no_hypothesis_is_spared_by_every_reading_and_each_is_supported_or_spared_by_some() -> None:
    for place in range(1, 6):
        assert any(marks.split()[place] in ("I", "II") for marks in READ.values())


def test_at_most_thirty_documents_the_most_diagnostic_and_no_more_than_four_alike() -> None:
    built = network()
    for number in range(40):
        built.text(f"post {number}", "ON-01", "host", selector=True)
    built.text("confined", "EX-03", "traveller 1")
    rows = found(built)
    assert len(rows) <= 30
    assert "confined" in set(rows["document"])
    assert rows.groupby(list(HYPOTHESES_ASKED)).size().max() <= 8
    (row,) = rows[rows["document"] == "confined"].to_dict("records")
    assert (row["H3"], row["H4"], row["item"]) == ("CC", "II", "https://s.example/confined")


def test_rows_of_tables_do_not_crowd_out_texts() -> None:
    built = network()
    for number in range(40):
        built.text(f"row {number}", "FI-14", "host", selector=True)
        built.fired.append(
            {**built.fired[-1], "id": f"j{number}", "indicator": ("FI-01", "FI-05", "FI-18")[number % 3]}
        )
    documents = built.documents()
    rows = documents["id"].str.startswith("row")
    documents.loc[rows, "item"] = (
        documents.loc[rows, "id"].map("https://s.example/t.csv#{}".format).str.replace("#row ", "#row=")
    )
    made = found(built, documents)
    assert made["item"].str.contains("#row=").sum() == 4


def test_reposts_of_one_text_stand_in_it_once() -> None:
    built = network()
    for number in range(3):
        built.text(f"post {number}", "EX-03", "traveller 1")
    documents = built.documents()
    documents.loc[documents["id"].str.startswith("post"), "text"] = "the same  words"
    assert found(built, documents)["document"].str.startswith("post").sum() == 1


def test_two_findings_in_one_text_doubt_before_support() -> None:
    built = network()
    built.text("both", "ON-06", "host")
    built.fired.append({**built.fired[-1], "id": "i9", "indicator": "EX-03"})
    (row,) = found(built).query("document == 'both'").to_dict("records")
    assert [row[name] for name in HYPOTHESES_ASKED] == ["C", "I", "CC", "II", "II", "I"]


def test_nothing_fired_makes_an_empty_matrix() -> None:
    frames = {name: frame.iloc[:0] for name, frame in network().frames().items()}
    given = (frames["statements"], frames["indicators"], frames["typologies"])
    assert matrix(network().documents(), *given).shape == MATRIX.frame([]).shape
