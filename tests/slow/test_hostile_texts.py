"""Texts written to keep a reader busy: what is twice as long takes about twice as long."""

from __future__ import annotations

import time

import pytest

from osint_kit.extract import find_many

pytestmark = [pytest.mark.slow, pytest.mark.scale]

UNITS = {
    "chat in one line": "Карим Саидов едет из Душанбе 12.03.2031, +992 90 000 00 12, @navo_1, 1500 USD с человека. ",
    "plain talk in one line": "сегодня хорошая погода и мы никуда не торопимся потому что выходной ",
    "combining marks": "\u0301",
    "letters with marks": "и\u0306",
    "digits": "1",
    "digits and spaces": "1 2",
    "groups of four": "1234 ",
    "capital words": "Аб ",
    "Arabic words": "کریم ",
    "dots": "a.",
    "ats": "a@b.",
    "links": "http://",
    "open brackets": "([<«",
    "entities": "&amp;",
    "tags": "<b",
    "filler of a passport": "<",
    "capitals": "A",
    "mixed scripts": "cс",
    "emojis": "🎮",
    "flags": "🇩🇪",
    "line ends": "\n",
}


@pytest.mark.parametrize("name", UNITS)
def test_twice_the_text_takes_about_twice_the_time(name: str) -> None:
    size = 100_000
    seconds(UNITS[name], 10_000)
    short = seconds(UNITS[name], size)
    long = seconds(UNITS[name], 2 * size)
    print(f"{name:24} {short:7.2f} s {long:7.2f} s  {long / short:5.2f}")
    assert long < 3.2 * short + 0.5


def test_ten_megabytes_in_one_line() -> None:
    text = UNITS["plain talk in one line"] * (10_000_000 // 120)
    assert seconds(text, len(text)) < 300


def test_a_million_marks_on_one_letter() -> None:
    text = "a" + "\u0301" * 1_000_000 + " тел +992 90 000 00 12"
    found = next(find_many([text]))
    assert [(each.kind, text[each.start : each.end]) for each in found] == [("phone", "+992 90 000 00 12")]


def test_every_character_once() -> None:
    text = "".join(map(chr, range(0x110000)))
    for each in next(find_many([text])):
        assert text[each.start : each.end] == each.text


def seconds(unit: str, size: int) -> float:
    text = unit * (size // len(unit)) if len(unit) < size else unit
    begun = time.perf_counter()
    next(find_many([text]))
    return time.perf_counter() - begun
