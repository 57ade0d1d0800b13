"""How far a case is: what each step holds and how much of it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import to_dict

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

FRAMES = ("documents", "statements", "pairs", "entities", "grades", "links", "searches")
NOUNS = {"exhibits": "E", "decisions": "R", "custody": ""}


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
        {"step": step, "table": name, "rows": count, "decided": len(case.ledger.of_step(step))}
        for step, (name, count) in held.items()
    ]
    return pd.DataFrame(rows)


def table(case: Case, name: str) -> pd.DataFrame:
    """A table of the case by its name; nouns become a frame with their references.

    Raises:
        MissingInput: there is no such table.
    """
    if name in FRAMES:
        frame: pd.DataFrame = getattr(case, name)
        return frame.assign(ref=frame["hit"].map(case.ref_of)) if name == "searches" else frame
    if name not in NOUNS:
        known = ", ".join((*FRAMES, *NOUNS))
        raise MissingInput.expected(_("one of {known}").format(known=known), found=name, where=case.path)
    nouns = getattr(case, name)
    refs = [case.ref_of(noun.id) if NOUNS[name] else str(place) for place, noun in enumerate(nouns, start=1)]
    return pd.DataFrame([{"ref": ref, **to_dict(noun)} for ref, noun in zip(refs, nouns, strict=True)])
