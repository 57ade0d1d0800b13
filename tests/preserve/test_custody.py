"""The chain of custody names whatever was done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from osint_kit.model import CustodyEntry
from osint_kit.preserve import Signer, new_entry, verify

START = datetime(2031, 12, 20, tzinfo=UTC)
ALPHA = Signer("ALPHA", Ed25519PrivateKey.from_private_bytes(bytes(32)))
BRAVO = Signer("BRAVO", Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)))


def chain(length: int = 4, signer: Signer = ALPHA) -> list[CustodyEntry]:
    entries: list[CustodyEntry] = []
    for number in range(length):
        at = START + timedelta(minutes=number)
        touched = [(f"exhibit{number}", f"sha256:{number}")]
        entries.append(new_entry(entries, signer, action="seal", at=at, touched=touched, note=str(number)))
    return entries


def resigned(entry: CustodyEntry, signer: Signer = ALPHA) -> CustodyEntry:
    plain = replace(entry, public_key=signer.public_key, signature="")
    return replace(plain, signature=signer.key.sign(plain.signed_bytes).hex())


def test_an_untouched_log_has_no_problem() -> None:
    assert verify(chain()) == ()
    assert verify([]) == ()


def test_authors_keep_their_own_chains_in_one_log() -> None:
    ours, theirs = chain(), chain(3, BRAVO)
    mixed = [ours[0], theirs[0], theirs[1], ours[1], ours[2], theirs[2], ours[3]]
    assert verify(mixed) == ()
    assert new_entry(mixed, BRAVO, action="seal", at=START, touched=[]).number == 4


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"action": "collect"}, "signature"),
        ({"note": "other"}, "signature"),
        ({"at": START}, "signature"),
        ({"exhibits": ("other",)}, "signature"),
        ({"digests": ("sha256:other",)}, "signature"),
        ({"previous": ""}, "chain is broken"),
        ({"public_key": BRAVO.public_key}, "another key"),
        ({"public_key": "rubbish"}, "signature"),
        ({"signature": "00" * 64}, "signature"),
        ({"signature": "zz"}, "signature"),
        ({"number": 7}, "number"),
        ({"author": "CHARLIE"}, "signature"),
    ],
)
def test_an_edited_entry_is_named(change: dict[str, object], named: str) -> None:
    entries = chain()
    entries[2] = replace(entries[2], **change)
    problems = verify(entries)
    assert any(named in problem for problem in problems), problems


def test_a_deleted_entry_is_named() -> None:
    entries = chain()
    del entries[1]
    assert any("ALPHA 3" in problem and "missing" in problem for problem in verify(entries))


def test_swapped_entries_are_named() -> None:
    entries = chain()
    entries[1], entries[2] = entries[2], entries[1]
    assert any("ALPHA 3" in problem and "chain is broken" in problem for problem in verify(entries))


def test_a_doubled_entry_is_named() -> None:
    entries = chain()
    assert any("ALPHA 2" in problem for problem in verify([*entries[:2], *entries[1:]]))


def test_an_entry_edited_and_signed_anew_breaks_the_chain_behind_it() -> None:
    entries = chain()
    entries[1] = resigned(replace(entries[1], note="other"))
    assert any("ALPHA 3" in problem and "chain is broken" in problem for problem in verify(entries))


def test_another_key_is_named_even_where_the_signature_holds() -> None:
    entries = chain(1)
    forged = resigned(new_entry(entries, BRAVO, action="seal", at=START, touched=[]), BRAVO)
    forged = resigned(replace(forged, author="ALPHA", number=2, previous=entries[0].digest), BRAVO)
    assert any("another key" in problem for problem in verify([*entries, forged]))


def test_times_out_of_order_are_named() -> None:
    entries = chain(2)
    entries[1] = resigned(replace(entries[1], at=START - timedelta(hours=1)))
    assert any("before that of the entry before it" in problem for problem in verify(entries))


def test_exhibits_without_digests_are_named() -> None:
    entries = chain(1)
    entries[0] = resigned(replace(entries[0], digests=()))
    assert any("pair up" in problem for problem in verify(entries))


def test_a_clock_set_back_does_not_put_entries_out_of_order() -> None:
    entries = chain(2)
    entries.append(new_entry(entries, ALPHA, action="seal", at=START - timedelta(days=1), touched=[]))
    assert verify(entries) == ()
