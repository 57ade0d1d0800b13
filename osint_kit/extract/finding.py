"""Find mentions in texts: candidates of a block, checked text by text, overlaps settled, spans mapped back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from osint_kit.extract import batch
from osint_kit.extract.batch import Block
from osint_kit.extract.compiled import Finder, Rule, compiled
from osint_kit.extract.mention import Mention
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.extract.setting import Seen, Setting
from osint_kit.knowledge.regions import REAL, Profile

BLOCK = 1 << 20
"""Code points that are read at once; a longer text is a block of its own."""

SHORT = 4_000
"""Code points of a text that is worth remembering, and reading together with others."""
_LOOKS = 3

Row = tuple[Rule, int, int, str]
"""A candidate: rule, place in the folded block, value of a term."""


def find(
    text: str,
    *,
    language: str | None = None,
    region: str | None = None,
    profiles: tuple[Profile, ...] = REAL,
    year: int = 0,
) -> tuple[Mention, ...]:
    """Find every mention in a text, in order, without overlaps.

    Args:
        language: ISO 639-1; guessed when not given.
        region: code of the profile whose national numbers the text uses; guessed when not given.
        year: year of days that are written without one; 0 leaves such days out.
    """
    search = _remembered if len(text) <= SHORT else _find
    return search(text, language, region, tuple(profiles), year)


def find_many(
    texts: Iterable[str],
    *,
    language: str | None = None,
    region: str | None = None,
    profiles: tuple[Profile, ...] = REAL,
    year: int = 0,
    kinds: Collection[str] = (),
    size: int = BLOCK,
) -> Iterator[tuple[Mention, ...]]:
    """Find every mention in many texts; what is found in one does not depend on the others, nor on `size`.

    Args:
        kinds: only these, and only their selectors run: what another kind would claim is not taken from them.
        size: code points that are read at once.
    """
    finder = compiled(tuple(profiles), frozenset(kinds))
    for some in _portions(texts, size):
        unique = list(dict.fromkeys(some))
        found = dict(zip(unique, _in_block(finder, unique, language, region, year), strict=True))
        yield from map(found.__getitem__, some)


def considered(
    text: str, *, language: str | None = None, region: str | None = None, profiles: tuple[Profile, ...] = REAL
) -> tuple[Mention, ...]:
    """Everything that the members say of a text, overlaps and what was refused at a second look included, in order."""
    finder = compiled(tuple(profiles))
    block = batch.block([text])
    rows = _rows(finder, block)
    setting = Setting(finder, text, block.folded.text, language, region)
    scene = Seen(setting, 0)
    found = sorted(
        set(_checked(rows.get(0, ()), scene, 0)), key=lambda each: (each.start, -each.rank, each.end, each.rule)
    )
    return tuple(_mention(each, block, 0, setting) for each in found if each.kind)


def settle(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep what outranks its overlaps: by rank, then length, then place; drop what only keeps others away."""
    ordered = sorted(found, key=lambda one: (-one.rank, one.start - one.end, one.start, one.rule, one.kind, one.value))
    if not ordered:
        return ()
    first = min(one.start for one in ordered)
    taken = bytearray(max(one.end for one in ordered) - first)
    kept = []
    for each in ordered:
        start, end = each.start - first, each.end - first
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(each)
    return tuple(sorted((each for each in kept if each.kind), key=lambda one: one.start))


def _find(
    text: str, language: str | None, region: str | None, profiles: tuple[Profile, ...], year: int
) -> tuple[Mention, ...]:
    return next(find_many([text], language=language, region=region, profiles=profiles, year=year))


_remembered = lru_cache(maxsize=8192)(_find)
"""Sites show one item on several pages."""


def _portions(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    portion: list[str] = []
    length = 0
    for text in texts:
        if portion and length + len(text) > size:
            yield portion
            portion, length = [], 0
        portion.append(text)
        length += len(text)
    if portion:
        yield portion


def _in_block(
    finder: Finder, texts: Sequence[str], language: str | None, region: str | None, year: int
) -> list[tuple[Mention, ...]]:
    block = batch.block(texts)
    rows = _rows(finder, block)
    found: list[tuple[Mention, ...]] = [()] * len(texts)
    for number, candidates in rows.items():
        start, end = int(block.starts[number]), int(block.ends[number])
        setting = Setting(finder, texts[number], block.folded.text[start:end], language, region)
        scene = Seen(setting, year)
        kept = _standing(finder, _checked(candidates, scene, start), scene)
        kept = tuple(each for each in kept if each.kind in finder.kinds) if finder.kinds else kept
        found[number] = tuple(_mention(each, block, number, setting) for each in kept)
    return found


def _rows(finder: Finder, block: Block) -> dict[int, list[Row]]:
    """Candidates by the number of the text."""
    rows: dict[int, list[Row]] = {}
    for rule, hits in batch.candidates(finder, block):
        for text, start, end in zip(hits.texts.tolist(), hits.starts.tolist(), hits.ends.tolist(), strict=True):
            rows.setdefault(text, []).append((rule, start, end, ""))
    hits = batch.terms(finder, block)
    assert hits.entries is not None
    columns = (hits.texts.tolist(), hits.starts.tolist(), hits.ends.tolist(), hits.entries.tolist())
    for text, start, end, entry in zip(*columns, strict=True):
        rule, value = finder.terms.entries[entry]
        rows.setdefault(text, []).append((rule, start, end, value))
    return rows


def _checked(rows: Iterable[Row], scene: Scene, origin: int) -> Iterator[Found]:
    text = scene.text
    for rule, first, last, value in rows:
        start, end = first - origin, last - origin
        candidate = Candidate(start, end, text[start:end], rule.name, value)
        if rule.selector.alone:
            for each in rule.remembered(candidate.text, value):
                yield Found(
                    start + each.start, start + each.end, each.kind, each.value, each.score, each.rule, each.rank
                )
        else:
            yield from rule.selector.check(candidate, scene)


def _standing(finder: Finder, found: Iterable[Found], scene: Scene) -> tuple[Found, ...]:
    """What is kept after a second look; what that refuses gives way to what it overlapped."""
    candidates = list(found)
    if not candidates:
        return ()
    kept = settle(candidates)
    for _look in range(_LOOKS):
        refused = _refused(finder, kept, scene)
        if not refused:
            break
        candidates = [each for each in candidates if each not in refused]
        kept = settle(candidates)
    else:
        refused = _refused(finder, kept, scene)
        kept = tuple(each for each in kept if each not in refused)
    return kept


def _refused(finder: Finder, kept: tuple[Found, ...], scene: Scene) -> set[Found]:
    refused: set[Found] = set()
    for selector, kinds in finder.confirming:
        own = [each for each in kept if each.kind in kinds]
        if own:
            assert selector.confirm is not None
            refused |= set(own) - set(selector.confirm(kept, scene))
    return refused


def _mention(each: Found, block: Block, number: int, setting: Setting) -> Mention:
    opens, origin = int(block.starts[number]), int(block.origins[number])
    first, last = block.folded.span(opens + each.start, opens + each.end)
    start, end = first - origin, last - origin
    written = setting.text[start:end]
    return Mention(start, end, each.kind, written, each.value, setting.at(start, end), each.score, each.rule)
