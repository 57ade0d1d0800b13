"""What a request for assistance lacks, or says too much of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from osint_kit.knowledge import doctrine
from osint_kit.messages import _
from osint_kit.share.outgoing import markings, suspects

LETTERS = tuple(f"MLA15-{letter}" for letter in "abcdef")
EVIDENCE = "CH-6"
"""Channel for what shall be evidence in court."""

POLICE = frozenset({"CH-1", "CH-2", "CH-3", "CH-5"})
FINANCIAL = re.compile(
    r"\b(FIU|CH-4[a-d]?|Egmont|financial intelligence|финансов\w+ развед\w+|ПФР|разведи молияв\w+|کشف مالی)\b",
    re.IGNORECASE,
)
"""Words for what comes from a financial intelligence unit: own compilation, unreviewed."""


def check(rows: pd.DataFrame, roles: pd.DataFrame | None = None) -> tuple[str, ...]:
    """Say what is wrong with a request.

    Args:
        rows: frame REQUEST.
        roles: decided rows; without them everybody named counts as protected.
    """
    told = {name: _texts(rows, name) for name in (*LETTERS, "channel", "recipient", "marking", "handling")}
    named = {} if roles is None else suspects(roles)
    return (*_missing(told), *_channel(told, rows), *_marking(told["marking"]), *_persons(rows, named))


def _texts(rows: pd.DataFrame, section: str) -> list[str]:
    return [text for text in map(str, rows.loc[rows["section"] == section, "text"].tolist()) if text.strip()]


def _missing(told: dict[str, list[str]]) -> Iterator[str]:
    label = {record.id: record.label for record in doctrine.load()}
    for name, texts in told.items():
        if not texts:
            said = f"{name}: {_(label[name])}" if name in label else name
            yield _("missing: {section}").format(section=said)


def _channel(told: dict[str, list[str]], rows: pd.DataFrame) -> Iterator[str]:
    codes = {code for text in told["channel"] for code in re.findall(r"\bCH-\d+[a-z]?\b", text)}
    if codes and EVIDENCE not in codes and any(told[letter] for letter in LETTERS):
        yield _("evidence for court goes by {right}, not by {found}").format(
            right=EVIDENCE, found=", ".join(sorted(codes))
        )
    if len(codes) > 1:
        yield _("more than one channel: {found}").format(found=", ".join(sorted(codes)))
    if codes & POLICE and any(FINANCIAL.search(str(text)) for text in rows["text"].tolist()):
        yield _("financial intelligence goes beyond its purpose in a police message: ask the unit that gave it first")


def _marking(texts: list[str]) -> Iterator[str]:
    known = markings()
    for text in texts:
        if text.strip() not in known:
            yield _("{found} is not a label of TLP 2.0").format(found=repr(text))


def _persons(rows: pd.DataFrame, named: dict[str, str]) -> Iterator[str]:
    for row in rows[rows["section"] == "person"].to_dict("records"):
        if row["person"] not in named and not str(row["text"]).strip():
            yield _("a person without a decided suspect role is named without need: {person}").format(
                person=row["person"] or "?"
            )
