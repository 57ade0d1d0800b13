from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.world import Chance
from osint_kit.world.compose import Piece, compose, date_piece, money_piece, phone_piece, solar_piece

WORDS = st.text(alphabet="абвҷӣ abc\n\U0001f69a", min_size=1, max_size=8)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6))
def test_spans_are_where_the_pieces_are(parts: list[tuple[str, str]]) -> None:
    template = "".join(f"{plain}{{s{at}}}" for at, (plain, _piece) in enumerate(parts))
    pieces = {f"s{at}": Piece(text, "person", text, f"t{at}") for at, (_plain, text) in enumerate(parts)}
    text, spans = compose(template, pieces)
    assert text == "".join(plain + piece for plain, piece in parts)
    assert [text[span.start : span.end] for span in spans] == [piece for _plain, piece in parts]


def test_a_piece_without_a_kind_is_no_mention() -> None:
    assert compose("to {to}", {"to": Piece("Tarnwick")}) == ("to Tarnwick", ())


@pytest.mark.parametrize("language", ["tg", "ru", "en", "fa"])
def test_dates_and_sums_keep_their_normal_form(language: str) -> None:
    stream = Chance(bytes(16)).stream(language)
    days = {date_piece(date(2031, 3, 9), language, stream) for _ in range(40)}
    assert {piece.value for piece in days} == {"2031-03-09"}
    assert len({piece.text for piece in days}) > 1
    sums = {money_piece(1500, "USD", language, stream) for _ in range(60)}
    assert {piece.value for piece in sums} == {"1500 USD"}
    assert len({piece.text for piece in sums}) > 3


def test_every_form_of_a_number_has_its_digits() -> None:
    stream = Chance(bytes(16)).stream("phones")
    forms = {phone_piece("+281551234567", "281", "t", stream).text for _ in range(60)}
    assert len(forms) == 5
    for text in forms:
        digits = "".join(sign for sign in text if sign.isdigit()).removeprefix("00")
        assert digits == "281551234567"


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2031, 1, 1), "11 Jadi"),
        (date(2031, 3, 20), "29 Hut"),
        (date(2031, 3, 21), "1 Hamal"),
        (date(2031, 9, 22), "31 Sunbula"),
        (date(2031, 9, 23), "1 Mizan"),
        (date(2031, 12, 20), "29 Qaws"),
    ],
)
def test_a_solar_date_has_the_day_of_our_calendar_as_its_normal_form(day: date, written: str) -> None:
    piece = solar_piece(day, "en", Chance(bytes(16)).stream("solar"))
    assert (piece.text, piece.value, piece.kind) == (written, day.isoformat(), "date")


def test_dari_is_partly_in_persian_digits() -> None:
    stream = Chance(bytes(16)).stream("digits")
    numbers = [phone_piece("+285551234567", "285", "t", stream, language="fa") for _ in range(80)]
    persian = [piece for piece in numbers if set(piece.text) & set("۰۱۲۳۴۵۶۷۸۹")]
    assert 5 < len(persian) < 40
    for piece in numbers:
        assert piece.value == "+285551234567"
        assert "".join(str(int(sign)) for sign in piece.text if sign.isdigit()).removeprefix("00") == "285551234567"
