"""Telephone numbers, addresses of mail and document numbers: one normal form per distinct text, in codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.resolve.columns import Column

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
_POINT = re.compile(r"\.0$", re.MULTILINE)
"""What a spreadsheet adds to a number."""
_NO_DIGIT, _DIGIT, _SIGN = re.compile(r"[^0-9\n]"), re.compile(r"[0-9]"), re.compile(r"[^\w\n]|_")
_LOCAL, _LEAST = 9, 5
_MAIL = re.compile(r"([^\s@<>:;,]+)@([^\s@<>;,]+)")


@dataclass(frozen=True, slots=True)
class Selectors:
    """Values of one column.

    Attributes:
        codes: number of each record's value, -1 where there is none.
        texts: the values in their normal form.
    """

    codes: npt.NDArray[np.int32]
    texts: npt.NDArray[np.object_]

    @property
    def filled(self) -> npt.NDArray[np.bool_]:
        """Which records have a value."""
        return self.codes >= 0


def selectors(column: Column, normal: Callable[[list[str]], list[str]]) -> Selectors | None:
    """Bring a column's texts into their normal form, all at once; `None` if it holds nothing of the kind."""
    forms = np.array([form or None for form in normal(column.texts)], dtype=object)
    numbers, texts = pd.factorize(forms)
    if not len(texts):
        return None
    held = np.append(numbers, -1)[column.codes].astype(np.int32)
    return Selectors(held, np.asarray(texts, dtype=object))


def telephones(texts: list[str]) -> list[str]:
    """The last digits of each number, by which it is the same with and without its country's prefix.

    >>> telephones(["+992 (93) 555-01-00", "93 555 0100", "935550100.0", "12"])
    ['935550100', '935550100', '935550100', '']
    """
    found = _NO_DIGIT.sub("", _POINT.sub("", "\n".join(texts).translate(_DIGITS))).split("\n")
    return [number[-_LOCAL:] if len(number) >= _LEAST else "" for number in found]


def mails(texts: list[str]) -> list[str]:
    """Addresses in small letters, without a tag after a plus.

    >>> mails(["Karim.S+shop@Post.Example ", "none"])
    ['karim.s@post.example', '']
    """
    found = map(_MAIL.search, "\n".join(texts).lower().split("\n"))
    return [f"{each[1].partition('+')[0]}@{each[2].rstrip('.')}" if each else "" for each in found]


def documents(texts: list[str]) -> list[str]:
    """Letters and digits of document numbers, look-alikes as Latin letters; a text without a digit is none.

    >>> documents(["а 123-4567", "-", "none"])
    ['A1234567', '', '']
    """
    text = _POINT.sub("", "\n".join(texts).translate(_DIGITS)).upper().translate(_LOOK_ALIKES)
    found = _SIGN.sub("", text).split("\n")
    return [number if _DIGIT.search(number) else "" for number in found]
