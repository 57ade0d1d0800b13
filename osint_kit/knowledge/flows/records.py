"""Payments as rows: who paid whom, how much, when."""

from __future__ import annotations

import pandas as pd

from osint_kit.model.ends import Ends
from osint_kit.model.relations import Relation, relations
from osint_kit.model.tables import TRANSFERS


def transfers(statements: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """One row a payment whose two ends and sum are stated, in the order of the records.

    A number goes to the entity that holds it, as in the links. What the team rejected is left out.

    Args:
        statements: a frame of STATEMENTS.
        entities: a frame of ENTITIES.
    """
    kept = statements[statements["verdict"] != "reject"]
    ends = Ends(kept, entities)
    rows = (_row(relation, ends) for relation in relations(kept, "Payment"))
    return TRANSFERS.frame(sorted((row for row in rows if row), key=lambda row: (str(row["at"]), str(row["item"]))))


def _row(relation: Relation, ends: Ends) -> dict[str, object]:
    """The row of a payment; empty where an end or the sum is missing."""
    named = relation.ends("payer", "beneficiary")
    number, _space, currency = relation.value("amount").partition(" ")
    if not named or not number.replace(".", "", 1).isdigit():
        return {}
    payer, payee = (ends.of(each) for each in named)
    first = relation.said[0]
    return {
        "id": relation.subject,
        "item": first.item,
        "document": first.document,
        "payer": payer,
        "payee": payee,
        "amount": float(number),
        "currency": currency,
        "at": relation.happened,
        "purpose": relation.value("purpose"),
        "statements": relation.statements,
    }
