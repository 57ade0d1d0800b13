"""A name as tokens with roles: given name, father, family name, title, kunya, connecting word, initial."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from osint_kit.knowledge.names.morphology import ending, group, names_of, sex_of
from osint_kit.knowledge.names.pieces import Piece, assembled, is_initial
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


_SLASH = re.compile(r"\b([sdw]) ?/ ?o\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['\u0300-\u036f][^\W_]+)*(?:/o\b)?'?\.?")
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
    pieces = assembled(_WORD.findall(text))
    tokens = tuple(_roles(pieces))
    return Parsed(
        name, tokens, _sex(tokens), orthography_of_words([each.text for each in pieces], language), _firm(tokens)
    )


def _swapped(text: str) -> str:
    """A name written family name first, with a comma, in the order of speech."""
    if "," not in text:
        return text
    before, _, behind = text.partition(",")
    last = _WORD.findall(behind)[-1:]
    if (
        not last
        or not _WORD.search(before)
        or (ending(last[0].lower()) and not ending(_WORD.findall(before)[-1].lower()))
    ):
        return text
    return f"{behind} {before}"


_KINDS = {"title": Role.HONORIFIC, "particle": Role.PARTICLE, "kunya": Role.KUNYA}


def _roles(pieces: list[Piece]) -> list[Token]:
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


def _role(piece: Piece, *, is_last: bool, is_first: bool) -> Token:
    if piece.kind in _KINDS:
        return Token(piece.text, _KINDS[piece.kind], gender=piece.gender, shown=piece.shown, child=piece.child)
    told = _by_form(piece.text, piece.kind, is_last=is_last, is_first=is_first)
    return replace(told, shown=piece.shown, child=piece.child or told.child, gender=piece.gender or told.gender)


@lru_cache(maxsize=262144)
def _by_form(text: str, kind: str, *, is_last: bool, is_first: bool) -> Token:
    if kind == "father":
        return Token(text, Role.FATHER)
    if is_initial(text):
        return Token(text.rstrip("."), Role.INITIAL)
    found = ending(text)
    if found and not (is_first and text.endswith(_DOUBTFUL)):
        return Token(text, Role.PATRONYMIC if found.role == "father" else Role.SURNAME, found.root, found.gender)
    origin = ending(text, nisba=True)
    if kind == "origin":
        return Token(text, Role.NISBA, origin.root if origin else "")
    if origin and is_last and not is_first and not names_of(text) and not _ends_in_ali(text):
        return Token(text, Role.NISBA, origin.root)
    return Token(text, Role.GIVEN, gender=sex_of(text) if is_first else "", child=_child(text))


_DOUBTFUL = ("of", "ef", "ow", "ew", "eff", "off", "اف", "یف", "وا")
"""Endings of family names that first names have too: Youssef, Andrew."""
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
