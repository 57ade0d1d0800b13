import re

from osint_kit.extract.shapes import flexible, spaced


def test_a_blank_of_a_format_may_be_a_space_a_dash_or_nothing() -> None:
    pattern = spaced(r"\d{4} [A-Z]{2} 0\d")
    for written in ("1234AB01", "1234 AB 01", "1234-AB-01", "1234 AB - 01", "1234AB 01"):
        assert re.fullmatch(pattern, written)
    assert not re.fullmatch(pattern, "1234   AB01")


def test_a_blank_within_a_class_stays() -> None:
    assert spaced("[- ]x") == "[- ]x"


def test_a_plate_without_blanks_has_groups_all_the_same() -> None:
    assert re.fullmatch(flexible(r"\d{2}[A-Z]\d{3}[A-Z]{2}"), "12 A 345-BC")
    assert re.fullmatch(flexible(r"\d{4} ?[A-Z]{2}"), "1234AB")
