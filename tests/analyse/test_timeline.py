import pandas as pd
from payments import Records, at, smuggling, town

from osint_kit import analyse
from osint_kit.model.tables import EVENTS
from osint_kit.model.times import moment


def found(records: Records) -> pd.DataFrame:
    return EVENTS.check(analyse.timeline(records.statements, records.documents, records.entities))


def test_everyday_life_is_no_event() -> None:
    records = town(Records())
    for number in range(200):
        records.call(f"town {number % 30}", f"town {(number * 11 + 5) % 30}", number * 1.7)
    records.write("Kittens to good hands", 5, names=("town 1",))
    assert found(records).empty


def test_held_money_gives_a_collection_and_a_payout_each_with_its_statements() -> None:
    records = smuggling(town(Records()))
    rows = found(records).query("kind == 'payment'")
    assert len(rows) == 6
    known = set(records.statements["id"])
    assert all(set(said) <= known and said for said in rows["statements"])
    assert {records.person(entities[0]) for entities in rows["entities"]} == {"holder"}
    assert (rows["at"] <= rows["until"]).all()


def test_a_text_that_states_the_day_is_surer_than_one_that_does_not() -> None:
    records = Records()
    records.write("Police stopped a van at the border on 2031-02-01", 33, date="2031-02-01")
    records.write("Police detained a driver at the border", 200, names=("driver",))
    first, second = found(records).to_dict("records")
    assert (first["kind"], second["kind"]) == ("stop", "stop")
    assert first["at"] == "2031-02-01T00:00:00+05:00"
    assert second["at"] == at(200)
    assert first["score"] > second["score"]
    assert [records.person(each) for each in second["entities"]] == ["driver"]


def test_a_text_posted_again_is_one_event_at_its_first_time() -> None:
    records = Records()
    for day in (9, 4, 7):
        records.write("We have arrived, thanks to the driver", day, names=("driver",))
    (row,) = found(records).to_dict("records")
    assert row["at"] == at(4)


def test_events_of_texts_read_alike_in_four_languages() -> None:
    records = Records()
    told = (
        "The crossing is closed",
        "Переход закрыт",
        "Гузаргоҳ баста шуд",
        "گذرگاه بسته شد",
    )
    for day, text in enumerate(told):
        records.write(text, day, person="x")
    assert found(records)["kind"].tolist() == ["closure"] * 4


def test_there_are_at_most_sixty_in_the_order_of_time() -> None:
    records = smuggling(town(Records()), journeys=4)
    for day in range(300):
        records.write(f"Arrived number {day}, thanks to all", day, names=("driver",))
    rows = found(records)
    assert len(rows) <= 60
    assert set(rows["kind"]) == {"arrival", "payment"}
    assert [moment(each) for each in rows["at"]] == sorted(moment(each) for each in rows["at"])


def test_an_unusual_burst_of_calls_is_an_event() -> None:
    records = Records()
    for day in range(0, 350, 14):
        records.call("boss", "cousin", day)
    for number, helper in enumerate(("driver", "guide", "house", "spotter", "recruiter")):
        records.call("boss", helper, 100.2 + number / 24)
    (row,) = found(records).query("kind == 'calls'").to_dict("records")
    assert records.person(row["entities"][0]) == "boss"
    assert row["at"].startswith(at(100)[:10])
