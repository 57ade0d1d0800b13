import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.text import guess, guess_at, script

LINES = {
    "tg": [
        "Ҷой ҳаст",
        "Мошин пагоҳ ба Хуҷанд меравад, ду нафар лозим",
        "занг занед ба рақами мо 🚗",
        "kitob ki khub ast, man ba khona meravam, shumo chand nafar hast",
    ],
    "ru": ["Есть места", "Завтра выезжаем, звоните после обеда", "Продаю машину, 2008 года, торг"],
    "uz": ["Ўрин бор", "Joy bor, ertaga yo'lga chiqamiz", "Уч киши керак, нархи келишилади", "oʻqituvchi kerak"],
    "fa": ["جای هست", "فردا صبح حرکت می‌کنیم، تماس بگیرید", "قیمت هر نفر پنج هزار تومان است"],
    "ps": ["سبا سهار به ځو", "دا موټر د کابل څخه راځي"],
    "ur": ["کل صبح روانہ ہوں گے", "گاڑی میں دو بندوں کی جگہ ہے", "bhai kal subah gaari hai, do bande chahiye"],
    "ar": ["السفر غدا صباحا", "يوجد مكان لشخصين في السيارة", "وين اكو سيارة للبصرة"],
    "ckb": ["سبەی بەیانی دەڕۆین", "شوێن هەیە بۆ دوو کەس"],
    "en": ["Seats for two", "We leave tomorrow, call me 📞 12", "OK, see you there at 5"],
    "ky": ["Эртең Бишкекке барабыз, үч орун бар"],
    "kk": ["Ертең Алматыға барамыз, екі орын бар"],
    "tr": ["Yarın sabah İstanbul'a gidiyoruz, iki kişilik yer var"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in LINES.items() for text in texts])
def test_languages_are_told_by_letters_and_frequent_words(code: str, text: str) -> None:
    assert guess(text) == code
    assert guess(f"{text} 🙂 +281 55 123 45 67 https://navo.example/a @navo_1") == code


def test_nothing_is_told_of_a_text_without_letters() -> None:
    assert [guess(text) for text in ("12", "", "🙂 +281", "\u0301")] == ["", "", "", ""]


def test_a_sentence_may_be_in_another_language_than_its_text() -> None:
    text = "Завтра выезжаем, звоните после обеда. Мошин пагоҳ ба Хуҷанд меравад, ду нафар лозим."
    assert guess_at(text, 2, 5) == "ru"
    assert guess_at(text, text.index("Хуҷанд"), text.index("Хуҷанд") + 6) == "tg"


def test_a_few_foreign_words_do_not_turn_a_text() -> None:
    assert guess("Ask Rustam for the hawala, az to me") == "en"


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert guess(text) == guess(text)
    assert all(guess_at(text, place, place + 1) is not None for place in range(min(3, len(text))))


def test_the_script_is_that_of_most_letters() -> None:
    assert script("abc где кто") == "Cyrillic"
    assert (script("سلام abc"), script("12")) == ("Arabic", "")
