"""How money moves between people: transfers in order, bursts, pots that are held and let go.

In:  frames STATEMENTS, ENTITIES
Out: frame TRANSFERS; Book, Transfer, Pot

Only who, when and how much are read: never names, words, prefixes of numbers or countries. The figures in `Options`
are this project's own conventions, unless a source is named.
"""

from osint_kit.knowledge.flows.book import (
    DAY,
    HOUR,
    Book,
    Transfer,
    books,
    bursts,
    flow_bursts,
    listed,
    payees,
    payers,
    total,
)
from osint_kit.knowledge.flows.pots import Options, Pot, pots, trusted
from osint_kit.knowledge.flows.records import transfers

__all__ = [
    "DAY",
    "HOUR",
    "Book",
    "Options",
    "Pot",
    "Transfer",
    "books",
    "bursts",
    "flow_bursts",
    "listed",
    "payees",
    "payers",
    "pots",
    "total",
    "transfers",
    "trusted",
]
