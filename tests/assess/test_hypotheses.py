"""Probabilities follow from what speaks against a hypothesis, and sum to exactly one."""

from __future__ import annotations

from itertools import pairwise, permutations
from math import fsum

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.assess import HYPOTHESES_ASKED, hypotheses, sensitivity
from osint_kit.assess.hypotheses import probabilities
from osint_kit.model.tables import MATRIX

MARK = st.sampled_from(["CC", "C", "N", "I", "II"])


def matrix(*rows: str, score: float = 1.0) -> pd.DataFrame:
    """Decided rows by default."""
    return MATRIX.frame(
        {"document": f"d{number}", "item": f"https://s.example/{number}", "score": score, "reason": "because"}
        | dict(zip(HYPOTHESES_ASKED, row.split(), strict=True))
        for number, row in enumerate(rows)
    )


def test_the_one_with_the_least_against_it_comes_first_not_the_one_with_most_support() -> None:
    rows = matrix("CC C N I II N", "CC C N I II N", "I C N II I N")
    made = hypotheses(rows)
    assert made["hypothesis"].tolist() == ["H2", "H3", "H6", "H1", "H4", "H5"]
    assert made["inconsistency"].tolist() == [0, 0, 0, 0.75, 3.5, 4.75]


def test_what_fits_all_alike_weighs_nothing_and_a_proposal_less_than_a_decision() -> None:
    assert hypotheses(matrix("II II II II II II"))["inconsistency"].tolist() == [0.0] * 6
    sure, unsure = (hypotheses(matrix("CC C N I II N", score=score)) for score in (1.0, 0.5))
    assert sure["inconsistency"].sum() == 2 * unsure["inconsistency"].sum()


def test_with_nothing_to_go_by_all_are_alike() -> None:
    shares = hypotheses(MATRIX.frame([]))["probability"].tolist()
    assert max(shares) - min(shares) <= 1 / 256


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(MARK, min_size=6, max_size=6).map(" ".join), max_size=40))
def test_probabilities_sum_to_exactly_one_in_any_order_and_none_is_nought(rows: list[str]) -> None:
    made = hypotheses(matrix(*rows))
    shares = made["probability"].tolist()
    assert {sum(order) for order in permutations(shares)} == {1.0}
    assert fsum(float(f"{each:.3g}") for each in shares) - 1 < 0.01
    assert min(shares) > 0
    assert made["hypothesis"].is_unique
    assert shares == sorted(shares, reverse=True)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1000), min_size=2, max_size=9))
def test_less_against_is_never_less_likely(against: list[float]) -> None:
    shares = probabilities(against)
    assert sum(shares) == 1.0
    ranked = sorted(zip(against, shares, strict=True))
    assert all(one[1] >= two[1] for one, two in pairwise(ranked) if one[0] < two[0])


def test_the_one_document_that_decides_is_named_with_the_order_without_it() -> None:
    rows = matrix("CC C N I II N", "II C C I II N", "N N N I II N")
    before = tuple(hypotheses(rows)["hypothesis"])
    found = sensitivity(rows)
    assert "d1" in found
    assert found["d1"] != before
    assert found["d1"] == tuple(hypotheses(rows[rows["document"] != "d1"])["hypothesis"])
    assert sensitivity(MATRIX.frame([])) == {}
