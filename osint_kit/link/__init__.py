"""Link: who is connected with whom, and what says so.

In:  frames STATEMENTS, ENTITIES, DOCUMENTS, and the ledger of decisions
Out: frame LINKS, and the graph; every link cites its statements
"""

from osint_kit.link.builders import LinkRow, builder, builders
from osint_kit.link.graph import graph
from osint_kit.link.proposals import propose

__all__ = ["LinkRow", "builder", "builders", "graph", "propose"]
