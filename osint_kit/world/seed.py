"""Seeds: the 128 bits a world is made from, a team's share of them, and the commitment that binds without telling."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from osint_kit.errors import BadScenario
from osint_kit.messages import _

_LENGTH = 16
_GUESSABLE = 1 << 64


@dataclass(frozen=True, slots=True)
class Seed:
    """128 bits. `demo`: so small that trying all is possible; never for a scored session."""

    bytes: bytes
    demo: bool


def seed_of(value: str | int | None) -> Seed:
    """Read a seed: a number below 2**64 (demo), 32 hexadecimal digits, or None for 128 random bits.

    >>> seed_of(7) == seed_of("7"), seed_of("7").demo
    (True, True)

    Raises:
        BadScenario: neither of these.
    """
    if value is None:
        return Seed(secrets.token_bytes(_LENGTH), demo=False)
    text = str(value).strip()
    if re.fullmatch(r"[0-9a-fA-F]{32}", text):
        number = int(text, 16)
    elif re.fullmatch(r"[0-9]+", text) and int(text) < _GUESSABLE:
        number = int(text)
    else:
        wanted = _("a number below 2**64 or 32 hexadecimal digits")
        raise BadScenario.expected(wanted, found=repr(value), where=_("seed"))
    return Seed(number.to_bytes(_LENGTH, "big"), demo=number < _GUESSABLE)


def team_seed(master: Seed, team: str) -> Seed:
    """A team's own seed: the same structure and trap counts, another story. As guessable as its master."""
    derived = hmac.new(master.bytes, team.encode(), hashlib.sha256).digest()[:_LENGTH]
    return Seed(derived, demo=master.demo)


def commitment(seed: bytes) -> str:
    """SHA-256 over the seed and its HMAC: shown at the start, checked when the seed is told at the end."""
    return hashlib.sha256(seed + hmac.new(seed, b"commitment", hashlib.sha256).digest()).hexdigest()
