"""Telephone numbers, addresses of mail and document numbers: one normal form per distinct text, in codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
_LOCAL, _LEAST = 9, 5
_MAIL = re.compile(r"([^\s@<>:;,]+)@([^\s@<>;,]+)")


@dataclass(frozen=True, slots=True)
class Selectors:
    """Values of one column.

    Attributes:
        codes: number of each record's value, -1 where there is none.
        texts: the values in their normal form.
        shares: share of the filled records with this value, by value.
    """

    codes: npt.NDArray[np.int32]
    texts: npt.NDArray[np.object_]
    shares: npt.NDArray[np.float32]

    @property
    def filled(self) -> npt.NDArray[np.bool_]:
        """Which records have a value."""
        return self.codes >= 0


def selectors(column: pd.Series[str], normal: Callable[[str], str]) -> Selectors:
    """Bring a column's values into their normal form; one that has none counts as missing."""
    codes, values = pd.factorize(column)
    forms = [normal(str(value)) for value in values]
    numbers, texts = pd.factorize(np.array([form or None for form in forms] + [None], dtype=object))
    held = numbers[codes].astype(np.int32)
    often = np.bincount(held[held >= 0], minlength=len(texts)) / max(int((held >= 0).sum()), 1)
    return Selectors(held, np.asarray(texts, dtype=object), often.astype(np.float32))


def telephone(text: str) -> str:
    """The last digits of a number, by which it is the same with and without its country's prefix.

    >>> telephone("+992 (93) 555-01-00"), telephone("93 555 0100"), telephone("12")
    ('935550100', '935550100', '')
    """
    found = "".join(each for each in text.translate(_DIGITS) if "0" <= each <= "9")
    return found[-_LOCAL:] if len(found) >= _LEAST else ""


def mail(text: str) -> str:
    """An address in small letters, without a tag after a plus.

    >>> mail("Karim.S+shop@Post.Example "), mail("none")
    ('karim.s@post.example', '')
    """
    found = _MAIL.search(text.lower())
    return f"{found[1].partition('+')[0]}@{found[2].rstrip('.')}" if found else ""


def document(text: str) -> str:
    """Letters and digits of a document number, look-alikes as Latin letters.

    >>> document("а 123-4567"), document("-")
    ('A1234567', '')
    """
    plain = text.translate(_DIGITS).removesuffix(".0").upper().translate(_LOOK_ALIKES)
    found = "".join(each for each in plain if each.isalnum())
    return found if any(each.isdigit() for each in found) else ""
