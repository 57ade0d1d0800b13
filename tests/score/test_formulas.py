import itertools

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.score.bcubed import bcubed, credit, labels, pairwise
from osint_kit.score.f1 import Counts
from osint_kit.score.grades import agreement, halo, kappa
from osint_kit.score.matching import match_entities, one_to_one, overlap

groupings = st.dictionaries(st.integers(0, 20), st.integers(0, 5), min_size=1)
weights = st.integers(0, 50)


def test_the_worked_example_of_b_cubed() -> None:
    truth = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b"}
    found = bcubed(truth, labels([[1, 2], [3, 4, 5]], truth))
    assert (round(found.precision, 3), round(found.recall, 3), round(found.f1, 3)) == (0.733, 0.733, 0.733)
    pairs = pairwise(truth, labels([[1, 2], [3, 4, 5]], truth))
    assert (pairs.precision, pairs.recall) == (0.5, 0.5)


def test_the_worked_example_of_f1() -> None:
    counts = Counts(6, 2, 4)
    assert (counts.precision, counts.recall, round(counts.f1, 3)) == (0.75, 0.6, 0.667)


@given(groupings)
def test_a_grouping_agrees_with_itself(truth: dict[int, int]) -> None:
    found = bcubed(truth, truth)
    assert found.f1 == 1
    assert pairwise(truth, truth).wrong == pairwise(truth, truth).missed == 0


@given(groupings, st.data())
def test_b_cubed_swaps_precision_and_recall_with_its_arguments(truth: dict[int, int], data: st.DataObject) -> None:
    other = {thing: data.draw(st.integers(0, 3)) for thing in truth}
    one, two = bcubed(truth, other), bcubed(other, truth)
    assert abs(one.precision - two.recall) < 1e-12
    assert abs(one.recall - two.precision) < 1e-12


@given(groupings, st.data())
def test_pairwise_counts_equal_counting_the_pairs(truth: dict[int, int], data: st.DataObject) -> None:
    other = {thing: data.draw(st.integers(0, 3)) for thing in truth}
    pairs = list(itertools.combinations(truth, 2))
    right = sum(truth[a] == truth[b] and other[a] == other[b] for a, b in pairs)
    wrong = sum(truth[a] != truth[b] and other[a] == other[b] for a, b in pairs)
    found = pairwise(truth, other)
    assert (found.right, found.wrong) == (right, wrong)


def test_doing_nothing_and_merging_everything_both_earn_nothing() -> None:
    truth = {number: number // 2 for number in range(40)}
    alone = bcubed(truth, labels([], truth)).f1
    assert credit(alone, alone) == 0
    assert credit(bcubed(truth, labels([list(truth)], truth)).f1, alone) == 0


@given(weights, weights, weights)
def test_units_share_out_the_points(right: list[tuple[int, int]], wrong: object, missed: object) -> None:
    counts = Counts(right, wrong, missed)
    assert abs(2 * right * counts.unit(90) - 90 * counts.f1) < 1e-9
    if right + wrong + missed:
        assert abs((2 * right + wrong + missed) * counts.unit(90) - 90) < 1e-9


spans = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])), max_size=8)


@given(spans, spans)
def test_one_to_one_finds_the_largest_matching(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    found = one_to_one(left, right, overlap)
    assert len(set(found.values())) == len(found)
    assert all(overlap(left[i], right[j]) for i, j in found.items())
    graph = nx.Graph()
    graph.add_nodes_from((("l", i) for i in range(len(left))), bipartite=0)
    graph.add_edges_from((("l", i), ("r", j)) for i, a in enumerate(left) for j, b in enumerate(right) if overlap(a, b))
    best = nx.bipartite.hopcroft_karp_matching(graph, [("l", i) for i in range(len(left))])
    assert len(found) == len(best) // 2


def test_entities_match_by_shared_mentions_not_by_name() -> None:
    truth = {"t-1": ["a", "b", "c"], "t-2": ["d"]}
    assert match_entities({"x": ["a", "b", "d"], "y": ["c"]}, truth) == {"x": "t-1"}
    assert match_entities({"x": ["a"], "y": ["b"]}, truth) == {"x": "t-1"}
    assert match_entities({"t-1": []}, truth) == {}


def test_grades_off_the_scale_match_exactly_only() -> None:
    assert [agreement(found, "F") for found in "ABCDEF"] == [0, 0, 0, 0, 0, 1]
    assert [agreement(found, "3") for found in "123456"] == [0, 0.5, 1, 0.5, 0, 0]
    assert agreement("None", "A") == agreement("", "A") == agreement("AB", "A") == 0


def test_kappa_and_halo() -> None:
    assert kappa("ABCDE", "ABCDE", "ABCDE") == 1
    assert kappa("AAEE", "AEAE", "ABCDE") == 0
    assert kappa("", "", "ABCDE") == kappa("FF", "FF", "ABCDE") == 0
    assert halo([("B", "2")], [("B", "5")]) == 1
