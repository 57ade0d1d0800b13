"""Days told from today."""

import pytest

from osint_kit.extract.finding import find_many


def found(text: str, *, language: str | None = None) -> list[str]:
    (mentions,) = find_many([text], kinds=("relative_date",), language=language)
    return [each.text for each in mentions]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("пагоҳ меравем", "пагоҳ"),
        ("баъди 3 рӯз занг занед", "баъди 3 рӯз"),
        ("ҳафтаи оянда", "ҳафтаи оянда"),
        ("выезд через неделю", "через неделю"),
        ("через 3 дня", "через 3 дня"),
        ("два дня назад", "два дня назад"),
        ("эртага кетамиз", "эртага"),
        ("3 kundan keyin", "3 kundan keyin"),
        ("o'tgan hafta", "o'tgan hafta"),
        ("tomorrow morning at six", "tomorrow morning"),
        ("next Friday", "next Friday"),
        ("in 3 days", "in 3 days"),
        ("two weeks ago", "two weeks ago"),
        ("فردا شب حرکت است", "فردا شب"),
        ("۲ روز پیش", "۲ روز پیش"),
        ("هفته آینده", "هفته آینده"),
        ("سبا سهار ځو", "سبا سهار"),
        ("اگلے ہفتے", "اگلے ہفتے"),
        ("تین دن میں", "تین دن میں"),
        ("الأسبوع القادم", "الأسبوع القادم"),
        ("بعد يومين", "بعد يومين"),
        ("سبەی دێم", "سبەی"),
        ("هەفتەی داهاتوو", "هەفتەی داهاتوو"),
    ],
)
def test_the_whole_phrase_is_marked(text: str, surface: str) -> None:
    assert found(text) == [surface]


def test_a_word_of_two_languages_is_read_in_its_own() -> None:
    assert found("کل صبح آنا", language="ur") == ["کل صبح"]
    assert found("کل کشور", language="fa") == []


@pytest.mark.parametrize("text", ["за час", "3 дня", "yarim kecha", "в неделю раз", ""])
def test_what_names_no_day_is_left(text: str) -> None:
    assert found(text) == []
