"""Traps of shared values, and decisions that no weight overrules."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.errors import BadMapping
from osint_kit.resolve import cluster

PHONE = "+992 93 555 01 00"


def _words(text: str) -> list[str]:
    return text.split()


GIVEN = _words("Карим Далер Умед Фирӯз Рустам Манзура Зарина Баҳром Сомон Шариф Нодир Лола Акмал Одил Парвиз Юсуф")
STEMS = _words("Ғаффор Ҳотам Лоиқ Восеъ Тағой Эргаш Қодир Мансур Обид Шокир Набӣ Маъруф Собир Гадо Ҷалол Усмон")


def table(*rows: dict[str, str]) -> pd.DataFrame:
    made = pd.DataFrame(rows)
    made.insert(0, "id", [f"R{row:03d}" for row in range(len(made))])
    return made


def same(found: pd.DataFrame, one: str, other: str) -> bool:
    held = found.set_index("id")["cluster"]
    return bool(held[one] == held[other])


def test_brothers_with_one_telephone_and_one_home_stay_two() -> None:
    found = cluster(
        table(
            {"name": "Карим Саидов", "phone": PHONE, "place": "Навзамин, Чинор 7"},
            {"name": "Далер Саидов", "phone": PHONE, "place": "Навзамин, Чинор 7"},
        )
    )
    assert not same(found, "R000", "R001")
    assert "differently named persons use it" in found["reasons"][0]
    assert found["score"][0] < 0.5


def test_a_family_handset_does_not_keep_each_of_them_from_being_found() -> None:
    rows = [
        {"name": "Карим Саидов", "phone": PHONE, "birth_date": "1987-05-12"},
        {"name": "Karim Saidov", "phone": "935550100", "birth_date": ""},
        {"name": "Зарина Саидова", "phone": PHONE, "birth_date": "1990-02-01"},
        {"name": "Zarina Saidova", "phone": "935550100", "birth_date": ""},
    ]
    found = cluster(table(*rows))
    assert same(found, "R000", "R001")
    assert same(found, "R002", "R003")
    assert not same(found, "R000", "R002")


def test_a_number_given_out_again_joins_nobody() -> None:
    found = cluster(
        table(
            {"name": "Карим Саидов", "phone": PHONE, "birth_date": "1961-05-12"},
            {"name": "Манзура Лоиқова", "phone": PHONE, "birth_date": "1994-09-30"},
        )
    )
    assert not same(found, "R000", "R001")


def test_the_telephone_of_a_shop_joins_none_of_its_customers() -> None:
    rows = [{"name": f"{one} {stem}ов", "phone": PHONE} for one in GIVEN for stem in STEMS[:4]]
    found = cluster(table(*rows))
    assert found["cluster"].nunique() == len(found)


def test_a_customer_who_comes_twice_is_found_among_the_others() -> None:
    rows = [{"name": f"{one} {stem}ов", "phone": PHONE} for one in GIVEN for stem in STEMS[:3]]
    rows += [
        {"name": "Сироҷиддин Пирмуҳаммадов", "phone": PHONE},
        {"name": "Sirojiddin Pirmuhammadov", "phone": PHONE},
    ]
    found = cluster(table(*rows))
    assert same(found, f"R{len(rows) - 2:03d}", f"R{len(rows) - 1:03d}")
    assert found["cluster"].nunique() == len(found) - 1


def test_namesakes_in_two_towns_with_two_telephones_stay_two() -> None:
    found = cluster(
        table(
            {"name": "Карим Саидов", "phone": PHONE, "place": "Навзамин"},
            {"name": "Карим Саидов", "phone": "+992 93 111 22 33", "place": "Сангдара"},
        )
    )
    assert not same(found, "R000", "R001")


def test_namesakes_whose_fathers_differ_stay_two() -> None:
    found = cluster(
        table(
            {"name": "Карим Ҷалолович Саидов", "place": "Навзамин"},
            {"name": "Карим Шокирович Саидов", "place": "Навзамин"},
        )
    )
    assert not same(found, "R000", "R001")


def test_father_and_son_stay_two() -> None:
    found = cluster(
        table(
            {"name": "Карим Саидов", "phone": PHONE, "birth_date": "1961-05-12"},
            {"name": "Саид Каримов", "phone": PHONE, "birth_date": "1989-07-02"},
        )
    )
    assert not same(found, "R000", "R001")


def test_a_chain_of_pairs_does_not_put_two_dates_of_birth_together() -> None:
    found = cluster(
        table(
            {"name": "Сироҷиддин Восеъзода", "birth_date": "1961-05-12", "phone": PHONE},
            {"name": "Сироҷиддин Восеъзода", "birth_date": "", "phone": PHONE},
            {"name": "Сироҷиддин Восеъзода", "birth_date": "1989-11-30", "phone": ""},
        )
    )
    assert same(found, "R000", "R001")
    assert not same(found, "R000", "R002")


def test_one_document_lists_two_namesakes_apart() -> None:
    rows = [{"name": "Карим Саидов", "birth_date": "1987-05-12", "listing": listing} for listing in ("D1", "D1", "D2")]
    found = cluster(table(*rows))
    assert not same(found, "R000", "R001")


@st.composite
def decided(draw: st.DrawFn) -> tuple[pd.DataFrame, list[tuple[str, str]], list[tuple[str, str]]]:
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    size = draw(st.integers(2, 16))
    rows = [
        {
            "name": f"{GIVEN[rng.integers(0, 3)]} {STEMS[rng.integers(0, 2)]}ов",
            "birth_date": ("1987-05-12", "1990-01-02", "")[rng.integers(0, 3)],
            "phone": (PHONE, "935550101", "")[rng.integers(0, 3)],
        }
        for _ in range(size)
    ]
    ids = [f"R{row:03d}" for row in range(size)]
    pairs = st.lists(
        st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1]), max_size=4
    )
    return table(*rows), draw(pairs), draw(pairs)


@settings(max_examples=80, deadline=None)
@given(decided())
def test_decisions_hold_or_are_refused(case: tuple[pd.DataFrame, list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    records, together, apart = case
    try:
        found = cluster(records, together=together, apart=apart)
    except BadMapping as refused:
        assert "both together and apart" in str(refused)  # noqa: PT017 - some of the drawn decisions contradict each other
        return
    assert all(same(found, *pair) for pair in together)
    assert not any(same(found, *pair) for pair in apart)


@settings(max_examples=40, deadline=None)
@given(decided())
def test_one_more_record_never_splits_what_was_decided(
    case: tuple[pd.DataFrame, list[tuple[str, str]], list[tuple[str, str]]],
) -> None:
    records, together, _apart = case
    for size in range(max((int(each[1:]) for pair in together for each in pair), default=0) + 1, len(records) + 1):
        found = cluster(records.head(size), together=together)
        assert all(same(found, *pair) for pair in together)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [([("R000", "R009")], "found R009"), ([("R000", "R000")], "a pair of two ids"), ([("R000",)], "a pair of two ids")],
)
def test_a_decision_about_nobody_is_refused(decisions: list[tuple[str, str]], said: str) -> None:
    records = table({"name": "Карим Саидов"}, {"name": "Далер Саидов"})
    with pytest.raises(BadMapping, match=said):
        cluster(records, apart=decisions)


def test_a_decision_is_named_as_the_reason() -> None:
    records = table({"name": "Карим Саидов"}, {"name": "Манзура Лоиқова"})
    found = cluster(records, together=[("R000", "R001")])
    assert list(found["reasons"]) == ["a decision puts it together with R001", "a decision puts it together with R000"]
    assert list(found["score"]) == [1.0, 1.0]
