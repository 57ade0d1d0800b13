from payments import Records, at

from osint_kit import money
from osint_kit.model.tables import TRANSFERS


def test_a_payment_becomes_a_row_with_its_ends_sum_time_and_statements() -> None:
    records = Records()
    item = records.pay("ann", "bob", 1500.5, 3, "rent")
    found = TRANSFERS.check(money.transfers(records.statements, records.entities))
    (row,) = found.to_dict("records")
    assert (records.person(row["payer"]), records.person(row["payee"])) == ("ann", "bob")
    assert (row["amount"], row["currency"], row["at"], row["purpose"]) == (1500.5, "USD", at(3), "rent")
    assert row["item"] == item
    said = records.statements.set_index("id")
    assert {said.loc[each, "property"] for each in row["statements"]} == {"payer", "beneficiary", "amount", "purpose"}


def test_rows_come_in_the_order_of_time_and_what_was_rejected_is_left_out() -> None:
    records = Records()
    for day in (9, 3, 6):
        records.pay("ann", "bob", 10 + day, day)
    statements = records.statements
    last = statements.index[statements["value"] == "19 USD"]
    kept = statements.assign(verdict=statements["verdict"].where(~statements.index.isin(last), "reject"))
    assert money.transfers(kept, records.entities)["amount"].tolist() == [13.0, 16.0]


def test_a_number_goes_to_the_entity_that_holds_it() -> None:
    records = Records()
    records.pay("ann", "bob", 10, 1)
    entities = records.entities
    joined = entities.assign(id="somebody", subjects=[tuple(entities["subjects"].explode())] * len(entities)).iloc[:1]
    (row,) = money.transfers(records.statements, joined).to_dict("records")
    assert row["payer"] == row["payee"] == "somebody"
