"""The instructor's guide is complete, endorses nobody, and stays away from teams."""

import json
import re
from pathlib import Path

from osint_kit.exercise import injects, load
from osint_kit.shipped import shipped

INSTRUCTOR = shipped("exercises", "silk-route") / "instructor"
GUIDE = (INSTRUCTOR / "guide.md").read_text(encoding="utf-8")
EVEN = " ".join(GUIDE.split())
WORLD = shipped("fixtures", "silk-route")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    section = GUIDE.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_trap_of_the_world_is_listed_with_what_is_right() -> None:
    lines = (WORLD / "key" / "traps.jsonl").read_text(encoding="utf-8").splitlines()
    planted = {(row["step"], row["kind"]) for row in map(json.loads, lines)}
    listed = {(cells[0], cells[1]) for cells in rows("Traps")}
    assert planted <= listed, planted - listed


def test_each_row_of_the_traps_says_everything() -> None:
    found = rows("Traps")
    assert len(found) >= 30
    for cells in found:
        assert len(cells) == 5, cells
        assert all(len(cell) > 1 for cell in cells), cells


def test_every_step_and_every_inject_is_in_the_guide_with_what_is_expected() -> None:
    exercise = load("silk-route", "en")
    timetable = {cells[1]: cells for cells in rows("Timetable")}
    for step in exercise.steps:
        assert timetable[step.id][0] == step.starts
        assert timetable[step.id][3] == str(step.minutes)
        assert timetable[step.id][4] == str(step.points)
    for each in injects.load(exercise, "en"):
        assert all(" ".join(text.split()) in EVEN for text in each.expected), each.id


def test_the_guide_says_what_nobody_reviewed_and_claims_no_endorsement() -> None:
    assert "no speaker has reviewed" in EVEN
    assert "nothing in it is endorsed" in EVEN
    assert not re.search(r"(?i)\b(approved|certified|recommended|supported) by\b", GUIDE)


def test_nothing_of_the_guide_is_in_a_bundle() -> None:
    files = [path for path in WORLD.rglob("*") if path.is_file() and "key" not in path.relative_to(WORLD).parts]
    assert not [path for path in files if path.name in {each.name for each in INSTRUCTOR.rglob("*")}]
    bundled = " ".join(_text(path) for path in files)
    expected = [text for each in injects.load(load("silk-route", "en"), "en") for text in each.expected]
    debriefs = [cells[4] for cells in rows("Traps")]
    assert not [text for text in (*expected, *debriefs) if text in bundled]


def test_no_brief_hint_or_inject_tells_what_only_the_guide_may() -> None:
    folder = shipped("exercises", "silk-route") / "steps"
    briefs = " ".join(" ".join(_text(path).split()) for path in sorted(folder.glob("*.md")))
    assert not [cells for cells in rows("Traps") if cells[4] in briefs]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "ignore")
