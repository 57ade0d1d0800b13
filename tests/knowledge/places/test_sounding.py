"""Names of fictional towns in scripts in which nobody wrote them down."""

from __future__ import annotations

import pytest

from osint_kit.knowledge.places import sounding


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Tangirud", "тангируд تنگیرود تانغيرود تنګيرود"),
        ("Navzamin", "навзамин ناوزمین نافزامين نوزمین نەڤزەمین"),
        ("Halvern", "халверн هالورن هالڤێرن"),
        ("Brackmoor", "бракмур брекмур براکمور"),
    ],
)
def test_a_name_meets_its_spellings(name: str, others: str) -> None:
    assert [other for other in others.split() if not sounding.alike(name, other)] == []


def test_a_name_does_not_meet_another() -> None:
    assert not sounding.alike("Tangirud", "тамгала")
    assert not sounding.alike("Obigul", "بغل")
