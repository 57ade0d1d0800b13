import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.analyse import simple, table
from osint_kit.analyse.graph import structural
from osint_kit.analyse.measures import measures

edges = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=25)


def graph(pairs: list[tuple[str, str]]) -> "nx.MultiDiGraph[str]":
    built: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    built.add_edges_from(pairs)
    return built


def values(name: str, built: "nx.MultiDiGraph[str]") -> dict[str, float]:
    found = measures[name](built)
    return dict(zip(found["entity"], found["value"], strict=True))


@given(edges)
@settings(deadline=None)
def test_cores_and_components_equal_networkx(pairs: list[tuple[str, str]]) -> None:
    built = graph(pairs)
    plain = simple(built)
    assert values("core", built) == nx.core_number(plain)
    parts = values("component", built)
    for part in nx.connected_components(plain):
        assert len({parts[node] for node in part}) == 1
    assert len(set(parts.values())) == nx.number_connected_components(plain)


@given(edges)
@settings(deadline=None)
def test_ranks_sum_to_one_and_follow_the_definition(pairs: list[tuple[str, str]]) -> None:
    built = graph(pairs)
    ranks, plain = values("pagerank", built), simple(built)
    if not ranks:
        return
    assert sum(ranks.values()) == pytest.approx(1)
    lost = sum(ranks[node] for node in plain if not plain[node]) / len(plain)
    for node in plain:
        came = sum(ranks[other] / len(plain[other]) for other in plain[node])
        assert ranks[node] == pytest.approx(0.15 / len(plain) + 0.85 * (came + lost), abs=1e-8)


def test_two_circles_of_friends_are_two_communities() -> None:
    one, two = "abcde", "vwxyz"
    pairs = [(a, b) for group in (one, two) for a in group for b in group if a < b]
    found = values("community", graph([*pairs, ("a", "v")]))
    assert len({found[each] for each in one}) == len({found[each] for each in two}) == 1
    assert found["a"] != found["v"]


@given(edges, st.permutations("abcdefghij"))
@settings(deadline=None)
def test_names_change_no_value(pairs: list[tuple[str, str]], names: list[str]) -> None:
    renamed = dict(zip("abcdefghij", names, strict=True))
    before, after = graph(pairs), graph([(renamed[a], renamed[b]) for a, b in pairs])
    for name in ("degree", "betweenness", "core", "pagerank"):
        left, right = values(name, before), values(name, after)
        assert {renamed[node]: value for node, value in left.items()} == pytest.approx(right)


def test_the_structural_order_puts_hubs_first_and_ignores_names() -> None:
    pairs = [("m", "a"), ("m", "z"), ("m", "q"), ("q", "b")]
    assert structural(simple(graph(pairs)))[:2] == ["m", "q"]
    renamed = {"m": "c", "a": "x", "z": "d", "q": "y", "b": "e"}
    assert structural(simple(graph([(renamed[a], renamed[b]) for a, b in pairs])))[:2] == ["c", "y"]


@pytest.mark.slow
def test_five_thousand_entities_are_measured_within_seconds() -> None:
    drawn = nx.random_partition_graph([50] * 100, 0.1, 0.0004, seed=2)
    built = graph([(f"n{a}", f"n{b}") for a, b in drawn.edges()])
    began = time.process_time()
    table(built)
    assert time.process_time() - began < 5
