"""The matrix of competing hypotheses: the documents that tell them apart, and how each stands to each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from osint_kit.assess.diagnostic import READ, diagnosticity, marks
from osint_kit.messages import _
from osint_kit.model.tables import MATRIX

MOST = 30
ALIKE = 4
"""So many documents with the same findings stand in the matrix; more of the same tells no more."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One document with its findings: `score` is that of the surest."""

    document: str
    names: tuple[str, ...]
    score: float
    record: bool = False
    """Whether it is a row of a table."""

    @property
    def rank(self) -> tuple[float, str]:
        """The most diagnostic first."""
        return (-diagnosticity(marks(self.names)) * self.score, self.document)


def matrix(
    documents: pd.DataFrame, statements: pd.DataFrame, indicators: pd.DataFrame, typologies: pd.DataFrame
) -> pd.DataFrame:
    """Propose the most diagnostic documents with their marks; reposts of one text stand in it once."""
    fired = _fired(statements, indicators, typologies)
    told = documents.set_index("id")
    texts, item = told["text"].to_dict(), told["item"].to_dict()
    weighed = sorted(_weighed(fired, item), key=lambda each: each.rank)
    chosen = _spread(_once(weighed, texts))
    return MATRIX.frame(_row(each, str(item[each.document])) for each in chosen)


def _fired(statements: pd.DataFrame, indicators: pd.DataFrame, typologies: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Document → finding → score; of a typology the first and the last record are shown."""
    fired: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in indicators.to_dict("records"):
        held = fired[row["document"]]
        held[row["indicator"]] = max(row["score"], held.get(row["indicator"], 0.0))
    where = dict(zip(statements["id"].tolist(), statements["document"].tolist(), strict=True))
    for row in typologies.to_dict("records"):
        for each in (*row["statements"][:1], *row["statements"][-1:]):
            if each in where:
                fired[where[each]][row["typology"]] = row["score"]
    return dict(fired)


def _weighed(fired: dict[str, dict[str, float]], item: dict[object, object]) -> Iterator[Weighed]:
    for document, found in fired.items():
        names = tuple(sorted(name for name in found if name in READ))
        if names and document in item:
            record = "#row=" in str(item[document])
            yield Weighed(document, names, max(found[name] for name in names), record)


def _once(weighed: Iterable[Weighed], texts: dict[object, object]) -> Iterator[Weighed]:
    seen: set[str] = set()
    for each in weighed:
        text = " ".join(str(texts[each.document]).split())
        if text not in seen:
            yield each
        seen.add(text)


def _spread(weighed: Iterable[Weighed]) -> list[Weighed]:
    """The first documents of every kind of finding before more of the same, and few records among the texts."""
    counted: Counter[object] = Counter()
    chosen = []
    for each in weighed:
        kinds = [each.names, *(["record"] if each.record else [])]
        counted.update(kinds)
        if all(counted[kind] <= ALIKE for kind in kinds):
            chosen.append(each)
    return chosen[:MOST]


def _row(each: Weighed, item: str) -> dict[str, object]:
    given = marks(each.names)
    reason = _("{findings}: a reading to be checked; an indicator is a lead, not evidence")
    return {
        "document": each.document,
        "item": item,
        **{f"H{number}": mark for number, mark in enumerate(given, 1)},
        "score": round(each.score, 4),
        "reason": reason.format(findings=", ".join(each.names)),
    }
