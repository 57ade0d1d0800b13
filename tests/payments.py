"""Payments, calls and texts for tests of analysis and money, row by row."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pandas as pd

from osint_kit.model import KINDS, content_id, selector_subject
from osint_kit.model.tables import DOCUMENTS, ENTITIES, STATEMENTS

BEGIN = datetime(2031, 1, 1, 12, tzinfo=timezone(timedelta(hours=5)))


def at(day: float) -> str:
    """ISO 8601 of a time so many days after noon of 1 January 2031."""
    return (BEGIN + timedelta(days=day)).isoformat(timespec="seconds")


class Records:
    """Collects the frames STATEMENTS, DOCUMENTS and ENTITIES; people are telephone numbers with a name."""

    def __init__(self, prefix: str = "+281", language: str = "en") -> None:
        """Begin empty; every number bears the prefix, every text the language."""
        self.prefix, self.language = prefix, language
        self._statements: list[dict[str, object]] = []
        self._documents: list[dict[str, object]] = []
        self._people: dict[str, str] = {}

    def number(self, person: str) -> str:
        """The telephone number of a person, the same at every call."""
        return self._people.setdefault(person, f"{self.prefix}{550000000 + len(self._people)}")

    def pay(self, payer: str, payee: str, amount: float, day: float, purpose: str = "-") -> str:
        """One payment in USD; returns the address of its row."""
        said = {"amount": ("money", f"{amount:g} USD"), "purpose": ("text", purpose)}
        return self._relate("Payment", {"payer": payer, "beneficiary": payee}, day, said)

    def call(self, one: str, two: str, day: float) -> str:
        """One call; returns the address of its row."""
        return self._relate("Call", {"caller": one, "receiver": two}, day, {})

    def write(self, text: str, day: float, *, author: str = "@abc", names: tuple[str, ...] = (), **said: str) -> str:
        """One text, with people named by their numbers and with mentions `kind="original=value"`; returns its id."""
        document = content_id("document", "text", len(self._documents))
        item = f"https://kanal.example/salom/{len(self._documents)}"
        row: dict[str, object] = {column.name: "" for column in DOCUMENTS.columns}
        row |= {"id": document, "item": item, "author": author, "published": at(day), "language": self.language}
        self._documents.append(row | {"text": text, "reader": "html"})
        for name in names:
            self._state(document, item, selector_subject("phone", self.number(name)), "phone", self.number(name), 0)
        for kind, told in said.items():
            original, _equal, value = told.partition("=")
            subject = content_id("mention", document, kind)
            self._state(document, item, subject, kind, value or original, max(0, text.find(original)), original)
        return document

    @property
    def statements(self) -> pd.DataFrame:
        """Frame STATEMENTS."""
        return STATEMENTS.frame(self._statements)

    @property
    def documents(self) -> pd.DataFrame:
        """Frame DOCUMENTS."""
        return DOCUMENTS.frame(self._documents)

    @property
    def entities(self) -> pd.DataFrame:
        """Frame ENTITIES: one for each number."""
        return ENTITIES.frame(
            {
                "id": selector_subject("phone", number), "ref": f"P{at}", "schema": "Person", "caption": person,
                "names": (person,), "selectors": (f"phone:{number}",), "subjects": (selector_subject("phone", number),),
                "statements": (), "decided": False,
            }
            for at, (person, number) in enumerate(self._people.items())
        )  # fmt: skip

    def id(self, person: str) -> str:
        """Canonical id of a person."""
        return selector_subject("phone", self.number(person))

    def person(self, entity: str) -> str:
        """Who stands behind an id; empty for somebody unknown."""
        return {self.id(person): person for person in self._people}.get(entity, "")

    def _relate(self, schema: str, ends: dict[str, str], day: float, said: dict[str, tuple[str, str]]) -> str:
        number = len(self._documents)
        document = content_id("document", schema, number)
        item = f"https://partner.example/{schema.lower()}.csv#row={number + 2}"
        text = "\t".join([*map(self.number, ends.values()), *(value for _kind, value in said.values())])
        row: dict[str, object] = {column.name: "" for column in DOCUMENTS.columns}
        self._documents.append(row | {"id": document, "item": item, "text": text, "reader": "csv"})
        relation = content_id("relation", document, schema)
        for name, person in ends.items():
            subject = selector_subject("phone", self.number(person))
            self._state(document, item, relation, "entity", subject, 0, schema=(schema, name), happened=at(day))
            self._state(document, item, subject, "phone", self.number(person), 0, happened=at(day))
        for name, (kind, value) in said.items():
            start = text.find(value)
            self._state(document, item, relation, kind, value, start, value, schema=(schema, name), happened=at(day))
        return item

    def _state(  # noqa: PLR0917 - the columns of one row
        self, document: str, item: str, subject: str, kind: str, value: str, start: int, original: str = "",
        *, schema: tuple[str, str] = ("", ""), happened: str = "",
    ) -> None:  # fmt: skip
        row: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
        name, prop = schema if schema[0] else KINDS[kind]
        row |= {"id": f"s{len(self._statements):05}", "subject": subject, "schema": name, "property": prop}
        row |= {"kind": kind, "value": value, "original": original or value, "document": document, "item": item}
        row |= {"start": start, "end": start + len(original), "score": 1.0, "happened": happened}
        self._statements.append(row | {"language": self.language, "observed": at(354)})


def town(records: Records, *, people: int = 30, payments: int = 200) -> Records:
    """Everyday life: small payments of many to many over a year."""
    for number in range(payments):
        payer, payee = f"town {number % people}", f"town {(number * 7 + 3) % people}"
        if payer != payee:
            records.pay(payer, payee, (10, 20, 45, 60, 100, 150)[number % 6], number * 350 / payments)
    return records


def smuggling(records: Records, *, journeys: int = 3, arrivals: bool = True) -> Records:
    """Families leave a fee with a holder; when a word of arrival comes, he lets it go to helpers."""
    for number in range(journeys):
        day = 40 + 90 * number
        for family in range(3):
            for part in (700, 500, 300):
                records.pay(f"family {number}/{family}", "holder", part, day + family / 2 + part / 2000)
        if arrivals:
            records.write("We have arrived, thanks to all", day + 7.8, author="@voice")
        for share, helper in enumerate(("manager", "driver", "guide", "house", "organiser")):
            records.pay("holder", f"helper {helper}", 600 + 100 * share, day + 8 + share / 40)
    return records
