"""What each format says, read back with a library that is not ours."""

from __future__ import annotations

import csv
import io
import json

import networkx as nx
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from parties import HOSTILE, case_to_share

from osint_kit.share import defused, graphml, lossless
from osint_kit.share.formats import formats
from osint_kit.share.ties import cleaned, cleaned_name

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=20)


def body(name: str, file: str) -> bytes:
    (made,) = (each.body for each in formats[name](case_to_share()) if each.name == file)
    return made


def test_the_graph_has_every_party_and_tie_with_their_labels() -> None:
    given_ = case_to_share()
    graph = nx.read_graphml(io.BytesIO(body("graphml", "graph.graphml")), force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == (len(given_.parties), len(given_.ties))
    assert dict(graph.nodes(data="label")) == {each.id: each.label for each in given_.parties}
    assert graph.nodes["driver"]["label"] == "گل‌محمد رحیمی"


def test_the_copy_for_machines_loses_nothing_and_the_copy_for_people_holds_no_formula() -> None:
    machine = list(csv.DictReader(io.StringIO(body("csv", "parties.csv").decode())))
    people = list(csv.DictReader(io.StringIO(body("csv", "parties-read.csv").decode("utf-8-sig"))))
    assert [row["label"] for row in machine] == [each.label for each in case_to_share().parties]
    assert HOSTILE[0] in {row["label"] for row in machine}
    assert f"'{HOSTILE[0]}" in {row["label"] for row in people}
    assert not [cell for row in people for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]


@settings(deadline=None, max_examples=40)
@given(st.lists(cells, min_size=1, max_size=5))
def test_any_text_survives_for_machines_and_is_no_formula_for_people(texts: list[str]) -> None:
    frame = pd.DataFrame({"text": texts, "other": "x"})
    read = [row["text"] for row in csv.DictReader(io.StringIO(lossless(frame).decode(), newline=""))]
    assert read == texts
    shown = [row["text"] for row in csv.DictReader(io.StringIO(defused(frame).decode("utf-8-sig"), newline=""))]
    assert not [each for each in shown if each.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\n"))]


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=20))
def test_any_label_makes_a_graph_that_opens(label: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label=label)
    assert list(nx.read_graphml(io.BytesIO(graphml(graph, {"watermark": label})))) == ["a"]


def test_numbers_of_fictional_states_stand_where_the_library_keeps_them() -> None:
    rows = {each["id"]: each for each in map(json.loads, body("ftm", "entities.ftm.json").splitlines())}
    assert "+281551234567" in " ".join(rows["boss"]["properties"]["notes"])
    assert rows["L2"]["properties"]["amount"] + rows["L2-1"]["properties"]["amount"] == ["1500.50", "20"]
    assert rows["L4"]["schema"] == "Ownership"
    assert rows["W8"]["schema"] == "Company"
    accounts = [each["properties"]["accountNumber"] for each in rows.values() if each["schema"] == "BankAccount"]
    assert ["QM65PQLU32195264888776"] in accounts
    assert not [each for each in rows.values() if "country" in each["properties"] or "phone" in each["properties"]]


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    for clean in (cleaned, cleaned_name):
        assert clean(clean(text)) == clean(text)
