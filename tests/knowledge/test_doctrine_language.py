from __future__ import annotations

from itertools import pairwise

import pytest
from factory import texts
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge import doctrine
from osint_kit.knowledge.doctrine.sentences import sentences
from osint_kit.knowledge.doctrine.words import abbreviations, lexicons

GOOD = [
    "It is very likely that one group runs both routes. Our confidence is moderate. It is unlikely that it has left.",
    "It is very likely (80–95 %) that the group moved south.",
    "Prices rose by 30 %; it is likely that they rise again.",
    "It is likely that 20 % of the fees stay with the broker.",
    "In May 2031 the road was closed. May was cold.",
    "We could not open the page. The list does not prove that he was there. It proves nothing.",
    "The author writes “it may be true, certainly”, and «возможно, доказано».",
    "See https://may.example/could/possibly and @may.",
    "It is almost certain that the plate is the same.",
    "He had probable cause.",
    "In PHIA terms it is highly likely, or probable.",
    "Весьма вероятно, что группа одна. Уверенность умеренная.",
    "Вероятность не названа. Это не доказано.",
    "Эҳтимол дорад, ки гурӯҳ як аст. Боварии мо миёна аст.",
    "Source graded B2; information is logical.",
    "",
]
BAD = [
    ("It is likely, with high confidence, that he left.", "high confidence", "confidence"),
    ("Confidence in this is low and it is unlikely.", "Confidence in this is low", "confidence"),
    ("EP-6, moderate confidence: he left.", "moderate confidence", "confidence"),
    ("It may rain.", "may", "modal"),
    ("He is possibly the chief.", "possibly", "modal"),
    ("The van could be his.", "could", "modal"),
    ("It might be so.", "might", "modal"),
    ("It is likely (30 %).", "30 %", "percent"),
    ("We take it as unlikely, at 70 per cent.", "70 per cent", "percent"),
    ("We hold it very likely, about 50-60%.", "50-60%", "percent"),
    ("It is very likely. It is improbable.", "improbable", "rows"),
    ("It is highly unlikely. It is highly improbable.", "highly unlikely", "scales"),
    ("We are 100 % sure.", "100 %", "certainty"),
    ("He is certainly the chief.", "certainly", "certainty"),
    ("The list proves that he paid.", "proves", "certainty"),
    ("Вероятно, с высокой уверенностью, он уехал.", "высокой уверенностью", "confidence"),
    ("Он может быть главным.", "может быть", "modal"),
    ("Возможно, он уехал.", "Возможно", "modal"),
    ("Вероятно (30 процентов), он уехал.", "30 процентов", "percent"),
    ("Весьма вероятно. Неправдоподобно, что он там.", "Неправдоподобно", "rows"),
    ("Крайне маловероятно. Шансы примерно равны.", "Крайне маловероятно", "scales"),
    ("Это доказывает вину.", "доказывает", "certainty"),
    ("Несомненно, он главный.", "Несомненно", "certainty"),
    ("Шояд ӯ рафт.", "Шояд", "modal"),
    ("Эҳтимол дорад, бо боварии баланд, ки ӯ рафт.", "боварии баланд", "confidence"),
    ("Эҳтимол дорад (30 фоиз), ки ӯ рафт.", "30 фоиз", "percent"),
    ("Эҳтимол дорад. Номуҳтамал аст, ки ӯ дар он ҷост.", "Номуҳтамал", "rows"),
    ("Бешубҳа ӯ сардор аст.", "Бешубҳа", "certainty"),
    ("Ин исбот мекунад, ки ӯ буд.", "исбот мекунад", "certainty"),
]


@pytest.mark.parametrize("text", GOOD)
def test_a_sound_text_has_no_fault(text: str) -> None:
    assert doctrine.check(text) == ()


@pytest.mark.parametrize(("text", "found", "rule"), BAD)
def test_a_fault_is_found_where_it_stands(text: str, found: str, rule: str) -> None:
    assert [(fault.found, fault.rule) for fault in doctrine.check(text)] == [(found, rule)]


def test_letters_in_two_code_points_are_the_same_word() -> None:
    assert [fault.rule for fault in doctrine.check("имкони вокеи\u0304 нест, шояд")] == ["modal"]
    assert [fault.rule for fault in doctrine.check("имкони воқеи\u0304. имкони тақрибан баробар")] == ["scales"]


def test_a_word_that_says_both_rows_mean_the_same_allows_both() -> None:
    text = "It is likely. It is probable. Terms of both rows are used interchangeably."
    assert doctrine.check(text) == ()


def test_a_shared_end_point_fits_both_bands() -> None:
    assert doctrine.check("It is unlikely (20 %). It is very unlikely (20 %).") == ()
    assert [fault.rule for fault in doctrine.check("It is unlikely (46 %).")] == ["percent"]


def test_a_band_of_the_scale_in_use_is_asked_for() -> None:
    assert doctrine.check("It is unlikely (40 %).") == ()
    phia = doctrine.check("It is unlikely (40 %). There is a realistic possibility that he left.")
    assert [(fault.found, fault.rule) for fault in phia] == [("40 %", "percent")]
    assert "PY-3 is 25% to 35%" in phia[0].advice


def test_lines_are_counted_and_wrapped_lines_are_one_sentence() -> None:
    wrapped = "We hold that it is very likely that the same group runs both of the\nroutes with high confidence."
    text = f"Findings\n\n{wrapped}\n"
    assert [(fault.line, fault.rule) for fault in doctrine.check(text)] == [(4, "confidence")]
    assert doctrine.check("Likelihood: very likely\nConfidence: high\n") == ()
    assert doctrine.check("- very likely that he left\n- high confidence\n") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. B. Karimov left. He paid 1.5 million. Then 12.12.2031 came.", 3),
        ("Он жил на ул. Мира, д. 5. Потом уехал, т.е. исчез.", 2),
        ("А.Б. Каримов уехал. Он вернулся!", 2),
        ("1. First thing. 2. Second thing.", 2),
        ("What? He said so… Then he left.", 3),
        ("He wrote “I left.” Then nothing.", 2),
        ("It was in 2031. The road was closed.", 2),
        ("   \n\n  ", 0),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: int) -> None:
    assert len(list(sentences(text, abbreviations()))) == expected


@given(st.text(max_size=200) | texts)
def test_sentences_cover_all_words_in_order(text: str) -> None:
    found = list(sentences(text, abbreviations()))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(st.text(max_size=200) | texts)
def test_any_text_is_checked_and_each_fault_points_at_its_words(text: str) -> None:
    faults = doctrine.check(text)
    assert all(text[fault.start : fault.end] == fault.found and fault.advice for fault in faults)
    assert all(fault.line == text.count("\n", 0, fault.start) + 1 for fault in faults)
    assert list(faults) == sorted(faults, key=lambda fault: (fault.start, fault.end))


_WORDS = st.sampled_from(["may", "perhaps", "certainly", "likely", "highly likely", "improbable", "30 %", "he", "left"])


@given(st.lists(_WORDS, max_size=12), st.integers(0, 5))
def test_lines_before_and_words_quoted_change_nothing(words: list[str], before: int) -> None:
    text = " ".join(words)
    moved = doctrine.check("Heading\n\n" * before + text)
    assert [fault.found for fault in moved] == [fault.found for fault in doctrine.check(text)]
    assert all(fault.line == 1 + 2 * before for fault in moved)
    assert doctrine.check(f"He said “{text}” there.") == ()


@given(st.sampled_from(doctrine.bands()), st.integers(1, 99))
def test_a_figure_fits_its_term_when_the_band_holds_it(band: doctrine.Band, percent: int) -> None:
    for term in band.terms:
        fits = not [each for each in doctrine.check(f"It is {term} ({percent} %).") if each.rule == "percent"]
        inside = round(band.low * 100) <= percent <= round(band.high * 100)
        assert fits == inside or term == "remote"  # this word alone is an everyday word, and is not looked for


def test_every_language_has_every_term_of_both_scales() -> None:
    ids = {band.id for scale in doctrine.SCALES for band in doctrine.bands(scale)}
    assert [lexicon.language for lexicon in lexicons()] == ["en", "ru", "tg"]
    for lexicon in lexicons():
        named = {each for told in lexicon.meanings for each in (told.get("icd"), told.get("phia")) if each}
        assert named == ids, lexicon.language
        rows = {(told["icd"], told["row"]) for told in lexicon.meanings if told.get("icd")}
        assert rows == {(f"EP-{number}", row) for number in range(1, 8) for row in (1, 2)}


def test_rules_are_those_of_the_records() -> None:
    rules = {f"LINT-{rule.upper()}" for _, _, rule in BAD}
    assert rules == {record.id for record in doctrine.load("LINT")}


def test_a_long_text_is_checked_in_time() -> None:
    assert len(doctrine.check("It is likely. He may go. « “ " * 3_000)) == 3_000
