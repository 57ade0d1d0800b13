"""Schemes of grading: which part grades the source and which the information, and what is off the scale.

No official table translates one scheme into another, so nothing here does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osint_kit.errors import UnknownPlugin


@dataclass(frozen=True, slots=True)
class GradeOrder:
    """How a scheme writes its grades: the best code of each part first.

    Attributes:
        source: codes of the source.
        information: codes of the information.
        handling: codes of handling, if the scheme has any.
        unjudged: codes that say "cannot be judged" or "untested": they have no place in the order.
        records: sets of doctrine that explain the codes of source, information and handling.
    """

    scheme: str
    source: tuple[str, ...]
    information: tuple[str, ...]
    handling: tuple[str, ...] = ()
    unjudged: frozenset[str] = frozenset()
    records: tuple[str, ...] = ()

    def split(self, grade: str) -> tuple[str, str]:
        """Source and information of a grade as it is written, the source first.

        >>> grade_order("3x5x2").split("2B"), grade_order("admiralty").split("B2")
        (('2', 'B'), ('B', '2'))

        Raises:
            ValueError: the scheme has no such grade.
        """
        source, information = grade[:1], grade[1:2]
        if source not in self.source or information not in self.information or len(grade) > len("A1"):
            raise ValueError(f"expected a grade of {self.scheme}, source first, found {grade!r}")
        return source, information


_ADMIRALTY = GradeOrder("admiralty", tuple("ABCDEF"), tuple("123456"), (), frozenset("F6"), ("ADM-SOURCE", "ADM-INFO"))
_3X5X2 = GradeOrder(
    "3x5x2", tuple("123"), tuple("ABCDE"), tuple("PC"), frozenset("2D"), ("352-SRC", "352-INF", "352-HND")
)
_EUROPOL = GradeOrder(
    "europol-4x4",
    tuple("ABCX"),
    tuple("1234"),
    ("H0", "H1", "H2", "H3"),
    frozenset("X"),
    ("E44-SRC", "E44-INF", "E44-HND"),
)
_SCHEMES: Mapping[str, GradeOrder] = {order.scheme: order for order in (_ADMIRALTY, _3X5X2, _EUROPOL)}


def schemes() -> tuple[str, ...]:
    """Names of the schemes."""
    return tuple(_SCHEMES)


def grade_order(scheme: str) -> GradeOrder:
    """The order of a scheme: in `3x5x2` the source is the digit, elsewhere the letter.

    >>> grade_order("3x5x2").source, grade_order("3x5x2").information[0]
    (('1', '2', '3'), 'A')

    Raises:
        UnknownPlugin: there is no such scheme.
    """
    if scheme not in _SCHEMES:
        raise UnknownPlugin.expected(", ".join(_SCHEMES), found=repr(scheme), where="scheme")
    return _SCHEMES[scheme]
