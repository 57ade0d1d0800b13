"""JSON: Telegram Desktop's `result.json`, or any other records."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.collect.imports import Given, Importer, importers
from osint_kit.collect.stored import stored
from osint_kit.model import Capture


def read(given: Given) -> Iterator[Capture]:
    """The file as stored; that it is an export of a messenger is told by whoever reads it."""
    yield stored(given, "application/json")


importers.add(__name__, Importer(lambda name, _head: name.lower().endswith(".json"), read))
