"""The meaning of texts is data: every word of it occurs in the texts, and mistakes in it are named."""

import re
import tomllib
from pathlib import Path

import pytest

from osint_kit.errors import BadScenario
from osint_kit.shipped import shipped
from osint_kit.world.genres import GENRES, REQUIRED
from osint_kit.world.loading import load_scenario
from osint_kit.world.meaning import load_meanings
from osint_kit.world.scenario import LANGUAGES

FOLDER = shipped("exercises", "silk-route")


def test_every_genre_of_it_is_one_of_the_story() -> None:
    assert {each.genre for each in load_meanings(FOLDER / "meaning.toml")} <= {*GENRES, *REQUIRED, "register"}


def test_every_word_begins_a_word_of_some_text() -> None:
    grammar = load_scenario(FOLDER).grammar
    for meaning in load_meanings(FOLDER / "meaning.toml"):
        for sign in (*meaning.indicators, *meaning.elements):
            for language, words in sign.words.items():
                texts = grammar[language][meaning.genre]
                for word in words:
                    found = [text for text in texts if re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)]
                    assert found, (meaning.genre, sign.id, language, word)


def test_no_language_is_forgotten() -> None:
    for meaning in load_meanings(FOLDER / "meaning.toml"):
        for sign in (*meaning.indicators, *meaning.elements):
            missing = set(LANGUAGES) - set(sign.words) if sign.words else set()
            assert not missing or meaning.genre == "withheld"  # said in English only


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[advert]\nmarks = [1, 2, 0, 0, 0, 0]\n", "advert.marks"),
        ("[advert]\nmarks = [1]\n", "advert.marks"),
        ("[advert]\nsince = 'May'\n", "advert.since"),
        ("[advert.indicators.ON-01]\nde = ['Garantie']\n", "advert.indicators.ON-01.de"),
        ("[advert.indicators.ON-01]\nru = [3]\n", "advert.indicators.ON-01.ru"),
        ("advert = 3\n", "advert"),
        ("[advert\n", "meaning.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "meaning.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadScenario, match=re.escape(named)):
        load_meanings(path)


def test_the_shipped_one_is_plain_toml() -> None:
    told = tomllib.loads((FOLDER / "meaning.toml").read_text("utf-8"))
    assert all(isinstance(table, dict) for table in told.values())
