"""Words of judgement: the terms of the scales and what must not stand in their place, found in a text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

_KINDS = ("modal", "certainty", "confidence", "levels", "disclaimer", "ignore")
_LETTERS = {"ӣ": "(?:ӣ|и\u0304)", "ӯ": "(?:ӯ|у\u0304)", "й": "(?:й|и\u0306)", "ё": "(?:ё|е\u0308|е)"}
"""Letters that texts write in one or in two code points, or without their dots."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One word or phrase of judgement in a text.

    Attributes:
        kind: `likelihood`, or one of modal, certainty, confidence, levels, disclaimer, ignore.
        icd, phia: the term's id on either scale, empty if it is on that scale's list no more than by chance.
        row: row of the ICD 203 table, 0 for a term named by its id.
    """

    kind: str
    start: int
    end: int
    language: str = ""
    icd: str = ""
    phia: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    language: str
    pattern: re.Pattern[str]
    meanings: tuple[Mapping[str, Any], ...]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield what stands in a text that is folded, the longest at each place."""
        for match in self.pattern.finditer(text):
            told = self.meanings[(match.lastindex or 1) - 1]
            yield Hit(start=match.start(), end=match.end(), language=self.language, **told)


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """One lexicon a language, by the name of its file."""
    folder = resources.files(__package__).joinpath("terms")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    return tuple(_lexicon(tomllib.loads(folder.joinpath(name).read_text("utf-8"))) for name in names)


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations of every language, without the last full stop, folded."""
    return frozenset(each for lexicon in lexicons() for each in lexicon.lists["abbreviations"])


def fold(text: str) -> str:
    """Lower case, letter by letter, so that every place stays where it is.

    >>> len(fold("İ")), fold("Ӣ")
    (1, 'ӣ')
    """
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def codes(text: str) -> Iterator[Hit]:
    """Terms named by their id, as EP-4 or PY-2."""
    for match in re.finditer(r"\b(EP|PY)-[1-7]\b", text):
        scale = "icd" if match[1] == "EP" else "phia"
        yield Hit("likelihood", match.start(), match.end(), **{scale: match.group()})  # type: ignore[arg-type]  # both are str fields


def _lexicon(told: Mapping[str, Any]) -> Lexicon:
    entries: list[tuple[str, dict[str, Any]]] = [
        (text, {"kind": "likelihood", **{key: term[key] for key in ("icd", "phia", "row") if key in term}})
        for term in told["term"]
        for text in term["text"]
    ]
    entries += [(text, {"kind": kind}) for kind in _KINDS for text in told[kind]]
    entries = [(fold(text), meaning) for text, meaning in entries]
    entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    joined = "|".join(f"({phrase(text)})" for text, _ in entries)
    lists = ("not_before", "not_after", "share_before", "share_after", "abbreviations")
    return Lexicon(
        told["language"],
        re.compile(rf"(?<!\w)(?:{joined})(?!\w)"),
        tuple(meaning for _, meaning in entries),
        {name: frozenset(told[name]) for name in lists},
    )


def phrase(text: str) -> str:
    """A pattern for a term of the data: `*` stands for the rest of a word, a space for any white space."""
    letters = (_LETTERS.get(letter, re.escape(letter)) for letter in text)
    return "".join(letters).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
