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
    found = (Mention(**{str(name): value for name, value in row.items()}) for row in frame.to_dict("records"))
    return frame.assign(why=[_why(each, other) for each in found])


def _why(mention: Mention, other: Sequence[Mention]) -> str:
    said = [_("rule {rule}, {score:.0%} sure").format(rule=mention.rule, score=mention.score)]
    if mention.kind in ("coded_term", "emoji_code"):
        said.append(_("a lead, read so because other signals in the text support it"))
    overlapping = (each for each in other if each.start < mention.end and mention.start < each.end)
    rivals = dict.fromkeys(f"{each.kind} {each.value}" for each in overlapping if each.kind != mention.kind)
    if rivals:
        said.append(_("outranks {others}").format(others=", ".join(rivals)))
    return "; ".join(said)
