"""Coordinates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract.finding import find_many

PLACES = (
    ("38.5598, 68.7870", "38.55980,68.78700"),
    ("38.5598 68.7870", "38.55980,68.78700"),
    ("координаты 38,5598; 68,7870", "38.55980,68.78700"),
    ("коорд. 38.55, 68.78", "38.55000,68.78000"),
    ("38.5598 с.ш., 68.7870 в.д.", "38.55980,68.78700"),
    ("38°33'35\"N 68°47'13\"E", "38.55972,68.78694"),
    ("38°33'35\" с.ш. 68°47'13\" в.д.", "38.55972,68.78694"),
    ("N 38°33'35.3\" E 68°47'13.2\"", "38.55981,68.78700"),
    ("38° 33.588' N, 68° 47.220' E", "38.55980,68.78700"),
    ("geo:38.5598,68.7870", "38.55980,68.78700"),
    ("lat 38.5598 lon 68.7870", "38.55980,68.78700"),
    ("Lat: 38.5598, Long: 68.7870", "38.55980,68.78700"),
    ("широта 38.5598, долгота 68.7870", "38.55980,68.78700"),
    ("۳۸٫۵۵۹۸، ۶۸٫۷۸۷۰", "38.55980,68.78700"),
    ("٣٦٫١٩١١, ٤٤٫٠٠٩٢", "36.19110,44.00920"),
    ("۳۴°۳۱′۱۲″ شمالی ۶۹°۱۱′۰۰″ شرقی", "34.52000,69.18333"),
    ("38.5598°N 68.7870°E", "38.55980,68.78700"),
    ("33.8688 S, 151.2093 E", "-33.86880,151.20930"),
    ("-33.8688, 151.2093", "-33.86880,151.20930"),
    ("68.7870 E, 38.5598 N", "38.55980,68.78700"),
    ("📍 41.31, 69.27", "41.31000,69.27000"),
    ("38 градусов 33 минуты 35 секунд с.ш., 68 градусов 47 минут 13 секунд в.д.", "38.55972,68.78694"),
    ("нуқта 38.56, 68.79 шом", "38.56000,68.79000"),
)
OTHERS = (
    "N38 33.588 E68 47.220",
    "12.50, 13.75 EUR",
    "95.1234, 200.1234",
    "1.2345, 2.3456, 3.4567",
    "цена 12.50, 13.75",
    "v1.2345.6789",
    "38°73'35\"N 68°47'13\"E",
    "0.0000, 0.0000",
    "12:30.1234, 45.1234.5",
)


def found(text: str) -> list[str]:
    (mentions,) = find_many([text], kinds=("coordinates",))
    return [each.value for each in mentions]


@pytest.mark.parametrize(("text", "value"), PLACES)
def test_latitude_and_longitude_have_five_decimals(text: str, value: str) -> None:
    assert found(text) == [value]


@pytest.mark.parametrize("text", OTHERS)
def test_other_pairs_of_numbers_are_left(text: str) -> None:
    assert found(text) == []


@settings(max_examples=60, deadline=None)
@given(st.floats(-89, 89), st.floats(-179, 179))
def test_what_is_written_is_read(latitude: float, longitude: float) -> None:
    written = f"{latitude:.5f},{longitude:.5f}"
    (value,) = found(f"gps {written}") or ["0,0"]
    assert [float(each) for each in value.split(",")] == [float(each) for each in written.split(",")]
