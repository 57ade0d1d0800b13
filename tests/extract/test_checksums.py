from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.extract.checksums import base58check, eip55, keccak256, segwit

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def encoded(version: int, payload: bytes) -> str:
    raw = bytes([version]) + payload
    raw += sha256(sha256(raw).digest()).digest()[:4]
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = LETTERS[rest] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


@given(st.sampled_from([0, 5, 0x6F, 0xC4, 0x41]), st.binary(min_size=20, max_size=20))
def test_an_address_says_what_was_put_into_it(version: int, payload: bytes) -> None:
    assert base58check(encoded(version, payload)) == bytes([version]) + payload


@given(st.binary(min_size=20, max_size=20), st.integers(0, 30), st.sampled_from(LETTERS))
def test_one_other_letter_breaks_an_address(payload: bytes, place: int, letter: str) -> None:
    text = encoded(0x41, payload)
    other = text[:place] + letter + text[place + 1 :]
    assert other == text or not base58check(other)


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        (b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
    ],
)
def test_keccak_has_the_published_digests(data: bytes, digest: str) -> None:
    assert keccak256(data).hex() == digest


def test_keccak_takes_more_than_one_block() -> None:
    assert len({keccak256(b"a" * size) for size in range(130, 140)}) == 10


@pytest.mark.parametrize(
    "address",
    [
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "BC1SW50QGDZ25J",
    ],
)
def test_the_vectors_of_the_bips_are_valid(address: str) -> None:
    assert segwit(address)


@pytest.mark.parametrize(
    "address",
    [
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4",
        "bc1",
        "bc1qqqqqqqq",
    ],
)
def test_broken_ones_are_not(address: str) -> None:
    assert not segwit(address)


def test_capitals_of_an_ethereum_address_are_its_check() -> None:
    assert eip55("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")
    assert eip55("0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")
    assert not eip55("0xFb6916095ca1df60bB79Ce92cE3Ea74c37c5d359")
