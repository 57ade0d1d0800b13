from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore
from osint_kit.score.measures.request import codes

Measured = Callable[..., StepScore]
Said = Callable[..., Row]
Who = Callable[[str], dict[str, object]]


def saying(rows: list[Row], section: str, **values: object) -> list[Row]:
    return [replace(row, values={**row.values, **values}) if row.values["section"] == section else row for row in rows]


@pytest.mark.parametrize("letter", "abcdef")
@pytest.mark.parametrize("text", ["", "too short for it"])
def test_each_part_is_worth_five(letter: str, text: str, measured: Measured) -> None:
    assert measured("request", lambda rows: saying(rows, f"MLA15-{letter}", text=text)).points == 45


def test_one_text_copied_is_one_part(measured: Measured) -> None:
    def copied(rows: list[Row]) -> list[Row]:
        text = "We ask for bank records of the group"
        return [
            replace(row, values={**row.values, "text": text}) if row.values["section"].startswith("MLA15") else row
            for row in rows
        ]

    assert measured("request", copied).points == 20 + 5


def test_facts_rest_on_a_true_item(measured: Measured, cite: Callable[[int], object]) -> None:
    for evidence, points in ((cite(3), 50), (cite(17), 45), ([], 45)):
        found = measured("request", lambda rows, e=evidence: saying(rows, "MLA15-c", evidence=e))
        assert found.points == points


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("We ask you to help us with this case", 45),
        ("We ask to hear a witness and to seize the books", 50),
        ("Просим предоставить выписки из банка по этому делу", 50),
        ("Хоҳиш мекунем, ки ҳуҷҷатҳои бонкро ба мо фиристед", 50),
        ("خواهش می‌کنیم اسناد بانک را به ما بفرستید", 50),
    ],
)
def test_the_assistance_is_named(text: str, points: float, measured: Measured) -> None:
    assert measured("request", lambda rows: saying(rows, "MLA15-d", text=text)).points == points


def test_the_persons_include_a_suspect(measured: Measured, who: Who) -> None:
    assert measured("request", lambda rows: saying(rows, "person", entity=who("t-fam"))).points == 45


@pytest.mark.parametrize(
    ("section", "text", "points"),
    [
        ("channel", "CH-6: between central authorities", 50),
        ("channel", "CH-1, CH-2 or CH-6", 42),
        ("channel", "", 42),
        ("recipient", "Central authority of QN", 50),
        ("recipient", "QM", 46),
        ("marking", "tlp amber", 50),
        ("marking", "TLP:AMBER+STRICT", 46),
        ("marking", "TLP:AMBER TLP:RED", 46),
        ("handling", "C: with conditions", 50),
        ("handling", "", 46),
        ("handling", "P", 41),
    ],
)
def test_the_way_it_goes(section: str, text: str, points: float, measured: Measured) -> None:
    assert measured("request", lambda rows: saying(rows, section, text=text)).points == points


@pytest.mark.parametrize(
    "text",
    [
        "The facts were told by Sino Guvohov, who saw it",
        "The facts were told by SINO  GUVOHOV, who saw it",
        "The facts were told over +281 (55) 123-45-67 last year",
        "The traveller Munis Safarov paid for the way",
    ],
)
def test_each_protected_person_named_without_need_costs_ten(text: str, measured: Measured) -> None:
    found = measured("request", lambda rows: saying(rows, "MLA15-c", text=text))
    assert found.points == 40
    assert found.facts["disclosed"] == 1


def test_a_protected_person_in_the_list_costs_ten_unless_there_is_need(
    measured: Measured, said: Said, who: Who
) -> None:
    for need, points in (("", 40), ("yes", 40), ("heard as a witness there", 50)):
        row = said(section="person", entity=who("t-mig"), need=need)
        assert measured("request", lambda rows, row=row: [*rows, row]).points == points


def test_a_name_that_others_bear_too_names_nobody(measured: Measured) -> None:
    text = "The facts stand with Tohir Ronandov and his car"
    assert measured("request", lambda rows: saying(rows, "MLA15-c", text=text)).points == 50


def test_what_is_disclosed_is_never_a_debt(measured: Measured, said: Said, who: Who) -> None:
    names = [said(section="person", entity=who(truth), need="") for truth in ("t-mig", "t-vic", "t-lka", "t-src")]
    assert measured("request", lambda _rows: names).points == 0


def test_codes_are_read_however_they_are_written() -> None:
    assert codes("channel", "Channel ch 6") == frozenset()
    assert codes("channel", "CH6") == codes("channel", "ch-6")
    assert codes("handling", "policing purpose") == frozenset()
