"""Turns a brief into questions, errands, preparations, and what is not to be collected.

In:  the brief, the sources it names, place names
Out: CollectionPlan
"""

from osint_kit.plan.draft import propose
from osint_kit.plan.sheet import from_rows, rows

__all__ = ["from_rows", "propose", "rows"]
