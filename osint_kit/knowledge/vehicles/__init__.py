"""Makes and models of vehicles on the roads of the region, as they are written in all its scripts.

In:  vehicles.tsv and words.toml beside this module
Out: Name, names, models, codes, endings
"""

from osint_kit.knowledge.vehicles.names import Name, ending, models, names, uncased

__all__ = ["Name", "ending", "models", "names", "uncased"]
