from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.names import compare_organizations

SAME = [
    ("ООО «Нурафшон Тревел»", "Nurafshon Travel LLC"),
    ("ҶДММ «Сомон Транс»", "Somon Trans"),
    ("شرکت خدماتی نورافشان", "Nurafshon Services"),
    ("Al-Noor Trading Co. Ltd", "شركة النور للتجارة"),
    ("Барқи Тоҷик", "БТ"),
    ("ИП Каримов", "Каримов, ИП"),
    ("MChJ Oq Yo‘l Logistika", "ООО Ок Йул Логистика"),
]
OTHER = [
    ("ООО «Нурафшон Тревел»", "ООО «Меҳргон Тревел»"),
    ("ООО Сафар Тур", "ООО Сафар Строй"),
    ("Silk Road Logistics", "Silk Way Logistics"),
    ("Нур", "Нурафшон"),
    ("Travel LLC", "Trans LLC"),
]


@pytest.mark.parametrize("pair", SAME)
def test_one_organisation_in_two_forms(pair: tuple[str, str]) -> None:
    assert compare_organizations(*pair).same


@pytest.mark.parametrize("pair", OTHER)
def test_trade_and_legal_form_make_no_organisation(pair: tuple[str, str]) -> None:
    assert not compare_organizations(*pair).same


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared_alike_from_both_sides(left: str, right: str) -> None:
    ours, theirs = compare_organizations(left, right), compare_organizations(right, left)
    assert 0 <= ours.score <= 1
    assert ours.score == theirs.score
