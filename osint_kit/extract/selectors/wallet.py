"""Wallets of three chains by their check codes: Bitcoin, Ethereum, Tron."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.extract.checksums import base58check, eip55, segwit
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_RANK = 90
_BITCOIN, _TRON = (0x00, 0x05, 0x6F, 0xC4), 0x41
_URL = re.compile(r"(?:https?://|www\.|[a-z0-9]\.[a-z]{2,10}/)[^\s\x1e]{0,80}$")


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Verify the check code; what fails still is nothing else, and an address within a link belongs to the link."""
    text = candidate.text
    if _URL.search(scene.before(candidate.start, 100)):
        return
    value = _value(candidate.rule, text)
    if value:
        yield Found(candidate.start, candidate.end, "wallet", value, 0.99, candidate.rule, _RANK)
    elif candidate.rule == "hexadecimal" or any(each.isdigit() for each in text):
        yield Found(candidate.start, candidate.end, "", "", 1.0, "not a wallet", 1)


def _value(rule: str, text: str) -> str:
    if rule == "hexadecimal":
        address = "0x" + text[2:]
        return f"ETH:{address}" if eip55(address) else ""
    if rule == "segwit":
        return f"BTC:{text}" if segwit(text) else ""
    version = base58check(text)[:1]
    if rule == "tron":
        return f"TRX:{text}" if version == bytes([_TRON]) else ""
    return f"BTC:{text}" if version and version[0] in _BITCOIN else ""


selectors.add(
    __name__,
    Selector(
        {
            "bitcoin": r"\b[123mn][1-9A-HJ-NP-Za-km-z]{25,34}\b",
            "segwit": r"\b(?:(?:bc|tb|bcrt)1[02-9ac-hj-np-z]{11,71}|(?:BC|TB|BCRT)1[02-9AC-HJ-NP-Z]{11,71})\b",
            "hexadecimal": r"\b0[xX][0-9a-fA-F]{40}\b",
            "tron": r"\bT[1-9A-HJ-NP-Za-km-z]{33}\b",
        },
        check,
    ),
)
