"""Short references: numbered per author, another member's shown with the call sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from osint_kit.errors import MissingInput
from osint_kit.messages import _

LETTERS = ("E", "D", "S", "P", "R", "A", "PA", "H", "L")
PATTERN = re.compile(r"(PA|[EHDSPLRA])([1-9]\d*)(?:@([A-Z][A-Z0-9]*))?")
SHORTEST_ID = 8
EXPECTED = "E12, D40, S340, P7, L3, R5, H2 (another member's: E12@BRAVO), or 8 or more digits of an id"


@dataclass(frozen=True, slots=True)
class References:
    """References of one letter, both ways."""

    ids: Mapping[str, str] = field(default_factory=dict)
    refs: Mapping[str, str] = field(default_factory=dict)


def number(prefix: str, own: str, by_author: Mapping[str, Iterable[str]]) -> References:
    """Number each author's ids from 1; the viewer's own references stand without a call sign.

    >>> number("E", "ALPHA", {"ALPHA": ["x", "y"], "BRAVO": ["y", "z"]}).refs
    {'x': 'E1', 'y': 'E2', 'z': 'E2@BRAVO'}
    """
    ids: dict[str, str] = {}
    refs: dict[str, str] = {}
    for author in sorted(by_author, key=lambda name: (name != own, name)):
        mark = "" if author == own else f"@{author}"
        for count, each in enumerate(dict.fromkeys(by_author[author]), start=1):
            ids[f"{prefix}{count}{mark}"] = each
            refs.setdefault(each, f"{prefix}{count}{mark}")
    return References(ids, refs)


def parse(text: str, own: str) -> tuple[str, str]:
    """Split a reference into its letter and its normal form; the letter is empty where it is an id.

    Raises:
        MissingInput: it is neither.
    """
    plain = text.strip()
    match = PATTERN.fullmatch(plain.upper())
    if match:
        mark = f"@{match[3]}" if match[3] and match[3] != own else ""
        return match[1], f"{match[1]}{match[2]}{mark}"
    if re.fullmatch(rf"[0-9a-f]{{{SHORTEST_ID},}}", plain.lower()):
        return "", plain.lower()
    raise unknown(text)


def rank(ref: str) -> tuple[bool, str, int]:
    """Sorting key of references: own ones first, then by letter and number; nothing comes last.

    >>> sorted(["P12", "P3@BRAVO", "", "P9"], key=rank)
    ['P9', 'P12', 'P3@BRAVO', '']
    """
    match = PATTERN.fullmatch(ref)
    return (match[3] is not None, match[1], int(match[2])) if match else (True, "~", 0)


def id_of(text: str, own: str, named: Callable[[str], References]) -> str:
    """Content id behind a reference or behind the first digits of an id.

    Args:
        named: letter → its references.

    Raises:
        MissingInput: it leads nowhere, or to more than one thing.
    """
    letter, plain = parse(text, own)
    if letter:
        found = named(letter).ids.get(plain)
        if found is None:
            raise unknown(text)
        return found
    whole = any(plain in named(each).refs for each in LETTERS)
    return plain if whole else by_prefix(plain, (name for each in LETTERS for name in named(each).refs))


def ref_of(content: str, named: Callable[[str], References]) -> str:
    """The reference of a content id; the id's first digits without one."""
    held = (named(letter).refs.get(content) for letter in LETTERS)
    return next(filter(None, held), content[:SHORTEST_ID])


def by_prefix(text: str, known: Iterable[str]) -> str:
    """The one id that begins so.

    Raises:
        MissingInput: none does, or several do.
    """
    found = sorted({each for each in known if each.startswith(text)})
    if len(found) == 1:
        return found[0]
    if not found:
        raise unknown(text)
    what = _("an id that begins like no other")
    raise MissingInput.expected(what, found=_("{n} ids").format(n=len(found)), where=text)


def unknown(text: str) -> MissingInput:
    """The error for a reference to nothing."""
    message = _("expected a reference to something in the case ({examples}), found {text}")
    return MissingInput(message.format(examples=EXPECTED, text=repr(text)))
