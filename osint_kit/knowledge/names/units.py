"""A token of a name in all the forms under which it may meet another, and how far two tokens are apart."""

from __future__ import annotations

import re
import tomllib
import zlib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from osint_kit.knowledge.names.morphology import ending, names_of
from osint_kit.knowledge.names.morphology import stems as fond_stems
from osint_kit.knowledge.names.parse import Parsed, Role, Token, parse
from osint_kit.knowledge.names.sounds import distance, sounds
from osint_kit.knowledge.names.spelling import Spelling, plain, spelling

FAR = 9.0
_LEAST_IZOFAT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One form of a token: its spelling, its names in the lexicon, and what taking it costs."""

    kind: str
    spelling: Spelling
    names: frozenset[str]
    price: float


class Met(NamedTuple):
    """How far two tokens are apart, by which rule, and whether the lexicon knows them for two names."""

    distance: float
    rule: str
    apart: bool


@cache
def weights() -> dict[str, Any]:
    """What `weights.toml` holds."""
    return tomllib.loads(files("osint_kit.knowledge.names").joinpath("weights.toml").read_text("utf-8"))


@lru_cache(maxsize=262144)
def forms(text: str, root: str, orthography: str, *, inner: bool, first: bool = False) -> tuple[Form, ...]:
    """Forms of a token.

    Args:
        root: of a family name or patronymic; empty otherwise.
        inner: whether another token follows, so that a last -и may be an izofat.
        first: whether it is the given name, so that a last -ӣ is no ending.
    """
    take = weights()["take"]
    told = [("whole", text, 0.0)]
    if root:
        told.append(("root", root, take["root"]))
    else:
        told += [("root", found.root, take["bare_root"]) for found in (ending(text, nisba=True),) if found and not first]
        told += [("fond", each, take["fond"]) for each in fond_stems(text)]
        if inner and len(text) > _LEAST_IZOFAT and text.endswith(("и", "i")):
            told.append(("izofat", text[:-1], take["izofat"]))
    return tuple(
        Form(kind, spelling(each, orthography), _names(each), price) for kind, each, price in told if each
    )


def _names(text: str) -> frozenset[str]:
    return names_of(text) | _short().get(text, frozenset())


@cache
def _short() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("osint_kit.knowledge.names").joinpath("variants.toml").read_text("utf-8"))["names"]
    found: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        words = [plain(word) for word in line.split() if not word.endswith("_")]
        for word in words:
            found.setdefault(word, set()).add(f"={words[0]}")
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1_000_000)
def met(left: tuple[Form, ...], right: tuple[Form, ...]) -> Met:
    """The nearest of the forms of two tokens, each form with each."""
    best = _met(left[0], right[0])
    if best.distance <= weights()["same_word"]:
        return best
    for ours in left:
        for theirs in right:
            found = _met(ours, theirs)
            if found.distance < best.distance:
                best = found
    return best


def _met(ours: Form, theirs: Form) -> Met:
    price = max(ours.price, theirs.price)
    if ours.kind != theirs.kind and "root" in (ours.kind, theirs.kind):
        price = max(price, weights()["take"]["bare_root"])
    one = ours.spelling.text == theirs.spelling.text
    apart = bool(ours.names and theirs.names and not ours.names & theirs.names)
    known = bool(ours.names & theirs.names)
    if one:
        return Met(price, _rule(ours, theirs, "equal"), apart=False)
    far = _far(ours.spelling, theirs.spelling)
    if known:
        limit = weights()["take"]["short"] if far > weights()["same_word"] else 0.0
        told = "short" if limit else "known" if ours.spelling.script == theirs.spelling.script else "known across"
        return Met(price + min(far, limit), _rule(ours, theirs, told), apart=False)
    if apart and far > weights()["known_apart"]:
        return Met(max(far + price, 1.0), "apart", apart=True)
    if far > weights()["same_word"] and not (ours.names and theirs.names):
        swapped = _swapped(ours.spelling, theirs.spelling, far)
        if swapped < far:
            return Met(swapped + price, "slip", apart=False)
    same = ours.spelling.script == theirs.spelling.script
    return Met(far + price, _rule(ours, theirs, "close" if same else "spelt"), apart=False)


def _far(ours: Spelling, theirs: Spelling) -> float:
    strict = ours.orthography == theirs.orthography == "arabic"
    return distance(ours.signs, theirs.signs, arabic=(ours.abjad, theirs.abjad), strict=strict)


_LEAST_SWAP, _MOST_SWAP = 5, 2.2


def _swapped(ours: Spelling, theirs: Spelling, far: float) -> float:
    """How far the words are apart when two neighbouring letters of one changed places by a slip of the pen."""
    signs = ours.signs
    if min(len(signs), len(theirs.signs)) < _LEAST_SWAP or ours.script != theirs.script:
        return far
    if ours.abjad or far > _MOST_SWAP:
        return far
    kinds = (ours.abjad, theirs.abjad)
    turned = (
        (*signs[:at], signs[at + 1], signs[at], *signs[at + 2 :]) for at in range(1, len(signs) - 1)
    )
    return float(weights()["take"]["swapped"]) + min(distance(each, theirs.signs, arabic=kinds) for each in turned)


def _rule(ours: Form, theirs: Form, plain_rule: str) -> str:
    kinds = {ours.kind, theirs.kind}
    for kind in ("root", "fond", "izofat"):
        if kind in kinds:
            return kind
    return plain_rule


_ALEF = re.compile("[آأإٱ]")


@lru_cache(maxsize=65536)
def opens(initial: str, word: str) -> bool:
    """Whether a word may begin with an initial, in any two scripts.

    >>> opens("ш", "shuhrat"), opens("s", "shuhrat"), opens("ф", "فرخ")
    (True, False, True)
    """
    ours, theirs = spelling(initial), spelling(word)
    if ours.orthography == theirs.orthography == "arabic":
        return _ALEF.sub("ا", initial[:1]) == _ALEF.sub("ا", word[:1])
    if ours.text == theirs.text[: len(ours.text)] and ours.text:
        return not _digraph(ours.text, theirs.text)
    one, other = _first(ours), _first(theirs)
    if one is None or other is None:
        return False
    return sounds().cost[one, other] < weights()["same_word"]


def _digraph(initial: str, word: str) -> bool:
    return len(initial) == 1 and word[:2] in ("sh", "ch", "zh", "kh", "gh") and initial in "sc"


def _first(word: Spelling) -> int | None:
    free = sounds().gaps[0]
    return next((sign for sign in word.signs if free[sign] > 0.03 or len(word.signs) == 1), None)  # noqa: PLR2004 - a sign that must be shown


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
    role: sum(bit for other, bit in _ROLE_BITS.items() if other in _MEETS[role] or other == "initial") for role in _ORDER
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
    glued = [_glued(one, other) for one, other in zip(single, single[1:], strict=False) if _glue(one, other)]
    return Read(tuple(single), (*glued, *_with_before(single, parsed)), parsed.firm)


def _with_before(single: list[Unit], parsed: Parsed) -> list[Unit]:
    """Words behind a title or a connecting word that may be half of them: Sayid Mansur, bin Ali."""
    found = []
    rest = list(single)
    for before, token in zip(parsed.tokens, parsed.tokens[1:], strict=False):
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
    return one.role in ("first", "given", "father") and other.role in ("given", "father", "surname")


def _glued(one: Unit, other: Unit) -> Unit:
    token = other.token
    text = one.token.text + token.text
    root = one.token.text + token.root if token.root else ""
    joined = Token(text, token.role, root, token.gender, shown=f"{one.token.shown} {token.shown}")
    role = "first" if one.role == "first" else other.role
    shown = Shown(one.shown.must | other.shown.must, one.shown.covers | other.shown.covers, 0)
    return Unit(joined, one.orthography, one.start, other.end, role, _in_role(shown, role))


@cache
def _bits(name: str) -> int:
    """Two of 64 bits for a name: two units share one when both meet."""
    told = zlib.crc32(name.encode())
    return 1 << told % 32 | 1 << 32 + (told // 32) % 32
