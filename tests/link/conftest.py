"""Small frames of statements and entities."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from osint_kit.model import KINDS, Ledger, content_id, selector_subject
from osint_kit.model.tables import DOCUMENTS, ENTITIES, STATEMENTS

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


class Story:
    """Collects statements and entities row by row."""

    def __init__(self) -> None:
        self.statements: list[dict[str, object]] = []
        self.entities: list[dict[str, object]] = []

    def state(self, subject: str, schema: str, name: str, kind: str, value: str, **more: object) -> str:
        number = len(self.statements)
        row: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
        row |= {"id": f"s{number:03}", "subject": subject, "schema": schema, "property": name, "kind": kind}
        row |= {"value": value, "original": value, "document": "d1", "start": number, "end": number + 1, "score": 1.0}
        self.statements.append(row | {"observed": NOON.isoformat()} | more)
        return str(row["id"])

    def mention(self, subject: str, kind: str, value: str, **more: object) -> str:
        return self.state(subject, *KINDS[kind], kind, value, **more)

    def holder(self, name: str, phone: str, *, times: int = 2) -> None:
        """An entity whose mentions in texts carry a telephone."""
        for number in range(times):
            self.mention(f"{phone}-{name}-{number}", "phone", phone, item=f"https://s.example/{name}/{number}")
        self.entity(name, f"name-{name}", *[f"{phone}-{name}-{number}" for number in range(times)])

    def entity(self, name: str, *subjects: str, selectors: tuple[str, ...] = (), schema: str = "Person") -> None:
        row: dict[str, object] = {"id": name, "ref": name.upper(), "schema": schema, "caption": name}
        names = (name,) if schema != "Thing" else ()
        row |= {"names": names, "selectors": selectors, "subjects": subjects or (name,), "statements": ()}
        self.entities.append({**row, "decided": False})

    def call(self, number: int, caller: str, receiver: str, **more: object) -> None:
        relation = content_id("relation", f"row{number}", "Call")
        for end, phone in (("caller", caller), ("receiver", receiver)):
            subject = selector_subject("phone", phone)
            self.mention(subject, "phone", phone, item=f"https://p.example/calls.csv#row={number}")
            self.state(relation, "Call", end, "entity", subject, happened=f"2031-05-{number:02}T10:00:00+05:00", **more)

    @property
    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return STATEMENTS.frame(self.statements), ENTITIES.frame(self.entities), DOCUMENTS.frame([])


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def proposed() -> Callable[..., pd.DataFrame]:
    from osint_kit.link import propose  # noqa: PLC0415 - the step under test

    def run(story: Story, ledger: Ledger | None = None, **more: Any) -> pd.DataFrame:
        return propose(*story.frames, ledger or Ledger((), ()), **more)

    return run
