"""How one person's name is written: by language, spelling and order; and what slips of the pen do to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osint_kit.world.chance import Stream
from osint_kit.world.scenario import LANGUAGES, Stock

SCRIPTS = {"tg": "Cyrillic", "ru": "Cyrillic", "en": "Latin", "fa": "Arabic"}
KUNYA, INITIALS, NICKNAME = "kunya", "initials", "nickname"
_SOFT = (*"аеёиӣоуӯыэюяжчшщцaeiou", "sh", "ch", "zh")
_SPELLINGS = (("sh", "ch"), ("kh", "h"), ("q", "k"), ("oo", "u"), ("j", "dzh"), ("u", "ou"), ("i", "ee"), ("o", "a"))


@dataclass(frozen=True, slots=True)
class Alias:
    """One written form of a name; `noise` names what changed it."""

    text: str
    script: str
    language: str
    noise: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A given name and a surname, each in every language."""

    given: Mapping[str, str]
    surname: Mapping[str, str]


def draw_name(stock: Stock, stream: Stream, *, female: bool) -> Name:
    """Combine a given name and a surname."""
    given = stream.pick(stock.women if female else stock.men)
    stem = stream.pick(stock.surnames)
    last = {
        language: _joined(stem[at], stock.endings[language][1 if female else 0])
        for at, language in enumerate(LANGUAGES)
    }
    return Name(dict(zip(LANGUAGES, given, strict=False)), last)


def _joined(stem: str, ending: str) -> str:
    """Stem and ending; after a vowel or a sibilant, -ов becomes -ев; in Dari a last he is not heard and falls away."""
    if ending and stem.endswith("ه"):
        return stem[:-1] + ending
    soft = stem.lower().endswith(_SOFT)
    return stem + (ending.replace("о", "е", 1).replace("o", "e", 1) if soft and ending[:1] in ("о", "o") else ending)


def aliases(name: Name, stream: Stream, *, count: int) -> tuple[Alias, ...]:
    """The forms one person goes by: one each in Tajik, Russian, English and Dari, then harder ones up to the count."""
    plain = tuple(_form(name, language, swapped=stream.odds(2, 5)) for language in LANGUAGES)
    if count <= 1:
        russian = _form(name, "ru", swapped=False)
        latin, arabic = (_form(name, language, swapped=False) for language in ("en", "fa"))
        return (Alias(russian.text, "Cyrillic", "tg"), russian, latin, arabic)
    extra = (
        Alias(_respelt(plain[2].text), "Latin", "en", "transliteration"),
        initials(name, "ru"),
    )
    return plain + extra[: max(0, count - len(plain))]


def initials(name: Name, language: str) -> Alias:
    """The first letter of the given name, and the surname."""
    return Alias(f"{name.given[language][0]}. {name.surname[language]}", SCRIPTS[language], language, INITIALS)


def letters(name: Name, language: str) -> Alias:
    """The first letters of both names, the surname first: how people name somebody whom they had better not name."""
    text = f"{name.surname[language][0]}. {name.given[language][0]}."
    return Alias(text, SCRIPTS[language], language, INITIALS)


def written(forms: tuple[Alias, ...], language: str, stream: Stream, *, noise: int) -> Alias:
    """One written form in a language, now and then with a slip."""
    form = stream.pick([each for each in forms if each.language == language])
    if not form.noise and stream.odds(noise, 100):
        return _slip(form, stream)
    return form


def _form(name: Name, language: str, *, swapped: bool) -> Alias:
    parts = [name.given[language], name.surname[language]]
    text = " ".join(reversed(parts) if swapped else parts)
    return Alias(text, SCRIPTS[language], language, "order" if swapped else "")


def _respelt(text: str) -> str:
    for usual, other in _SPELLINGS:
        if usual in text:
            return text.replace(usual, other, 1)
    return f"{text[:-1]}{text[-1] * 2}"


def _slip(form: Alias, stream: Stream) -> Alias:
    """Swap two letters, drop one or double one, inside the last word."""
    start = form.text.rfind(" ") + 2
    if start > len(form.text) - 2:
        return form
    at = stream.between(start, len(form.text) - 2)
    text = form.text
    kinds = (
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
    )
    return Alias(stream.pick(kinds), form.script, form.language, "typo")
