from __future__ import annotations

import pytest

from osint_kit.knowledge.names import compare
from osint_kit.knowledge.names.lexicon import entries
from osint_kit.knowledge.names.schemes import schemes, transliterate

NAMES = [
    "Ҷамшед Ғафуров",
    "Хуршед Назармаҳмадов",
    "Зулайхо Меҳрзода",
    "Ёсуман Қурбонова",
    "Наталья Сергеевна Белоусова",
    "Юрий Щербаков",
    "Ўткир Мўминов",
    "Төлөгөн Чыңгызов",
    "Çağlar Şahin",
    "ڕێبوار ساڵح",
    "کریم یوسفی",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_meets_itself_rewritten_by_every_scheme(name: str) -> None:
    told = schemes(name)
    assert told or name == "ڕێبوار ساڵح"
    for scheme in told:
        assert compare(name, transliterate(name, scheme)).score == 1.0, scheme


def test_given_names_of_the_lexicon_survive_every_scheme() -> None:
    lost = []
    total = 0
    for entry in list(entries())[::7]:
        for word in entry.cyrillic[:1]:
            name = f"{word} Навзаминов"
            for scheme in schemes(word):
                total += 1
                if not compare(name, transliterate(name, scheme)).same:
                    lost.append((name, scheme))
    assert total > 300
    assert len(lost) <= total * 0.02, lost


def test_score_does_not_fall_when_one_name_is_rewritten() -> None:
    pairs = [("Ҷамшед Ғафуров", "Ҷамшед Ғафурзода"), ("Қодир Ниёзов", "Қодир Ниёзӣ"), ("Фирӯз", "Фирӯзҷон")]
    for left, right in pairs:
        for scheme in schemes(right):
            assert compare(left, transliterate(right, scheme)).score >= compare(left, right).score, (right, scheme)
