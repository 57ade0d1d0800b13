"""What is compared of a table: each column folded once, its distinct values numbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.resolve.dates import Dates, dates
from osint_kit.resolve.selectors import Selectors, document, mail, selectors, telephone
from osint_kit.resolve.words import Words, words

_NAME, _PLACE = 4, 8
"""Most words kept of a name and of a place."""


@dataclass(frozen=True, slots=True)
class Features:
    """The columns of a table in arrays, row by row; `None` for a column that is not there or empty.

    Attributes:
        listing: number of the document that lists the record, -1 where none does: one document lists a person once.
    """

    size: int
    name: Words | None = None
    place: Words | None = None
    date: Dates | None = None
    phone: Selectors | None = None
    email: Selectors | None = None
    document: Selectors | None = None
    listing: npt.NDArray[np.int64] | None = None


def features(table: pd.DataFrame) -> Features:
    """Fold a table whose cells are text, empty where there is nothing."""
    held = {str(name): table[name] for name in table.columns if (table[name] != "").any()}
    return Features(
        len(table),
        words(held["name"], width=_NAME, honorifics=True) if "name" in held else None,
        words(held["place"], width=_PLACE) if "place" in held else None,
        dates(held["birth_date"]) if "birth_date" in held else None,
        selectors(held["phone"], telephone) if "phone" in held else None,
        selectors(held["email"], mail) if "email" in held else None,
        selectors(held["document"], document) if "document" in held else None,
        _listing(held["listing"]) if "listing" in held else None,
    )


def _listing(column: pd.Series[str]) -> npt.NDArray[np.int64]:
    return np.where(column == "", -1, pd.factorize(column)[0])
