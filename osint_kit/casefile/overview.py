"""How far a case is: what each step holds and how much of it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.casefile.judging import JUDGED, SHEET
from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Decision, to_dict

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

FRAMES = ("documents", "statements", "pairs", "entities", "grades", "links", "searches")
NOUNS = {"exhibits": "E", "decisions": "R", "custody": ""}
CONCLUDED = ("measures", "transfers", "journeys", "prices")
SHEETS = tuple(sheet.name for sheet in JUDGED.values())
TABLES = (*FRAMES, *NOUNS, *CONCLUDED, *SHEETS)
"""Every table that a case can show."""


def overview(case: Case) -> pd.DataFrame:
    """One row a step: what there is, and how many decisions in force it has."""
    held = {
        "S1": ("plan", len(case.ledger.of_step("S1"))),
        "S2": ("searches", len(case.searches)),
        "S3": ("exhibits", len(case.exhibits)),
        "S4": ("statements", len(case.statements)),
        "S5": ("pairs", len(case.pairs)),
        "S6": ("grades", len(case.grades)),
        "S8": ("links", len(case.links)),
    }
    rows = [
        {"step": step, "table": name, "rows": count, "decided": len(_classic(case, step))}
        for step, (name, count) in held.items()
    ]
    rows += [
        {"step": sheet.step, "table": sheet.name, "rows": count, "decided": count}
        for sheet in JUDGED.values()
        for count in [len(case.judged(sheet.name))]
    ]
    return pd.DataFrame(rows).sort_values("step", key=lambda steps: steps.str[1:].astype(int), kind="stable")


def _classic(case: Case, step: str) -> list[Decision]:
    """Decisions of a step that stand in no judged sheet."""
    return [each for each in case.ledger.of_step(step) if SHEET not in each.values]


def table(case: Case, name: str) -> pd.DataFrame:
    """A table of the case by its name; nouns become a frame with their references.

    Raises:
        MissingInput: there is no such table.
    """
    if name in FRAMES:
        frame: pd.DataFrame = getattr(case, name)
        return frame.assign(ref=frame["hit"].map(case.ref_of)) if name == "searches" else frame
    if name in CONCLUDED:
        made: pd.DataFrame = getattr(case.conclusions, name)
        return made
    if name in SHEETS:
        return case.standing(name)
    if name not in NOUNS:
        known = ", ".join(TABLES)
        raise MissingInput.expected(_("one of {known}").format(known=known), found=name, where=case.path)
    nouns = getattr(case, name)
    refs = [case.ref_of(noun.id) if NOUNS[name] else str(place) for place, noun in enumerate(nouns, start=1)]
    return pd.DataFrame([{"ref": ref, **to_dict(noun)} for ref, noun in zip(refs, nouns, strict=True)])
