"""Every signature stands for a role of the doctrine, cites what exists, and finds nothing where nothing is."""

from __future__ import annotations

import pytest
from network import network

from osint_kit.assess.offences import offences
from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile
from osint_kit.assess.reading import Frames, read
from osint_kit.assess.signatures import role_of, signatures
from osint_kit.assess.situation import Situation
from osint_kit.knowledge import doctrine
from osint_kit.model.tables import DOCUMENTS, INDICATORS, LINKS, ROLES, STATEMENTS, TYPOLOGIES


@pytest.fixture(scope="module")
def picture() -> Picture:
    return read(Frames(**network().frames()))


def test_every_role_of_the_doctrine_has_a_signature() -> None:
    known = {record.id for record in doctrine.load() if record.id.startswith(("RO-", "PE-"))}
    assert {role_of(name) for name in signatures} == known | {"NONE"}


@pytest.mark.parametrize("name", signatures)
def test_it_documents_itself(name: str) -> None:
    assert (signatures[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", signatures)
def test_every_sign_weighs_something_says_why_and_cites_statements_that_exist(name: str, picture: Picture) -> None:
    known = {row["id"] for row in network().said}
    for profile in picture.profiles.values():
        for sign in signatures[name](profile, picture):
            assert 0 < sign.weight < 1
            assert sign.reason
            assert set(sign.statements) <= known


@pytest.mark.parametrize("name", signatures)
def test_it_is_idempotent_and_finds_nothing_in_one_who_left_no_traces(name: str, picture: Picture) -> None:
    for profile in picture.profiles.values():
        assert list(signatures[name](profile, picture)) == list(signatures[name](profile, picture))
    alone = Profile("alone")
    assert list(signatures[name](alone, Picture({"alone": alone}))) == []


@pytest.mark.parametrize("name", offences)
def test_an_offence_documents_itself_and_nothing_carries_nothing(name: str) -> None:
    assert (offences[name].__doc__ or "").strip().endswith(".")
    empty = (STATEMENTS, DOCUMENTS, LINKS, ROLES, TYPOLOGIES, INDICATORS)
    assert list(offences[name](Situation(*(table.frame([]) for table in empty)))) == []
