"""Engine of the selectors over many texts: one block is folded once, each pattern runs over the texts it can match.

Texts of a block stand between separators that no pattern crosses, so that what is found in a text never depends on
its neighbours. Patterns run on UTF-8; places are mapped to code points, and those to the originals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Block:
    """Some texts, folded together.

    Attributes:
        starts, ends: where each text stands in the folded text.
        origins: where each text begins among the originals, joined.
    """

    folded: Folded
    codes: NDArray[np.uint32]
    starts: Places
    ends: Places
    origins: Places

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case."""
        return lowered(self.folded.text)

    @cached_property
    def alnum(self) -> NDArray[np.int8]:
        """Letters and digits: 1, of Arabic and other scripts 2, else 0; two more for the places before and after."""
        classes = alphabet.classes()[self.codes]
        other = (classes & alphabet.OTHER) > 0
        return np.append(np.where((classes & alphabet.ALNUM) > 0, 1 + other, 0), [0, 0]).astype(np.int8)


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
        codes,
        np.concatenate(([0], separators + 2)),
        np.concatenate((separators - 1, [codes.size])),
        np.cumsum(lengths + _GAP) - lengths - _GAP,
    )


def candidates(finder: Finder, block: Block) -> Iterator[tuple[Rule, Hits]]:
    """Everywhere that a pattern matches."""
    for view in finder.views:
        yield from _seen(view, block)


def terms(finder: Finder, block: Block) -> Hits:
    """Everywhere that a term stands; entries are numbers in `finder.terms`."""
    found = finder.terms.find(block.lower)
    return _placed(block, found[:, 0], found[:, 1], found[:, 2])


def _seen(view: View, block: Block) -> Iterator[tuple[Rule, Hits]]:
    text = block.folded.text if view.prepare is None else view.prepare(block.folded.text)
    data = text.encode()
    separators = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _SEPARATOR)
    starts, ends = np.concatenate(([0], separators + 2)), np.concatenate((separators - 1, [len(data)]))
    opened = _opened(view, data, starts.tolist(), ends.tolist())
    for rule, passed in zip(view.rules, opened, strict=True):
        if passed:
            hits = _matched(rule.pattern, data, np.stack((starts, ends)), np.array(passed), block)
            yield rule, _whole(hits, block) if rule.selector.whole_words else hits


def _opened(view: View, data: bytes, starts: list[int], ends: list[int]) -> list[list[int]]:
    """For each rule, the texts that it can match in."""
    opened: list[list[int]] = [[] for _rule in view.rules]
    match = view.gate.Match
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for rule in match(data[start:end]) or ():
            opened[rule].append(number)
    return opened


def _matched(pattern: Any, data: bytes, bounds: Places, passed: Places, block: Block) -> Hits:
    """What a pattern matches in some of the texts, in code points.

    Args:
        bounds: two rows, where each text begins and ends in the data.
        passed: numbers of the texts.
    """
    starts, ends = bounds
    whole = len(passed) > _MOST * len(starts)
    texts = np.arange(len(starts)) if whole else passed
    spans = zip(starts[texts].tolist(), ends[texts].tolist(), strict=True)
    joined = data if whole else _BYTES_BETWEEN.join([data[start:end] for start, end in spans])
    found = np.array([match.span() for match in pattern.finditer(joined)], dtype=np.int64).reshape(-1, 2)
    if not found.size:
        return Hits(found[:, 0], found[:, 0], found[:, 0])
    lengths = ends[texts] - starts[texts]
    shown = np.cumsum(lengths + _GAP) - lengths - _GAP
    group = np.searchsorted(shown, found[:, 0], side="right") - 1
    letters = np.flatnonzero((np.frombuffer(joined, dtype=np.uint8) & 0xC0) != 0x80)  # noqa: PLR2004 - opens a character
    moved = block.starts[texts][group] - np.searchsorted(letters, shown[group])
    return _placed(
        block, np.searchsorted(letters, found[:, 0]) + moved, np.searchsorted(letters, found[:, 1]) + moved, None
    )


def _placed(block: Block, starts: Places, ends: Places, entries: Places | None) -> Hits:
    """Put matches to their texts; line ends of the separator are taken off, and empty ones left out."""
    texts = np.searchsorted(block.starts, starts, side="right") - 1
    ends = np.minimum(ends, block.ends[texts])
    kept = starts < ends
    return Hits(texts[kept], starts[kept], ends[kept], None if entries is None else entries[kept])


def _whole(hits: Hits, block: Block) -> Hits:
    """Leave out what begins or ends within a word; a word ends where Latin or digits meet Arabic script."""
    opens, closes = block.alnum[hits.starts], block.alnum[hits.ends - 1]
    before, after = block.alnum[hits.starts - 1], block.alnum[hits.ends]
    inside = ((opens > 0) & (before == opens)) | ((closes > 0) & (after == closes))
    return Hits(hits.texts[~inside], hits.starts[~inside], hits.ends[~inside])
