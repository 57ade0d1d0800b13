"""The order of events within S8."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore

Measured = Callable[..., StepScore]


def events(rows: list[Row]) -> list[Row]:
    return [row for row in rows if "event" in row.values]


def test_links_and_order_share_the_points(measured: Measured) -> None:
    assert measured("linking", events).points == pytest.approx(30)
    assert measured("linking", lambda rows: [row for row in rows if "type" in row.values]).points == pytest.approx(90)


def test_an_absent_event_is_wrong_in_every_pair(measured: Measured) -> None:
    found = measured("linking", lambda rows: events(rows)[1:])
    assert found.points == pytest.approx(30 * 6 / 10)


def test_events_turned_round_earn_nothing(measured: Measured) -> None:
    def turned(rows: list[Row]) -> list[Row]:
        times = [row.values["at"] for row in sorted(events(rows), key=lambda row: row.values["at"])]
        listed = sorted(events(rows), key=lambda row: row.values["at"], reverse=True)
        return [replace(row, values={**row.values, "at": at}) for row, at in zip(listed, times, strict=True)]

    assert measured("linking", turned).points == 0


def test_days_without_a_zone_are_days_of_the_world(measured: Measured) -> None:
    def days(rows: list[Row]) -> list[Row]:
        return [replace(row, values={**row.values, "at": row.values["at"][:10]}) for row in events(rows)]

    assert measured("linking", days).points == pytest.approx(30)


@pytest.mark.parametrize("at", ["", "yesterday", None, 7, "0001-01-01T00:00:00+14:00"])
def test_what_is_no_time_is_absent(at: object, measured: Measured) -> None:
    found = measured("linking", lambda rows: [replace(r, values={**r.values, "at": at}) for r in events(rows)])
    assert found.points == 0


def test_an_event_matches_by_what_it_cites_and_once(measured: Measured, cite: Callable[[int], object]) -> None:
    def all_citing_one(rows: list[Row]) -> list[Row]:
        return [replace(row, values={**row.values, "evidence": cite(0)}) for row in events(rows)]

    assert measured("linking", all_citing_one).points == 0


def test_the_first_sixty_rows_count(
    measured: Measured, said: Callable[..., Row], cite: Callable[[int], object]
) -> None:
    def flooded(rows: list[Row]) -> list[Row]:
        first = events(rows)[0]
        noise = said(event="post", at="2031-01-01T00:00:00+05:00", until="", label="", evidence=cite(17))
        early = [replace(noise, at=first.at - timedelta(minutes=n), ids=(str(n),)) for n in range(1, 61)]
        return [*early, *events(rows)]

    assert measured("linking", flooded).points == 0
