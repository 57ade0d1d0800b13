"""What three players without a team would submit: nobody, somebody who takes everything, and the machine alone.

None of them sees an answer key. A step is worth playing only if empty ≤ everything < reference in total.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from osint_kit import pipeline
from osint_kit.bundle import World, open_world
from osint_kit.casefile import Case, create_case, submission
from osint_kit.messages import _
from osint_kit.model import MACHINE, SUBMISSION_FORMAT, Action, Decision, Json, Row, Submission

TEAM = "BASELINE"


def empty(world_path: Path | str) -> Submission:
    """Nothing in any step."""
    world = open_world(world_path)
    return Submission(SUBMISSION_FORMAT, world.id, "", TEAM, {}, watermark=world.watermark)


def reference(world_path: Path | str) -> Submission:
    """The library's automatic run: every step at `--assist full`."""
    with tempfile.TemporaryDirectory() as folder:
        case = _case(folder, open_world(world_path))
        pipeline.play(case, "full")
        return submission.build(case)


def everything(world_path: Path | str) -> Submission:
    """Every page collected, every proposal accepted, all merged, all graded B2, all linked that stands together."""
    with tempfile.TemporaryDirectory() as folder:
        case = _case(folder, open_world(world_path))
        pipeline.plan(case, "full")
        for task in case.plan().tasks:
            pipeline.ask(case, replace(task, terms=("",)))
        case.record(_all_hits(case))
        for verb in (pipeline.collect, pipeline.preserve, pipeline.extract):
            verb(case, "none")
        case.record(_all_statements(case))
        case.record(_all_grades(case))
        links = tuple(_all_links(submission.build(case).steps["S4"]))
        case.record([_made(case, Action.MERGE, "S5", tuple(sorted(set(case.entities["id"]))))])
        built = submission.build(case)
        return replace(built, steps={**built.steps, "S8": links})


def _case(folder: str, world: World) -> Case:
    return create_case(Path(folder) / "case", world=world, team=TEAM, callsign="BASELINE")


def _made(case: Case, action: Action, step: str, targets: tuple[str, ...], **values: str) -> Decision:
    return Decision(action, step, targets, _("baseline: everything"), MACHINE, case.clock(), values)


def _all_hits(case: Case) -> Iterator[Decision]:
    for hit in dict.fromkeys(case.searches["hit"]):
        yield _made(case, Action.ACCEPT, "S2", (hit,))


def _all_statements(case: Case) -> Iterator[Decision]:
    for name in pipeline.in_text(case.statements)["id"]:
        yield _made(case, Action.ACCEPT, "S4", (name,))


def _all_grades(case: Case) -> Iterator[Decision]:
    documents = case.documents
    for name in documents.loc[documents["item"] != "", "id"]:
        yield _made(case, Action.GRADE, "S6", (name,), scheme="admiralty", source="B", information="2")


def _all_links(mentions: tuple[Row, ...]) -> Iterator[Row]:
    """Every two persons, firms and selectors that one item names."""
    by_item: dict[str, list[Row]] = {}
    for row in mentions:
        if row.values["kind"] not in ("date", "money"):
            by_item.setdefault(str(row.values["item"]), []).append(row)
    for rows in by_item.values():
        for left, right in combinations(rows, 2):
            ends = {side: _end(row) for side, row in (("source", left), ("target", right))}
            evidence: Json = [{name: left.values[name] for name in ("item", "start", "end", "original")}]
            values: dict[str, Json] = {"type": "UnknownLink", "directed": False, **ends, "evidence": evidence}
            yield replace(left, ids=(left.ids[0], right.ids[0]), values=values)


def _end(row: Row) -> Json:
    mention: Json = {name: row.values[name] for name in ("item", "start", "end", "kind")}
    return {"id": row.ids[0], "mentions": [mention]}
