from datetime import UTC, datetime, timedelta
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.model import MACHINE, Action, Decision, Ledger
from osint_kit.model.tables import PAIRS
from osint_kit.resolve import THRESHOLD, clusters
from osint_kit.resolve.clusters import Joiner

SUBJECTS = [f"{number:02d}" for number in range(12)]


def frame(pairs: Any) -> Any:
    return PAIRS.frame(
        {"left": min(a, b), "right": max(a, b), "score": score, "rule": "r", "reason": f"{a}-{b}"}
        for a, b, score in pairs
    )


SCORES = st.sampled_from([0.2, 0.59, THRESHOLD, 0.9, 1.0])
edges = st.lists(
    st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS), SCORES).filter(lambda edge: edge[0] != edge[1]),
    max_size=25,
)


@given(edges)
def test_without_constraints_clusters_are_the_components_of_the_kept_pairs(pairs: Any) -> None:
    graph = nx.Graph((a, b) for a, b, score in pairs if score >= THRESHOLD)
    assert {group for group, _because in clusters(frame(pairs))} == {
        tuple(sorted(each)) for each in nx.connected_components(graph)
    }


@given(edges.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_the_order_of_the_pairs_changes_nothing(both: Any) -> None:
    pairs, shuffled = both
    unique = {(min(a, b), max(a, b)): (a, b, score) for a, b, score in sorted(pairs)}
    again = {(min(a, b), max(a, b)): (a, b, score) for a, b, score in sorted(shuffled)}
    assert clusters(frame(unique.values())) == clusters(frame(list(again.values())[::-1]))


@given(
    edges,
    st.sets(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS)).filter(lambda p: p[0] != p[1]), max_size=4),
)
def test_what_a_decision_keeps_apart_never_shares_a_cluster(pairs: Any, apart: Any) -> None:
    at = datetime(2031, 1, 1, tzinfo=UTC)
    ledger = Ledger.of(Decision(Action.APART, "S5", pair, "two persons", "ALPHA", at) for pair in sorted(apart))
    for group, _because in clusters(frame(pairs), ledger=ledger):
        assert not any(set(pair) <= set(group) for pair in apart)


def test_the_strongest_pair_joins_first() -> None:
    names = {"00": "Карим Саидов", "02": "Мадина Олимова"}
    joiner = Joiner(names)
    assert joiner.join("00", "01") == ""
    assert "Карим Саидов" in joiner.join("01", "02")
    assert list(joiner.groups()) == [("00", "01"), ("02",)]


def test_a_cluster_says_why() -> None:
    ((group, because),) = clusters(frame([("00", "01", 0.9), ("01", "02", 0.8)]))
    assert group == ("00", "01", "02")
    assert because == "00-01; 01-02"


def test_what_a_decision_split_off_is_not_clustered_again_until_a_person_merges_it() -> None:
    at = datetime(2031, 1, 1, tzinfo=UTC)
    pairs = frame([("00", "01", 0.9), ("01", "03", 0.8), ("03", "02", 0.8)])
    merge = Decision(Action.MERGE, "S5", ("00", "01", "02"), "rule", MACHINE, at)
    split = Decision(Action.SPLIT, "S5", ("02",), "another man", "ALPHA", at + timedelta(minutes=1))
    back = Decision(Action.MERGE, "S5", ("00", "02"), "he after all", "ALPHA", at + timedelta(minutes=2))
    assert [group for group, _because in clusters(pairs, ledger=Ledger.of([merge, split]))] == [("00", "01", "03")]
    ((group, _because),) = clusters(pairs, ledger=Ledger.of([merge, split, back]))
    assert {"00", "02"} <= set(group)
