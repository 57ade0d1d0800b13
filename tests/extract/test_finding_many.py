import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract import compiled, extract_text, extract_texts, find, find_many
from osint_kit.extract import finding as engine
from osint_kit.extract.finding import _standing
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector
from osint_kit.knowledge.regions import REAL

SCRAPS = (
    "+992 90 000 00 12", " ", "\n", "Карим Саидов", "@navo_1", "1500 USD", "12.03.2031", "https://navo.example/a?b=1",
    "Душанбе", "كابل", "۱۵ حمل ۱۴۱۰", "и\u0306", "&amp;", "<b>", "\x1e", "\u200c", "\ufefb", "🎮", "٫", "سلام",
    "yo'l", "İ", "\ud800", "(", "«",
)  # fmt: skip
POSTS = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=5)), max_size=8).map("".join)


@settings(max_examples=80, deadline=None)
@given(texts=st.lists(POSTS, min_size=1, max_size=6), size=st.integers(1, 200))
def test_what_is_found_depends_on_the_text_alone(texts: list[str], size: int) -> None:
    one_by_one = [next(find_many([text])) for text in texts]
    assert list(find_many(texts, size=size)) == one_by_one
    assert list(find_many(texts[::-1])) == one_by_one[::-1]


@settings(max_examples=80, deadline=None)
@given(text=POSTS)
def test_spans_are_exact(text: str) -> None:
    for each in find(text):
        assert text[each.start : each.end] == each.text
        assert each.text


def test_a_frame_bears_the_labels_of_the_texts() -> None:
    texts = pd.Series({"a": "Пишите @navo_204 и @navo_205", "b": None, "c": "ничего", "d": "тел +992 90 000 00 12"})
    found = extract_texts(texts)
    assert list(found.index) == ["a", "a", "d"]
    alone = extract_text(texts["d"])
    assert found.loc[["d"]].reset_index(drop=True).equals(alone)


def test_of_no_texts_the_frame_is_empty() -> None:
    assert extract_texts(pd.Series([], dtype=str)).empty
    assert extract_texts(pd.Series(["", " \n"])).empty


def test_some_kinds_only() -> None:
    text = pd.Series(["Карим Саидов, +992 90 000 00 12, @navo_204"])
    assert set(extract_texts(text, kinds=("phone", "handle"))["kind"]) == {"phone", "handle"}


@pytest.fixture
def members(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Replaces all members by some of the test's own."""

    def put(**chosen: Selector) -> None:
        monkeypatch.setattr(compiled, "selectors", chosen)
        compiled.compiled.cache_clear()
        engine._remembered.cache_clear()

    yield put
    monkeypatch.undo()
    compiled.compiled.cache_clear()
    engine._remembered.cache_clear()


def said(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    yield Found(candidate.start, candidate.end, "word", candidate.value or candidate.text, 1.0, candidate.rule)


def told(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.value) for each in find(text)]


def test_terms_begin_where_a_word_begins_whatever_their_case_and_spelling(members: Any) -> None:
    members(
        word=Selector(
            {}, said, terms=lambda _profiles: {"Нав": "n", "нави ман": "m", "كتاب": "k", "🎮": "g", "o'z": "o"}
        )
    )
    assert told("нав НАВ, карнав") == [("нав", "n"), ("НАВ", "n")]
    assert told("Нави Ман x") == [("Нави Ман", "m")]
    assert told("کتاب كِتاب") == [("کتاب", "k"), ("كِتاب", "k")]
    assert told("a🎮b oʻzi") == [("🎮", "g"), ("oʻz", "o")]


def test_patterns_are_folded_as_texts_are(members: Any) -> None:
    members(word=Selector({"a": "(?:كتاب|ہے)[0-9]+", "b": r"(x)(y)+"}, said))
    assert told("کتاب۵ ھی۷ xyy") == [("کتاب۵", "کتاب5"), ("ھی۷", "هی7"), ("xyy", "xyy")]


def test_a_pattern_does_not_run_into_the_next_text(members: Any) -> None:
    members(word=Selector({"a": r"a\s?", "b": r"(?m)^b[^c]+$"}, said))
    texts = ["a", "bbb", "a\n", "a b"]
    assert [[each.text for each in found] for found in find_many(texts)] == [["a"], ["bbb"], ["a\n"], ["a "]]


def test_a_check_that_looks_at_the_string_alone_is_asked_once(members: Any) -> None:
    asked = []

    def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
        asked.append(candidate.text)
        yield Found(candidate.start + 1, candidate.end, "word", candidate.text, 1.0, "a")

    members(word=Selector({"a": "[0-9]+"}, check, alone=True))
    assert [each.text for found in find_many(["x 123", "yy 123 45"]) for each in found] == ["23", "23", "5"]
    assert sorted(asked) == ["123", "45"]


def test_what_a_second_look_refuses_gives_way_to_what_it_overlapped(members: Any) -> None:
    def strong(candidate: Candidate, scene: Scene) -> Iterator[Found]:
        yield Found(candidate.start, candidate.end, "strong", candidate.text, 1.0, "s", 9)

    refuse = Selector({"s": "ab"}, strong, whole_words=False, confirm=lambda _kept, _scene: ())
    members(strong=refuse, word=Selector({"w": "abc"}, said))
    assert told("abc") == [("abc", "abc")]
    kept = _standing(compiled.compiled(REAL), [Found(0, 2, "strong", "ab", 1, "s", 9)], Scene("ab", "", REAL))
    assert kept == ()


def test_the_country_is_told_by_a_code_a_place_or_the_language(members: Any) -> None:
    homes = []

    def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
        homes.append([each.code for each in scene.home][:1])
        yield from ()

    members(word=Selector({"a": "here"}, check))
    for text in ("here +996 1, Душанбе", "here Душанбе", "here"):
        find(text)
    find("here", region="KZ")
    assert homes[0] == ["KG"]
    assert homes[1] == ["TJ"]
    assert homes[3] == ["KZ"]


BOMBS = {
    "one line": "Карим Саидов аз Душанбе +992 90 000 00 12 @navo 1500 USD. ",
    "marks": "\u0301",
    "digits": "1",
    "spaced digits": "1 ",
    "capitals": "Аб ",
    "arabic": "کریم ",
    "dots": "a.",
    "ats": "a@",
    "slashes": "http://",
    "quotes": "«",
    "open": "(",
}


def seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    begun = time.process_time()
    next(find_many([text]))
    return time.process_time() - begun


@pytest.mark.parametrize("name", BOMBS)
def test_takes_time_as_the_text_is_long(name: str) -> None:
    unit = BOMBS[name]
    seconds(unit, 1000)
    short, long = seconds(unit, 5_000), seconds(unit, 20_000)
    assert long < 10 * short + 0.2


def test_every_character_once() -> None:
    text = "".join(map(chr, np.random.default_rng(1).permutation(0x110000)[:60_000]))
    for each in next(find_many([text])):
        assert text[each.start : each.end] == each.text
