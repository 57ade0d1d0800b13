import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.analyse import simple, table
from osint_kit.analyse.measures import betweenness as module
from osint_kit.analyse.measures import measures

edges = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


def graph(pairs: list[tuple[str, str]]) -> "nx.MultiDiGraph[str]":
    built: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    built.add_nodes_from("abc")
    built.add_edges_from(pairs)
    return built


@given(edges)
@settings(deadline=None)
def test_it_equals_networkx_over_the_plain_graph(pairs: list[tuple[str, str]]) -> None:
    built = graph(pairs)
    expected = nx.betweenness_centrality(simple(built))
    found = measures["betweenness"](built)
    assert dict(zip(found["entity"], found["value"], strict=True)) == pytest.approx(expected)


def test_a_large_part_is_measured_from_pivots(monkeypatch: pytest.MonkeyPatch) -> None:
    path = graph([(f"n{at:03}", f"n{at + 1:03}") for at in range(60)])
    exact = measures["betweenness"](path).set_index("entity")["value"]
    monkeypatch.setattr(module, "EXACT", 30)
    monkeypatch.setattr(module, "PIVOTS", 30)
    near = measures["betweenness"](path).set_index("entity")["value"]
    assert near.idxmax() in exact.nlargest(5).index
    assert near.max() == pytest.approx(exact.max(), rel=0.1)


def test_the_table_ranks_the_broker_before_the_busy() -> None:
    built = graph([])
    built.add_edges_from([("b", "x"), ("x", "y"), ("y", "z"), ("a", "x"), ("c", "z")])
    built.add_node("b", label="Somebody")
    found = table(built)
    assert list(found.columns)[:2] == ["entity", "label"]
    assert set(found.columns[2:]) == set(measures)
    assert found["betweenness"].is_monotonic_decreasing
    assert found.set_index("entity").loc["b", "label"] == "Somebody"
