"""Tables as CSV: a lossless copy for machines, and one for people in which no cell is a formula."""

from __future__ import annotations

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or skips before one."""


def lossless(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 (RFC 4180: lines end in CR LF, so that a lone CR in a cell is quoted); tuples joined with spaces."""
    return frame.map(scalar).to_csv(index=False, lineterminator="\r\n").encode("utf-8", "replace")


def defused(frame: pd.DataFrame) -> bytes:
    """CSV in UTF-8 with a byte-order mark, for spreadsheets: cells that would be formulas begin with an apostrophe."""
    return b"\xef\xbb\xbf" + lossless(frame.map(scalar).map(_harmless))


def scalar(value: object) -> object:
    """A cell: tuples and lists are joined with spaces, the rest stays."""
    return " ".join(map(str, value)) if isinstance(value, tuple | list) else value


def _harmless(value: object) -> object:
    if isinstance(value, str) and value.lstrip(" \u00a0\u200b\ufeff").startswith(FORMULA):
        return f"'{value}"
    return value
