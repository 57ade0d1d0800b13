from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.knowledge.names import Role, parse

ROLES = [
    ("ҳоҷӣ Карим Саидов", "honorific given surname"),
    ("Қаландар Ёдгорович Мирзоев", "given patronymic surname"),
    ("Jahongir Anvar o‘g‘li Sultonov", "given father particle surname"),
    ("Асанбек Жумабек уулу", "given father particle"),
    ("Айгерим Сейітқызы", "given patronymic"),
    ("يوسف بن عمر الدوسري", "given particle father nisba"),
    ("Ibrahim s/o Musa", "given particle father"),
    ("Ali Abu Hasan", "given kunya"),
    ("Umm Kulsum Yusufi", "given nisba"),
    ("Кравцов Д.О.", "surname initial initial"),
    ("Rahimov, Karim", "given surname"),
    ("Salih walad Ghulam Nabi", "given particle father father"),
    ("نور الدین سنگزاده", "given surname"),
]


@pytest.mark.parametrize(("name", "roles"), ROLES)
def test_words_have_roles(name: str, roles: str) -> None:
    assert " ".join(token.role.value for token in parse(name).tokens) == roles


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Abdul Rashid Samadov", ["abdulrashid", "samadov"]),
        ("Saif Ullah Khan", ["saifullah", "khan"]),
        ("Zia ul-Haq Pasarlai", ["ziaulhaq", "pasarlai"]),
        ("عبد الرحمن القاسمي", ["عبدالرحمن", "قاسمی"]),
        ("Xudo Bakhsh Mengal", ["xudobakhsh", "mengal"]),
    ],
)
def test_halves_of_one_name_are_joined(name: str, texts: list[str]) -> None:
    assert [token.text for token in parse(name).tokens] == texts


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Олимова", "f"),
        ("Каримович", "m"),
        ("Sitora d/o Nazarbek", "f"),
        ("Токтобек Асан уулу", "m"),
        ("Бермет Акмат кызы", "f"),
        ("زینب بنت صالح", "f"),
        ("Навзамин", ""),
    ],
)
def test_forms_tell_the_sex(name: str, sex: str) -> None:
    assert parse(name).gender == sex


def test_words_are_shown_as_written() -> None:
    assert [token.shown for token in parse("SAIDOV Karim").tokens] == ["SAIDOV", "Karim"]


def test_a_family_name_keeps_its_root() -> None:
    assert [parse(name).of(Role.SURNAME)[0].root for name in ("А. Саидов", "A. Saidzoda", "ا. سعیدزاده")] == [
        "саид",
        "said",
        "سعید",
    ]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_parsed(text: str) -> None:
    assert all(token.text for token in parse(text).tokens)
