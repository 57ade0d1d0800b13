"""Sealed captures and their chain of custody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from osint_kit.model.capture import Outcome
from osint_kit.model.serial import Json, canonical, sha256, to_dict


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A capture sealed in the evidence store; `warc` and `offset` say where its response record begins."""

    id: str
    asked: str
    served: str
    media_type: str
    digest: str
    size: int
    status: int
    outcome: Outcome
    retrieved_at: datetime
    served_at: datetime | None
    author: str
    warc: str
    offset: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One signed line of the custody log: who did what to which exhibits, when.

    `previous` is the digest of the same author's entry before it; `signature` is Ed25519 over `signed_bytes`.
    `digests` stand in the order of `exhibits`.
    """

    author: str
    number: int
    action: str
    at: datetime
    exhibits: tuple[str, ...]
    digests: tuple[str, ...]
    note: str
    previous: str
    public_key: str
    signature: str = ""

    @property
    def signed_bytes(self) -> bytes:
        """The canonical form that is signed: everything but the signature."""
        plain: dict[str, Json] = to_dict(self)
        del plain["signature"]
        return canonical(plain)

    @property
    def digest(self) -> str:
        """Digest of the whole entry, signature included: what the next entry points back to."""
        return sha256(canonical(to_dict(self)))
