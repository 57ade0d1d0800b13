"""Words of a name put together: articles, the halves of compounds, kunyas, titles, the father's names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from osint_kit.knowledge.names.morphology import ending, group, names_of

_LONGEST_INITIAL = 2
_LINKING = frozenset("eiи")
"""An izofat that is written as a word: Fazl-e-Rabbi."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or several that are one, with what it was found to be."""

    text: str
    shown: str
    kind: str = ""
    gender: str = ""
    child: str = ""


def assembled(words: Sequence[str]) -> list[Piece]:
    """Pieces of a name from its words, in their order."""
    pieces = [Piece(_trim(word.lower()), word.rstrip("'")) for word in words]
    if not any(_special(piece.text) for piece in pieces):
        return pieces
    pieces = [piece for place, piece in enumerate(pieces) if not (place and piece.shown in _LINKING)]
    return _fathers(_titles(_kunyas(_abd(_after(_articles(pieces))))))


@lru_cache(maxsize=262144)
def _special(text: str) -> bool:
    """Whether a word does more than name: a title, an article, a connecting word, half of a compound."""
    return text in _specials() or text.startswith("ال") or is_initial(text) or text.rstrip(".") in _specials()


@cache
def _specials() -> frozenset[str]:
    paths = [("article", "origin"), ("article", "join"), ("after",), ("abd",), ("god",), ("titles", "words")]
    paths += [(place, sex) for place in ("before", "behind", "kunya") for sex in ("m", "f")]
    return frozenset().union(*(group(*path) for path in paths))


def _trim(word: str) -> str:
    return word.rstrip("'") if word.endswith(".") and len(word) <= _LONGEST_INITIAL + 1 else word.rstrip(".'")


def _join(pieces: Sequence[Piece], kind: str = "") -> Piece:
    return Piece("".join(each.text for each in pieces), " ".join(each.shown for each in pieces), kind)


def _articles(pieces: list[Piece]) -> list[Piece]:
    """Take the article from a name of origin, and join what it joins: Zia ul-Haq, نور الدین."""
    found: list[Piece] = []
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        text = piece.text
        bound = bool(found) and bool(rest)
        if bound and text in group("article", "join") and (text not in group("article", "origin") or _joins(rest[0])):
            found[-1] = _join([found[-1], piece, rest.pop(0)])
        elif rest and text in group("article", "origin"):
            nearer = rest.pop(0)
            joined = found and (_joins(nearer) or found[-1].text in group("abd"))
            if joined:
                found[-1] = _join([found[-1], piece, nearer])
            else:
                found.append(replace(nearer, kind="origin" if found else "", shown=f"{piece.shown} {nearer.shown}"))
        elif text.startswith("ال") and len(text) > 4:  # noqa: PLR2004 - the article and a name
            found = _arabic(found, piece)
        else:
            found.append(piece)
    return found


def _joins(piece: Piece) -> bool:
    return piece.text in group("article", "joined")


def _arabic(found: list[Piece], piece: Piece) -> list[Piece]:
    bare = piece.text.removeprefix("ال")
    if found and (bare in group("article", "joined") or found[-1].text in group("abd")):
        return [*found[:-1], _join([found[-1], piece])]
    if names_of(piece.text):
        return [*found, piece]
    return [*found, replace(piece, text=bare, kind="origin" if found else "")]


def _after(pieces: list[Piece]) -> list[Piece]:
    """Join Saif Ullah, Nur ud-din: the second half of a name written apart."""
    found: list[Piece] = []
    for place, piece in enumerate(pieces):
        follows = pieces[place + 1].text if place + 1 < len(pieces) else ""
        bound = follows in group("given_by")
        if (found and piece.text in group("after") and not bound and not _connects(found[-1].text)) or (
            found and piece.text in group("given_by") and found[-1].text in group("god")
        ):
            found[-1] = _join([found[-1], piece])
        else:
            found.append(piece)
    return found


def _abd(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].text in group("abd"):
            found[-1] = _join([found[-1], piece])
        else:
            found.append(piece)
    return found


def _kunyas(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        sex = next((sex for sex in ("m", "f") if piece.text in group("kunya", sex)), "")
        if sex and rest:
            follows = rest.pop(0)
            kind = "" if follows.text in group("kunya", "names") and not found else "kunya"
            found.append(replace(_join([piece, follows], kind), gender=sex, child=follows.text))
        else:
            found.append(piece)
    return found


def _titles(pieces: list[Piece]) -> list[Piece]:
    """Mark titles, unless nothing but an ending would be left."""
    titled = [piece.text.rstrip(".") in group("titles", "words") and not piece.kind for piece in pieces]
    names = [piece for piece, title in zip(pieces, titled, strict=True) if not title and _names(piece)]
    if not names:
        return pieces
    return [replace(piece, kind="title") if title else piece for piece, title in zip(pieces, titled, strict=True)]


def _names(piece: Piece) -> bool:
    found = ending(piece.text)
    return not is_initial(piece.text) and found is None and piece.kind != "origin" and not _connects(piece.text)


def _connects(text: str) -> str:
    for place in ("before", "behind"):
        for sex in ("m", "f"):
            if text in group(place, sex):
                return f"{place} {sex}"
    return ""


def _fathers(pieces: list[Piece]) -> list[Piece]:
    """Mark the father's names beside connecting words."""
    found: list[Piece] = []
    sex = ""
    for place, piece in enumerate(pieces):
        connects = _connects(piece.text) if found else ""
        side, _, told = connects.partition(" ")
        if side == "before" and place + 1 < len(pieces):
            sex = told
            found.append(replace(piece, kind="particle", gender=told))
        elif side == "behind" and found:
            first = next((at for at, each in enumerate(found) if each.kind != "title"), 0)
            if len(found) - 1 > first or len(found) == 1:
                found[-1] = replace(found[-1], kind="father", gender=told)
            found.append(replace(piece, kind="particle", gender=told))
        elif sex and not piece.kind and ending(piece.text) is None and not is_initial(piece.text):
            found.append(replace(piece, kind="father", gender=""))
        else:
            found.append(piece)
    return found


def is_initial(text: str) -> bool:
    """Whether a word is an initial: one letter, or two and a dot."""
    return len(text.rstrip(".")) == 1 or (text.endswith(".") and len(text) <= _LONGEST_INITIAL + 1)
