"""Doctrine as data: what the training teaches, with its source, its place there, and how well it is confirmed.

Status of a record: `C` confirmed in a primary text or a page that quotes it; `C2` confirmed in a secondary page; `K`
general knowledge, not yet confirmed; `U` uncertain; `D` this project's own convention. All wording is the project's
own and no record is a quotation: the source has the authority. Each `*.toml` beside this file is read.

>>> [record.label for record in load("BP-PLN")][2]
'Investigation plan'
>>> [fault.rule for fault in check("It is likely, with high confidence, that the firm may own the van.")]
['confidence', 'modal']
"""

from osint_kit.knowledge.doctrine.language import Fault, check
from osint_kit.knowledge.doctrine.records import (
    ELEMENT_SETS,
    STATUSES,
    UNCONFIRMED,
    Group,
    Record,
    element_ids,
    groups,
    load,
    meaning,
    safeguards,
    sets,
)
from osint_kit.knowledge.doctrine.scales import SCALES, Band, band_of, bands
from osint_kit.knowledge.doctrine.schemes import GradeOrder, grade_order, schemes

__all__ = [
    "ELEMENT_SETS",
    "SCALES",
    "STATUSES",
    "UNCONFIRMED",
    "Band",
    "Fault",
    "GradeOrder",
    "Group",
    "Record",
    "band_of",
    "bands",
    "check",
    "element_ids",
    "grade_order",
    "groups",
    "load",
    "meaning",
    "safeguards",
    "schemes",
    "sets",
]
