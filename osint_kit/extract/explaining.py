"""Why a stretch of text was read as it was: the rule that found it, and the readings that it outranked."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from osint_kit.extract.extraction import extract_text
from osint_kit.extract.finding import considered
from osint_kit.extract.mention import Mention
from osint_kit.knowledge.regions import REAL, Profile
from osint_kit.messages import _


def explain_text(
    text: str, *, language: str | None = None, region: str | None = None, profiles: Sequence[Profile] = REAL
) -> pd.DataFrame:
    """Find what `extract_text` finds, with a column `why` for people.

    Columns of `extract_text`, then `why`: the rule and how sure it is, other readings of the same stretch, and for a
    word or emoji that may be coded, that other signals support it.
    """
    frame = extract_text(text, language=language, region=region, profiles=profiles)
    other = considered(text, language=language, region=region, profiles=tuple(profiles))
    spans = zip(frame["start"], frame["end"], frame["kind"], frame["value"], frame["rule"], frame["score"], strict=True)
    return frame.assign(why=[_why(*row, other) for row in spans])


def _why(  # noqa: PLR0917 - the columns of a row
    start: int, end: int, kind: str, value: str, rule: str, score: float, other: Sequence[Mention]
) -> str:
    said = [_("rule {rule}, {score:.0%} sure").format(rule=rule, score=score)]
    if kind in ("coded_term", "emoji_code"):
        said.append(_("a lead, read so because other signals in the text support it"))
    overlapping = (each for each in other if each.start < end and start < each.end)
    rivals = dict.fromkeys(f"{each.kind} {each.value}" for each in overlapping if each.kind != kind)
    if rivals:
        said.append(_("outranks {others}").format(others=", ".join(rivals)))
    return "; ".join(said)
