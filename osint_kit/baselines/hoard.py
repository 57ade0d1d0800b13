"""Somebody who takes everything: every page, every proposal, one person of all, everybody a suspect."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from osint_kit import pipeline
from osint_kit.baselines import rows
from osint_kit.bundle import open_world
from osint_kit.casefile import Case, submission
from osint_kit.knowledge.doctrine import element_ids
from osint_kit.model import Action, Decision, Json, Row, Submission


def everything(world_path: Path | str) -> Submission:
    """Every page collected, every proposal accepted, all merged, all graded B2, all linked, everybody a driver."""
    with tempfile.TemporaryDirectory() as folder:
        case = rows.opened(folder, open_world(world_path))
        collected(case)
        case.record(_statements(case))
        case.record(_grades(case))
        found = submission.build(case).steps["S4"]
        judged = {
            "S7": tuple(_answers(case)),
            "S8": tuple(rows.link(case, *pair, "UnknownLink") for pair in rows.together(found)),
            "S10": (*_suspects(case), *_elements(case, found)),
            "S11": tuple(_matrix(case)),
        }
        case.record([rows.made(case, Action.MERGE, "S5", tuple(sorted(set(case.entities["id"]))))])
        built = submission.build(case)
        return replace(built, steps={**built.steps, **judged})


def collected(case: Case, wanted: frozenset[str] | None = None) -> None:
    """Ask every source for everything; take the addresses wanted, all by default; seal and read them."""
    pipeline.plan(case, "full")
    for task in case.plan().tasks:
        pipeline.ask(case, replace(task, terms=("",)))
    hits = dict(zip(case.searches["hit"], case.searches["url"], strict=True))
    case.record(
        rows.made(case, Action.ACCEPT, "S2", (hit,)) for hit, url in hits.items() if wanted is None or url in wanted
    )
    for verb in (pipeline.collect, pipeline.preserve, pipeline.extract):
        verb(case, "none")


def _statements(case: Case) -> Iterator[Decision]:
    for name in pipeline.in_text(case.statements)["id"]:
        yield rows.made(case, Action.ACCEPT, "S4", (name,))


def _grades(case: Case) -> Iterator[Decision]:
    documents = case.documents
    for name in documents.loc[documents["item"] != "", "id"]:
        yield rows.made(case, Action.GRADE, "S6", (name,), scheme="admiralty", source="B", information="2")


def _answers(case: Case) -> Iterator[Row]:
    for name in rows.questions(case.world) if case.world else ():
        yield rows.row(case, "S7", {"question": name, "term": "EP-7", "confidence": "high"})


def _suspects(case: Case) -> Iterator[Row]:
    for entity in case.entities.to_dict("records"):
        yield rows.role(case, entity, "RO-TRA")


def _elements(case: Case, found: tuple[Row, ...]) -> Iterator[Row]:
    names = ("item", "start", "end", "original")
    shown: Json = [{name: each.values[name] for name in names} for each in found[:1]]
    for element in sorted(element_ids()):
        yield rows.row(case, "S10", {"element": element, "evidence": shown})


def _matrix(case: Case) -> Iterator[Row]:
    marks: Json = dict.fromkeys(rows.HYPOTHESES, "C")
    for item in sorted({str(item) for item in case.documents["item"] if item}):
        yield rows.row(case, "S11", {"item": item, "marks": marks})
    for name in rows.HYPOTHESES:
        yield rows.row(case, "S11", {"hypothesis": name, "probability": 1 / len(rows.HYPOTHESES)})
