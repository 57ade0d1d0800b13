import time

import pandas as pd
import pytest
from payments import Records, smuggling, town

from osint_kit import money
from osint_kit.model.tables import TYPOLOGIES

COUNTS = 0.5
"""What scores this much is proposed for a decision."""


def found(records: Records, options: money.Options | None = None) -> pd.DataFrame:
    transfers = money.transfers(records.statements, records.entities)
    return money.typologies(transfers, records.documents, *([options] if options else []))


def counted(records: Records) -> dict[str, int]:
    proposed = found(records)
    return proposed.loc[proposed["score"] >= COUNTS, "typology"].value_counts().to_dict()


def test_money_held_until_an_arrival_is_found_once_a_journey() -> None:
    records = smuggling(town(Records()))
    held = found(records).query("typology == 'TY-HOLD'")
    TYPOLOGIES.check(held)
    assert len(held) == 3
    assert (held["score"] >= 0.7).all()
    assert {records.person(entities[0]) for entities in held["entities"]} == {"holder"}
    assert {len(items) for items in held["transfers"]} == {14}
    assert held["amount"].tolist() == ["8500 USD"] * 3


def test_without_a_word_of_arrival_it_stays_weak() -> None:
    held = found(smuggling(town(Records()), arrivals=False)).query("typology == 'TY-HOLD'")
    assert len(held) == 3
    assert (held["score"] < COUNTS).all()


def test_words_of_arrival_all_year_round_prove_nothing() -> None:
    records = smuggling(town(Records()), arrivals=False)
    for day in range(0, 350, 2):
        records.write("We have arrived, thank you", day + 0.1)
    held = found(records).query("typology == 'TY-HOLD'")
    late = smuggling(town(Records()), arrivals=False)
    for number in range(3):
        late.write("We have arrived, thank you", 40 + 90 * number + 10)
    assert (held["score"] < COUNTS).all()
    assert (found(late).query("typology == 'TY-HOLD'")["score"] >= COUNTS).all()


def test_a_pattern_that_a_more_telling_one_explains_is_lowered() -> None:
    assert counted(smuggling(town(Records()))) == {"TY-HOLD": 3, "TY-FANIN": 3}


def test_wages_are_no_fan() -> None:
    records = town(Records())
    for month in range(10):
        for customer in range(4):
            records.pay(f"customer {(month * 3 + customer) % 15}", "firm", 900 + 70 * customer, 30 * month + customer)
        for worker in range(6):
            records.pay("firm", f"worker {worker}", 450, 30 * month + 9)
    assert "TY-FANOUT" not in counted(records)
    assert "TY-GS" not in counted(records)
    assert "TY-HOLD" not in counted(records)


def test_a_charity_of_standing_donors_is_no_fan() -> None:
    records = town(Records())
    for month in range(10):
        for donor in range(12):
            records.pay(f"donor {donor}", "charity", 250, 30 * month + donor / 4)
        for family in range(5):
            records.pay("charity", f"poor {month}/{family}", 500, 30 * month + 10)
    assert counted(records) == {}


def test_a_family_circle_of_loans_is_no_cycle() -> None:
    records = town(Records())
    for turn in range(5):
        for number, (one, two) in enumerate((("aunt", "son"), ("son", "niece"), ("niece", "aunt"))):
            records.pay(one, two, 600, 20 + 60 * turn + 14 * number)
            records.pay(two, one, 600, 25 + 60 * turn + 14 * number)
    assert counted(records) == {}


def test_a_changer_with_balanced_books_is_nothing() -> None:
    records = town(Records())
    for number in range(150):
        customer, sum_paid = f"customer {number % 35}", (100, 150, 220, 300, 480)[number % 5]
        one, two = (customer, "changer") if number % 2 else ("changer", customer)
        records.pay(one, two, sum_paid, number * 2.2)
    assert counted(records) == {}


def test_savings_that_go_back_to_those_who_left_them_are_nothing() -> None:
    records = town(Records())
    for year in range(3):
        for saver in range(4):
            records.pay(f"saver {saver}", "keeper", 900, 20 + 100 * year + saver)
            records.pay("keeper", f"saver {saver}", 900, 50 + 100 * year + saver / 10)
    assert counted(records) == {}


def test_a_sum_over_several_hands_and_one_that_comes_round_are_found() -> None:
    records = town(Records())
    for number, middle in enumerate(("x", "y", "z")):
        records.pay("source", middle, 1000, 200 + number / 10)
        records.pay(middle, "sink", 950, 202 + number / 10)
    for number, (one, two) in enumerate((("a", "b"), ("b", "c"), ("c", "a"))):
        records.pay(one, two, 2000 - 50 * number, 210 + number)
    assert counted(records).keys() >= {"TY-SG", "TY-CYC"}


def test_a_hand_through_which_sums_go_again_and_again_is_found_and_a_standing_order_is_not() -> None:
    records, order = town(Records()), town(Records())
    for number, day in enumerate((20, 31, 77, 90, 140)):
        records.pay("chief", "straw", 900 + 50 * number, day)
        records.pay("straw", "firm", 890 + 50 * number, day + 2)
    for month in range(8):
        order.pay("tenant", "agent", 600, 30 * month)
        order.pay("agent", "landlord", 580, 30 * month + 1)
    assert counted(records) == {"TY-STK": 1}
    assert counted(order) == {}


def test_sums_in_two_currencies_are_not_compared() -> None:
    records = smuggling(Records())
    statements = records.statements
    money_rows = statements["kind"] == "money"
    even = statements.index % 2 == 0
    mixed = statements.assign(value=statements["value"].mask(money_rows & even, "100000 TJS"))
    proposed = money.typologies(money.transfers(mixed, records.entities), records.documents)
    assert all(";" not in amount for amount in proposed["amount"])


def test_thresholds_are_options() -> None:
    records = smuggling(town(Records()))
    strict = found(records, money.Options(payers=20))
    assert strict.empty


def test_nothing_gives_nothing() -> None:
    records = Records()
    transfers = money.transfers(records.statements, records.entities)
    assert money.typologies(transfers, records.documents).empty
    assert money.indicators(transfers, found(records), records.documents, records.statements).empty


@pytest.mark.parametrize("busy", [False, True])
def test_ten_thousand_transfers_take_less_than_two_seconds(busy: bool) -> None:  # noqa: FBT001 - a case of the test
    records = Records()
    smuggling(town(records, people=6 if busy else 400, payments=300))
    small = money.transfers(records.statements, records.entities)
    many = pd.concat([small.assign(id=small["id"] + str(copy), item=small["item"] + str(copy)) for copy in range(31)])
    assert len(many) >= 10000 - 200
    began = time.process_time()
    money.typologies(many.reset_index(drop=True), records.documents)
    assert time.process_time() - began < 2
