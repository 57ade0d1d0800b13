"""Carriers."""

import re

from osint_kit.knowledge.carriers import carriers


def test_codes_have_two_characters_and_one_letter_at_least() -> None:
    assert [code for code in carriers().names if not re.fullmatch("[A-Z]{2}|[A-Z][0-9]|[0-9][A-Z]", code)] == []


def test_the_core_and_cyrillic_spellings_are_carriers() -> None:
    assert carriers().core <= set(carriers().names)
    assert set(carriers().cyrillic.values()) <= set(carriers().names)
