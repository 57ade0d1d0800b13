"""Grade: how reliable is the source, how credible the information, each on its own basis.

In:  frames DOCUMENTS and STATEMENTS
Out: frame GRADES, proposals with their reason; never a default

An item repeated by others is one origin: circular reports do not confirm one another.
"""

from osint_kit.grade.origins import origins
from osint_kit.grade.proposals import propose

__all__ = ["origins", "propose"]
