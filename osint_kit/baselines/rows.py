"""Rows and cases that baselines share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from osint_kit.bundle import World
from osint_kit.casefile import Case, create_case
from osint_kit.casefile.pointing import Record, evidence, mentions
from osint_kit.messages import _
from osint_kit.model import MACHINE, NAME_KINDS, SELECTOR_KINDS, Action, Decision, Json, Row, content_id

TEAM = "BASELINE"
SUSPECTS = ("ORG", "FIN", "LOG", "REC", "TRA", "GUI", "SPO", "SAF", "DOC", "ENF", "COR", "SUP")
"""Suspect roles without their `RO-`, from the organiser down."""

HYPOTHESES = tuple(f"H{number}" for number in range(1, 7))


def opened(folder: str, world: World) -> Case:
    """A case to play in."""
    return create_case(Path(folder) / "case", world=world, team=TEAM, callsign=TEAM)


def made(case: Case, action: Action, step: str, targets: tuple[str, ...], **values: str) -> Decision:
    """A decision of the baseline's."""
    return Decision(action, step, targets, because(), MACHINE, case.clock(), values)


def row(case: Case, step: str, values: Mapping[str, Json]) -> Row:
    """A submitted row of the baseline's."""
    return Row(MACHINE, case.clock(), because(), (content_id(step, dict(values)),), values)


def because() -> str:
    """The reason of every baseline."""
    return _("baseline")


def role(case: Case, entity: Record, name: str) -> Row:
    """A role for an entity, with all that is said of it as evidence."""
    shown = evidence(case, entity["statements"])
    values: dict[str, Json] = {"role": name, "entity": ends(case, entity), "evidence": shown}
    return row(case, "S10", values)


def ends(case: Case, entity: Record) -> Json:
    """An entity as a submission names it."""
    return {"id": str(entity["id"]), "mentions": mentions(case, entity)}


def questions(world: World) -> tuple[str, ...]:
    """Ids of the set questions."""
    return tuple(str(each["id"]) for each in world.rows("questions"))


def together(found: tuple[Row, ...]) -> Iterator[tuple[Row, Row]]:
    """Every two persons, firms and selectors that one item names."""
    by_item: dict[str, list[Row]] = {}
    for each in found:
        if each.values["kind"] in NAME_KINDS | SELECTOR_KINDS:
            by_item.setdefault(str(each.values["item"]), []).append(each)
    for rows in by_item.values():
        yield from combinations(rows, 2)


def link(case: Case, left: Row, right: Row, kind: str) -> Row:
    """A link between two mentions, which the first of them shows."""
    shown: Json = [{name: left.values[name] for name in ("item", "start", "end", "original")}]
    values: dict[str, Json] = {"type": kind, "directed": False, "source": _end(left), "target": _end(right)}
    return row(case, "S8", {**values, "evidence": shown})


def _end(each: Row) -> Json:
    mention: Json = {name: each.values[name] for name in ("item", "start", "end", "kind")}
    return {"id": each.ids[0], "mentions": [mention]}
