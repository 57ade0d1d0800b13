"""Whoever has no decided suspect role is withheld, everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parties import PEOPLE, SUSPECTS, WATERMARK, case_to_share, entities, links, roles, statements

from osint_kit.errors import MarkingViolation
from osint_kit.share import Outgoing, outgoing, request
from osint_kit.share.formats import formats

HIDDEN = [each for each in PEOPLE if each[0] not in SUSPECTS]


def secrets(*disclosed: str) -> list[str]:
    """Names, selectors and ids of everybody withheld; what a suspect shares with one of them too."""
    rows = [each for each in HIDDEN if each[0] not in disclosed]
    named = [name for _id, _schema, names, _selectors in rows for name in names]
    return [*named, *(each.partition(":")[2] for row in rows for each in row[3])]


def bodies(given_: Outgoing) -> str:
    return "\n".join(made.body.decode() for name in formats for made in formats[name](given_))


@pytest.mark.parametrize("disclosed", [(), ("traveller",), ("child", "firm")])
def test_no_name_and_no_selector_of_anybody_withheld_is_in_any_byte_of_any_product(disclosed: tuple[str, ...]) -> None:
    need = "the prosecutor hears Parviz Qosimov and @NIGHT_watcher by order 7"
    text = bodies(case_to_share(**dict.fromkeys(disclosed, need))).casefold()
    for secret in secrets(*disclosed):
        assert secret.casefold() not in text
    assert "kanal.example" not in text
    assert "+281999999999" not in text
    assert "told" not in text
    assert all(name.casefold() in text for name in ("Ҷӯра Ғафурзода", "Jura Gafurov", "+281551234567"))


def test_the_request_names_decided_suspects_only() -> None:
    brief = {"title": "Case of Madina Qosimova", "authority": "order on @madina_22", "text": "Parviz Qosimov"}
    made = request(entities(), links(), roles(rival=0.9), statements(), (), brief)
    text = made.to_csv().casefold()
    for secret in [*secrets(), "=HYPERLINK"]:
        assert secret.casefold() not in text
    assert set(made.loc[made["section"] == "person", "person"]) == {"boss", "driver", "sarraf"}


def test_a_proposal_names_nobody() -> None:
    made = outgoing(entities(), links(), statements(), roles(boss=0.95), disclose={}, marking="TLP-RED", watermark="w")
    assert {each.id for each in made.parties if not each.withheld} == {"driver", "sarraf", "rival"}
    assert made.marking == "TLP:RED"


def test_a_number_that_a_suspect_shares_with_somebody_withheld_stays_out() -> None:
    (driver,) = (each for each in case_to_share().parties if each.id == "driver")
    assert driver.selectors == ("phone:+281557777777", "plate:QM:1234AB05")
    (driver,) = (each for each in case_to_share(traveller="heard as a witness").parties if each.id == "driver")
    assert "phone:+281550000001" in driver.selectors


@pytest.mark.parametrize(
    ("disclose", "marking"),
    [
        ({"child": ""}, "TLP:AMBER"),
        ({"child": " \n"}, "TLP:AMBER"),
        ({"traveller": ""}, "TLP:AMBER"),
        ({"nobody": "a need"}, "TLP:AMBER"),
        ({}, "secret"),
        ({}, "TLP-USE"),
        ({}, "TLP:CLEAR"),
    ],
)
def test_without_a_need_or_under_a_wrong_marking_nothing_leaves(disclose: dict[str, str], marking: str) -> None:
    with pytest.raises(MarkingViolation):
        case_to_share(marking, **disclose)


def test_a_pseudonym_is_the_same_in_every_product_and_is_not_computed_from_what_it_hides() -> None:
    one, two = case_to_share(), case_to_share(child="must be returned to a guardian")
    assert {each.id for each in one.parties if each.withheld} - {each.id for each in two.parties} == {"W6"}
    assert {"W5", "W7", "WX1"} <= {each.id for each in two.parties}


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(len(PEOPLE))))
def test_the_order_of_rows_changes_no_pseudonym(order: list[int]) -> None:
    frames = (entities().iloc[order].reset_index(drop=True), links(), statements(), roles())
    made = outgoing(*frames, disclose={}, marking="TLP:AMBER", watermark=WATERMARK)
    assert set(made.parties) == set(case_to_share().parties)


def test_every_end_of_a_tie_is_a_party() -> None:
    made = case_to_share()
    known = {each.id for each in made.parties}
    assert len(made.ties) == len(links())
    assert {end for tie in made.ties for end in (tie.source, tie.target)} <= known


def test_a_named_firm_does_not_carry_the_name_of_somebody_withheld_and_a_namesake_keeps_his_own() -> None:
    held = entities()
    held.at[held.index[held["id"] == "firm"][0], "names"] = ("IP Madina Qosimova", "Guliston Trans")
    held.at[held.index[held["id"] == "firm"][0], "caption"] = "IP Madina Qosimova"
    held.at[held.index[held["id"] == "driver"][0], "names"] = ("Parviz Qosimov",)
    need = {"firm": "its owner is asked for"}
    given_ = outgoing(held, links(), statements(), roles(), disclose=need, marking="TLP:AMBER", watermark=WATERMARK)
    names = {party.id: (party.label, *party.names) for party in given_.parties if not party.withheld}
    assert "Parviz Qosimov" in names["driver"]
    assert "Guliston Trans" in names["firm"]
    assert not [name for name in names["firm"] if "Madina Qosimova" in name]
    assert "Madina Qosimova" not in bodies(given_)
