"""Case endings of the names of places."""

from __future__ import annotations

import pytest

from osint_kit.knowledge.places import stem, within


@pytest.mark.parametrize(
    ("name", "language", "written", "inside"),
    [
        ("москва", "ru", "москву", "москву"),
        ("россия", "ru", "россией", "россией"),
        ("казань", "ru", "казани", "казани"),
        ("китай", "ru", "китае", "китае"),
        ("елец", "ru", "ельца", ""),
        ("душанбе", "tg", "душанберо", "душанберо"),
        ("хуҷанд", "tg", "хуҷанди", "хуҷанди"),
        ("тошкент", "uz", "тошкентдан", "тошкент"),
        ("toshkent", "uz", "toshkentgacha", "toshkent"),
        ("هەولێر", "ckb", "هەولێرەوە", "هەولێر"),
        ("کوټه", "ps", "کوټې", "کوټې"),
        ("کابل", "fa", "کابلی", ""),
        ("самарқанд", "tg", "самарқандӣ", ""),
        ("москва", "ru", "москвич", ""),
    ],
)
def test_what_cases_add_is_told_from_another_word(name: str, language: str, written: str, inside: str) -> None:
    form = stem(name)
    rest = written[len(form.text) :] if written.startswith(form.text) else "?"
    size = within(form, rest, language)
    assert (written[: len(form.text) + size] if size >= 0 else "") == inside


def test_a_stem_and_its_tail_are_the_name() -> None:
    for name in ("москва", "ташкент", "грозный", "сочи", "ترکیه", "london"):
        form = stem(name)
        assert form.text + form.tail == name
        assert within(form, form.tail, "") == len(form.tail)
