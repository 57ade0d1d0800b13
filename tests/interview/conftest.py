"""Frames about one traveller, built row by row."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from osint_kit.model.tables import ELEMENTS, ENTITIES, LINKS, ROLES, STATEMENTS


class Case:
    """Collects rows of the five frames that a plan reads."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("e", "r", "l", "s", "m")}

    def say(self, name: str, kind: str, value: str, item: str = "https://s.example/1", **more: object) -> str:
        row: dict[str, Any] = {column.name: "" for column in STATEMENTS.columns}
        row |= {"id": name, "kind": kind, "value": value, "item": item, "document": f"d-{item}"}
        self.rows["s"].append(row | {"start": 0, "end": 1, "score": 1.0} | more)
        return name

    def entity(self, name: str, *statements: str, named: bool = True) -> None:
        row: dict[str, Any] = {"id": name, "ref": name.upper(), "schema": "Person", "caption": f"caption of {name}"}
        row |= {"names": (name,) if named else (), "selectors": (), "subjects": (name,), "statements": statements}
        self.rows["e"].append(row | {"decided": False})

    def role(self, entity: str, role: str, *statements: str) -> None:
        row = {"entity": entity, "label": f"label of {entity}", "role": role, "statements": statements}
        self.rows["r"].append(row | {"score": 1.0, "reason": "because"})

    def link(self, source: str, target: str, *statements: str) -> None:
        row: dict[str, Any] = {column.name: "" for column in LINKS.columns}
        row |= {"id": f"{source}-{target}", "source": source, "target": target, "type": "Call", "directed": True}
        self.rows["l"].append(row | {"count": 1, "statements": statements, "score": 1.0, "decided": False})

    def element(self, name: str, *statements: str) -> None:
        self.rows["m"].append(
            {"element": name, "label": name, "statements": statements, "score": 1.0, "reason": "because"}
        )

    @property
    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        made = [
            table.frame(self.rows[key])
            for table, key in ((ENTITIES, "e"), (ROLES, "r"), (LINKS, "l"), (STATEMENTS, "s"), (ELEMENTS, "m"))
        ]
        return made[0], made[1], made[2], made[3], made[4]


@pytest.fixture
def case() -> Case:
    return Case()


@pytest.fixture
def traveller(case: Case) -> Case:
    """A traveller with a driver, a host, two named days and nothing that differs."""
    case.say("s1", "date", "2031-05-01", language="tg")
    case.say("s2", "date", "2031-05-04", "https://s.example/2", language="ru")
    case.say("s3", "money", "1500 USD")
    for name, role in (("t", "PE-MIG"), ("d", "RO-TRA"), ("h", "RO-SAF")):
        case.entity(name, "s1", "s2", "s3")
        case.role(name, role)
    case.link("t", "d", "s1", "s2")
    case.link("h", "t", "s1", "s2")
    return case
