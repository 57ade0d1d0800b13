"""Why a record stands where it stands: what it has in common with the record that speaks strongest for it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.messages import N_, _
from osint_kit.resolve.evidence import Evidence
from osint_kit.resolve.levels import COUNTS, EQUAL

_SAYS: dict[str, tuple[str, ...]] = {
    "name": (
        N_("the names agree"),
        N_("the names are spelt almost alike"),
        N_("the only name given agrees"),
        N_("the names agree in part"),
        N_("the names differ"),
    ),
    "birth_date": (
        N_("the date of birth is the same"),
        N_("day and month of birth are swapped"),
        N_("the date of birth differs by a slip"),
        N_("the less exact date of birth fits"),
        N_("the date of birth agrees in part"),
        N_("the date of birth differs"),
    ),
    "phone": (
        N_("the telephone is the same"),
        N_("the telephone differs by a slip"),
        N_("the telephone differs"),
    ),
    "email": (N_("the e-mail is the same"), N_("the e-mail differs by a slip"), N_("the e-mail differs")),
    "document": (
        N_("the document is the same"),
        N_("the document differs by a slip"),
        N_("the document differs"),
    ),
    "place": (
        N_("the place is the same"),
        N_("the place is partly the same"),
        N_("the place has a word in common"),
        N_("the place differs"),
    ),
}
_SHARED = {
    "phone": N_("the telephone is the same, but differently named persons use it"),
    "email": N_("the e-mail is the same, but differently named persons use it"),
    "document": N_("the document is the same, but differently named persons use it"),
}


OTHER = "\x00"
"""Stands in a sentence for the other record, whose id is put in for each record."""


def sentences(evidence: Evidence, pairs: npt.NDArray[np.int64], joined: npt.NDArray[np.bool_]) -> list[str]:
    """What each of some candidate pairs was found to have in common, and what speaks against it.

    Args:
        joined: whether the pair shares a cluster.
    """
    levels = {field: each[pairs].astype(np.int64) for field, each in evidence.compared.levels.items()}
    for field in _SHARED.keys() & levels.keys():
        doubted = evidence.shared.doubted(field, evidence.left[pairs])
        levels[field][(levels[field] == EQUAL) & doubted] = COUNTS[field]
    number = joined.astype(np.int64)
    for field, each in levels.items():
        number = number * (COUNTS[field] + 2) + each + 1
    where, distinct = pd.factorize(number)
    first = np.zeros(len(distinct), dtype=np.int64)
    first[where[::-1]] = np.arange(len(where))[::-1]
    frames = _("alone; nearest is {other}: {reasons}"), _("with {other}: {reasons}")
    spoken = [
        frames[int(joined[pair])].format(
            other=OTHER, reasons=_sentence({field: int(each[pair]) for field, each in levels.items()})
        )
        for pair in first
    ]
    return [spoken[each] for each in where]


def _sentence(levels: Mapping[str, int]) -> str:
    """What one pair has in common; a level past a field's last stands for a value that several persons use."""
    said = {field: (*_SAYS[field], _SHARED.get(field, "")) for field in levels}
    return "; ".join(_(said[field][level]) for field, level in levels.items() if level >= 0)
