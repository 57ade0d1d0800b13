"""Amounts as people write them, to decimals: one reading for texts and for tables."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}([ ,.'])[0-9]{3}(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]+)?")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def amount(written: str) -> Decimal | None:
    """The amount that is written; None when it is none. Groups of three digits are thousands.

    >>> [str(amount(each)) for each in ("1,500", "1 500,50", "1.500.000", "0.500", "12,5", "1,50,0", "n/a")]
    ['1500', '1500.50', '1500000', '0.500', '12.5', 'None', 'None']
    """
    text = " ".join(written.replace("\u2212", "-").split())
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        text = text.replace(grouped.group(1), "")
    elif not _PLAIN.fullmatch(text):
        return None
    return Decimal(text.replace(",", "."))
