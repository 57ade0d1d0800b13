from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.errors import UnknownPlugin
from osint_kit.knowledge import doctrine

CHANCES = st.floats(0, 1, allow_nan=False)


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (0.01, "EP-1"), (math.nextafter(0.05, 0), "EP-1"), (0.05, "EP-2"), (math.nextafter(0.20, 0), "EP-2"),
        (0.20, "EP-3"), (math.nextafter(0.45, 0), "EP-3"), (0.45, "EP-4"), (0.5, "EP-4"),
        (math.nextafter(0.55, 0), "EP-4"), (0.55, "EP-5"), (math.nextafter(0.80, 0), "EP-5"), (0.80, "EP-6"),
        (math.nextafter(0.95, 0), "EP-6"), (0.95, "EP-7"), (math.nextafter(0.99, 0), "EP-7"),
    ],
)  # fmt: skip
def test_a_border_belongs_to_the_band_above(probability: float, expected: str) -> None:
    band = doctrine.band_of(probability)
    assert band
    assert band.id == expected


@pytest.mark.parametrize("probability", [0.0, 0.009, 0.99, 1.0])
def test_no_term_of_icd_203_is_certain(probability: float) -> None:
    assert doctrine.band_of(probability) is None


@given(CHANCES)
def test_one_band_at_most_holds_a_probability(probability: float) -> None:
    for scale in doctrine.SCALES:
        holding = [band for band in doctrine.bands(scale) if band.holds(probability)]
        found = doctrine.band_of(probability, scale)
        assert holding == ([found] if found else [])
    assert (doctrine.band_of(probability) is None) == (not 0.01 <= probability < 0.99)


@given(CHANCES, CHANCES)
def test_a_likelier_event_never_has_a_lesser_term(one: float, other: float) -> None:
    bands = [doctrine.band_of(each) for each in sorted((one, other))]
    assert not all(bands) or [band.id for band in bands if band] == sorted(band.id for band in bands if band)


def test_bands_of_icd_203_share_their_end_points_and_hold_their_midpoints() -> None:
    bands = doctrine.bands()
    assert [one.high for one in bands[:-1]] == [other.low for other in bands[1:]]
    assert [band.midpoint for band in bands] == [0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97]
    assert all(doctrine.band_of(band.midpoint) == band for band in bands)
    assert [band.terms for band in bands][4] == ("likely", "probable")


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (0.0, ""), (0.001, "PY-1"), (0.05, "PY-1"), (0.07, ""), (0.10, "PY-2"), (0.20, "PY-2"), (0.22, ""),
        (0.35, "PY-3"), (0.38, ""), (0.40, "PY-4"), (0.4999, "PY-4"), (0.5, ""), (0.55, "PY-5"), (0.75, "PY-5"),
        (0.78, ""), (0.90, "PY-6"), (0.92, ""), (0.95, "PY-7"), (0.9999, "PY-7"), (1.0, ""),
    ],
)  # fmt: skip
def test_the_yardstick_leaves_gaps(probability: float, expected: str) -> None:
    band = doctrine.band_of(probability, "phia")
    assert (band.id if band else "") == expected


def test_one_word_has_two_bands() -> None:
    unlikely = [next(band for band in doctrine.bands(scale) if "unlikely" in band.terms) for scale in doctrine.SCALES]
    assert [(band.low, band.high) for band in unlikely] == [(0.20, 0.45), (0.25, 0.35)]


@pytest.mark.parametrize("probability", [-0.01, 1.01, math.nan, math.inf, 50])
def test_what_is_no_probability_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="expected a probability from 0 to 1, found"):
        doctrine.band_of(probability)


def test_an_unknown_scale_or_scheme_is_named() -> None:
    with pytest.raises(UnknownPlugin, match="icd203, phia"):
        doctrine.bands("nato")
    with pytest.raises(UnknownPlugin, match="admiralty, 3x5x2, europol-4x4"):
        doctrine.grade_order("5x5x5")


def test_in_3x5x2_the_source_is_the_digit_and_elsewhere_the_letter() -> None:
    assert doctrine.grade_order("3x5x2").split("2B") == ("2", "B")
    assert doctrine.grade_order("admiralty").split("B2") == ("B", "2")
    assert doctrine.grade_order("europol-4x4").split("X4") == ("X", "4")
    for scheme, wrong in (("3x5x2", "B2"), ("admiralty", "2B"), ("europol-4x4", "D1"), ("admiralty", "B25")):
        with pytest.raises(ValueError, match=f"expected a grade of {scheme}, source first"):
            doctrine.grade_order(scheme).split(wrong)


@pytest.mark.parametrize("scheme", doctrine.schemes())
def test_the_codes_of_a_scheme_are_those_of_its_records(scheme: str) -> None:
    order = doctrine.grade_order(scheme)
    parts = (order.source, order.information, order.handling)
    for name, codes in itertools.zip_longest(order.records, parts[: len(order.records)]):
        assert [record.id.rpartition("-")[2] for record in doctrine.load(name)] == list(codes)


def test_what_cannot_be_judged_is_off_the_scale() -> None:
    assert doctrine.grade_order("admiralty").unjudged == {"F", "6"}
    assert doctrine.grade_order("europol-4x4").unjudged == {"X"}
