"""What is compared of a table: each column folded once, its distinct values numbered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.columns import Column
from osint_kit.resolve.dates import Dates, dates
from osint_kit.resolve.rarity import rarities
from osint_kit.resolve.selectors import Selectors, documents, mails, selectors, telephones
from osint_kit.resolve.words import Words, words

_NAME, _PLACE = 4, 8
"""Most words kept of a name and of a place."""


@dataclass(frozen=True, slots=True)
class Features:
    """The columns of a table in arrays, row by row; `None` for a column that is not there or empty.

    Attributes:
        rarity: bits of an agreement in the values of each field.
        listing: number of the document that lists the record, -1 where none does: one document lists a person once.
    """

    size: int
    rarity: Mapping[str, npt.NDArray[np.float32]]
    name: Words | None = None
    place: Words | None = None
    date: Dates | None = None
    phone: Selectors | None = None
    email: Selectors | None = None
    document: Selectors | None = None
    listing: npt.NDArray[np.int64] | None = None


def features(columns: Mapping[str, Column], order: npt.NDArray[np.int64]) -> Features:
    """Fold columns, rows in the order given."""
    held = {name: Column(column.codes[order], column.texts) for name, column in columns.items()}
    name = words(held["name"], width=_NAME, honorifics=True) if "name" in held else None
    place = words(held["place"], width=_PLACE) if "place" in held else None
    date = dates(held["birth_date"]) if "birth_date" in held else None
    return Features(
        len(order),
        rarities(len(order), name, date, place),
        name,
        place,
        date,
        selectors(held["phone"], telephones) if "phone" in held else None,
        selectors(held["email"], mails) if "email" in held else None,
        selectors(held["document"], documents) if "document" in held else None,
        held["listing"].codes.astype(np.int64) if "listing" in held else None,
    )
