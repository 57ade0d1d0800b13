"""Engine of places and crossings: whether the words around a name make it the name of a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.names import is_given, is_patronymic, is_surname
from osint_kit.knowledge.places import Level, Spelling, cue, is_common, spellings, spelt, stem, within

_CASED = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ]")
_SIGN = r"[ ]?(?:->|[-←→➡⇒⟶>/+✈🚕🚖🚌🚐🚗🚢⛵🚤🛥🚶👣]|\.\.+)+[ ]?"
_LIST = r"[ ]?,[ ]?|[ ](?:до|то|ба|и|ва|to|and|va|hamda|تا|به|و|الی|او|اور|سے|بۆ|نه)[ ]"
_BEFORE = re.compile(rf"([^\W\d_][^\W\d_'-]*(?:'[^\W\d_]+)*)({_SIGN}|{_LIST})$")
_AFTER = re.compile(rf"^({_SIGN}|{_LIST})([^\W\d_]+(?:'[^\W\d_]+)*)")
_ON_ROUTE = re.compile(rf"^(?:{_SIGN})$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[-'][^\W\d_]+)*)\.?[ ]?[\"«“„(]?$")
_WORD_AFTER = re.compile(r"^[\"»”)]?[ ]([^\W\d_]+(?:[-'][^\W\d_]+)*)")
_ADDRESS = re.compile(r"[@_\\=<]$|[^\W\d_]\.$|//$")
_LOCAL = re.compile(r"^(?:da|dan|ga|gacha|dagi|ta|tan|qa|ka|да|дан|га|гача|даги|та|тан|қа|ка|دا|ەوە)")
_STAY = re.compile(r"^(?:da|dagi|да|даги)$")
_MONEY_AFTER = re.compile(
    r"^'?[^\W\d_]{0,5}[ ](?:доллар|долл|рубл|сум|сўм|doll[ao]r|rubl|so'm|som\b|دلار|دالر|ډالر|ڈالر)"
)
_MONEY_BEFORE = re.compile(
    r"(?:доллар\w*|долл\.?|dollars?|دالر|دلار|ریال|دینار|درهم|لیره|روپیه|روپۍ|روپی|پوند|ڕیال|دیناری)[ ]$"
)
_WELL_KNOWN, _KNOWN = 1_000_000, 15_000
_LARGE = 100_000
_SHORTEST_LOWER = 4
_OFFICE = re.compile(r"(?<![^\W\d_])(?!КПП|МАПП|МДП|ДАПП)[А-ЯЁ]{2,5} ?[\"«“„]$")
"""An authority or a firm in capitals that is called after a place (`ОВД «…»`)."""
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ая|ой|ую|ое|ие|их)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A place named in a text.

    Attributes:
        end: where the name ends.
        spelling: how the gazetteer spells it.
        certain: whether nothing but a place can be meant, a person neither.
    """

    end: int
    spelling: Spelling
    certain: bool


def named(start: int, end: int, scene: Scene) -> Named | None:
    """The place that a stem in the text names with the letters that follow it; None if it names none there.

    Args:
        start: where the stem begins.
        end: where it ends; inflection and glued endings may follow.
    """
    found = form(start, end, scene)
    if found is None or _part_of_more(start, found[0], scene):
        return None
    return _standing(start, *found, scene)


def form(start: int, end: int, scene: Scene) -> tuple[int, Spelling] | None:
    """End and spelling of the surest reading of a stem and the letters that follow, wherever it stands."""
    rest = scene.rest(end)
    for each in spellings(scene.lower[start:end]):
        inside = within(each.form, rest, scene.language)
        if inside >= 0:
            return end + inside, each
    return None


def told(start: int, written: str, scene: Scene) -> int:
    """Where the name of a place of a profile ends; 0 if what follows its stem makes another word of it.

    Args:
        written: the whole name, lower case, which begins at `start`, inflected or not.
    """
    whole = stem(written)
    first = start + len(whole.text)
    inside = within(whole, scene.rest(first), scene.language)
    end = first + inside
    if inside < 0 or _part_of_more(start, end, scene) or _surname(start, scene.rest(start + len(written)), scene):
        return 0
    return end


def _part_of_more(start: int, end: int, scene: Scene) -> bool:
    """Whether an address, a longer Uzbek word, or a sum of money goes on beside the name."""
    if _ADDRESS.search(scene.lower[max(0, start - 2) : start]):
        return True
    after = scene.after(end, 16)
    if after[:1] in ("@", "<") or (after[:1] == "'" and after[1:2].isalpha() and scene.lower[end - 1] in "og"):
        return True
    return bool(_MONEY_AFTER.match(after) or _MONEY_BEFORE.search(scene.before(start, 12)))


def _surname(start: int, rest: str, scene: Scene) -> bool:
    """Whether a given name before and -i after make a surname of the name of a place."""
    word = _WORD_BEFORE.search(scene.text[max(0, start - 24) : start])
    return rest in ("и", "ӣ", "i", "iy") and word is not None and word.group(1)[0].isupper() and is_given(word.group(1))


def _standing(start: int, end: int, spelling: Spelling, scene: Scene) -> Named | None:
    """The place if the name stands as the name of one: by script and case, and by what is beside it."""
    name = scene.text[start:end]
    if not _CASED.match(name):
        return _without_capitals(start, end, spelling, scene)
    if name[0].islower():
        stands = _stands_small(start, end, spelling, scene)
        return Named(end, spelling, certain=spelling.level is Level.SURE) if stands else None
    if _OFFICE.search(scene.before(start, 9)):
        return None
    if announced(start, end, scene, strictly=True):
        return Named(end, spelling, certain=True)
    if _personal(name, spelling) or (spelling.level is Level.WEAK and not announced(start, end, scene)):
        return None
    certain = spelling.level is Level.SURE and (bool(_LOCAL.match(scene.rest(end))) or not _after_given(start, scene))
    return Named(end, spelling, certain=certain)


def _without_capitals(start: int, end: int, spelling: Spelling, scene: Scene) -> Named | None:
    """Arabic script: a sure name as it is; another, or one with an ending, where something announces it."""
    glued = bool(scene.rest(end)) and scene.language != "ckb"
    if is_common(scene.lower[start:end], scene.language):
        return Named(end, spelling, certain=True) if _beside(start, end, scene, strictly=True) else None
    sure = spelling.level is Level.SURE
    if sure and not glued:
        return Named(end, spelling, certain=True)
    if (sure or not glued) and announced(start, end, scene):
        return Named(end, spelling, certain=True)
    return None


def _stands_small(start: int, end: int, spelling: Spelling, scene: Scene) -> bool:
    """Whether a name without its capital is one: a well known one of some length, or one on a route."""
    place, size = spelling.place, end - start
    if size < _SHORTEST_LOWER or spelling.level is Level.WEAK:
        return size > 1 and _beside(start, end, scene, strictly=True)
    if scene.rest(end) and (scene.language not in ("uz", "tg") or size <= _SHORTEST_LOWER):
        return False
    if spelling.level is Level.SURE and (place.kind != "town" or place.people >= _LARGE):
        return not _ADJECTIVE.search(scene.lower[start:end])
    return announced(start, end, scene, strictly=True)


def _after_given(start: int, scene: Scene) -> bool:
    word = _WORD_BEFORE.search(scene.text[max(0, start - 24) : start])
    return word is not None and word.group(1)[0].isupper() and is_given(word.group(1))


@lru_cache(maxsize=16384)
def _personal(name: str, spelling: Spelling) -> bool:
    """Whether the name may be a person's as well."""
    place = spelling.place
    if spelling.level is not Level.WEAK and (
        place.kind in ("country", "capital", "area") or place.people >= _WELL_KNOWN
    ):
        return False
    if " " in name:
        return False
    word = name.partition("-")[0]
    return is_given(word) or is_patronymic(word) or (spelling.level is not Level.SURE and is_surname(word))


def announced(start: int, end: int, scene: Scene, *, strictly: bool = False) -> bool:
    """Whether a preposition, a word for a place, or another place beside it says that a place is named here.

    Args:
        strictly: not by words beside which a person may stand as well.
    """
    word = _WORD_BEFORE.search(scene.before(start, 24))
    if word:
        before = word.group(1)
        if before in _into() or before in _nouns() or (not strictly and before in _loosely()):
            return True
    rest = scene.rest(end)
    if not rest:
        follows = _WORD_AFTER.match(scene.after(end, 24))
        if follows and follows.group(1) in _follows() and not (strictly and "\u0600" <= follows.group(1)[0] <= "ۿ"):
            return True
    if (_STAY if strictly else _LOCAL).match(rest):
        return True
    return _beside(start, end, scene, strictly=strictly)


def _beside(start: int, end: int, scene: Scene, *, strictly: bool) -> bool:
    """Whether another place stands beside the name, joined to it as on a route or in a list."""
    past = end + len(scene.rest(end))
    before, after = _BEFORE.search(scene.before(start, 28)), _AFTER.match(scene.after(past, 28))
    pairs = [(before.group(1), before.group(2))] if before else []
    pairs += [(after.group(2), after.group(1))] if after else []
    for word, joint in pairs:
        neighbour = spelt(word)
        if neighbour is None:
            continue
        if neighbour.level is Level.SURE or (neighbour.level is Level.NAMED and not strictly):
            return True
        known = neighbour.place.people >= _KNOWN or not _CASED.match(word)
        if _ON_ROUTE.match(joint) and known:
            return True
    return False


@lru_cache(maxsize=1)
def _into() -> frozenset[str]:
    return frozenset(cue("into"))


@lru_cache(maxsize=1)
def _loosely() -> frozenset[str]:
    return frozenset(cue("perhaps"))


@lru_cache(maxsize=1)
def _follows() -> frozenset[str]:
    return frozenset(cue("follows"))


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    tables = [
        ("before", "cyrillic"),
        ("before", "latin"),
        *(("noun", each) for each in ("fa", "ps", "ur", "ar", "ckb")),
    ]
    return frozenset(word for path in tables for word in cue(*path))
