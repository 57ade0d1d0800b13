"""The check of estimative language: likelihood and confidence kept apart, one row of one scale, no false certainty.

Words in quotation marks and addresses are somebody else's and are not checked. The words are data (`terms/`), in
English, Russian and Tajik; the last two are the project's own translation, which no speaker has reviewed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from osint_kit.knowledge.doctrine.figures import percentages
from osint_kit.knowledge.doctrine.sentences import sentences
from osint_kit.knowledge.doctrine.words import Hit, Lexicon, abbreviations, codes, fold, lexicons
from osint_kit.messages import _

REACH = 80
"""Characters on either side of a figure in which its term is looked for."""
NEAR_LEVEL = 3
"""Words that may stand between a level and the word confidence."""
ELSEWHERE = re.compile(
    r"«[^«»\n]{0,400}»|“[^“”\n]{0,400}”|„[^„“\n]{0,400}“|(?<!\w)\"[^\"\n]{0,400}\"(?!\w)|\b[a-z][a-z0-9+.-]{1,12}://\S+|(?<!\w)[@#]\w+",
    re.IGNORECASE,
)
"""What is not the author's own: quotations, addresses, handles."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `text[start:end] == found`; `line` counts from 1; `rule` is the end of a record's id in set LINT."""

    line: int
    start: int
    end: int
    found: str
    rule: str
    advice: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was found in it; `masked` is as long as `text`."""

    text: str
    masked: str
    hits: tuple[Hit, ...]
    sentences: tuple[tuple[int, int], ...]

    def likelihoods(self) -> tuple[Hit, ...]:
        """Terms of either scale."""
        return tuple(hit for hit in self.hits if hit.kind == "likelihood")

    def within(self, start: int, end: int) -> tuple[Hit, ...]:
        """What stands in a stretch."""
        first = bisect_left(self.hits, start, key=lambda hit: hit.start)
        last = bisect_left(self.hits, end, lo=first, key=lambda hit: hit.start)
        return self.hits[first:last]


Spot = tuple[int, int, str]
"""Start, end, advice."""


def check(text: str) -> tuple[Fault, ...]:
    """Find what an assessment must not say, in order.

    >>> [(fault.line, fault.found, fault.rule) for fault in check("It is likely (30 %).")]
    [(1, '30 %', 'percent')]
    >>> check("It is very likely that one group runs both routes. Confidence is moderate.")
    ()
    """
    read = _read(text)
    found = {(start, end, rule): advice for rule, look in _RULES for start, end, advice in look(read)}
    breaks = [match.start() for match in re.finditer("\n", text)]
    return tuple(
        Fault(bisect_left(breaks, start) + 1, start, end, text[start:end], rule, advice)
        for (start, end, rule), advice in sorted(found.items())
    )


def _read(text: str) -> Reading:
    masked = ELSEWHERE.sub(lambda match: re.sub(r"\w", "·", match.group()), text)
    folded = fold(masked)
    hits = [*codes(masked), *(hit for lexicon in lexicons() for hit in _meant(lexicon, folded, masked))]
    hits.sort(key=lambda hit: (hit.start, hit.end, hit.kind))
    return Reading(text, masked, tuple(hits), tuple(sentences(masked, abbreviations())))


def _meant(lexicon: Lexicon, folded: str, text: str) -> Iterator[Hit]:
    """What a lexicon finds, without the month of May and words that a "not" turns around."""
    for hit in lexicon.hits(folded):
        if hit.kind == "ignore" or text[hit.start : hit.end] == "May":
            continue
        before, after = _neighbours(text, hit.start, hit.end)
        denied = before in lexicon.lists["not_before"] or after in lexicon.lists["not_after"]
        if hit.kind != "certainty" or not denied:
            yield hit


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    before = re.search(r"([\w']+)\W*$", text[max(0, start - 30) : start])
    after = re.match(r"\W*([\w']+)", text[end : end + 30])
    return (before[1].casefold() if before else ""), (after[1].casefold() if after else "")


def _scale(hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Terms that only ICD 203 has, and terms that only PHIA has."""
    listed = list(hits)
    return [hit for hit in listed if hit.icd and not hit.phia], [hit for hit in listed if hit.phia and not hit.icd]


def _scales(read: Reading) -> Iterator[Spot]:
    icd, phia = _scale(read.likelihoods())
    if icd and phia:
        for hit in min(phia, icd, key=len):
            yield hit.start, hit.end, _("one text, one scale: the same word has another band in ICD 203 and in PHIA")


def _rows(read: Reading) -> Iterator[Spot]:
    icd, phia = _scale(read.likelihoods())
    if (phia and not icd) or any(hit.kind == "disclaimer" for hit in read.hits):
        return
    for language in sorted({hit.language for hit in read.hits}):
        rows = [hit for hit in read.likelihoods() if hit.language == language and hit.row]
        count = Counter(hit.row for hit in rows)
        if len(count) > 1:
            fewer = 1 if count[1] < count[2] else 2
            for hit in rows:
                if hit.row == fewer:
                    yield hit.start, hit.end, _("use the terms of one row throughout, or say that both mean the same")


def _confidence(read: Reading) -> Iterator[Spot]:
    for start, end in read.sentences:
        hits = read.within(start, end)
        if any(hit.kind == "likelihood" for hit in hits):
            for spot in _levels(read, hits):
                yield (*spot, _("say how sure you are in a sentence of its own: confidence is not likelihood"))


def _levels(read: Reading, hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """Where a level stands near the word confidence."""
    listed = [hit for hit in hits if hit.kind in ("confidence", "levels")]
    for one, other in pairwise(listed):
        between = re.findall(r"\w+", read.masked[one.end : other.start])
        if one.kind != other.kind and one.language == other.language and len(between) <= NEAR_LEVEL:
            yield one.start, other.end


def _modal(read: Reading) -> Iterator[Spot]:
    for hit in read.hits:
        if hit.kind == "modal":
            yield hit.start, hit.end, _("say how likely it is, in a term of the scale")


def _certainty(read: Reading) -> Iterator[Spot]:
    for hit in read.hits:
        if hit.kind == "certainty":
            yield (
                hit.start,
                hit.end,
                _("no assessment is certain: say what the evidence shows and how likely the rest is"),
            )
    for figure in percentages(read.masked):
        if figure.high >= 1 and not figure.share:
            yield (
                figure.start,
                figure.end,
                _("no assessment is certain: for an amount write all, for a judgement a term"),
            )


def _percent(read: Reading) -> Iterator[Spot]:
    icd, phia = _scale(read.likelihoods())
    scale = "phia" if phia and not icd else "icd203"
    for figure in percentages(read.masked):
        near = read.within(figure.start - REACH, figure.end + REACH)
        term = None if figure.share or figure.high >= 1 else figure.beside(near, read.masked)
        band = figure.misfit(term, scale) if term else None
        if band:
            bounds = {"low": f"{band.low:.0%}", "high": f"{band.high:.0%}", "id": band.id}
            yield (
                figure.start,
                figure.end,
                _("the figure does not fit its word: {id} is {low} to {high}").format(**bounds),
            )


_RULES: tuple[tuple[str, Callable[[Reading], Iterator[Spot]]], ...] = (
    ("certainty", _certainty),
    ("confidence", _confidence),
    ("modal", _modal),
    ("percent", _percent),
    ("rows", _rows),
    ("scales", _scales),
)
