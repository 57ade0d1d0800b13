"""Fees that are paid in parts."""

import pytest

from osint_kit.extract.finding import find, find_many


def found(text: str) -> list[str]:
    (mentions,) = find_many([text], kinds=("fee_split",))
    return [each.text for each in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "половина сразу, половина по прибытии",
        "30% аванс, 70% по прибытии",
        "нисфаш ҳозир, нисфаш баъди расидан",
        "yarmi oldin, yarmi keyin",
        "ярми ҳозир, қолгани борганда",
        "half now, half on arrival",
        "30% upfront, the rest on arrival",
        "نیم پیش نیم پس",
        "نصف اول، نصف بعد از رسیدن",
        "۳۰٪ اول ۷۰٪ آخر",
        "نیمې اوس نیمې هلته",
        "آدھے پہلے، آدھے پہنچ کر",
        "نص قبل ونص بعد الوصول",
        "نیوەی ئێستا نیوەی دوای گەیشتن",
    ],
)
def test_parts_and_their_times_are_one_stretch(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize("text", ["оплата 50/50", "70/30 cash", "пул 50 ба 50", "50 на 50, цена 100$"])
def test_a_ratio_counts_where_money_is_the_subject(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", ["Ratio 50/50 flour and butter", "score 50/40", "1" * 6_000 + "/50", "first half"])
def test_other_ratios_are_left(text: str) -> None:
    assert found(text) == []


def test_the_value_is_the_ratio() -> None:
    assert [each.value for each in find("оплата 50/50") if each.kind == "fee_split"] == ["50/50"]
