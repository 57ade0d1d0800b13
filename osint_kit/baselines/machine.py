"""Nobody, the machine alone, and the machine's links with nothing but their number to judge by."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from osint_kit import pipeline
from osint_kit.baselines import rows
from osint_kit.bundle import open_world
from osint_kit.casefile import Case, submission
from osint_kit.model import SUBMISSION_FORMAT, Row, Submission

UP_TO_LINKS = (
    pipeline.plan,
    pipeline.search,
    pipeline.collect,
    pipeline.preserve,
    pipeline.extract,
    pipeline.resolve,
    pipeline.link,
)


def empty(world_path: Path | str) -> Submission:
    """Nothing in any step."""
    world = open_world(world_path)
    return Submission(SUBMISSION_FORMAT, world.id, "", rows.TEAM, {}, watermark=world.watermark)


def reference(world_path: Path | str) -> Submission:
    """The library's automatic run: every step at `--assist full`."""
    with tempfile.TemporaryDirectory() as folder:
        case = rows.opened(folder, open_world(world_path))
        pipeline.play(case, "full")
        return submission.build(case)


def degree_only(world_path: Path | str) -> Submission:
    """The machine's work up to the links; then whoever has most links is the organiser, and so on down the list.

    Nothing is graded or weighed.
    """
    with tempfile.TemporaryDirectory() as folder:
        case = rows.opened(folder, open_world(world_path))
        for verb in UP_TO_LINKS:
            verb(case, "full")
        built = submission.build(case)
        return replace(built, steps={**built.steps, "S10": tuple(_by_degree(case))})


def _by_degree(case: Case) -> Iterator[Row]:
    degree = dict(case.graph().degree())
    entities = {str(entity["id"]): entity for entity in case.entities.to_dict("records")}
    ranked = sorted((name for name in entities if degree.get(name)), key=lambda name: (-degree[name], name))
    for name, suspect in zip(ranked, rows.SUSPECTS, strict=False):
        yield rows.role(case, entities[name], f"RO-{suspect}")
