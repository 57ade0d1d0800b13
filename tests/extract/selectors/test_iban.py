import pytest

from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL, Profile


def values(text: str, profiles: tuple[Profile, ...] = REAL) -> list[str]:
    return [each.value for each in find(text, profiles=profiles) if each.kind == "iban"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("IBAN: DE89 3704 0044 0532 0130 00.", "DE89370400440532013000"),
        ("hesap tr83 0006 2000 0000 0012 3456 78 lütfen", "TR830006200000000012345678"),
        ("ҳисоб KZ86-125K-ZT50-0410-0100", "KZ86125KZT5004100100"),
        ("حساب PK۳۶SCBL۰۰۰۰۰۰۱۱۲۳۴۵۶۷۰۲", "PK36SCBL0000001123456702"),
        ("счёт КZ86 125К ZT50 0410 0100", "KZ86125KZT5004100100"),
        ("شبا IR82 0540 1026 8002 0817 9090 02", "IR820540102680020817909002"),
    ],
)
def test_written_in_many_ways(text: str, value: str) -> None:
    assert values(text) == [value]


def test_two_in_a_row_are_two() -> None:
    assert values("DE44 5001 0517 5407 3249 31 or LT121000011101001000") == [
        "DE44500105175407324931",
        "LT121000011101001000",
    ]


def test_fictional_ones_by_their_profile_and_without(profiles: tuple[Profile, ...]) -> None:
    assert values("ба QM93 0000 1111 2222 3333 44 гузашт", profiles) == ["QM93000011112222333344"]
    assert values("ба QM93000011112222333344 гузашт") == ["QM93000011112222333344"]


@pytest.mark.parametrize("text", ["PK36SCBL0000001123456703", "DE89 3704 0044 0532 0130 01", "QM92NVZB00001111222234"])
def test_a_broken_one_is_nothing(text: str, profiles: tuple[Profile, ...]) -> None:
    assert not [each for each in find(f"ئایبان {text} هەڵەیە", profiles=(*profiles, *REAL)) if each.kind != "place"]


def test_words_are_no_account() -> None:
    assert not values("with 19 people on board and 20 people in the hall; it 40 times was used at sample")
