import re

from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.report.figure import Edge, Shown, draw
from osint_kit.report.layout import HEIGHT, WIDTH, Box, labels, layout

graphs = st.integers(1, 25).flatmap(
    lambda count: st.tuples(
        st.just([f"n{at}" for at in range(count)]),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40),
    )
)


@given(graphs)
@settings(max_examples=25, deadline=None)
def test_nodes_stay_in_the_picture_and_apart(graph: tuple[list[str], list[tuple[int, int]]]) -> None:
    nodes, pairs = graph
    places = layout(nodes, [(nodes[a], nodes[b]) for a, b in pairs if a != b])
    assert set(places) == set(nodes)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places.values())
    assert len(set(places.values())) == len(nodes)


def test_linked_nodes_stand_closer_than_strangers() -> None:
    nodes = [f"{team}{at}" for team in "ab" for at in range(6)]
    edges = [(one, two) for one in nodes for two in nodes if one < two and one[0] == two[0]]
    places = layout(nodes, edges)

    def gap(one: str, two: str) -> float:
        return float(sum((a - b) ** 2 for a, b in zip(places[one], places[two], strict=True)) ** 0.5)

    inside = [gap(one, two) for one, two in edges]
    across = [gap(one, two) for one in nodes[:6] for two in nodes[6:]]
    assert sum(inside) / len(inside) < 0.7 * sum(across) / len(across)


def test_labels_avoid_each_other_where_there_is_room() -> None:
    places = {"a": (400, 400), "b": (470, 400)}
    found = labels(places, {"a": "a long label here", "b": "another long one"})
    assert (found["a"].x, found["a"].y) != (found["b"].x, found["b"].y)
    assert Box(0, 0, 2, 2).covers(Box(1, 1, 3, 3)) == 1


def test_links_between_the_same_two_lie_side_by_side() -> None:
    ends = (("a", "b", "Call"), ("a", "b", "Payment"), ("b", "a", "Payment"))
    edges = tuple(Edge(*each, directed=True, count=1, decided=True) for each in ends)
    drawn = draw(Shown({"a": ("Ann", "Person"), "b": ("Bob", "Thing")}, edges, 2))
    lines = [line for line in str(drawn).splitlines() if line.startswith("<line") and "marker-end" in line]
    assert len({frozenset(_ends(line)) for line in lines}) == 3


def test_a_proposal_is_dashed() -> None:
    edge = Edge("a", "b", "Call", directed=False, count=1, decided=False)
    assert (
        "stroke-dasharray"
        in draw(Shown({"a": ("Ann", "Person"), "b": ("Bob", "Person")}, (edge,), 2)).split("Ann – Bob")[0]
    )


def _ends(line: str) -> list[str]:
    """Both ends of a line, whichever way it runs."""
    found = dict(re.findall(r'([xy][12])="(\d+)"', line))
    return [f"{found['x1']},{found['y1']}", f"{found['x2']},{found['y2']}"]
