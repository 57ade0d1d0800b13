import pandas as pd
from payments import Records, at, smuggling, town

from osint_kit import analyse, money
from osint_kit.model.tables import JOURNEYS

PLACES = {"Orzugar": "orzugar", "Орзугар": "orzugar", "Veldhaven": "veldhaven", "Вельдхавен": "veldhaven"}


def found(records: Records) -> pd.DataFrame:
    transfers = money.transfers(records.statements, records.entities)
    frames = records.statements, records.documents, records.entities
    return JOURNEYS.check(analyse.journeys(*frames, transfers, PLACES))


def helped() -> Records:
    """Three journeys: money, calls before the departure, an offer of the route and a word of arrival."""
    records = smuggling(town(Records()))
    for day in range(0, 350, 20):
        records.call("manager", "cousin", day)
    for number in range(3):
        day = 40 + 90 * number
        records.write(f"Next group leaves, Orzugar – Veldhaven, ask {number}", day, names=("recruiter",))
        for at_hour, helper in enumerate(("driver", "guide", "house", "spotter")):
            records.call("manager", helper, day + 1.8 + at_hour / 24)
    return records


def test_each_pot_of_money_is_a_journey_between_the_last_deposit_and_the_release() -> None:
    records = helped()
    whole = found(records).query("leg == 0")
    assert len(whole) == 3
    first = whole.iloc[0]
    assert at(41) < first["start"] < at(42)
    assert first["end"] == at(48)
    assert (first["origin"], first["destination"]) == ("orzugar", "veldhaven")


def test_the_calls_before_a_departure_are_a_leg_with_the_helpers() -> None:
    records = helped()
    rows = found(records)
    helpers = {records.person(each) for each in rows.query("leg > 0").iloc[1]["helpers"]}
    assert helpers == {"manager", "driver", "guide", "house", "spotter"}
    assert {records.person(each) for each in rows.iloc[0]["helpers"]} >= {"helper driver", "guide"}


def test_every_row_carries_statements_and_legs_count_up() -> None:
    records = helped()
    rows = found(records)
    known = set(records.statements["id"])
    assert all(said and set(said) <= known for said in rows["statements"])
    for _journey, legs in rows.groupby("journey"):
        assert legs["leg"].tolist() == list(range(len(legs)))


def test_texts_alone_give_a_weaker_journey() -> None:
    records = Records()
    records.write("Our group leaves on 2031-03-02, Orzugar – Veldhaven", 50, names=("driver",), date="2031-03-02")
    records.write("Arrived in Veldhaven, thanks", 66, names=("driver",))
    whole = found(records).iloc[0]
    assert (whole["start"], whole["end"]) == ("2031-03-02T00:00:00+05:00", at(66))
    assert whole["score"] < found(helped())["score"].max()


def test_nothing_gives_nothing() -> None:
    assert found(town(Records())).empty
