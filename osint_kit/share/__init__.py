"""Share: what may leave the case, to whom, by which channel, and in which open format.

In:  frames ENTITIES, LINKS, STATEMENTS, ROLES (decided rows), exhibits, and the brief
Out: Outgoing and its products; frame REQUEST; faults of a request

Whoever has no decided suspect role is withheld: a pseudonym in place of names, no selectors, and neither in any text.
"""

from osint_kit.share.checking import check
from osint_kit.share.graphs import graphml
from osint_kit.share.outgoing import Outgoing, Party, Tie, outgoing
from osint_kit.share.requesting import request
from osint_kit.share.tabular import defused, lossless, scalar

__all__ = ["Outgoing", "Party", "Tie", "check", "defused", "graphml", "lossless", "outgoing", "request", "scalar"]
