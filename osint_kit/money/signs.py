"""Engine of the indicators: what each group of them found, one row an indicator and document, the surest kept."""

from __future__ import annotations

import pandas as pd

from osint_kit.messages import _
from osint_kit.model import content_id
from osint_kit.model.tables import INDICATORS
from osint_kit.money.indicators import Case, Sign, groups


def indicators(
    transfers: pd.DataFrame, typologies: pd.DataFrame, documents: pd.DataFrame, statements: pd.DataFrame
) -> pd.DataFrame:
    """Find indicators in payments and texts, the surest first.

    Args:
        transfers: a frame of TRANSFERS.
        typologies: a frame of TYPOLOGIES, proposed or decided.
        documents: a frame of DOCUMENTS.
        statements: a frame of STATEMENTS.

    Returns:
        A frame of INDICATORS. An indicator is a reason to look, not proof: neither does its absence prove anything.
    """
    case = Case(transfers, typologies, documents, statements)
    best: dict[tuple[str, str], Sign] = {}
    for name in groups:
        for sign in groups[name](case):
            key = (sign.indicator, sign.document)
            if key not in best or best[key].score < sign.score:
                best[key] = sign
    ordered = sorted(best.values(), key=lambda each: (-each.score, each.indicator, each.document))
    return INDICATORS.frame(_row(case, each) for each in ordered)


def _row(case: Case, sign: Sign) -> dict[str, object]:
    document = case.pages[sign.document]
    return {
        "id": content_id("indicator", sign.indicator, sign.document),
        "indicator": sign.indicator,
        "document": sign.document,
        "item": document.item,
        "start": sign.start,
        "end": sign.end,
        "original": document.text[sign.start : sign.end],
        "score": round(min(0.95, sign.score), 4),
        "reason": _("{reason}; a lead, not evidence").format(reason=sign.reason),
    }
