"""Grades of source and information, kept apart and never a default."""

from __future__ import annotations

from dataclasses import dataclass

ADMIRALTY_SOURCE = "ABCDEF"
ADMIRALTY_INFORMATION = "123456"


@dataclass(frozen=True, slots=True)
class Grade:
    """Reliability of the source and credibility of the information of one document, under a named scheme.

    Scheme `admiralty`: source A–F, information 1–6; F and 6 say "cannot be judged" and stand off the scale.
    """

    document: str
    source: str
    information: str
    because: str
    scheme: str = "admiralty"

    def __post_init__(self) -> None:
        """Refuse a letter or digit that the scheme does not have."""
        if self.scheme == "admiralty" and not (
            len(self.source) == 1
            and self.source in ADMIRALTY_SOURCE
            and len(self.information) == 1
            and self.information in ADMIRALTY_INFORMATION
        ):
            raise ValueError(f"expected an Admiralty grade A-F and 1-6, found {self.source}{self.information}")
