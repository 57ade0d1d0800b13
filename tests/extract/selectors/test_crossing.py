"""Border crossings in running text."""

from __future__ import annotations

import pytest

from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL


def crossings(text: str) -> list[tuple[str, str]]:
    return [(each.value, each.text) for each in find(text) if each.kind == "crossing"]


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("аз гузаргоҳи «Фотеҳобод» гузашт", "oybek", "гузаргоҳи «Фотеҳобод"),
        ("на посту «Черняевка» задержан", "gisht_kuprik", "посту «Черняевка"),
        ("Из Хайратона фуры идут", "hairatan", "Хайратона"),
        ("Habur gate is full", "habur", "Habur gate"),
        ("G'ishtko'prikdan taksi", "gisht_kuprik", "G'ishtko'prik"),
        ("مرز شلمچه باز است", "shalamcheh", "مرز شلمچه"),
        ("تفتان بارڈر بند ہے", "taftan", "تفتان بارڈر"),
        ("تورخم دروازه خلاصه شوه", "torkham", "تورخم دروازه"),
        ("منفذ إبراهيم الخليل مزدحم", "habur", "منفذ إبراهيم الخليل"),
        ("سنووری باشماخ داخراوە", "bashmaq", "سنووری باشماخ"),
        ("د وېش دروازې ته روان و", "spin_boldak", "وېش دروازې"),
        ("د میلک پله باندې بندیز", "zaranj", "میلک پله"),
        ("Қўрдай божхонасида навбат", "kordai", "Қўрдай божхонаси"),
        ("په چمن – سپین بولدک کې", "spin_boldak", "چمن – سپین بولدک"),
    ],
)
def test_both_sides_and_all_scripts_give_one_id(text: str, value: str, span: str) -> None:
    found = crossings(text)
    assert [each[0] for each in found] == [value]
    assert span in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "В Чамане закрыли рынок",
        "He lives in Bazargan with his uncle",
        "Ойбек ака, қачон келасиз?",
        "بازرگان محترم، لطفا تماس بگیرید",
        "چمن بازار میں دکان ہے",
    ],
)
def test_a_town_or_a_person_of_that_name_is_no_crossing(text: str) -> None:
    assert crossings(text) == []


def test_a_town_stays_a_place_where_no_border_is_spoken_of() -> None:
    assert [(each.kind, each.text) for each in find("Груз ушёл из Чамана в Кветту")] == [
        ("place", "Чамана"),
        ("place", "Кветту"),
    ]


def test_each_crossing_is_listed_once() -> None:
    ids = [crossing.id for profile in REAL for crossing in profile.crossings]
    assert len(ids) == len(set(ids)) > 100
    assert all(name.strip() for profile in REAL for crossing in profile.crossings for name in crossing.names)
