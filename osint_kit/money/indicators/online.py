"""ON: what offers and messages on the web point at."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from osint_kit.messages import _
from osint_kit.money.indicators import Case, Page, Sign, group
from osint_kit.money.worded import worded

HANDLES = 2
"""So many accounts that offer a way under one number are more than a shared telephone (own convention)."""

OFFERS = ("route", "cover", "guarantee", "carry", "departs")
THANKS = ("thanks", "arrived", "already-there", "plea", "reputation")
"""What makes a text an offer; and what makes it somebody else's word, who may well give another's number."""


@group
def online(case: Case) -> Iterator[Sign]:
    """Yield what words show, and numbers that come back under one account after another."""
    yield from worded(case, "online")
    yield from _renamed(case)


def _renamed(case: Case) -> Iterator[Sign]:
    """ON-04: one number under several accounts."""
    accounts: dict[str, dict[str, list[tuple[str, str, int, int]]]] = {}
    pages = {page.id: page for page in case.texts}
    for document, number, start, end in _numbers(case.statements):
        page = pages.get(document)
        if page and page.author.startswith("@") and _offers(page):
            place = (page.published, document, start, end)
            accounts.setdefault(number, {}).setdefault(page.author.casefold(), []).append(place)
    for number in sorted(accounts):
        if len(accounts[number]) >= HANDLES:
            reason = _("one number stands under {count} accounts").format(count=len(accounts[number]))
            for _published, document, start, end in sorted(min(each) for each in accounts[number].values())[1:]:
                yield Sign("ON-04", document, start, end, 0.5, reason)


def _offers(page: Page) -> bool:
    return page.reading.first(OFFERS) is not None and page.reading.first(THANKS) is None


def _numbers(statements: pd.DataFrame) -> Iterator[tuple[str, str, int, int]]:
    found = statements[(statements["kind"] == "phone") & (statements["verdict"] != "reject")]
    columns = (found[name].tolist() for name in ("document", "value", "start", "end"))
    return zip(*columns, strict=True)
