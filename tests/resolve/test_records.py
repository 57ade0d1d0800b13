"""Records of an analyst's own table, clustered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.errors import BadMapping
from osint_kit.resolve import cluster

NAMES = (
    "Карим Саидов",
    "Karim Saidov",
    "Saidzoda Karim",
    "کریم سعیدوف",
    "Далер Саидов",
    "Манзура Наби",
    "К. Саидов",
    "",
)
BIRTHS = ("1987-05-12", "12.05.1987", "05.12.1987", "1987", "1990-01-03", "", "1366/02/22", "no date")
PHONES = ("+992 93 555 01 00", "935550100", "93 555 01 01", "", "900000000")
PLACES = ("Навзамин", "Navzamin, Chinor 7", "Сангдара", "")


@st.composite
def tables(draw: st.DrawFn) -> pd.DataFrame:
    columns = {"name": NAMES, "birth_date": BIRTHS, "phone": PHONES, "place": PLACES}
    rows = draw(st.lists(st.tuples(*(st.sampled_from(values) for values in columns.values())), min_size=1, max_size=14))
    table = pd.DataFrame(rows, columns=list(columns))
    table.insert(0, "id", [f"R{row:02d}" for row in range(len(table))])
    return table


def groups(found: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(each) for each in found.groupby("cluster")["id"].apply(list)}


def clusters(*rows: dict[str, object]) -> list[object]:
    table = pd.DataFrame(rows)
    table.insert(0, "id", [chr(ord("a") + row) for row in range(len(table))])
    return list(cluster(table)["cluster"])


@settings(max_examples=60, deadline=None)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(table: pd.DataFrame, chance: object) -> None:
    order = list(range(len(table)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    shuffled = cluster(table.iloc[order].reset_index(drop=True))
    assert groups(shuffled) == groups(cluster(table))
    assert list(shuffled["id"]) == list(table["id"].iloc[order])


@settings(max_examples=40, deadline=None)
@given(tables())
def test_the_output_has_a_row_per_record_and_the_smallest_id_names_the_cluster(table: pd.DataFrame) -> None:
    found = cluster(table)
    assert list(found.columns) == ["id", "cluster", "score", "reasons"]
    assert list(found["id"]) == list(table["id"])
    assert found["score"].between(0, 1).all()
    assert found["reasons"].str.len().gt(0).all()
    assert all(name == min(members) for name, members in found.groupby("cluster")["id"].apply(list).items())


def test_one_man_in_three_scripts_is_one_cluster() -> None:
    found = clusters(
        {"name": "Фирӯз Каримов", "birth_date": "1987-05-12"},
        {"name": "Firuz Karimov", "birth_date": "12.05.1987"},
        {"name": "فیروز کریموف", "birth_date": "22/2/1366"},
        {"name": "Каримзода Фирӯз", "birth_date": "12.05.87"},
        {"name": "Далер Шарипов", "birth_date": "1987-05-12"},
    )
    assert found[:2] == ["a", "a"]
    assert found[3:] == ["a", "e"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1987-05-12", date(1987, 5, 12)),
        ("1987-05-12", "12.05.1987"),
        ("1987-05-12", "19870512"),
        ("1987-05-12", "12/5/87"),
        ("1987-05-12", "05.12.1987"),
        ("1987-05-12", "1987-05-13"),
        ("1987-05-12", "1366/02/22"),
        ("1987-05-12", "۱۳۶۶/۰۲/۲۲"),
        ("1987-05-12", "1987-05-12T00:00:00"),
    ],
)
def test_a_date_of_birth_is_read_however_it_is_written(one: object, other: object) -> None:
    found = clusters({"name": "Karim Saidov", "birth_date": one}, {"name": "Karim Saidov", "birth_date": other})
    assert found == ["a", "a"]


def test_another_date_of_birth_makes_a_namesake() -> None:
    found = clusters(
        {"name": "Karim Saidov", "birth_date": "1987-05-12"}, {"name": "Karim Saidov", "birth_date": "1961-11-30"}
    )
    assert found == ["a", "b"]


@pytest.mark.parametrize("column", ["phone", "email", "document", "place", "birth_date", "name"])
def test_one_column_alone_is_enough_to_run(column: str) -> None:
    found = cluster(pd.DataFrame({column: ["x@post.example 12345678", None, "other 9"]}))
    assert list(found["id"]) == [0, 1, 2]
    assert len(found) == 3


def test_what_is_missing_may_be_none_nan_or_empty() -> None:
    table = pd.DataFrame({"name": ["Karim Saidov", "Karim Saidov", "Далер Назаров"], "phone": [None, float("nan"), ""]})
    assert list(cluster(table)["cluster"]) == [0, 1, 2] or list(cluster(table)["cluster"]) == [0, 0, 2]


def test_numbers_from_a_spreadsheet_are_read_as_numbers() -> None:
    found = clusters(
        {"name": "Karim Saidov", "phone": 935550100.0}, {"name": "Карим Саидов", "phone": "+992 93 555 01 00"}
    )
    assert found == ["a", "a"]


def test_an_empty_table_gives_an_empty_table() -> None:
    found = cluster(pd.DataFrame({"id": [], "name": []}))
    assert list(found.columns) == ["id", "cluster", "score", "reasons"]
    assert found.empty


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (pd.DataFrame({"given": ["Karim"]}), "expected one of the columns name, birth_date"),
        (pd.DataFrame(), "found none"),
        (pd.DataFrame({"id": ["a", "a"], "name": ["Karim", "Daler"]}), "expected each id once, found a"),
        (pd.DataFrame({"id": ["a", None], "name": ["Karim", "Daler"]}), "expected an id in each row"),
        (pd.DataFrame({"name": ["Karim", ["Daler", "Umed"]]}), "expected one value in a cell, found list, at row 1"),
        (pd.DataFrame([["Karim", "Daler"]], columns=["name", "name"]), "expected each column once"),
        ([{"name": "Karim"}], "expected a table of records, found list"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(table: pd.DataFrame, said: str) -> None:
    with pytest.raises(BadMapping, match=said):
        cluster(table)


@pytest.mark.parametrize(
    "hostile", ["\x00", "\n\n", "\u200f\u200f", "ᠮᠣᠩᠭᠣᠯ", "𐍈" * 500, "=1+1", "{name}", "\ue000", "\x1e"]
)
def test_hostile_text_in_any_column_does_no_harm(hostile: str) -> None:
    columns = ("name", "birth_date", "phone", "email", "place", "document", "listing")
    table = pd.DataFrame({column: [hostile, "Karim Saidov 1987 x@post.example", hostile, None] for column in columns})
    assert len(cluster(table)) == 4


def test_names_of_no_known_script_are_compared_as_they_stand() -> None:
    rows: Sequence[dict[str, object]] = [{"name": "გიორგი ბერიძე", "birth_date": "1987-05-12"}] * 2
    assert clusters(*rows, {"name": "ნინო ბერიძე", "birth_date": "1991-02-02"}) == ["a", "a", "c"]


def test_ids_may_be_numbers_and_the_smallest_is_the_smallest_number() -> None:
    table = pd.DataFrame({"id": [10, 9], "name": ["Karim Saidov"] * 2, "document": ["A1234567"] * 2})
    assert list(cluster(table)["cluster"]) == [9, 9]


def test_a_title_is_no_part_of_the_name() -> None:
    found = clusters(
        {"name": "устод Карим Саидов", "birth_date": "1987-05-12"}, {"name": "Karim Saidov", "birth_date": "1987-05-12"}
    )
    assert found == ["a", "a"]


def test_a_hundred_equal_records_are_one_cluster() -> None:
    table = pd.DataFrame({"name": ["Karim Saidov"] * 20, "document": ["A1234567"] * 20})
    assert set(cluster(table)["cluster"]) == {0}


def test_the_table_is_left_as_it_was() -> None:
    table = pd.DataFrame({"id": ["b", "a"], "name": ["Karim", "Daler"], "phone": [None, "935550100"]})
    before = table.copy(deep=True)
    cluster(table)
    pd.testing.assert_frame_equal(table, before)


def test_the_same_table_gives_the_same_bytes() -> None:
    rng = np.random.default_rng(3)
    table = pd.DataFrame({"name": rng.choice(NAMES, 60), "phone": rng.choice(PHONES, 60)})
    pd.testing.assert_frame_equal(cluster(table), cluster(table))


@pytest.mark.parametrize("times", [3, 30, 300])
def test_a_record_that_stands_many_times_is_one_cluster(times: int) -> None:
    table = pd.DataFrame({"name": ["Karim Saidov"] * times, "document": ["A1234567"] * times})
    assert set(cluster(table)["cluster"]) == {0}


def test_a_person_who_is_written_in_many_ways_is_one_cluster() -> None:
    names, births = ("Фирӯз Каримов", "Firuz Karimov", "Karimov Firooz", "فیروز کریموف"), ("1987-05-12", "1987", "")
    rows = [
        {"name": name, "birth_date": birth, "phone": "935550100", "place": place}
        for name in names
        for birth in births
        for place in ("Навзамин", "Navzamin, Chinor 7", "Сангдара", "Шӯроб", "")
    ]
    assert len(set(clusters(*rows))) == 1
