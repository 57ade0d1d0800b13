from __future__ import annotations

import pytest

from osint_kit.knowledge.names import Index, search, skeleton
from osint_kit.knowledge.names.index import keys
from osint_kit.knowledge.names.schemes import schemes, transliterate

NAMES = [
    "Мухаммадраҳим Саидзода",
    "Далер Чашмаев",
    "Ҷамшед Ғафуров",
    "محمد نعیم ولد محمد کریم",
    "Shuhrat Yormatov",
    "Кравцов Дмитрий Олегович",
    "Гулнора Анорова",
    "Карима Саидова",
    "Сафар Далеров",
]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Muhammad Rahim Saidov", 0),
        ("دلیر چشمه‌زاده", 1),
        ("Djamched Gafourov", 2),
        ("Муҳаммад Наим", 3),
        ("Ёрматов Шуҳрат", 4),
        ("Dmitri Kravtsov", 5),
        ("گلنارا انارووا", 6),
    ],
)
def test_a_name_is_found_in_another_script(name: str, place: int) -> None:
    assert search(name, Index(NAMES))[0].place == place


def test_what_is_not_there_is_not_found() -> None:
    assert Index(NAMES).search("Олег Неизвестный") == []
    assert Index([]).search("Карим Саидов") == []
    assert len(Index(NAMES)) == len(NAMES)


@pytest.mark.parametrize("word", ["Ҷамшед", "Ғафуров", "Хуршед", "Раҳматуллоев"])
def test_schemes_share_a_key(word: str) -> None:
    for scheme in schemes(word):
        assert set(keys(word.lower())) & set(keys(transliterate(word, scheme))), scheme


def test_skeletons_of_one_name_agree_within_the_kit_s_blocks() -> None:
    assert skeleton("Фирӯз") == skeleton("Feruz")
