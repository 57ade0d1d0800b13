"""Tables (call records, statements of account) and the mapping files that say what their columns mean."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.collect.imports import Given, Importer, importers
from osint_kit.collect.stored import stored
from osint_kit.model import Capture

MAPPING = ".mapping.toml"
TYPES = {".csv": "text/csv", ".tsv": "text/tab-separated-values", MAPPING: "application/toml"}


def read(given: Given) -> Iterator[Capture]:
    """The file as stored; a mapping belongs to the table whose name it bears (`calls.csv.mapping.toml`)."""
    yield stored(given, next(kind for ending, kind in TYPES.items() if given.name.lower().endswith(ending)))


importers.add(__name__, Importer(lambda name, _head: name.lower().endswith(tuple(TYPES)), read))
