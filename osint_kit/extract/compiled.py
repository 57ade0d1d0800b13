"""Selectors made ready for one set of profiles: patterns behind a gate, terms in an automaton, signs of a country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import daachorse
import numpy as np
import re2
from numpy.typing import NDArray

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.names import romanise, tokens
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import alphabet, fold, fold_pattern
from osint_kit.knowledge.text.folding import decoded, encoded

_MEMORY = 1 << 28
"""Bytes that one automaton may take; RE2 builds it state by state, as texts ask for it."""

_MARK = 0x02
"""Stands before every word where terms are looked for, so that none is found inside a word."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of a member.

    Attributes:
        remembered: string and value of a term → what the check says of it, for members that look at nothing else.
    """

    member: str
    selector: Selector
    name: str
    pattern: Any
    remembered: Callable[[str, str], tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """The rules that read one form of the text, and the gate that tells which of them can match at all."""

    prepare: Callable[[str], str] | None
    gate: Any
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases, and what each stands for."""

    automaton: Any
    entries: tuple[Any, ...]

    def find(self, lower: str) -> NDArray[np.int64]:
        """Rows of start, end and number of the entry, for each term that begins where a word begins."""
        if self.automaton is None:
            return np.empty((0, 3), dtype=np.int64)
        marked, marks = _marked(encoded(lower))
        found = np.array(self.automaton.find_overlapping(decoded(marked)), dtype=np.int64).reshape(-1, 3)
        found[:, 0] -= np.searchsorted(marks, found[:, 0])
        found[:, 1] -= np.searchsorted(marks, found[:, 1] - 1)
        return found


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything that is looked for with one set of profiles.

    Attributes:
        terms: entries are pairs of rule and value.
        homes: entries are numbers of profiles; what is found tells where a text speaks from.
        placed: which entries of `homes` are places, not calling codes.
        confirming: members with a second look, and the kinds that are theirs.
        kinds: these alone are told; all where empty.
        spoken: profiles by language, the likeliest country first.
    """

    profiles: tuple[Profile, ...]
    views: tuple[View, ...]
    terms: Lexicon
    homes: Lexicon
    placed: NDArray[np.bool_]
    places: frozenset[str]
    confirming: tuple[tuple[Selector, frozenset[str]], ...]
    spoken: Mapping[str, tuple[Profile, ...]]
    kinds: frozenset[str]


@lru_cache(maxsize=16)
def compiled(profiles: tuple[Profile, ...], kinds: frozenset[str] = frozenset()) -> Finder:
    """Compile all members for these profiles, or those alone that find one of some kinds.

    Fictional states come first, for they are the narrower plan.
    """
    ordered = tuple(sorted(profiles, key=lambda each: not each.fictional))
    chosen = {
        name: selector
        for name, selector in selectors.items()
        if not kinds or not kinds.isdisjoint(_kinds(name, selector))
    }
    homes, placed = _homes(ordered)
    return Finder(
        ordered,
        _views(chosen, ordered),
        _terms(chosen, ordered),
        homes,
        placed,
        frozenset(
            romanise(word).replace("'", "") for each in ordered for place in each.places for word in tokens(place)
        ),
        tuple((each, _kinds(name, each)) for name, each in chosen.items() if each.confirm is not None),
        {code: _speaking(code, profiles) for each in profiles for code in each.languages},
        kinds,
    )


def _speaking(language: str, profiles: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """Countries of a language, by its place among theirs; fictional states come first where they are named first."""
    own = profiles[0].fictional
    found = (each for each in profiles if language in each.languages)
    return tuple(sorted(found, key=lambda each: (own and not each.fictional, each.languages.index(language))))


def lowered(text: str) -> str:
    """Lower case, character for character; the one capital whose small form has two, of Turkish, stays as it is."""
    return "İ".join(part.lower() for part in text.split("İ"))


def compile_pattern(pattern: str) -> Any:
    """A pattern over UTF-8; groups are for reading only, since nobody asks what they hold.

    Raises:
        re2.error: not in RE2's syntax.
    """
    return re2.compile(pattern, _options())


def _options() -> Any:
    options = re2.Options()
    options.never_capture = True
    options.max_mem = _MEMORY
    options.log_errors = False
    return options


def _kinds(name: str, selector: Selector) -> frozenset[str]:
    return frozenset(selector.kinds or (name,))


def _views(chosen: Mapping[str, Selector], profiles: tuple[Profile, ...]) -> tuple[View, ...]:
    by_form: dict[Callable[[str], str] | None, list[Rule]] = {}
    gates: dict[Callable[[str], str] | None, Any] = {}
    for member, selector in chosen.items():
        form = selector.prepare
        for name, pattern in _patterns(selector, profiles).items():
            written = fold_pattern(pattern)
            by_form.setdefault(form, []).append(_rule(member, selector, name, compile_pattern(written), profiles))
            gates.setdefault(form, re2.Set.SearchSet(_options())).Add(written)
    for gate in gates.values():
        gate.Compile()
    return tuple(View(form, gates[form], tuple(rules)) for form, rules in by_form.items())


def _rule(member: str, selector: Selector, name: str, pattern: Any, profiles: tuple[Profile, ...]) -> Rule:
    @lru_cache(maxsize=1 << 16)
    def remembered(text: str, value: str) -> tuple[Found, ...]:
        scene = Scene(text, "", profiles, lower=lowered(text))
        return tuple(selector.check(Candidate(0, len(text), text, name, value), scene))

    return Rule(member, selector, name, pattern, remembered)


def _patterns(selector: Selector, profiles: tuple[Profile, ...]) -> dict[str, str]:
    patterns = dict(selector.patterns)
    for profile in profiles if selector.per_profile else ():
        assert selector.per_profile is not None
        patterns |= selector.per_profile(profile)
    return patterns


def _terms(chosen: Mapping[str, Selector], profiles: tuple[Profile, ...]) -> Lexicon:
    entries: list[tuple[str, tuple[Rule, str]]] = []
    for member, selector in chosen.items():
        rule = _rule(member, selector, "term", None, profiles)
        for term, value in (selector.terms(profiles) if selector.terms else {}).items():
            entries.append((term, (rule, value)))
    return _lexicon(entries)


def _homes(profiles: tuple[Profile, ...]) -> tuple[Lexicon, NDArray[np.bool_]]:
    codes = [(f"{prefix}{each.calling_code}", number) for number, each in enumerate(profiles) for prefix in ("+", "00")]
    places = [(place, number) for number, each in enumerate(profiles) for place in each.places if place.strip()]
    return _lexicon(codes + places), np.arange(len(codes) + len(places)) >= len(codes)


def _lexicon(entries: list[tuple[str, Any]]) -> Lexicon:
    """Fold, lower and mark all terms at once, a line each: tens of thousands, at every start."""
    if not entries:
        return Lexicon(None, ())
    lower = lowered(fold("\n".join(term.replace("\n", " ") for term, _entry in entries)).text)
    marked = decoded(_marked(encoded(lower))[0]).split("\n")
    assert len(marked) == len(entries)
    kept = [(term, entry) for term, (_term, entry) in zip(marked, entries, strict=True) if term.strip()]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick([term for term, _entry in kept]) if kept else None
    return Lexicon(automaton, tuple(entry for _term, entry in kept))


def _marked(codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The codes with a mark before each word, and the places of the marks."""
    letters = alphabet.letters()[codes]
    opens = np.flatnonzero(letters[1:] & ~letters[:-1]) + 1
    if letters[:1].any():
        opens = np.insert(opens, 0, 0)
    marks = opens + np.arange(opens.size)
    kept = np.ones(codes.size + marks.size, dtype=bool)
    kept[marks] = False
    marked = np.full(kept.size, _MARK, dtype=np.uint32)
    marked[kept] = codes
    return marked, marks
