"""Engine of the typologies: every pattern in every currency, each transfer explained by the most telling one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from osint_kit.knowledge.flows import Options, Transfer, books
from osint_kit.knowledge.vocabulary import indicators as words
from osint_kit.messages import _
from osint_kit.model import content_id
from osint_kit.model.tables import TYPOLOGIES
from osint_kit.model.times import moment
from osint_kit.money.typologies import Pattern, Scene
from osint_kit.money.typologies import typologies as family

LEAST = 0.15
"""What scores less is ordinary and not shown."""

EXPLAINED = 0.6
"""What is left of a simple pattern's score where a more telling one takes the same payments."""

_SIMPLE = {"TY-FANOUT": ("TY-HOLD", "TY-GS", "TY-SG", "TY-STK"), "TY-GS": ("TY-HOLD",), "TY-SETTLE": ("TY-CYC",)}


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern and its kind."""

    kind: str
    pattern: Pattern

    @property
    def items(self) -> frozenset[str]:
        """Ids of its transfers."""
        return frozenset(each.id for each in self.pattern.transfers)


def typologies(transfers: pd.DataFrame, documents: pd.DataFrame, options: Options = Options()) -> pd.DataFrame:  # noqa: B008 - frozen
    """Find patterns in payments, the most telling first.

    Args:
        transfers: a frame of TRANSFERS.
        documents: a frame of DOCUMENTS; only whether and when a text speaks of an arrival is read.

    Returns:
        A frame of TYPOLOGIES. A typology is a lead, not evidence.
    """
    arrivals = _arrivals(documents)
    found = [each for book in books(transfers) for each in _found(Scene(book, arrivals, options))]
    rows = (_row(each) for each in _lowered(found))
    kept = {str(row["id"]): row for row in rows if float(str(row["score"])) >= LEAST}
    return TYPOLOGIES.frame(sorted(kept.values(), key=lambda row: (-float(str(row["score"])), row["first"], row["id"])))


def _found(scene: Scene) -> Iterator[Found]:
    for name in family:
        for pattern in family[name](scene):
            yield Found(f"TY-{name.upper()}", pattern)


def _lowered(found: list[Found]) -> Iterator[Found]:
    """Lower simple patterns that lie inside of a more telling one."""
    for each in found:
        stronger = _SIMPLE.get(each.kind, ())
        inside = any(
            other.kind in stronger and other.pattern.score >= each.pattern.score and _covers(other, each)
            for other in found
        )
        factor = EXPLAINED if inside else 1.0
        yield replace(each, pattern=replace(each.pattern, score=each.pattern.score * factor))


def _covers(other: Found, each: Found) -> bool:
    return len(other.items & each.items) * 2 > len(each.items)


def _arrivals(documents: pd.DataFrame) -> tuple[float, ...]:
    """When texts that speak of an arrival were published, seconds since the epoch."""
    rule = next(each for each in words.events() if each.id == "arrival")
    columns = (documents[name].tolist() for name in ("item", "text", "published", "author"))
    times = (
        moment(published).timestamp()
        for item, text, published, author in zip(*columns, strict=True)
        if published and "#row=" not in item and rule.span(words.read(text, published, author))
    )
    return tuple(sorted(times))


def _row(found: Found) -> dict[str, object]:
    pattern = found.pattern
    rows = sorted(pattern.transfers, key=lambda each: (each.seconds, each.item))
    return {
        "id": content_id("typology", found.kind, *[each.id for each in rows]),
        "typology": found.kind,
        "entities": tuple(dict.fromkeys(pattern.entities)),
        "transfers": tuple(each.item for each in rows),
        "first": rows[0].at,
        "last": rows[-1].at,
        "amount": _sums(rows),
        "statements": tuple(said for each in rows for said in each.statements),
        "score": round(min(0.95, max(0.0, pattern.score)), 4),
        "reason": _("{reason}; a lead, not evidence").format(reason=pattern.reason),
    }


def _sums(rows: Iterable[Transfer]) -> str:
    listed = list(rows)
    return f"{sum(each.amount for each in listed):.2f}".rstrip("0").rstrip(".") + f" {listed[0].currency}"
