from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.bundle import World
from osint_kit.exercise.scoring import serving
from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, StepScore
from osint_kit.score.harm import harms
from osint_kit.score.key import Role
from osint_kit.score.measures import measures
from osint_kit.score.sheet import Sheet

Measured = Callable[..., StepScore]
Said = Callable[..., Row]
Cite = Callable[[int], object]
Who = Callable[[str], dict[str, object]]


@pytest.fixture
def give(said: Said, who: Who) -> Callable[[str, str], Row]:
    """A role for somebody, with words of an item that names them."""

    def row(truth: str, role: str) -> Row:
        entity = who(truth)
        mention = entity["mentions"][0]
        evidence = [
            {"item": mention["item"], "start": mention["start"], "end": mention["end"], "original": NAMES[truth]}
        ]
        return replace(said(role=role, entity=entity, evidence=evidence), ids=(truth, role))

    return row


NAMES = {
    "t-org": "Olim Rahbarov",
    "t-fin": "Farid Sarrofov",
    "t-tra": "Tohir Ronandov",
    "t-tro": "Temur Mashinov",
    "t-mig": "Munis Safarov",
    "t-vic": "Vafo Korgarov",
    "t-lka": "Latif Mehmonov",
    "t-fam": "Fotima Safarova",
    "t-src": "Sino Guvohov",
}
SUSPECTS = {"t-org": "RO-ORG", "t-fin": "RO-FIN", "t-tra": "RO-TRA", "t-tro": "RO-TRA"}
WEIGHTS = {"RO-ORG": 2, "RO-FIN": 2, "RO-TRA": 1, "PE-MIG": 1, "PE-VIC": 1, "NONE": 1}


def test_organiser_and_money_handler_weigh_double(measured: Measured, give: Callable[..., Row]) -> None:
    whole = sum(WEIGHTS.values())
    for truth, role in (("t-org", "RO-ORG"), ("t-mig", "PE-MIG"), ("t-lka", "NONE")):
        found = measured("assessment", lambda _rows, truth=truth, role=role: [give(truth, role)])
        assert found.points == pytest.approx(60 * WEIGHTS[role] / whole)


def test_catching_drivers_alone_cannot_pass_half(measured: Measured, give: Callable[..., Row]) -> None:
    def drivers(rows: list[Row]) -> list[Row]:
        return [give(truth, role) for truth, role in SUSPECTS.items() if role == "RO-TRA"]

    def with_elements(rows: list[Row]) -> list[Row]:
        return [*drivers(rows), *(row for row in rows if "element" in row.values)]

    assert measured("assessment", drivers).points < 0.5 * 60
    assert measured("assessment", with_elements).points <= 0.5 * 100


def test_suspecting_everybody_is_worse_than_an_empty_sheet(measured: Measured, give: Callable[..., Row]) -> None:
    found = measured("assessment", lambda _rows: [give(truth, "RO-TRA") for truth in NAMES])
    assert found.facts["harmed"] == 3
    assert found.points < 0
    assert found.points >= -60


def test_each_protected_person_costs_fifteen_once(measured: Measured, give: Callable[..., Row]) -> None:
    full = measured("assessment").points
    accused = [give("t-mig", "RO-TRA"), give("t-mig", "RO-GUI"), give("t-mig", "RO-TRA")]
    found = measured("assessment", lambda rows: rows + accused)
    wrong = 60 / sum(WEIGHTS.values()) * (1 - 4 / 5)
    assert found.points == pytest.approx(full - 15 - wrong)
    assert sum("harm" in line.what for line in found.explanations) == 1


def test_splitting_somebody_does_not_hide_the_accusation(measured: Measured, give: Callable[..., Row]) -> None:
    first = give("t-mig", "RO-TRA")
    part = {"id": "another", "mentions": first.values["entity"]["mentions"][:1]}
    split = replace(first, values={**first.values, "entity": part})
    assert measured("assessment", lambda rows: [*rows, split]).facts["harmed"] == 1


def test_the_harm_ends_at_sixty(
    tiny: Submission, tiny_key: AnswerKey, tiny_world: World, give: Callable[..., Row]
) -> None:
    innocent = ("t-mig", "t-vic", "t-lka", "t-fam", "t-src")
    key = replace(tiny_key, roles=(*tiny_key.roles, Role("t-fam", "LK-3"), Role("t-src", "LK-5")))
    accused = replace(tiny, steps={"S10": tuple(give(truth, "RO-SUP") for truth in innocent)})
    found = measures["assessment"](Sheet(accused, key, tiny_world, serving(tiny_world)))
    assert found.points == -60
    assert found.facts["harmed"] == 5


def test_accusing_without_evidence_harms_all_the_same(measured: Measured, give: Callable[..., Row]) -> None:
    bare = give("t-vic", "RO-ENF")
    found = measured("assessment", lambda _rows: [replace(bare, values={**bare.values, "evidence": []})])
    assert found.points == -15


def test_no_part_is_right_for_look_alikes_family_and_town_and_wrong_for_members(
    measured: Measured, give: Callable[..., Row]
) -> None:
    full = measured("assessment").points
    assert measured("assessment", lambda rows: [*rows, give("t-fam", "NONE")]).points == pytest.approx(full)
    assert measured("assessment", lambda rows: [*rows, give("t-org", "NONE")]).points < full


def test_a_role_for_nobody_is_wrong(measured: Measured, give: Callable[..., Row]) -> None:
    bare = give("t-org", "RO-ORG")
    nobody = replace(bare, values={**bare.values, "entity": {"id": "nobody", "mentions": []}})
    assert measured("assessment", lambda rows: [*rows, nobody]).points < measured("assessment").points


def test_an_element_needs_an_item_that_supports_it(measured: Measured, cite: Cite) -> None:
    def elsewhere(rows: list[Row]) -> list[Row]:
        elements = [row for row in rows if "element" in row.values]
        return [replace(row, values={**row.values, "evidence": cite(17)}) for row in elements]

    assert measured("assessment", elsewhere).points == 0


def test_an_element_that_is_not_met_costs_precision(measured: Measured, said: Said, cite: Cite) -> None:
    found = measured("assessment", lambda rows: [*rows, said(element="SOM-DOC-1", evidence=cite(1))])
    assert found.facts["element_precision"] == pytest.approx(4 / 5)
    assert found.points == pytest.approx(60 + 40 * 8 / 9)


def test_the_harm_list_names_whom_a_role_accuses(
    tiny: Submission, tiny_key: AnswerKey, tiny_world: World, give: Callable[..., Row]
) -> None:
    rows = (give("t-mig", "RO-TRA"), give("t-org", "RO-TRA"), give("t-lka", "NONE"))
    accused = replace(tiny, steps={"S10": rows})
    found = harms(Sheet(accused, tiny_key, tiny_world, serving(tiny_world)))
    assert [(harm.name, harm.why) for harm in found] == [("Munis Safarov", "traveller")]
