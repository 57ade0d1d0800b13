"""The lexicon of names: what is looked up is found, what differs stays apart, and the data keep their form."""

import time
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.names import lexicon
from osint_kit.knowledge.names.lexicon.keys import bare, norm
from osint_kit.knowledge.text import fold

LANGUAGES = {"tg", "uz", "fa", "ps", "ur", "ar", "ckb", "ky", "kk", "ru", "tr", "en"}


def spellings(entry: lexicon.Given) -> list[str]:
    return [*entry.cyrillic, *entry.latin, *entry.arabic, *entry.aliases]


def script(word: str) -> str:
    return unicodedata.name(word[0]).split()[0]


@pytest.mark.parametrize(
    "same",
    [
        ("Муҳаммад", "Мухаммад", "Mohammed", "MUHAMMAD", "محمد", "Магомед", "محەممەد", "Muxammad"),
        ("Юсуф", "Yousef", "يوسف", "یوسف", "Yusuf"),
        ("Абдулло", "عبد الله", "عبدالله", "Abdullah", "Абдуллах"),
        ("Абдураҳмон", "Abdul Rahman", "Abd al-Rahman", "عبدالرحمن", "عبد الرحمان", "Abdurrahman"),
        ("Гулнора", "Гульнара", "Gulnara", "Gulnora"),
        ("Зиёуддин", "Ziauddin", "ضیاءالدین", "Зияуддин"),
        ("Александр", "Саша", "Aleksandr", "Sasha"),
        ("Улуғбек", "Ulug‘bek", "Ulugʻbek", "Ulugbek", "Улугбек"),
        ("Пётр", "Петр", "Petr"),
        ("علی", "علي", "على", "Али", "Ali"),
    ],
)
def test_the_spellings_of_one_name_meet(same: tuple[str, ...]) -> None:
    found = [set(lexicon.find(word)) for word in same]
    assert set.intersection(*found), [word for word, names in zip(same, found, strict=True) if not names]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Карим", "Карима"),
        ("Ҳасан", "Ҳусейн"),
        ("Раҳим", "Раҳмон"),
        ("Насим", "Насир"),
        ("Jalil", "Khalil"),
        ("Ҳамид", "Ҳомид"),
        ("Ҳамид", "Маҳмуд"),
        ("Аҳмад", "Муҳаммад"),
        ("Фарҳод", "Фаррух"),
        ("Фирӯз", "Фирӯза"),
        ("Абдулло", "Абдураҳмон"),
        ("Amir", "Amira"),
        ("حسن", "حسین"),
    ],
)
def test_names_of_different_persons_never_meet(left: str, right: str) -> None:
    ours, theirs = set(lexicon.find(left)), set(lexicon.find(right))
    assert ours
    assert theirs
    assert not ours & theirs


def test_gender_follows_the_form() -> None:
    assert [lexicon.gender(word) for word in ("Салим", "Салима", "سلیمه", "Роҳат", "стол")] == ["m", "f", "f", "b", ""]
    assert lexicon.gender("Саша") == "b"


def test_common_words_are_no_names() -> None:
    words = "дом вокзал рафтан kitchen passport telefon کتاب خانه مدرسه сомонӣ пул visa"
    assert [word for word in words.split() if lexicon.is_given(word)] == []


def test_family_names_are_looked_up_forms() -> None:
    names = lexicon.family_names()
    assert {norm(word) for word in ("Малик", "Khan", "Чаудхри", "Yılmaz", "Karimi", "رسولی", "Popal")} <= names
    assert names == {norm(name) for name in names}
    assert "" not in names


def test_the_file_is_wide_enough() -> None:
    entries = lexicon.entries()
    assert len(entries) >= 1500
    languages = Counter(code for entry in entries for code in entry.languages)
    assert set(languages) == LANGUAGES
    assert min(languages.values()) >= 200
    genders = Counter(entry.gender for entry in entries)
    assert set(genders) == {"m", "f", "b"}
    assert genders["f"] >= 1000


def test_every_row_has_each_script_in_its_column() -> None:
    for entry in lexicon.entries():
        columns = {"CYRILLIC": entry.cyrillic, "LATIN": entry.latin, "ARABIC": entry.arabic}
        for name, words in columns.items():
            assert words, entry
            assert {script(word) for word in words} == {name}, entry
        assert entry.languages == tuple(sorted(entry.languages))
        assert all(word == word.strip() for word in spellings(entry))


def test_the_file_is_sorted_and_names_are_unique() -> None:
    names = [(norm(entry.name), entry.gender) for entry in lexicon.entries()]
    assert [name for name, _ in names] == sorted(name for name, _ in names)
    assert [each for each, count in Counter(names).items() if count > 1] == []


def test_no_two_names_of_one_gender_share_a_spelling_unless_listed() -> None:
    owners = defaultdict(set)
    for entry in lexicon.entries():
        for word in spellings(entry):
            for gender in ("m", "f") if entry.gender == "b" else (entry.gender,):
                owners[norm(word), gender].add(entry)
    shared = {word for (word, _), entries in owners.items() if len(entries) > 1}
    assert shared == lexicon.ambiguous()


def test_every_spelling_finds_its_name_and_stands_once_in_its_row() -> None:
    for entry in lexicon.entries():
        keys = [norm(word) for word in spellings(entry)]
        assert len(keys) == len(set(keys)), entry
        assert norm(entry.name) in keys
        for word in spellings(entry):
            assert entry in lexicon.find(word), word


def test_what_needs_no_folding_is_looked_up_as_if_it_were_folded() -> None:
    for entry in lexicon.entries():
        for word in spellings(entry):
            assert norm(word) == bare(word) == bare(fold(word).text), word


def test_reading_the_file_is_quick() -> None:
    fold("آ")
    for cached in (lexicon._lines, lexicon._index):
        cached.cache_clear()
    lexicon.find.cache_clear()
    start = time.process_time()
    lexicon.find("no such name")
    assert time.process_time() - start < 0.3, "60 ms on a quiet machine"


def test_each_file_says_where_it_is_from() -> None:
    folder = files("osint_kit.knowledge.names.lexicon")
    for name in ("given.tsv", "surnames.tsv", "ambiguous.tsv"):
        assert "unreviewed" in folder.joinpath(name).read_text("utf-8").partition("\n")[0]


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_may_be_asked_for(word: str) -> None:
    assert lexicon.is_given(word) == bool(lexicon.find(word))
    assert "-" not in norm(word)
