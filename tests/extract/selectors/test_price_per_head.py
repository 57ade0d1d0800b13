"""What one person pays."""

import pytest

from osint_kit.extract.finding import find_many

PRICES = (
    ("1500$ с человека", "1500 USD"),
    ("аз ҳар нафар 2000$", "2000 USD"),
    ("барои як кас 1500 евро", "1500 EUR"),
    ("har kishiga 2000$", "2000 USD"),
    ("kishi boshiga ikki ming dollar", "2000 USD"),
    ("€1500 per pax", "1500 EUR"),
    ("نفر ۱۵۰۰ دالر", "1500 USD"),
    ("فی نفر ۱۵۰۰ یورو", "1500 EUR"),
    ("د هر کس ۱۵۰۰ ډالر", "1500 USD"),
    ("فی کس 2 لاکھ روپے", "200000 PKR"),
    ("1500 دولار للشخص", "1500 USD"),
    ("هەر کەسێک 1500 دۆلار", "1500 USD"),
    ("1500 دۆلار بۆ هەر کەسێک", "1500 USD"),
    ("1 человек — 1500 евро", "1500 EUR"),
    ("$1500/person", "1500 USD"),
    ("500$ за 1 человека", "500 USD"),
    ("по 2 тысячи евро с каждого", "2000 EUR"),
    ("each 1500 EUR", "1500 EUR"),
    ("€1.5k each", "1500 EUR"),
    ("50,000 روپے فی کس", "50000 PKR"),
    ("٣٥٠٠ يورو للنفر", "3500 EUR"),
    ("هەر کەسێک ٤ هەزار یۆرۆ", "4000 EUR"),
    ("1500 € с чел.", "1500 EUR"),
    ("По 1200 у.е с носа", "1200 USD"),
    ("kishisiga 1500$", "1500 USD"),
    ("нафаре 1500$", "1500 USD"),
    ("барои ҳар нафар 2 ҳазор доллар", "2000 USD"),
    ("سری ۳۰۰۰ یورو", "3000 EUR"),
    ("هر سر ۳۰۰۰ یورو", "3000 EUR"),
)


def found(text: str) -> list[tuple[str, str]]:
    (mentions,) = find_many([text], kinds=("money", "price_per_head"))
    return [(each.kind, each.value) for each in mentions]


@pytest.mark.parametrize(("text", "value"), PRICES)
def test_a_price_for_each_is_not_money(text: str, value: str) -> None:
    assert found(text) == [("price_per_head", value)]


@pytest.mark.parametrize("text", ["3 нафар 1500$", "5 نفر ۱۵۰۰ دالر", "5 kishi 1500$"])
def test_people_that_are_counted_share_no_price(text: str) -> None:
    assert found(text) == [("money", "1500 USD")]
