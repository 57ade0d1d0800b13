"""How long it takes to score what a key answers with itself: python tests/bench/scoring.py [world] [turns]."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from osint_kit import exercise
from osint_kit.bundle import open_world
from osint_kit.exercise.scoring import serving
from osint_kit.model import Submission
from osint_kit.score import open_key
from osint_kit.score.perfect import from_key


def main(world_path: Path, turns: int) -> None:
    """Print the seconds of each turn's scoring; every page is served anew each time."""
    world = open_world(world_path)
    submission = from_key(open_key(world_path), world, serving(world))
    found = [seconds(submission, world_path) for _ in range(turns)]
    print(f"score {world.id}: {statistics.median(found):.2f} s (from {min(found):.2f} to {max(found):.2f})")


def seconds(submission: Submission, world_path: Path) -> float:
    """Wall time of one scoring."""
    begun = time.perf_counter()
    exercise.score(submission, world_path)
    return time.perf_counter() - begun


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0] if given else "fixtures/silk-route"), int(given[1]) if len(given) > 1 else 5)
