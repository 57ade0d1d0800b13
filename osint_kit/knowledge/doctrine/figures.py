"""Percentages in a text, and the terms of likelihood they stand with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from osint_kit.knowledge.doctrine.scales import Band, bands
from osint_kit.knowledge.doctrine.words import Hit, lexicons

NEAR_TERM = 2
"""Words that may stand between a figure and its term."""
_SIGN = r"(?:[%٪]|per\s?cents?\b|процент\w*|фоиз\w*)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,4})?"
_FIGURE = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUMBER})\s*(?:{_SIGN}\s*)?(?:(?:[-–—]|to|and|до|то)\s*(?P<high>{_NUMBER})\s*)?{_SIGN}"
    rf"|(?<![\w.,])(?P<only>{_NUMBER})\s*{_SIGN}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A percentage or a range of them, from 0 to 1; `share` when it says how much of something, or by how much."""

    start: int
    end: int
    low: float
    high: float
    share: bool

    def beside(self, hits: Iterable[Hit], text: str) -> Hit | None:
        """The nearest term of likelihood with hardly a word between, in the same sentence."""
        terms = (hit for hit in hits if hit.kind == "likelihood")
        near = [(self._gap(term), term.start, term) for term in terms if self._joined(term, text)]
        return min(near, key=lambda each: each[:2])[2] if near else None

    def misfit(self, term: Hit, scale: str) -> Band | None:
        """The band of the term on a scale if the figure is not inside, ends included."""
        name = term.phia if (scale == "phia" and term.phia) or not term.icd else term.icd
        band = next(each for each in bands("phia" if name.startswith("PY") else "icd203") if each.id == name)
        inside = band.low <= self.low and self.high <= band.high
        return None if inside else band

    def _gap(self, term: Hit) -> int:
        return max(term.start - self.end, self.start - term.end)

    def _joined(self, term: Hit, text: str) -> bool:
        between = text[term.end : self.start] if term.end <= self.start else text[self.end : term.start]
        if term.start < self.end and self.start < term.end:
            return False
        return not re.search(r"[.;!?\n]\s", between) and len(re.findall(r"\w+", between)) <= NEAR_TERM


def percentages(text: str) -> Iterator[Figure]:
    """Yield the percentages of a text.

    >>> [(figure.low, figure.high, figure.share) for figure in percentages("55–80 %, 12,5 per cent, 40 % of fees")]
    [(0.55, 0.8, False), (0.125, 0.125, False), (0.4, 0.4, True)]
    """
    for match in _FIGURE.finditer(text):
        low = _fraction(match["low"] or match["only"])
        yield Figure(
            match.start(), match.end(), low, _fraction(match["high"]) if match["high"] else low, _share(text, match)
        )


def _fraction(written: str) -> float:
    return round(float(written.replace(",", ".")) / 100, 6)


def _share(text: str, match: re.Match[str]) -> bool:
    before = re.search(r"(\w+)\W*$", text[max(0, match.start() - 20) : match.start()])
    after = re.match(r"\s*(\w+)", text[match.end() : match.end() + 20])
    return any(
        (before is not None and before[1].casefold() in lexicon.lists["share_before"])
        or (after is not None and after[1].casefold() in lexicon.lists["share_after"])
        for lexicon in lexicons()
    )
