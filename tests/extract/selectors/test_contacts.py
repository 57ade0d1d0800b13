"""Telephone numbers, addresses, hosts and account names, plain, defanged and spelt out."""

import pytest

from osint_kit.extract import find


def found(text: str, kind: str) -> list[tuple[str, str]]:
    return [(each.text, each.value) for each in find(text) if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("Звоните +992 90 000-00-12", "+992 90 000-00-12", "+992900000012"),
        ("00 93 700 000 012 whatsapp", "00 93 700 000 012", "+93700000012"),
        ("тел. 8 (912) 000-00-12 доб. 4", "8 (912) 000-00-12", "+79120000012"),
        ("فون ۰۳۰۰-۱۱۱۲۲۳۳ لاہور", "۰۳۰۰-۱۱۱۲۲۳۳", "+923001112233"),
        ("شماره تماس: ۰۷۰۰ ۰۰۰ ۰۱۲ کابل", "۰۷۰۰ ۰۰۰ ۰۱۲", "+93700000012"),
        ("ҳозир занг занед: 992 90 000 00 12", "992 90 000 00 12", "+992900000012"),
        ("нол нол: zero seven double zero, one two three four five six, Kabul", None, "+93700123456"),
    ],
)
def test_numbers_are_read_by_the_plan_of_the_country_the_text_speaks_from(
    text: str, surface: str | None, value: str
) -> None:
    ((seen, said),) = found(text, "phone")
    assert said == value
    assert surface in (None, seen)


@pytest.mark.parametrize(
    "text", ["Паспорт 4508 123456", "заказ 900 000 012", "Код 123-456-789", "СНИЛС 112-233-445 95"]
)
def test_numbers_of_papers_are_no_telephones(text: str) -> None:
    assert found(text, "phone") == []


@pytest.mark.parametrize(
    ("text", "kind", "surface", "value"),
    [
        ("ivan [at] example dot com ждёт", "email", "ivan [at] example dot com", "ivan@example.com"),
        ("почта ivan собака example точка com", "email", "ivan собака example точка com", "ivan@example.com"),
        ("ایمیل: ali(at)example(dot)org", "email", "ali(at)example(dot)org", "ali@example.org"),
        ("hxxps://x[.]example/a, смотри", "url", "hxxps://x[.]example/a", "https://x.example/a"),
        ("(https://a.example/b_(c))", "url", "https://a.example/b_(c)", "https://a.example/b_(c)"),
        ("t.me/falak_trans тут", "url", "t.me/falak_trans", "t.me/falak_trans"),
        ("сайт bozor[.]example.", "domain", "bozor[.]example", "bozor.example"),
        ("пиши @Falak_Trans.", "handle", "@Falak_Trans", "@falak_trans"),
        ("Telegram: falak_204", "handle", "falak_204", "@falak_204"),
        ("IP 192.0.2[.]15", "ip_address", "192.0.2[.]15", "192.0.2.15"),
    ],
)
def test_addresses_come_back_refanged(text: str, kind: str, surface: str, value: str) -> None:
    assert found(text, kind) == [(surface, value)]


@pytest.mark.parametrize(
    "text", ["Готово.Звоните", "см. file.txt и notes.md", "версия 1.2.3.4", "Insta: noname", "a@b"]
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert not [each for each in find(text) if each.kind in {"email", "url", "domain", "handle", "ip_address"}]
