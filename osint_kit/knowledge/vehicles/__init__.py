"""Makes and models of vehicles on the roads of the region, as they are written in all its scripts.

In:  vehicles.tsv and endings.toml beside this module
Out: Name, names, models, ending, alone_in, not_quoted_after, uncased
"""

from osint_kit.knowledge.vehicles.names import Name, alone_in, ending, models, names, not_quoted_after, uncased

__all__ = ["Name", "alone_in", "ending", "models", "names", "not_quoted_after", "uncased"]
