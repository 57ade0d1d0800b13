"""Engine of the selectors over many texts: one block is folded once, each pattern runs over the texts it can match.

Texts of a block stand between separators that no pattern crosses, so that what is found in a text never depends on
its neighbours. Patterns run on UTF-8; places are mapped to code points, and those to the originals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osint_kit.extract.compiled import Finder, Rule, View, lowered
from osint_kit.knowledge.text import Folded, alphabet, fold
from osint_kit.knowledge.text.folding import encoded

BETWEEN = "\n\x1e\n"
_SEPARATOR, _GAP = 0x1E, len(BETWEEN)
_BYTES_BETWEEN = BETWEEN.encode()
_MOST = 0.7
"""Share of the texts from which on a pattern runs over the whole block."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """Some texts, folded together.

    Attributes:
        starts, ends: where each text stands in the folded text.
        origins: where each text begins among the originals, joined.
        alnum: which characters are letters or digits.
    """

    folded: Folded
    lower: str
    starts: Places
    ends: Places
    origins: Places
    alnum: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hits:
    """Matches of one rule in order, or terms: number of the text, place in the folded text."""

    texts: Places
    starts: Places
    ends: Places
    entries: Places | None = None


def block(texts: Sequence[str]) -> Block:
    """Fold texts together."""
    joined = BETWEEN.join(texts)
    if joined.count("\x1e") >= len(texts):
        joined = BETWEEN.join(text.replace("\x1e", " ") for text in texts)
    folded = fold(joined)
    codes = encoded(folded.text)
    separators = np.flatnonzero(codes == _SEPARATOR)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    return Block(
        folded,
        lowered(folded.text),
        np.concatenate(([0], separators + 2)),
        np.concatenate((separators - 1, [codes.size])),
        np.cumsum(lengths + _GAP) - lengths - _GAP,
        (alphabet.classes()[codes] & alphabet.ALNUM) > 0,
    )


def candidates(finder: Finder, block: Block) -> Iterator[tuple[Rule, Hits]]:
    """Everywhere that a pattern matches."""
    for view in finder.views:
        yield from _seen(view, block)


def terms(finder: Finder, block: Block) -> Hits:
    """Everywhere that a term stands; entries are numbers in `finder.terms`."""
    found = finder.terms.find(block.lower)
    return _placed(block, found[:, 0], found[:, 1], found[:, 2])


def homes(finder: Finder, block: Block) -> Hits:
    """Everywhere that a country shows; entries are numbers in `finder.homes`."""
    found = finder.homes.find(block.lower)
    return _placed(block, found[:, 0], found[:, 1], found[:, 2])


def _seen(view: View, block: Block) -> Iterator[tuple[Rule, Hits]]:
    text = block.folded.text if view.prepare is None else view.prepare(block.folded.text)
    data = text.encode()
    places = _byte_places(text, data)
    starts, ends = places[block.starts], places[block.ends]
    opened = _opened(view, data, starts.tolist(), ends.tolist())
    for number, rule in enumerate(view.rules):
        passed = opened[number]
        if not passed:
            continue
        if len(passed) > _MOST * len(starts):
            spans = _spans(rule.pattern, data)
        else:
            spans = _grouped(rule.pattern, data, starts[passed], ends[passed])
        first, last = np.searchsorted(places, spans[:, 0]), np.searchsorted(places, spans[:, 1])
        hits = _placed(block, first, last, None)
        yield rule, _whole(hits, block) if rule.selector.whole_words else hits


def _opened(view: View, data: bytes, starts: list[int], ends: list[int]) -> list[list[int]]:
    """For each rule, the texts that it can match in."""
    opened: list[list[int]] = [[] for _rule in view.rules]
    match = view.gate.Match
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for rule in match(data[start:end]) or ():
            opened[rule].append(number)
    return opened


def _grouped(pattern: Any, data: bytes, starts: Places, ends: Places) -> Places:
    """Spans in the data of what a pattern matches in some stretches of it."""
    lengths = ends - starts
    shown = np.cumsum(lengths + _GAP) - lengths - _GAP
    joined = _BYTES_BETWEEN.join([data[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)])
    spans = _spans(pattern, joined)
    group = np.searchsorted(shown, spans[:, 0], side="right") - 1
    moved: Places = spans + (starts - shown)[group][:, None]
    return moved


def _spans(pattern: Any, data: bytes) -> Places:
    return np.array([match.span() for match in pattern.finditer(data)], dtype=np.int64).reshape(-1, 2)


def _byte_places(text: str, data: bytes) -> Places:
    """Byte at which each character begins; the length of the data comes last."""
    if len(text) == len(data):
        return np.arange(len(data) + 1, dtype=np.int64)
    opens = (np.frombuffer(data, dtype=np.uint8) & 0xC0) != 0x80  # noqa: PLR2004 - bytes that continue a character
    return np.append(np.flatnonzero(opens), len(data))


def _placed(block: Block, starts: Places, ends: Places, entries: Places | None) -> Hits:
    """Put matches to their texts; line ends of the separator are taken off, and empty ones left out."""
    texts = np.searchsorted(block.starts, starts, side="right") - 1
    ends = np.minimum(ends, block.ends[texts])
    kept = starts < ends
    return Hits(texts[kept], starts[kept], ends[kept], None if entries is None else entries[kept])


def _whole(hits: Hits, block: Block) -> Hits:
    """Leave out what begins or ends within a word."""
    alnum = np.append(block.alnum, [False, False])  # seen from the first place and from the last
    inside = (alnum[hits.starts - 1] & alnum[hits.starts]) | (alnum[hits.ends] & alnum[hits.ends - 1])
    return Hits(hits.texts[~inside], hits.starts[~inside], hits.ends[~inside])
