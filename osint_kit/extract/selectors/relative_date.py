"""Days told from today: tomorrow, in three days, next Friday."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from osint_kit.extract.phrasing import Lexicon, roles, stands, window
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge import calendars, currencies
from osint_kit.knowledge.regions import Profile

# Roles: R a day by itself, i "in", a "ago" and "later", # number, u unit, U unit that needs no number, A adjective
# before, B adjective after, Q what is said on both sides, w day of the week, t part of a day, T unit
# that is one.
_USES = {
    "part": "t",
    "after": "a",
    "before": "i",
    "spans": "u",
    "unit": "u",
    "adjective_after": "B",
    "adjective_before": "A",
    "weekday": "w",
}
_SHAPE = re.compile(r"R[tT]?|[iQ]#[uT]|#[uT][aBQ]|[iQ][uT](?=[^#]|$)|A[uTw]|[uTw][BQ]")
_DIGITS = re.compile(r"[0-9]+")


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The stretch of which the candidate is a part."""
    if not stands(_lexicon(), scene.rest(candidate.end)):
        return
    first, last = window(scene.lower, candidate.start, candidate.end, width=30)
    place = candidate.start - first
    for start, end, only in _spans(scene.lower[first:last]):
        if start <= place < end and (not only or scene.language in only):
            yield Found(first + start, first + end, "relative_date", "", 0.9, "relative", 60)


@lru_cache(maxsize=4096)
def _spans(line: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    pieces = _lexicon().pieces(line, 0, len(line))
    found = []
    for match in _SHAPE.finditer(roles(pieces)):
        chosen = pieces[match.start() : match.end()]
        following = pieces[match.end()].role if match.end() < len(pieces) else ""
        if chosen[0].value and following == "#" and not line[chosen[-1].end :].startswith(" سی "):  # "since", folded
            continue
        if chosen[0].role in "iQ" and len(chosen) == 2 and chosen[1].value != "alone":  # noqa: PLR2004 - "in a week"
            continue
        only = chosen[0].value if isinstance(chosen[0].value, frozenset) else frozenset()
        found.append((chosen[0].start, chosen[-1].end, only))
    return tuple(found)


@cache
def _lexicon() -> Lexicon:
    words = calendars.relative()
    phrases: dict[str, tuple[str, object]] = {
        key: ("#", None) for key, term in currencies.terms().items() if term.does in ("add", "fixed", "shift")
    }
    for use, role in _USES.items():
        phrases |= dict.fromkeys(words.uses[use], (role, None))
    phrases |= dict.fromkeys(words.uses["before"] & (words.uses["after"] | words.uses["adjective_after"]), ("Q", None))
    phrases |= {key: (phrases.get(key, ("u",))[0], "alone") for key in words.uses["alone"]}
    phrases |= {key: ("R", only) for key, only in words.words.items()}
    phrases |= dict.fromkeys(words.uses["unit"] & words.uses["part"], ("T", None))
    phrases |= dict.fromkeys(words.uses["never"], ("x", None))
    endings = frozenset(calendars.words()["endings"])
    return Lexicon(phrases, _number, {}, endings)


def _number(text: str, place: int) -> tuple[int, str, object]:
    match = _DIGITS.match(text, place)
    assert match is not None
    return match.end(), "#" if match.end() - place < 3 else "N", None  # noqa: PLR2004 - days to come have two digits


def _terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    words = calendars.relative()
    moved = ("after", "before", "adjective_before", "adjective_after")
    keys = (*words.words, *(key for use in moved for key in sorted(words.uses[use])))
    return dict.fromkeys(calendars.variants(keys), "")


selectors.add(__name__, Selector({}, check, terms=_terms))
