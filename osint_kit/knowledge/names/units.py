"""A name as units that carry identity: its tokens where they stand, and neighbours that may be one word."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from osint_kit.knowledge.names.forms import Form, forms
from osint_kit.knowledge.names.parse import Parsed, Role, Token, parse
from osint_kit.knowledge.names.sounds import sounds
from osint_kit.knowledge.names.spelling import script_of


class Shown(NamedTuple):
    """Bits that tell quickly when two units cannot be one word: see `may_meet`."""

    must: int
    covers: int
    names: int


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """A token of a name where it stands."""

    token: Token
    orthography: str
    start: int
    end: int
    role: str
    shown: Shown
    inner: bool = False

    @property
    def forms(self) -> tuple[Form, ...]:
        """Its forms, made when they are asked for."""
        first = self.role == "first"
        return forms(self.token.text, self.token.root, self.orthography, inner=self.inner, first=first)


class Read(NamedTuple):
    """A name as single units, neighbours written together, and the sex that its endings tell."""

    single: tuple[Unit, ...]
    glued: tuple[Unit, ...]
    firm: str


_ALL = (1 << 64) - 1
_LOW = (1 << 32) - 1


def may_meet(left: Shown, right: Shown) -> bool:
    """Whether two units may be one word: whatever one must show the other may stand for, or a name is shared."""
    shared = left.names & right.names
    if shared >> 32 and shared & _LOW:
        return True
    return not (left.must & ~right.covers or right.must & ~left.covers)


@lru_cache(maxsize=262144)
def _shown(text: str, root: str, orthography: str, *, inner: bool) -> Shown:
    found = forms(text, root, orthography, inner=inner)
    table = sounds()
    must, covers, names = _ALL, 0, 0
    for form in found:
        here = 0
        for sign in form.spelling.signs:
            here |= table.must[sign]
            covers |= table.covers[sign]
        must &= here
        for name in form.names:
            names |= _bits(name)
    return Shown(must, covers, names)


_INITIAL = Shown(0, _ALL, 0)
_ORDER = ("first", "given", "father", "surname", "kunya", "initial")
_MEETS = {"first": "first given", "given": "first given father surname", "father": "given father surname"}
_MEETS |= {"surname": "given father surname", "kunya": "kunya", "initial": " ".join(_ORDER)}
_ROLE_BITS = {role: 1 << (63 - place) for place, role in enumerate(_ORDER)}
_ROLES_MET = {
    role: sum(bit for other, bit in _ROLE_BITS.items() if other in _MEETS[role] or other == "initial")
    for role in _ORDER
}
_SIGNS = _ALL - sum(_ROLE_BITS.values())


def _in_role(shown: Shown, role: str) -> Shown:
    """The same bits with those of the role: a first name cannot be a family name."""
    return Shown(shown.must & _SIGNS | _ROLE_BITS[role], shown.covers & _SIGNS | _ROLES_MET[role], shown.names)


_ROLES = {Role.GIVEN: "given", Role.FATHER: "father", Role.PATRONYMIC: "father", Role.SURNAME: "surname"}
_ROLES |= {Role.NISBA: "surname", Role.KUNYA: "kunya", Role.INITIAL: "initial"}


@lru_cache(maxsize=131072)
def read(name: str) -> Read:
    """A name as units, remembered."""
    return units(parse(name))


def units(parsed: Parsed) -> Read:
    """The tokens that carry identity, and the pairs of neighbours that may be one word written apart."""
    kept = [token for token in parsed.tokens if token.role in _ROLES]
    single: list[Unit] = []
    seen = False
    for place, token in enumerate(kept):
        role = _ROLES[token.role]
        if role == "given" and not seen and not (token.light and place):
            role, seen = "first", True
        inner = place + 1 < len(kept)
        shown = _shown(token.text, token.root, parsed.orthography, inner=inner) if role != "initial" else _INITIAL
        single.append(Unit(token, parsed.orthography, place, place + 1, role, _in_role(shown, role), inner))
    glued = [_glued(one, other) for one, other in pairwise(single) if _glue(one, other)]
    return Read(tuple(single), (*glued, *_with_before(single, parsed)), parsed.firm)


def _with_before(single: list[Unit], parsed: Parsed) -> list[Unit]:
    """Words behind a title or a connecting word that may be half of them: Sayid Mansur, bin Ali."""
    found = []
    rest = list(single)
    for before, token in pairwise(parsed.tokens):
        if rest and rest[0].token is before:
            unit = rest.pop(0)
            if token.role is Role.HONORIFIC and unit.role != "initial":
                shown = _shown(token.text, "", parsed.orthography, inner=False)
                found.append(_glued(unit, Unit(token, parsed.orthography, unit.end, unit.end, unit.role, shown)))
        if rest and rest[0].token is token and before.role in _HALVES and rest[0].role != "initial":
            shown = _shown(before.text, "", parsed.orthography, inner=True)
            unit = rest[0]
            half = Unit(before, parsed.orthography, unit.start, unit.end, unit.role, shown)
            found.append(_glued(half, unit))
    return found


_HALVES = (Role.HONORIFIC, Role.PARTICLE)


def _glue(one: Unit, other: Unit) -> bool:
    if script_of(one.token.text) != script_of(other.token.text):
        return False
    return one.role in ("first", "given", "father") and other.role in ("given", "father", "surname")


def _glued(one: Unit, other: Unit) -> Unit:
    token = other.token
    text = one.token.text + token.text
    root = one.token.text + token.root if token.root else ""
    joined = Token(text, token.role, root, token.gender, shown=f"{one.token.shown} {token.shown}")
    role = "first" if one.role == "first" and token.role is not Role.SURNAME else other.role
    shown = Shown(one.shown.must | other.shown.must, one.shown.covers | other.shown.covers, 0)
    return Unit(joined, one.orthography, one.start, other.end, role, _in_role(shown, role))


@cache
def _bits(name: str) -> int:
    """Two of 64 bits for a name: two units share one when both meet."""
    told = zlib.crc32(name.encode())
    return 1 << told % 32 | 1 << 32 + (told // 32) % 32
