import pandas as pd
import pytest
from payments import Records, smuggling, town

from osint_kit import money
from osint_kit.model.tables import INDICATORS


def found(records: Records) -> pd.DataFrame:
    transfers = money.transfers(records.statements, records.entities)
    typologies = money.typologies(transfers, records.documents)
    return INDICATORS.check(money.indicators(transfers, typologies, records.documents, records.statements))


def said(text: str) -> set[str]:
    records = Records()
    records.write(text, 5)
    return set(found(records)["indicator"])


@pytest.mark.parametrize(
    "text",
    [
        "From Orzugar to Veldhaven, 1500 USD, +281 55 123-45-67",
        "Из Орзугара в Вельдхавен, 1 500 долларов, +281 55 123-45-67",
        "Аз Орзугар ба Велдхавен, 1500 доллар, +281 55 123-45-67",
        "از ارزوگر به ولدهاون، ۱۵۰۰ دالر، ۰۰۲۸۱۵۵۱۲۳۴۵۶۷",
    ],
)
def test_an_offer_of_a_route_reads_alike_in_four_languages(text: str) -> None:
    assert "ON-01" in said(text)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("The owner keeps our passports", "EX-01"),
        ("Хозяин забрал наши документы", "EX-01"),
        ("Шиносномаи моро гирифтанд", "EX-01"),
        ("پاسپورت های ما را گرفت", "EX-01"),
        ("The debt grows every week", "EX-02"),
        ("Долг растёт каждую неделю", "EX-02"),
        ("Қарз зиёд шуд", "EX-02"),
        ("قرض زیاد شد", "EX-02"),
        ("We are locked in at night", "EX-03"),
        ("They threatened my mother", "EX-04"),
        ("Угрожали моей семье", "EX-04"),
        ("Two months and we were never paid", "EX-05"),
        ("Нам не платят второй месяц", "EX-05"),
        ("Маош намедиҳанд", "EX-05"),
        ("معاش نمی دهند", "EX-05"),
        ("If the police ask, say that you are students", "EX-06"),
        ("Send the money or your brother stays", "ON-09"),
        ("Arrived, thanks to @uncle_5", "ON-06"),
        ("Pay on arrival, route Orzugar – Veldhaven", "ON-08"),
        ("One-way tickets only", "TR-03"),
        ("Forty people in one lorry, no water", "TR-04"),
    ],
)
def test_words_carry_an_indicator_and_its_evidence(text: str, indicator: str) -> None:
    records = Records()
    records.write(text, 5)
    rows = found(records).set_index("indicator")
    assert indicator in rows.index
    row = rows.loc[indicator]
    assert row["original"] == text[row["start"] : row["end"]] != ""
    assert "lead, not evidence" in row["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "Phones repaired, one month guarantee. +281 55 123-45-67",
        "Flat to let, 120 USD a month",
        "A game of chess every Friday",
        "Fresh bread has arrived",
        "They have not arrived yet, thanks for asking, +281 55 123-45-67",
        "Kittens to good hands",
        "Замки, окна, двери. Гарантия",
        "Нашёл паспорт на базаре",
    ],
)
def test_everyday_texts_carry_nothing_that_counts(text: str) -> None:
    records = Records()
    records.write(text, 5)
    assert found(records).query("score >= 0.5").empty


def test_held_money_marks_its_rows_at_the_sum() -> None:
    records = smuggling(town(Records()))
    rows = found(records).query("indicator == 'FI-14'")
    assert len(rows) == 3 * 14
    assert all(original.endswith(" USD") for original in rows["original"])
    assert rows["item"].str.contains("#row=").all()


def test_splitting_a_sum_just_under_a_round_one_is_seen() -> None:
    records = town(Records())
    for day in range(3):
        records.pay(f"ann {day}", "bob", 970, 50 + day)
    assert len(found(records).query("indicator == 'FI-09'")) == 3


def test_a_number_under_several_offering_accounts_is_seen_and_a_customer_who_passes_it_on_is_not() -> None:
    records = Records()
    for day, author in enumerate(("@one", "@two", "@three")):
        records.write("Orzugar – Veldhaven, call +281550000001", day, author=author, phone="+281550000001")
    records.write("Thanks to +281550000001", 9, author="@guest", phone="+281550000001")
    assert len(found(records).query("indicator == 'ON-04'")) == 2


def test_an_indicator_is_named_once_a_document() -> None:
    records = smuggling(town(Records()))
    records.write("They took our passports. They took our papers.", 70)
    rows = found(records)
    assert not rows.duplicated(["indicator", "document"]).any()
    assert rows["score"].is_monotonic_decreasing
