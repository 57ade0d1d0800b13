"""The chain of custody: who did what to which exhibits, each line signed and chained to the one before it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from osint_kit.messages import _
from osint_kit.model import CustodyEntry


@dataclass(frozen=True, slots=True)
class Signer:
    """A call sign and the key that signs for it."""

    author: str
    key: Ed25519PrivateKey

    @property
    def public_key(self) -> str:
        """The public half, 64 hexadecimal digits."""
        return self.key.public_key().public_bytes_raw().hex()


def new_entry(
    entries: Iterable[CustodyEntry],
    signer: Signer,
    *,
    action: str,
    at: datetime,
    touched: Iterable[tuple[str, str]],
    note: str = "",
) -> CustodyEntry:
    """Make the next signed entry of a chain.

    Args:
        entries: the log so far; other authors' entries are passed over.
        touched: exhibit id and digest of its body, in order.
    """
    own = [entry for entry in entries if entry.author == signer.author]
    pairs = list(touched)
    plain = CustodyEntry(
        author=signer.author,
        number=len(own) + 1,
        action=action,
        at=max(at, own[-1].at) if own else at,
        exhibits=tuple(exhibit for exhibit, _digest in pairs),
        digests=tuple(digest for _exhibit, digest in pairs),
        note=note,
        previous=own[-1].digest if own else "",
        public_key=signer.public_key,
    )
    return dataclasses.replace(plain, signature=signer.key.sign(plain.signed_bytes).hex())


def verify(entries: Iterable[CustodyEntry]) -> tuple[str, ...]:
    """Check every author's chain; each problem says which entry and what is wrong with it."""
    chains: dict[str, list[CustodyEntry]] = {}
    for entry in entries:
        chains.setdefault(entry.author, []).append(entry)
    return tuple(problem for chain in chains.values() for problem in _chain(chain))


def _chain(chain: Sequence[CustodyEntry]) -> Iterator[str]:
    before: CustodyEntry | None = None
    for number, entry in enumerate(chain, start=1):
        where = _("custody entry {author} {number}").format(author=entry.author, number=entry.number)
        for problem in (*_alone(entry, number), *_after(entry, before)):
            yield f"{where}: {problem}"
        before = entry


def _alone(entry: CustodyEntry, number: int) -> Iterator[str]:
    if entry.number != number:
        yield _("expected number {number}: an entry is missing, doubled or moved").format(number=number)
    if len(entry.exhibits) != len(entry.digests):
        yield _("exhibits and digests do not pair up")
    if not _signed(entry):
        yield _("the signature does not match the entry")


def _after(entry: CustodyEntry, before: CustodyEntry | None) -> Iterator[str]:
    if entry.previous != (before.digest if before else ""):
        yield _("the chain is broken: it does not point at the entry before it")
    if before and entry.at < before.at:
        yield _("its time {at} is before that of the entry before it").format(at=entry.at.isoformat())
    if before and entry.public_key != before.public_key:
        yield _("it is signed with another key than the entry before it")


def _signed(entry: CustodyEntry) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(entry.public_key))
        key.verify(bytes.fromhex(entry.signature), entry.signed_bytes)
    except (InvalidSignature, ValueError):
        return False
    return True
