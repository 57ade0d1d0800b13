"""Money: what the network pays, what only looks like it, and what the key says of both."""

import csv
import io
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import Any

import pytest


def rows_of(bundle: Any) -> dict[str, dict[str, str]]:
    """The partner's statement by the address of each row."""
    text = (bundle.path / "files" / "mobile_money.csv").read_text("utf-8")
    url = next(row for row in bundle.table("files") if row["name"] == "mobile_money.csv")
    address = f"https://{url['host']}{url['path']}"
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {f"{address}#row={number}": row for number, row in enumerate(rows, start=2)}


def at(row: dict[str, str]) -> datetime:
    return datetime.fromisoformat(row["Время"] + "+03:00")


def of(bundle: Any, typology: str) -> list[dict[str, Any]]:
    return [row for row in bundle.key("typologies") if row["typology"] == typology]


def test_every_transfer_of_the_key_is_a_row(standard: Any) -> None:
    assert [row["item"] for row in sorted(standard.key("transfers"), key=_row)] == list(rows_of(standard))


def _row(transfer: dict[str, Any]) -> int:
    return int(transfer["item"].rpartition("=")[2])


def test_what_is_released_was_parked(standard: Any) -> None:
    rows, journeys = rows_of(standard), standard.key("events")
    arrivals = {row["id"]: datetime.fromisoformat(row["end"]) for row in journeys if row["kind"] == "journey"}
    by_item = {row["item"]: row for row in standard.key("transfers")}
    assert len(of(standard, "TY-HOLD")) == len(arrivals)
    for hold in of(standard, "TY-HOLD"):
        parked = [each for each in hold["transfers"] if by_item[each]["typology"] == "TY-FANIN"]
        released = [each for each in hold["transfers"] if by_item[each]["typology"] == "TY-HOLD"]
        arrived = arrivals[by_item[released[0]]["journey"]]
        assert {rows[each]["Получатель"] for each in parked} == {rows[each]["Отправитель"] for each in released}
        assert sum(int(rows[each]["Сумма"]) for each in released) <= sum(int(rows[each]["Сумма"]) for each in parked)
        assert max(at(rows[each]) for each in parked) < arrived
        assert all(timedelta(0) < at(rows[each]) - arrived < timedelta(hours=7) for each in released)


def test_word_of_the_arrival_comes_before_the_release(standard: Any) -> None:
    events = standard.key("events")
    said = {row["parent"]: row for row in events if row["kind"] == "arrival"}
    published = {row["item"]: row["published"] for row in standard.table("messages")}
    for release in (row for row in events if row["kind"] == "release"):
        assert min(published[item] for item in said[release["parent"]]["items"] if item in published) < release["start"]


def test_settlements_are_paired_and_nearly_equal(standard: Any) -> None:
    rows = rows_of(standard)
    (settled,) = of(standard, "TY-SETTLE")
    pairs: dict[frozenset[str], list[dict[str, str]]] = defaultdict(list)
    for item in settled["transfers"]:
        row = rows[item]
        pairs[frozenset((row["Отправитель"], row["Получатель"]))].append(row)
    for listed in pairs.values():
        ways = Counter(row["Отправитель"] for row in listed)
        assert len(set(ways.values())) == 1
        sums = {sender: sum(int(row["Сумма"]) for row in listed if row["Отправитель"] == sender) for sender in ways}
        assert min(sums.values()) > 0.95 * max(sums.values())
    dear = [int(rows[item]["Сумма"]) for item in settled["transfers"] if rows[item]["Назначение"] == "car parts"]
    others = [row for item, row in rows.items() if item not in settled["transfers"]]
    usual = [int(row["Сумма"]) for row in others if row["Назначение"] == "car parts"]
    assert min(dear) > 5 * max(usual)
    assert len(usual) >= 10


def test_the_organiser_is_paid_late_and_by_the_firm(standard: Any) -> None:
    organiser = next(row["truth"] for row in standard.key("roles") if row["role"] == "RO-ORG")
    phones = {row["phone"]: row["holder"] for row in standard.key("phones")}
    firms = {row["id"] for row in standard.key("organisations")}
    events = {row["id"]: row for row in standard.key("events")}
    paid = [row for row in rows_of(standard).items() if phones[row[1]["Получатель"]] == organiser]
    journeys = {row["item"]: row["journey"] for row in standard.key("transfers")}
    assert len(paid) == 7
    for item, row in paid:
        assert phones[row["Отправитель"]] in firms
        assert at(row) - datetime.fromisoformat(events[journeys[item]]["end"]) > timedelta(days=1)


@pytest.mark.parametrize("kind", ["honest sarraf", "ordinary deposit", "payroll", "charity fan-in", "family loans"])
def test_what_looks_alike_is_a_trap_and_no_typology(standard: Any, kind: str) -> None:
    (trap,) = [row for row in standard.key("traps") if row["kind"] == kind]
    typologies = {row["item"]: row["typology"] for row in standard.key("transfers")}
    suspects = {row["truth"] for row in standard.key("roles") if row["role"].startswith("RO-")}
    assert trap["expect"] == "typology none"
    assert len(trap["items"]) >= 8
    assert {typologies[item] for item in trap["items"]} == {"normal"}
    assert not suspects & set(trap["truths"])


def test_the_honest_sarraf_keeps_balanced_books(standard: Any) -> None:
    rows = rows_of(standard)
    honest = next(row["truth"] for row in standard.key("roles") if row["role"] == "LK-2")
    phones = {row["holder"]: row["phone"] for row in standard.key("phones")}
    came = sum(int(row["Сумма"]) for row in rows.values() if row["Получатель"] == phones[honest])
    went = sum(int(row["Сумма"]) for row in rows.values() if row["Отправитель"] == phones[honest])
    assert 0.97 * came < went <= came


def test_the_officer_is_paid_the_day_before(standard: Any) -> None:
    officer = next(row["truth"] for row in standard.key("roles") if row["role"] == "RO-COR")
    phones = {row["phone"]: row["holder"] for row in standard.key("phones")}
    legs = [datetime.fromisoformat(row["start"]) for row in standard.key("events") if row["kind"] == "leg"]
    paid = [at(row) for row in rows_of(standard).values() if phones[row["Получатель"]] == officer]
    assert len(paid) >= 7
    late = [each for each in paid if any(timedelta(hours=19) < leg - each < timedelta(hours=29) for leg in legs)]
    assert len(late) >= 7


def test_only_families_of_those_held_pay_a_debt_that_grows(standard: Any) -> None:
    enforcer = next(row["truth"] for row in standard.key("roles") if row["role"] == "RO-ENF")
    why = {row["truth"]: row["why"] for row in standard.key("protected")}
    phones = {row["phone"]: row["holder"] for row in standard.key("phones")}
    signs = {row["item"] for row in standard.key("indicators") if row["indicator"] == "FI-05"}
    sums = defaultdict(list)
    for item, row in rows_of(standard).items():
        if item in signs:
            assert phones[row["Получатель"]] == enforcer
            sums[phones[row["Отправитель"]]].append((at(row), int(row["Сумма"])))
    assert {why[payer] for payer in sums} == {"family of a presumed victim"}
    assert len(sums) == 4
    for paid in sums.values():
        assert [amount for _at, amount in sorted(paid)] == sorted(amount for _at, amount in paid)


def test_a_small_world_settles_with_nobody_and_a_hard_one_hides_better(any_level: Any) -> None:
    kinds = {row["typology"] for row in any_level.key("typologies")}
    held = {"TY-FANIN", "TY-HOLD"}
    wanted = {"easy": held, "standard": held | {"TY-SETTLE"}, "hard": held | {"TY-SETTLE", "TY-STK"}}
    assert kinds == wanted[any_level.seed()["difficulty"]]
