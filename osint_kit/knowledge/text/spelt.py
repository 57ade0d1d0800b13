"""Addresses as people hide or spell them: `ivan (at) example dot com`, `hxxp://example[.]com`.

Signs are data (`spellings.toml`); patterns are RE2 over folded text, `refang` gives the plain form.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.text.folding import fold

_SIGNS = {"at": "@", "dot": ".", "underscore": "_", "dash": "-"}
_SCHEME = r"(?i:h(?:tt|xx|\*\*|__)p(s?) ?[\[({]? ?: ?[\])}]? ?[\[({]?//[\])}]?)"
SCHEME = r"(?i:h(?:tt|xx|\*\*|__)ps? ?[\[({]? ?: ?[\])}]? ?[\[({]?//[\])}]?)"
"""`http://` in its usual disguises."""


@cache
def sign(name: str) -> str:
    """RE2 of one sign, `at`, `dot`, `underscore` or `dash`: itself, in brackets, or as a word between spaces."""
    words = _words()[name]
    bracketed, bare = _either(words["bracketed"]), _either(words["bare"])
    return rf"(?:{re.escape(_SIGNS[name])}| ?[\[({{<] ?(?:{bracketed}) ?[\])}}>] ?| (?:{bare}) )"


@cache
def host() -> str:
    """RE2 of a host name of two labels or more, its dots plain or hidden; Cyrillic ones under a Cyrillic suffix."""
    dot = sign("dot")
    latin = rf"[A-Za-z0-9-]+(?:{dot}[A-Za-z0-9-]+)*{dot}(?:[A-Za-z]{{2,24}}|xn--[A-Za-z0-9-]+)"
    return rf"(?:{latin}|(?:[а-яёА-ЯЁ0-9-]+\.)+(?:рф|бел|укр|қаз|мон|срб))"


def refang(text: str) -> str:
    """The plain form of an address, without spaces and disguises.

    >>> refang("hxxps://x[.]example/a"), refang("ivan (at) example dot com"), refang("ivan собака example точка com")
    ('https://x.example/a', 'ivan@example.com', 'ivan@example.com')
    """
    plain = re.sub(_SCHEME, lambda found: f"http{found.group(1).lower()}://", text)
    for name, character in _SIGNS.items():
        plain = _plain(name).sub(character, plain)
    return plain.replace(" ", "")


def starts(text: str) -> Iterator[int]:
    """Where an address may begin: at once, or after a word that a spelt sign joined to it.

    >>> list(starts("по адресу navo"))
    [0, 3, 10]
    """
    yield 0
    yield from (place + 1 for place, letter in enumerate(text) if letter == " ")


@cache
def figures() -> str:
    """RE2 of a number read out figure by figure: four words or more."""
    word = _either([each for said in _words()["figures"].values() for each in said])
    return rf"(?:{word})(?:[ ,.-]{{1,3}}(?:و |va |и )?(?:{word})){{3,}}"


def read_out(text: str) -> str:
    """The digits of a number read out, with its plus sign: tens take a following unit, hundreds what follows.

    >>> read_out("плюс девять девять два девяносто два"), read_out("صفر هفت صفر ده")
    ('+99292', '07010')
    """
    found: list[str] = []
    room, twice = 0, False
    for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text):
        said = _figures().get(word.lower(), "")
        if said == "plus":
            found.append("+")
        elif said == "double":
            twice = True
        elif said:
            value = int(said)
            if 0 < value < room:
                found[-1] = str(int(found[-1]) + value)
            else:
                found.append(said * (1 + twice))
            room = next((size for size in (100, 10) if value and value % size == 0), 0)
            twice = False
    return "".join(found)


@cache
def _figures() -> Mapping[str, str]:
    return {fold(word).text.lower(): key for key, said in _words()["figures"].items() for word in said}


def neighbours(language: str) -> tuple[str, ...]:
    """Countries, ISO 3166-1, whose national numbers a language may use, likeliest first."""
    return tuple(_words()["neighbours"].get(language, ()))


@cache
def _plain(name: str) -> re.Pattern[str]:
    return re.compile("(?i)" + sign(name))


def _either(words: list[str]) -> str:
    ordered = sorted({fold(word).text for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    loaded = tomllib.loads(files("osint_kit.knowledge.text").joinpath("spellings.toml").read_text("utf-8"))
    return {name: {key: list(words) for key, words in table.items()} for name, table in loaded.items()}
