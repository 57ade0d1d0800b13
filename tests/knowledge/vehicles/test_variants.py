"""Spellings of vehicles that follow by rule."""

import pytest

from osint_kit.knowledge.vehicles import names
from osint_kit.knowledge.vehicles.variants import sorani, variants


@pytest.mark.parametrize(
    ("listed", "variant"),
    [
        ("هوندا", "هونډا"),
        ("تویوتا", "ټویوټا"),
        ("لیند کروزر", "لېنډ کروزر"),
        ("سپورتیج", "سپورٹیج"),
        ("پاترول", "باترول"),
    ],
)
def test_pashto_urdu_and_arabic_letters(listed: str, variant: str) -> None:
    assert variant in set(variants(listed))


@pytest.mark.parametrize(
    ("latin", "written"),
    [("volvo", "ڤۆڵڤۆ"), ("crafter", "کرافتەر"), ("sportage", "سپۆرتەیج"), ("opel", "ئۆپێل"), ("renault", "ڕێناولت")],
)
def test_sorani_writes_by_sound(latin: str, written: str) -> None:
    assert written in set(sorani(latin))


def test_other_scripts_and_codes_have_no_variants() -> None:
    assert not list(variants("тойота"))
    assert not list(variants("تۆیۆتا"))
    assert not list(sorani("rav4"))
    assert not list(sorani("kia"))


def test_all_of_them_stay_few() -> None:
    assert len(names()) < 8000
