from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.names import compare

SAME = [
    ("Мухаммадраҳим Саидзода", "Muhammad Rahim Saidov"),
    ("Мухаммадраҳим Саидзода", "محمد رحیم سعیدزاده"),
    ("Нурлан Садыр уулу", "Nurlan Sadyrov"),
    ("Жансая Қанатқызы", "Zhansaya Kanatovna"),
    ("Шуҳрат Ёрматов", "Sh. Yormatov"),
    ("Абдурашид Самадов", "Abdul Rashid Samadov"),
    ("Мулло Абдусамад", "Абдусамад"),
    ("Муҳаммади Карим", "Muhammad Karim"),
    ("Shohnazar, Karim", "Карим Шоҳназар"),
    ("Djamchid Rakhmatoulloev", "Ҷамшед Раҳматуллоев"),
    ("کەریم ڕەسوڵ", "کریم رسول"),
    ("Саша Зуев", "Александр Викторович Зуев"),
    ("Noureddine Haddad", "Nur al-Din Haddad"),
    ("Bakthiyor Sodiqov", "Bakhtiyor Sodiqov"),
    ("نظام‌الدین ولد قمرالدین", "Низомиддин Қамариддинов"),
]
OTHER = [
    ("Карим Саидов", "Карима Саидова"),
    ("Саидов Карим", "Саидова К."),
    ("Салим Каримов", "Карим Салимов"),
    ("Абу Умар", "Умар"),
    ("Ҳасан Ботиров", "Ҳусан Ботиров"),
    ("Ibrahim s/o Musa", "Musa s/o Ibrahim"),
    ("Yahya bin Sulaiman", "Yahya bin Salman"),
    ("Кравцов Д.О.", "Олег Дмитриевич Кравцов"),
    ("Emine Kaya", "Emin Kaya"),
    ("ناصر احمدی", "نصیر احمدی"),
    ("S. Yormatov", "Шуҳрат Ёрматов"),
    ("Карим", "Карим Саидов"),
    ("عمیر حمزه", "امیر حمزه"),
    ("Айбек Токтогул уулу", "Айпери Токтогул кызы"),
]
WORDS = st.sampled_from(
    [
        *("Карим", "Карима", "Саидов", "Саидова", "Саидзода", "К.", "Karim", "Saidov", "Абу", "Умар", "ibn"),
        *("Абдул", "Rahim", "Раҳим", "رحیم", "محمد", "ولد", "عمر", "Шо", ",", "d/o", "хон"),
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize("pair", SAME)
def test_one_name_in_two_spellings(pair: tuple[str, str]) -> None:
    found = compare(*pair)
    assert found.same
    assert found.reasons
    assert not found.against


@pytest.mark.parametrize("pair", OTHER)
def test_what_contradicts_is_no_match(pair: tuple[str, str]) -> None:
    assert not compare(*pair).same


def test_a_contradiction_is_said_with_its_words() -> None:
    found = compare("Карим Саидов", "Карима Саидова")
    assert found.against == (
        "against: Карим and Карима are two given names",
        "against: the one form is a man's, the other a woman's",
    )
    assert compare("Абу Умар Хатлонӣ", "Умар Хатлонӣ").against[0].startswith("against: Абу Умар and Умар")


def test_the_alignment_names_the_rule_of_each_word() -> None:
    rows = compare("Мухаммадраҳим Саидзода", "Muhammad Rahim Saidov").rows
    assert [(row.left, row.right, row.rule) for row in rows] == [
        ("Мухаммадраҳим", "Muhammad Rahim", rows[0].rule),
        ("Саидзода", "Saidov", "root"),
    ]


def test_a_woman_s_ending_and_a_man_s_are_one_family_but_two_persons() -> None:
    found = compare("Н. Саидова", "Н. Саидов")
    assert [row.rule for row in found.rows] == ["initial", "root"] or found.rows[0].weight
    assert found.score < 0.2


@settings(deadline=None)
@given(NAMES, NAMES)
@example("Карим Саидзода Абу", "Карима Карима Саидов К.")
def test_comparison_is_symmetric(left: str, right: str) -> None:
    assert compare(left, right).score == compare(right, left).score


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_compared(left: str, right: str) -> None:
    assert 0 <= compare(left, right).score <= 1
    assert compare(left, right).score == compare(right, left).score


@settings(deadline=None)
@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name).score in (0.0, 1.0)
