"""Check codes of wallets that the standard library lacks: Base58Check, Bech32 and Bech32m, Keccak-256 for EIP-55.

After the published algorithms (BIP 173, BIP 350, EIP-55, the Keccak reference); written for this kit.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M = 0x2BC830A3
_PAYLOAD = 25
_RATE = 136
_MASK = (1 << 64) - 1


@lru_cache(maxsize=4096)
def base58check(text: str) -> bytes:
    """Version byte and hash of an address of 25 bytes, empty if its check bytes are wrong.

    >>> base58check("1MN2KVsNNWmSEaCq26vxWtAttzrToEshNi")[0]
    0
    """
    number = 0
    for letter in text:
        place = _BASE58.find(letter)
        if place < 0:
            return b""
        number = number * 58 + place
    if number.bit_length() > _PAYLOAD * 8:
        return b""
    raw = number.to_bytes(_PAYLOAD, "big")
    leading = len(text) - len(text.lstrip("1"))
    zeros = len(raw) - len(raw.lstrip(b"\0"))
    checked = sha256(sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:]
    return raw[:-4] if checked and leading == zeros else b""


@lru_cache(maxsize=4096)
def segwit(address: str) -> bool:
    """Whether an address is valid Bech32 (witness version 0) or Bech32m (1 to 16).

    >>> segwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"), segwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")
    (True, False)
    """
    if address not in (address.lower(), address.upper()):
        return False
    prefix, _, body = address.lower().rpartition("1")
    data = [_BECH32.find(each) for each in body]
    if min(data, default=-1) < 0 or len(data) < 8:  # noqa: PLR2004 - a version, a symbol and six of the check
        return False
    version, program = data[0], len(data[1:-6]) * 5 // 8
    wanted = 1 if version == 0 else _BECH32M
    spread = [ord(each) >> 5 for each in prefix] + [0] + [ord(each) & 31 for each in prefix]
    sizes = (20, 32) if version == 0 else range(2, 41)
    return version <= 16 and program in sizes and _polymod(spread + data) == wanted  # noqa: PLR2004 - BIP 350


def _polymod(values: list[int]) -> int:
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            total ^= generator if top >> bit & 1 else 0
    return total


def eip55(address: str) -> bool:
    """Whether the capitals of an address agree with its hash; all small and all capital letters are accepted.

    >>> eip55("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"), eip55("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")
    (True, False)
    """
    letters = address[2:]
    if letters in (letters.lower(), letters.upper()):
        return True
    digest = keccak256(letters.lower().encode()).hex()
    return all(
        not letter.isalpha() or letter.isupper() == (int(nibble, 16) > 7)  # noqa: PLR2004 - EIP-55
        for letter, nibble in zip(letters, digest, strict=False)
    )


@lru_cache(maxsize=4096)
def keccak256(data: bytes) -> bytes:
    """Keccak-256 as Ethereum uses it: the padding before SHA-3 was settled.

    >>> keccak256(b"").hex()[:16]
    'c5d2460186f7233c'
    """
    padded = bytearray(data) + b"\x01" + b"\0" * (-(len(data) + 1) % _RATE)
    padded[-1] |= 0x80
    lanes = [0] * 25
    for start in range(0, len(padded), _RATE):
        for number in range(_RATE // 8):
            place = start + number * 8
            lanes[number] ^= int.from_bytes(padded[place : place + 8], "little")
        lanes = _permuted(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def _permuted(lanes: list[int]) -> list[int]:
    """Keccak-f[1600]: 24 rounds over 25 lanes, lane x + 5y."""
    register = 1
    for _ in range(24):
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = [columns[(x + 4) % 5] ^ _turned(columns[(x + 1) % 5], 1) for x in range(5)]
        lanes = [lane ^ mixed[place % 5] for place, lane in enumerate(lanes)]
        x, y, current = 1, 0, lanes[1]
        for step in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            place = x + 5 * y
            current, lanes[place] = lanes[place], _turned(current, (step + 1) * (step + 2) // 2 % 64)
        lanes = [
            lanes[place] ^ (~lanes[place // 5 * 5 + (place + 1) % 5] & lanes[place // 5 * 5 + (place + 2) % 5])
            for place in range(25)
        ]
        for bit in range(7):
            lanes[0] ^= (register & 1) << ((1 << bit) - 1)
            register = (register << 1) ^ (0x171 if register & 0x80 else 0)
    return lanes


def _turned(lane: int, by: int) -> int:
    return (lane << by | lane >> (64 - by)) & _MASK
