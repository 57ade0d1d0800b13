"""A name as tokens with roles: given name, father, family name, title, kunya, connecting word, initial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from osint_kit.knowledge.names.morphology import ending, group, names_of, sex_of
from osint_kit.knowledge.names.spelling import cased, orthography_of_words


class Role(StrEnum):
    """What a token of a name is."""

    GIVEN = "given"
    FATHER = "father"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    NISBA = "nisba"
    HONORIFIC = "honorific"
    KUNYA = "kunya"
    PARTICLE = "particle"
    INITIAL = "initial"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name, or several that are one (Abd al-Rahman, Abu Umar).

    Attributes:
        text: as folded, lower case, written together.
        root: what is left of a family name or patronymic without its ending.
        gender: the sex of the name's bearer when this form tells it.
        light: whether it is often left out (khan, -bek apart, Muhammad first).
        shown: as written.
        child: of Abu X and Umm X, the X.
    """

    text: str
    role: Role
    root: str = ""
    gender: str = ""
    light: bool = False
    shown: str = ""
    child: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name's tokens in their order, the sex its forms tell, and the orthography it is written in."""

    name: str
    tokens: tuple[Token, ...]
    gender: str
    orthography: str
    firm: str = ""

    def of(self, *roles: Role) -> tuple[Token, ...]:
        """Tokens of these roles."""
        return tuple(token for token in self.tokens if token.role in roles)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    shown: str
    kind: str = ""
    gender: str = ""
    child: str = ""


_SLASH = re.compile(r"\b([sdw]) ?/ ?o\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['\u0300-\u036f][^\W_]+)*(?:/o\b)?'?\.?")
_LONGEST_INITIAL = 2
_LINKING = frozenset("eiи")
"""An izofat that is written as a word: Fazl-e-Rabbi."""
_MANY = 500
_VOICED = re.compile("[\u0610-\u061a\u064b-\u065f\u0670]")


@lru_cache(maxsize=131072)
def parse(name: str, *, language: str | None = None) -> Parsed:
    """Tell the tokens of a name apart.

    Args:
        language: of the text that the name stands in, where known.

    >>> [(token.text, token.role.value) for token in parse("ҳоҷӣ Карим Саидов").tokens]
    [('ҳоҷӣ', 'honorific'), ('карим', 'given'), ('саидов', 'surname')]
    >>> [(token.text, token.role.value) for token in parse("Salih walad Ghulam Nabi").tokens]
    [('salih', 'given'), ('walad', 'particle'), ('ghulam', 'father'), ('nabi', 'father')]
    """
    voiced = _VOICED.sub("", name[:_MANY]).replace("،", ",")
    text = _swapped(_SLASH.sub(r"\1/o", " ".join(cased(word) for word in voiced.split())))
    pieces = [_Piece(_trim(word.lower()), word.rstrip("'")) for word in _WORD.findall(text)]
    if any(_special(piece.text) for piece in pieces):
        pieces = [piece for place, piece in enumerate(pieces) if not (place and piece.shown in _LINKING)]
        pieces = _fathers(_titles(_kunyas(_abd(_after(_articles(pieces))))))
    tokens = tuple(_roles(pieces))
    return Parsed(name, tokens, _sex(tokens), orthography_of_words([each.text for each in pieces], language), _firm(tokens))


@lru_cache(maxsize=262144)
def _special(text: str) -> bool:
    """Whether a word does more than name: a title, an article, a connecting word, half of a compound."""
    return text in _specials() or text.startswith("ال") or _initial(text) or text.rstrip(".") in _specials()


@cache
def _specials() -> frozenset[str]:
    paths = [("article", "origin"), ("article", "join"), ("after",), ("abd",), ("titles", "words")]
    paths += [(place, sex) for place in ("before", "behind", "kunya") for sex in ("m", "f")]
    return frozenset().union(*(group(*path) for path in paths))


def _swapped(text: str) -> str:
    """A name written family name first, with a comma, in the order of speech."""
    if "," not in text:
        return text
    before, _, behind = text.partition(",")
    last = _WORD.findall(behind)[-1:]
    if not last or not _WORD.search(before) or (ending(last[0].lower()) and not ending(_WORD.findall(before)[-1].lower())):
        return text
    return f"{behind} {before}"


def _trim(word: str) -> str:
    return word.rstrip("'") if word.endswith(".") and len(word) <= _LONGEST_INITIAL + 1 else word.rstrip(".'")


def _join(pieces: Sequence[_Piece], kind: str = "") -> _Piece:
    return _Piece("".join(each.text for each in pieces), " ".join(each.shown for each in pieces), kind)


def _articles(pieces: list[_Piece]) -> list[_Piece]:
    """Take the article from a name of origin, and join what it joins: Zia ul-Haq, نور الدین."""
    found: list[_Piece] = []
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


def _joins(piece: _Piece) -> bool:
    return piece.text in group("article", "joined")


def _arabic(found: list[_Piece], piece: _Piece) -> list[_Piece]:
    bare = piece.text.removeprefix("ال")
    if found and (bare in group("article", "joined") or found[-1].text in group("abd")):
        return [*found[:-1], _join([found[-1], piece])]
    if names_of(piece.text):
        return [*found, piece]
    return [*found, replace(piece, text=bare, kind="origin" if found else "")]


def _after(pieces: list[_Piece]) -> list[_Piece]:
    """Join Saif Ullah, Nur ud-din: the second half of a name written apart."""
    found: list[_Piece] = []
    for place, piece in enumerate(pieces):
        follows = pieces[place + 1].text if place + 1 < len(pieces) else ""
        bound = follows in group("given_by")
        if found and piece.text in group("after") and not bound and not _connects(found[-1].text):
            found[-1] = _join([found[-1], piece])
        elif found and piece.text in group("given_by") and found[-1].text in group("god"):
            found[-1] = _join([found[-1], piece])
        else:
            found.append(piece)
    return found


def _abd(pieces: list[_Piece]) -> list[_Piece]:
    found: list[_Piece] = []
    for piece in pieces:
        if found and found[-1].text in group("abd"):
            found[-1] = _join([found[-1], piece])
        else:
            found.append(piece)
    return found


def _kunyas(pieces: list[_Piece]) -> list[_Piece]:
    found: list[_Piece] = []
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


def _titles(pieces: list[_Piece]) -> list[_Piece]:
    """Mark titles, unless nothing but an ending would be left."""
    titled = [piece.text.rstrip(".") in group("titles", "words") and not piece.kind for piece in pieces]
    names = [piece for piece, title in zip(pieces, titled, strict=True) if not title and _names(piece)]
    if not names:
        return pieces
    return [replace(piece, kind="title") if title else piece for piece, title in zip(pieces, titled, strict=True)]


def _names(piece: _Piece) -> bool:
    found = ending(piece.text)
    return not _initial(piece.text) and found is None and piece.kind != "origin" and not _connects(piece.text)


def _connects(text: str) -> str:
    for place in ("before", "behind"):
        for sex in ("m", "f"):
            if text in group(place, sex):
                return f"{place} {sex}"
    return ""


def _fathers(pieces: list[_Piece]) -> list[_Piece]:
    """Mark the father's names beside connecting words."""
    found: list[_Piece] = []
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
        elif sex and not piece.kind and ending(piece.text) is None and not _initial(piece.text):
            found.append(replace(piece, kind="father", gender=""))
        else:
            found.append(piece)
    return found


def _initial(text: str) -> bool:
    return len(text.rstrip(".")) == 1 or (text.endswith(".") and len(text) <= _LONGEST_INITIAL + 1)


_KINDS = {"title": Role.HONORIFIC, "particle": Role.PARTICLE, "kunya": Role.KUNYA}


def _roles(pieces: list[_Piece]) -> list[Token]:
    last = max((place for place, each in enumerate(pieces) if each.kind not in ("title", "particle")), default=-1)
    tokens = [_role(piece, is_last=place == last, is_first=place == 0) for place, piece in enumerate(pieces)]
    if not any(token.role is Role.GIVEN for token in tokens):
        return [_promoted(token, tokens) for token in tokens]
    return [replace(token, light=True) if _light(token, place, tokens) else token for place, token in enumerate(tokens)]


def _promoted(token: Token, tokens: list[Token]) -> Token:
    """A kunya that stands for the given name is one."""
    first = next((each for each in tokens if each.role is Role.KUNYA), None)
    return replace(token, role=Role.GIVEN) if token is first else token


def _light(token: Token, place: int, tokens: list[Token]) -> bool:
    if token.role is not Role.GIVEN:
        return False
    behind = any(each.role is Role.GIVEN for each in tokens[:place])
    before = any(each.role is Role.GIVEN for each in tokens[place + 1 :])
    return (behind and token.text in group("light")) or (before and token.text in group("common_first"))


def _role(piece: _Piece, *, is_last: bool, is_first: bool) -> Token:
    if piece.kind in _KINDS:
        return Token(piece.text, _KINDS[piece.kind], gender=piece.gender, shown=piece.shown, child=piece.child)
    told = _by_form(piece.text, piece.kind, is_last=is_last, is_first=is_first)
    return replace(told, shown=piece.shown, child=piece.child or told.child, gender=piece.gender or told.gender)


@lru_cache(maxsize=262144)
def _by_form(text: str, kind: str, *, is_last: bool, is_first: bool) -> Token:
    if kind == "father":
        return Token(text, Role.FATHER)
    if _initial(text):
        return Token(text.rstrip("."), Role.INITIAL)
    found = ending(text)
    if found:
        return Token(text, Role.PATRONYMIC if found.role == "father" else Role.SURNAME, found.root, found.gender)
    origin = ending(text, nisba=True)
    if kind == "origin":
        return Token(text, Role.NISBA, origin.root if origin else "")
    if origin and is_last and not is_first and not names_of(text) and not _ends_in_ali(text):
        return Token(text, Role.NISBA, origin.root)
    return Token(text, Role.GIVEN, gender=sex_of(text) if is_first else "", child=_child(text))


_ABU = re.compile(r"^(?:a[bp]o?u|abo|абу|абӯ|әбу|ابو)(?=...)")


def _child(text: str) -> str:
    """X of a glued Abu X, when X is a name."""
    bare = _ABU.sub("", text)
    return bare if bare != text and names_of(bare) else ""


def _ends_in_ali(text: str) -> bool:
    return text.endswith(("али", "алӣ", "ali", "علی", "aliy"))


def _sex(tokens: tuple[Token, ...]) -> str:
    """What the endings agree on; a given name counts when no ending tells."""
    soft = {token.gender for token in tokens if token.role in (Role.GIVEN, Role.KUNYA)} - {""}
    return _firm(tokens) or (soft.pop() if len(soft) == 1 else "")


def _firm(tokens: tuple[Token, ...]) -> str:
    firm = {token.gender for token in tokens if token.role is not Role.GIVEN and token.role is not Role.KUNYA} - {""}
    return firm.pop() if len(firm) == 1 else ""
