"""Money: who paid whom, which patterns the payments make, and what else in the case points at money, travel or harm.

In:  frames STATEMENTS, ENTITIES, DOCUMENTS
Out: frames TRANSFERS, TYPOLOGIES, INDICATORS; every row points at what it rests on

A typology and an indicator are leads, not evidence: a reason to look, and neither presence nor absence is proof.
"""

from osint_kit.knowledge.flows import Options, transfers
from osint_kit.money.patterns import typologies
from osint_kit.money.signs import indicators

__all__ = ["Options", "indicators", "transfers", "typologies"]
