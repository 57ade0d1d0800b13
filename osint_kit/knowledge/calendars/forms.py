"""Word lists as data: one line of alternatives and endings spelt out into every form, as folded text holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from osint_kit.knowledge.text import fold

_GROUP = re.compile(r"\(([^()]*)\)")
_ABBREVIATED = 4
_BETWEEN = re.compile(r"[ .\-]+")


def expand(line: str) -> tuple[str, ...]:
    """Every form of a line: `|` parts spellings, `(a|b)` parts endings.

    >>> expand("ма(й|я)|may")
    ('май', 'мая', 'may')
    """
    return tuple(form for spelling in _spellings(line) for form in _endings(spelling))


def keys(forms: Iterable[str]) -> tuple[str, ...]:
    """Folded, in lower case, words parted by single spaces: what two spellings of one phrase share.

    >>> keys(["Н.Э.", "سي‌ام", "Sha’ban"])
    ('н э', 'سیام', "sha'ban")
    """
    written = tuple(forms)
    folded = fold("\n".join(written)).text.lower().split("\n") if written else []
    return tuple(_BETWEEN.sub(" ", each).strip() for each in folded)


def spelt(lines: Iterable[str]) -> dict[str, str]:
    """Key → form, for every form of these lines."""
    forms = [form for line in lines for form in expand(line)]
    return {key: form for key, form in zip(keys(forms), forms, strict=True) if key}


def variants(known: Iterable[str]) -> tuple[str, ...]:
    """Keys as a text may hold them: phrases with hyphens, abbreviations with full stops.

    >>> variants(["у е"])
    ('у е', 'у-е', 'у.е', 'у. е')
    """
    return tuple(dict.fromkeys(variant for key in known for variant in _joined(key)))


def _joined(key: str) -> Iterator[str]:
    yield key
    words = key.split(" ")
    if len(words) > 1:
        yield "-".join(words)
        for article in ("al", "ul"):
            yield key.replace(f"{article} ", f"{article}-")
        if max(map(len, words)) <= _ABBREVIATED:
            yield ".".join(words)
            yield ". ".join(words)


def _spellings(line: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, letter in enumerate(line):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            yield line[start:place]
            start = place + 1
    yield line[start:]


def _endings(spelling: str) -> Iterator[str]:
    pieces = _GROUP.split(spelling)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield "".join(chosen)
