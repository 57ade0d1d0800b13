"""The gazetteer: one place behind all its spellings, and how sure a sign each of them is."""

from __future__ import annotations

import gzip
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.places import Level, find, is_common, spellings, spelt, stems

FOLDER = files("osint_kit.knowledge.places")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Tashkent", "Ташкент Тошкент Toshkent Ташкента Ташкентом تاشکند تاشكند طشقند"),
        ("Dushanbe", "Душанбе Душанберо Dushanbe دوشنبه دۆشەنبە"),
        ("Moscow", "Москва Москвы Москвой Маскав Moskva ماسکو مسکو موسكو"),
        ("Türkiye", "Турция Турции Туркия Turkiya Turkey ترکیه تركيا تورکیا"),
        ("Istanbul", "Стамбул Истанбул Стамбуле Istanbul استانبول إسطنبول ئەستەنبوڵ"),
        ("Germany", "Германия Германию Олмон Germaniya آلمان جرمنی ألمانيا ئەڵمانیا"),
        ("Kabul", "Кабул Кобул Кабуле Kabul کابل كابل"),
        ("Erbil", "Эрбиль Erbil أربيل اربیل هەولێر"),
    ],
)
def test_one_place_stands_behind_all_spellings(name: str, forms: str) -> None:
    assert {form: place.name if (place := find(form)) else None for form in forms.split()} == dict.fromkeys(
        forms.split(), name
    )


@pytest.mark.parametrize("word", ["таджикский", "Afghani", "узбек", "афгани", "москвич", "", "qwerty"])
def test_what_is_no_place_is_not_found(word: str) -> None:
    assert find(word) is None


def test_a_word_that_is_more_often_something_else_is_weak() -> None:
    assert [spelt(word).level for word in ("ош", "рим", "مزار")] == [Level.WEAK] * 3
    assert is_common("ош")
    assert not is_common("ташкент")


def test_a_word_may_be_common_in_one_language_alone() -> None:
    assert is_common("مشهد", "ar")
    assert not is_common("مشهد", "fa")


def test_own_rows_have_four_columns_and_no_empty_spelling() -> None:
    rows = [line.split("\t") for line in FOLDER.joinpath("own.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    assert {len(row) for row in rows} == {4}
    assert all(name.strip() == name != "" for row in rows for name in row[3].split("|"))


def test_the_packed_data_is_small_and_well_formed() -> None:
    packed = FOLDER.joinpath("gazetteer.tsv.gz").read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    assert len(packed) < 1_500_000
    assert {len(row) for row in rows} == {5}
    assert {row[2] for row in rows} == {"country", "capital", "town"}


def test_every_stem_spells_something() -> None:
    assert all(spellings(text) for text in list(stems())[::50])


def test_importing_does_not_read_the_data() -> None:
    code = "from osint_kit.knowledge.places import gazetteer; print(gazetteer._index.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@settings(deadline=None)  # the first text waits for the gazetteer
@given(st.text(max_size=40))
def test_any_text_is_looked_up_without_fail(text: str) -> None:
    assert find(text) == find(text)
