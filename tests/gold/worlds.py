"""How well the texts of generated worlds are read: `python tests/gold/worlds.py [SEED …]`, against their keys.

Items of key tables only, kinds that the key marks; a price per head is a sum there. Names count without their value.
"""

# ruff: noqa: T201 - a script reports by printing

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from measure import Line, Mark, Report, count, show

from osint_kit import open_world, world
from osint_kit.bundle import World
from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL
from osint_kit.score.sheet import MESSAGES, TEXT_TABLES, published

SEEDS = (7, 61, 62)


def lines(folder: Path) -> Iterator[Line]:
    """Items with text, and the spans that the key marks in them."""
    marks: dict[str, list[Mark]] = {}
    for row in (json.loads(line) for line in (folder / "key" / "mentions.jsonl").read_text("utf-8").splitlines()):
        marks.setdefault(row["item"], []).append(Mark(row["start"], row["end"], row["kind"], row["value"]))
    opened = open_world(folder)
    for item, language, text in _texts(opened):
        yield Line(language, frozenset(), text, tuple(marks.get(item, ())))


def _texts(opened: World) -> Iterator[tuple[str, str, str]]:
    for table in TEXT_TABLES:
        for row in published(opened, table):
            yield f"https://{row['host']}{row['path']}", str(row.get("language", "")), str(row["text"])
    for row in published(opened, MESSAGES):
        yield str(row["item"]), str(row.get("language", "")), str(row["text"])


def measure(folder: Path) -> Report:
    """Read every item of a world and count."""
    report, profiles = Report(), (*open_world(folder).profiles, *REAL)
    for line in lines(folder):
        found = [
            replace(each, kind="money") if each.kind == "price_per_head" else each
            for each in find(line.text, profiles=profiles, language=line.language or None)
        ]
        marked = {mark.kind for mark in line.marks} | {"phone", "handle", "iban", "plate", "date", "money"}
        found = [each for each in found if each.kind in marked | {"person", "organization"}]
        count(report, line, list(line.marks), found)
    return report


def main(arguments: list[str]) -> None:
    """Measure generated worlds."""
    for seed in [int(each) for each in arguments if each.isdigit()] or SEEDS:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "world"
            world.make(made, seed=seed)
            report = measure(made)
        print(f"seed {seed}")
        if "--errors" in arguments:
            print("\n".join(report.errors))
        show(report)


if __name__ == "__main__":
    main(sys.argv[1:])
