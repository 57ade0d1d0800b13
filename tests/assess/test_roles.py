"""Roles follow from structure, times and sums; the protected come first; nothing follows from who somebody is."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from network import HONEST, JOURNEYS, TRUE, Network, network

from osint_kit.assess import THRESHOLD, roles
from osint_kit.assess.roles import SHIELD, Weighed, choose
from osint_kit.assess.signatures import Sign
from osint_kit.model.tables import LINKS, ROLES

SUSPECT = "RO-"


def found(built: Network) -> dict[str, tuple[str, float]]:
    rows = roles(**built.frames())
    return {row["entity"]: (row["role"], row["score"]) for row in rows.to_dict("records")}


def sure(built: Network) -> dict[str, str]:
    return {entity: role for entity, (role, score) in found(built).items() if score >= THRESHOLD}


def test_each_part_is_found_by_its_signature() -> None:
    given_ = sure(network())
    assert {name: given_.get(name) for name in TRUE} == TRUE


def test_nobody_honest_is_surely_a_suspect_and_a_spotter_who_was_never_paid_is_a_mere_lead() -> None:
    given_ = sure(network())
    assert not [each for each in HONEST if given_.get(each, "").startswith(SUSPECT)]
    assert found(network())["honest sarraf"][0] == "NONE"
    assert found(network())["haulier"] == ("RO-TRA", 0.3)
    role, score = found(network())["spotter"]
    assert role == "RO-SPO"
    assert score < THRESHOLD


def test_a_traveller_who_drives_a_leg_for_his_passage_is_never_surely_a_suspect() -> None:
    built = network()
    built.text("advert of traveller 3", "", "traveller 3", plate=True)
    built.call("manager", "traveller 3", JOURNEYS[1])
    role, score = found(built)["traveller 3"]
    assert not (role.startswith(SUSPECT) and score >= THRESHOLD)


def test_whoever_is_named_where_people_are_exploited_is_protected_whatever_else_points_at_him() -> None:
    built = network()
    for number in range(2):
        built.text(f"workshop {number}", "EX-05", "other driver")
    role, score = found(built)["other driver"]
    assert role == "PE-VIC" or score < THRESHOLD
    assert not (role.startswith(SUSPECT) and score >= THRESHOLD)


def test_behind_a_firm_that_takes_the_most_somebody_is_looked_for_but_a_straw_man_is_not_surely_the_chief() -> None:
    built = network()
    for number, departs in enumerate(JOURNEYS):
        row = built.pay("sarraf", "firm", departs + timedelta(days=5, hours=9), 2000)
        held = built.holds[number]
        built.holds[number] = {**held, "transfers": (*held["transfers"], row["item"])}  # type: ignore[misc]  # a tuple
    frames = built.frames()
    link = {**frames["links"].to_dict("records")[0], "id": "l-own", "type": "Directorship", "source": "host"}
    frames["links"] = LINKS.frame(
        [*frames["links"].to_dict("records"), {**link, "target": "firm", "statements": ("s1",)}]
    )
    rows = roles(**frames).set_index("entity")
    assert rows.loc["host", "role"] == "RO-ORG"
    assert rows.loc["host", "score"] < THRESHOLD


def test_a_busy_number_that_stands_in_offers_is_not_cleared() -> None:
    built = network()
    assert found(built)["dispatcher"] == ("NONE", 0.5)
    built.text("offer", "ON-01", "dispatcher", selector=True)
    assert found(built)["dispatcher"][0] != "NONE"


def test_adverts_alone_make_nobody_a_recruiter() -> None:
    built = network()
    for number in range(4):
        built.text(f"agency {number}", "ON-01", "host", selector=True)
    role, score = found(built)["host"]
    assert (role, score < THRESHOLD) == ("RO-REC", True)


def test_every_row_cites_statements_that_exist_and_says_that_it_is_a_lead() -> None:
    frames = network().frames()
    rows = roles(**frames)
    known = set(frames["statements"]["id"])
    for row in rows.to_dict("records"):
        assert row["statements"]
        assert set(row["statements"]) <= known
        assert "lead, not evidence" in row["reason"]
        assert 0 < row["score"] <= 0.95


def test_without_money_and_indicators_there_is_little_to_say() -> None:
    frames = network().frames()
    empty = {name: frame.iloc[:0] for name, frame in frames.items()}
    for name in ("transfers", "typologies", "indicators"):
        frames[name] = frames[name].iloc[:0]
    assert not [
        row for row in roles(**frames).to_dict("records") if row["role"].startswith(SUSPECT) and row["score"] > 0.5
    ]
    empty = {name: frame.iloc[:0] for name, frame in frames.items()}
    pd.testing.assert_frame_equal(roles(**empty), ROLES.frame([]), check_index_type=False)


words = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=12)


@settings(max_examples=15, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TRUE)), words), st.sampled_from(["tg", "ru", "fa", "en", ""]), st.data())
def test_other_names_languages_scripts_and_country_prefixes_change_no_score(
    names: dict[str, str], language: str, data: st.DataObject
) -> None:
    prefix = data.draw(st.sampled_from(["+281", "+289", "+992", "+44"]))
    other = network(names=lambda name: names.get(name, "Исми дигар"), language=language, prefix=prefix)
    for column in ("reason", "score", "role", "statements"):
        one, two = (roles(**each.frames()).set_index("entity")[column].to_dict() for each in (network(), other))
        assert one == two


def test_one_who_might_be_either_of_two_is_sure_to_be_neither() -> None:
    close = [Weighed("RO-GUI", (Sign(0.6, "x"),), 0.6), Weighed("RO-TRA", (Sign(0.58, "x"),), 0.58)]
    chosen = choose(close)
    assert chosen is not None
    assert chosen.score < THRESHOLD


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["RO-TRA", "RO-ORG", "RO-SAF", "NONE"]), st.floats(0.01, 0.99)), max_size=4))
def test_with_any_sign_of_a_traveller_no_suspect_reaches_the_threshold(others: list[tuple[str, float]]) -> None:
    signs = (Sign(SHIELD, "x"),)
    weighed = [Weighed("PE-MIG", signs, SHIELD), *(Weighed(role, signs, score) for role, score in dict(others).items())]
    chosen = choose(weighed)
    assert chosen is not None
    assert not (chosen.role.startswith(SUSPECT) and chosen.score >= THRESHOLD)
