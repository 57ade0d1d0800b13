from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore

Measured = Callable[..., StepScore]


def typologies(rows: list[Row]) -> list[Row]:
    return [row for row in rows if "typology" in row.values]


def test_members_and_indicators_share_the_points(measured: Measured) -> None:
    assert measured("money", typologies).points == pytest.approx(60)
    assert measured("money", lambda rows: [row for row in rows if row not in typologies(rows)]).points == 30


def test_a_typology_that_is_not_there_counts_as_nothing_in_the_mean(
    measured: Measured, said: Callable[..., Row], cite: Callable[[int], object]
) -> None:
    invented = said(typology="TY-CYCLE", members=[f"https://bozor.example/ad/{n}" for n in (9, 10)], evidence=cite(9))
    assert measured("money", lambda rows: [*typologies(rows), invented]).points == pytest.approx(60 * 2 / 3)


def test_half_of_the_members_earn_their_f1(measured: Measured) -> None:
    def halved(rows: list[Row]) -> list[Row]:
        hold = next(row for row in typologies(rows) if row.values["typology"] == "TY-HOLD")
        return [replace(hold, values={**hold.values, "members": hold.values["members"][:2]})]

    assert measured("money", halved).points == pytest.approx(60 / 2 * (2 * 2 / (2 * 2 + 2)))


def test_two_rows_of_one_typology_are_one(measured: Measured, cite: Callable[[int], object]) -> None:
    def split(rows: list[Row]) -> list[Row]:
        hold = next(row for row in typologies(rows) if row.values["typology"] == "TY-HOLD")
        members = hold.values["members"]
        parts = [{**hold.values, "members": [each], "evidence": cite(n)} for n, each in enumerate(members)]
        return [*(replace(hold, values=part) for part in parts), *(row for row in rows if row != hold)]

    assert measured("money", split).points == pytest.approx(90)


def test_evidence_has_to_stand_in_a_payment_of_the_row(measured: Measured, cite: Callable[[int], object]) -> None:
    def elsewhere(rows: list[Row]) -> list[Row]:
        return [replace(row, values={**row.values, "evidence": cite(17)}) for row in rows]

    assert measured("money", elsewhere).points == 0


def test_an_indicator_too_many_costs_precision(
    measured: Measured, said: Callable[..., Row], cite: Callable[[int], object]
) -> None:
    wrong = said(indicator="FI-01", item="https://bozor.example/ad/9", evidence=cite(9))
    found = measured("money", lambda rows: [*rows, wrong])
    assert found.facts["indicator_precision"] == pytest.approx(4 / 5)
    assert found.points == pytest.approx(60 + 30 * 8 / 9)
