from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.names import compare, compare_many

WORDS = st.sampled_from(
    [
        "Карим",
        "Каримов",
        "Karim",
        "کریم",
        "Саша",
        "Александр",
        "К.",
        "Мамбет",
        "محمد",
        "Muhammad",
        "Abu",
        "Bakr",
        "Умар",
        "عمر",
        "Ёров",
        "Yorov",
        "бинти",
        "Сафар",
        "Safarzoda",
    ]
)
NAMES = st.lists(WORDS, max_size=4).map(" ".join)


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=8))
def test_many_score_as_one_by_one(pairs: list[tuple[str, str]]) -> None:
    found = compare_many([left for left, _ in pairs], [right for _, right in pairs])
    assert found.tolist() == [compare(left, right).score for left, right in pairs]


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="1, 2"):
        compare_many(["a"], ["a", "b"])
