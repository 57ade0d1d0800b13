import networkx as nx
import pytest

from osint_kit.analyse.measures import measures

GROUPS = frozenset({"component", "community"})
"""These say which group an entity belongs to; the others say how much it matters."""


def star() -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edges_from([("hub", leaf) for leaf in "abc"] + [("a", "hub"), ("d", "d")])
    graph.add_node("alone")
    return graph


@pytest.mark.parametrize("name", measures)
def test_it_documents_itself(name: str) -> None:
    assert (measures[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", measures)
def test_it_gives_every_entity_one_value(name: str) -> None:
    found = measures[name](star())
    assert list(found.columns) == ["entity", "value"]
    assert found["entity"].tolist() == sorted(star())
    assert (found["value"] >= 0).all()


@pytest.mark.parametrize("name", sorted(set(measures) - GROUPS))
def test_the_hub_ranks_first_and_the_stranger_last(name: str) -> None:
    found = measures[name](star()).set_index("entity")["value"]
    assert found["hub"] == found.max() > found["alone"] == found.min()


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_the_biggest_group_is_the_first_and_a_stranger_is_a_group_of_his_own(name: str) -> None:
    found = measures[name](star()).set_index("entity")["value"]
    assert {found[each] for each in ("hub", "a", "b", "c")} == {1.0}
    assert found["alone"] != found["d"]
    assert {found["alone"], found["d"]} == {2.0, 3.0}


@pytest.mark.parametrize("name", measures)
def test_an_empty_graph_gives_an_empty_table(name: str) -> None:
    assert measures[name](nx.MultiDiGraph()).empty


@pytest.mark.parametrize("name", measures)
def test_the_order_of_links_changes_nothing(name: str) -> None:
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(star())))
    turned.add_edges_from(reversed(list(star().edges())))
    assert measures[name](star()).equals(measures[name](turned))
