from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract import find
from osint_kit.extract.finding import settle
from osint_kit.extract.selectors import Found
from osint_kit.knowledge.regions import REAL

SCRAPS = [
    "+281551234567",
    " ",
    "Карим",
    "Саидова",
    ".",
    ",",
    "@ali",
    "1500",
    "$",
    "12.03.2031",
    "\n",
    "№",
    "АВ",
    "\u200b",
    "«",
    "ООО",
    "QM12",
]


def kinds(text: str, profiles: Any, **more: Any) -> Any:
    return [(each.kind, each.value) for each in find(text, profiles=profiles, **more)]


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=6)), max_size=12))
def test_spans_are_in_order_without_overlap_and_hold_their_text(pieces: Any, profiles: Any) -> None:
    text = "".join(pieces)
    end = 0
    for each in find(text, profiles=profiles):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        end = each.end


def test_rank_wins_over_length_and_length_over_place() -> None:
    low, high = Found(0, 9, "phone", "a", 1, "r", 1), Found(3, 5, "iban", "b", 1, "r", 2)
    longer = Found(20, 26, "date", "c", 1, "r", 1)
    assert settle([low, high, Found(18, 22, "date", "d", 1, "r", 1), longer]) == (high, longer)


@pytest.mark.parametrize(
    "written",
    [
        "+281 55 123-45-67",
        "00281 55 123 45 67",
        "+281551234567",
        "+281\xa055\xa0123\xa045\xa067",
        "+281 (55) 123‑45‑67",
        "+۲۸۱ ۵۵ ۱۲۳ ۴۵ ۶۷",
    ],
)
def test_a_number_has_one_form_however_written(written: str, profiles: Any) -> None:
    assert kinds(f"тел {written}, днём", profiles) == [("phone", "+281551234567")]


def test_a_national_number_needs_a_country(profiles: Any) -> None:
    assert kinds("Занг занед: 55 123 45 67", profiles) == [("phone", "+281551234567")]
    assert kinds("55 123 45 67", profiles, region="QN", language="") == [("phone", "+283551234567")]
    assert kinds("55 123 45 67", profiles, language="en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Договор № 281551234567",
        "Версия 1.2.3, версия 4.05.2031",
        "31.02.2031",
        "QM00ZARV12345678901234",
        "1500 на 12 дней",
        "Вера в людей. Роза ветров.",
    ],
)
def test_look_alikes_are_let_be(text: str, profiles: Any) -> None:
    assert kinds(text, profiles) == []


@pytest.mark.parametrize("text", ["Паспорт 551234567 утерян", "Шиноснома гум шуд, рақам 551234567"])
def test_the_number_of_a_paper_is_no_telephone_number(text: str, profiles: Any) -> None:
    assert kinds(text, profiles) == [("document_number", "551234567")]


def test_letters_before_a_number_make_no_plate_of_it() -> None:
    # libphonenumber's own example of a Tajik number
    assert kinds("SIM 00992 91 712 34 56", REAL) == [("phone", "+992917123456")]


def test_digits_of_an_account_are_no_telephone_number(profiles: Any) -> None:
    found = kinds("IBAN QM13 NAVB 5544 3322 1100 99 ва QM13NAVB55443322110099", profiles)
    assert {kind for kind, _value in found} <= {"iban"}
