"""Which rows of the partner's statement belong together, and what they show: the key's view of money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from osint_kit.world.draft import Draft
from osint_kit.world.money import CAR_PARTS, Transfer
from osint_kit.world.records import money_cells
from osint_kit.world.tables import MONEY

Row = tuple[str, Transfer]
"""Address of a row, and the transfer that it records."""

_SIGNS: Mapping[str, tuple[str, ...]] = {
    "TY-FANIN": ("FI-01", "FI-14"),
    "TY-HOLD": ("FI-14",),
    "TY-SETTLE": ("FI-13",),
}
_RELATIVE, _PRICE, _UNRELATED = "FI-17", "FI-18", "FI-05"
_HELD = ("TY-FANIN", "TY-HOLD")


def money_rows(draft: Draft) -> tuple[Row, ...]:
    """Every transfer with the address of its row, in the order of the file (the header is row 1)."""
    partner = draft.scenario.host("partner")
    return tuple(
        (f"https://{partner}/files/{MONEY}#row={row}", each) for row, each in enumerate(draft.payments, start=2)
    )


def by_pattern(draft: Draft) -> Mapping[str, tuple[Row, ...]]:
    """The rows of each pattern, honest ones included."""
    found: dict[str, list[Row]] = defaultdict(list)
    for url, paid in money_rows(draft):
        found[paid.pattern].append((url, paid))
    return {pattern: tuple(rows) for pattern, rows in found.items() if pattern}


def holders(draft: Draft, rows: tuple[Row, ...]) -> list[str]:
    """Truth ids of everybody who paid or was paid in these rows, at that time."""
    found = set()
    for _url, paid in rows:
        for number in (paid.payer, paid.payee):
            found |= {
                held.holder
                for held in draft.society.holdings
                if held.number == number and held.first <= paid.at.date() <= held.last
            }
    return sorted(found)


def transfers(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of transfers."""
    for url, paid in money_rows(draft):
        yield {"id": paid.id, "item": url, "typology": paid.typology, "journey": paid.journey}


def typologies(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of typologies.

    A hold-and-release has what was parked and what was released; its deposits are a fan-in besides.
    """
    for pattern, rows in by_pattern(draft).items():
        held = tuple(row for row in rows if row[1].typology in _HELD)
        yield from _typology(draft, pattern, "TY-HOLD", held)
        for typology in ("TY-FANIN", "TY-SETTLE", "TY-STK"):
            yield from _typology(draft, pattern, typology, tuple(row for row in rows if row[1].typology == typology))


def _typology(draft: Draft, pattern: str, typology: str, rows: tuple[Row, ...]) -> Iterator[dict[str, object]]:
    if rows:
        id_ = f"y-{draft.chance.stream('typology', pattern, typology).token(12)}"
        urls = [url for url, _paid in rows]
        yield {"id": id_, "typology": typology, "truths": holders(draft, rows), "transfers": urls}


def money_signs(draft: Draft) -> Iterator[tuple[str, str, int, int]]:
    """Row, indicator, and the stretch of the row's text (cells joined by tabs) that shows it: all of the payment."""
    front = draft.society.firms["haulage"].phone
    for url, paid in money_rows(draft):
        signs = list(_SIGNS.get(paid.typology, ()))
        if paid.typology == "TY-HOLD" and paid.payee == front:
            signs.append(_RELATIVE)
        if paid.typology == "TY-SETTLE" and paid.purpose == CAR_PARTS:
            signs.append(_PRICE)
        if paid.pattern == "debt":
            signs.append(_UNRELATED)
        for sign in signs:
            yield url, sign, 0, len("\t".join(money_cells(paid)))


def money_elements(draft: Draft) -> Iterator[tuple[str, str]]:
    """Element of law, and the row that supports it."""
    for url, paid in money_rows(draft):
        for element in _elements(paid):
            yield element, url


def _elements(paid: Transfer) -> tuple[str, ...]:
    if paid.typology == "TY-HOLD":
        return ("SOM-4", "OCG-5")
    if paid.typology == "TY-SETTLE":
        return ("ML-1", "ML-2")
    if paid.pattern.startswith("chain"):
        return ("ML-1",)
    return {"debt": ("SOM-AGG-2",), "hands": ("TIP-MEA-7",)}.get(paid.pattern, ())
