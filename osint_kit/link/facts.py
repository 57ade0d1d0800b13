"""What a builder reads: statements, entities, documents, and which entity stands behind a subject."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from osint_kit.model.ends import Ends

__all__ = ["Ends", "Facts"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Frames STATEMENTS (none rejected), ENTITIES and DOCUMENTS."""

    statements: pd.DataFrame
    entities: pd.DataFrame
    documents: pd.DataFrame
    ends: Ends = field(init=False)

    def __post_init__(self) -> None:
        """Leave out what the team rejected, and index the ends."""
        kept = self.statements[self.statements["verdict"] != "reject"]
        object.__setattr__(self, "statements", kept)
        object.__setattr__(self, "ends", Ends(kept, self.entities))
