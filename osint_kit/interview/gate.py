"""The gate: what a plan lacks before anybody is asked anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from osint_kit.interview.protection import SAFEGUARDS, STAGES
from osint_kit.interview.words import said
from osint_kit.knowledge import doctrine
from osint_kit.messages import _

SETTING = ("person", "status", "interpreter", "referral", "question")
"""Sections of which a plan needs at least one row that says something."""


def gate(rows: pd.DataFrame | Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """Name what a plan lacks: sections, stages, safeguards, and the status of a witness.

    Args:
        rows: frame INTERVIEW, or mappings with `section`, `code`, `text` and, for the person, `person`.

    Returns:
        One line for each thing that is missing, which begins with its name or code; none lets the interview begin.
    """
    listed = _records(rows)
    told = [row for row in listed if _text(row)]
    there = {str(row.get("section", "")) for row in told if row.get("section") != "person" or _has_person(row)}
    codes = {(str(row.get("section", "")), str(row.get("code", ""))) for row in told}
    lacking = [_("{section}: missing").format(section=name) for name in SETTING if name not in there]
    lacking += [_lack(code, text) for code, text in STAGES.items() if ("stage", code) not in codes]
    needed = [record.id for record in doctrine.safeguards()]
    lacking += [_lack(code, SAFEGUARDS[code]) for code in needed if ("safeguard", code) not in codes]
    return tuple(lacking + [line for row in told if row.get("section") == "status" for line in _status(_text(row))])


def _records(rows: pd.DataFrame | Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    if not isinstance(rows, pd.DataFrame):
        return list(rows)
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def _lack(code: str, text: str) -> str:
    return _("{code}: missing: {text}").format(code=code, text=_(text))


def _status(text: str) -> list[str]:
    if said(text, "witness"):
        return []
    return [_("status: expected a witness, found {text}").format(text=repr(text))]


def _text(row: Mapping[str, object]) -> str:
    return str(row.get("text") or "").strip()


def _has_person(row: Mapping[str, object]) -> bool:
    """Whether somebody is chosen; a row of a sheet names the person in `person` or, in a submission, in `entity`."""
    return bool(row.get("person") or row.get("entity"))
