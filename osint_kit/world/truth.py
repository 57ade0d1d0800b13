"""The links of the key: every tie that an item or a row proves, joined per pair and type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from osint_kit.model import DIRECTED
from osint_kit.world.address import Address
from osint_kit.world.cast import Holding, Society
from osint_kit.world.chance import Chance
from osint_kit.world.items import Item
from osint_kit.world.money import Transfer
from osint_kit.world.records import Call

_FRONTS, _HELPERS = ("haulage", "parts"), ("cousin", "broker")
_HONEST = ("parts", "broker")  # where nobody is held, the network is small and settles with nobody
_CUSTOMERS = ("PE-MIG", "PE-VIC", "family", "kin")


@dataclass(slots=True)
class Proof:
    """What proves one link so far."""

    source: str
    target: str
    type: str
    first: str = ""
    last: str = ""
    items: list[str] = field(default_factory=list)

    def add(self, item: str, at: str) -> None:
        """Count one more item or row."""
        if item not in self.items:
            self.items.append(item)
        self.first = min(filter(None, (self.first, at)), default="")
        self.last = max(self.last, at)


class Holders:
    """Whose a number was at a time, by what an item shows."""

    def __init__(self, holdings: Iterable[Holding], shown: frozenset[str]) -> None:
        """Know the holdings; only the holders whose number some text shows."""
        self._by_number: dict[str, list[Holding]] = defaultdict(list)
        for holding in holdings:
            if holding.holder in shown:
                self._by_number[holding.number].append(holding)

    def at(self, number: str, when: datetime) -> str:
        """The holder, or empty."""
        day = when.date()
        return next((each.holder for each in self._by_number[number] if each.first <= day <= each.last), "")


def links(
    items: Iterable[Item],
    at: Mapping[str, Address],
    society: Society,
    *,
    calls: tuple[tuple[str, Call], ...],
    payments: tuple[tuple[str, Transfer], ...],
    chance: Chance,
) -> list[dict[str, object]]:
    """Rows of the key's table of links."""
    listed = list(items)
    proofs: dict[tuple[str, str, str], Proof] = {}
    for item in listed:
        for tie in item.ties:
            _prove(proofs, (tie.source, tie.target), tie.type, at[item.key].url)
    shown = frozenset(span.truth for item in listed for span in item.spans if span.kind == "phone")
    holders = Holders(society.holdings, shown)
    for url, call in calls:
        ends = holders.at(call.caller, call.at), holders.at(call.receiver, call.at)
        _prove(proofs, ends, "Call", url, at=call.at.isoformat())
    for url, paid in payments:
        ends = holders.at(paid.payer, paid.at), holders.at(paid.payee, paid.at)
        _prove(proofs, ends, "Payment", url, at=paid.at.isoformat())
    rows = [_row(proof, society, chance) for proof in proofs.values()]
    return sorted(rows, key=lambda row: str(row["id"]))


def _prove(
    proofs: dict[tuple[str, str, str], Proof], between: tuple[str, str], type_: str, item: str, *, at: str = ""
) -> None:
    source, target = between
    if not source or not target or source == target:
        return
    ends = (source, target) if type_ in DIRECTED else tuple(sorted((source, target)))
    proof = proofs.setdefault((ends[0], ends[1], type_), Proof(ends[0], ends[1], type_))
    proof.add(item, at)


def _row(proof: Proof, society: Society, chance: Chance) -> dict[str, object]:
    return {
        "id": f"l-{chance.stream('link', proof.source, proof.target, proof.type).token(12)}",
        "source": proof.source,
        "target": proof.target,
        "type": proof.type,
        "directed": proof.type in DIRECTED,
        "first": proof.first,
        "last": proof.last,
        "items": proof.items,
        "tier": _tier(proof, society),
    }


def _tier(proof: Proof, society: Society) -> str:
    """Core: inside the network, or a fee paid to it. Context: around it or the look-alikes. Noise: everyday life."""
    roles = {each.id: each.role for each in society.people.values()}
    firms = {each.id: each.key for each in society.firms.values()}
    honest = () if society.of("PE-VIC") else _HONEST
    sides = [_side(roles.get(end, ""), firms.get(end, ""), honest) for end in (proof.source, proof.target)]
    fee = proof.type == "Payment" and set(sides) == {"core", "customer"}
    if (sides == ["core", "core"] or fee) and len(proof.items) > 1:
        return "core"
    return "noise" if "town" in sides and proof.type != "Family" else "context"


def _side(role: str, firm: str, honest: tuple[str, ...]) -> str:
    if role in honest or firm in honest:
        return "town"
    if role.startswith("RO-") or firm in _FRONTS or role in _HELPERS:
        return "core"
    if role in _CUSTOMERS:
        return "customer"
    return "honest" if role.startswith("LK-") or firm.startswith("LK-") else "town"
