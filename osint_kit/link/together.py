"""Who is named in one item: what the builders that read texts share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from osint_kit.link.facts import Facts
from osint_kit.model import KINDS, NAME_KINDS, SELECTOR_KINDS

PERSONS = frozenset({"Person"})
ORGANISATIONS = frozenset({"Organization", "Company", "LegalEntity"})


@dataclass(frozen=True, slots=True)
class Company:
    """One item: its text, and the named entities in it with one statement each."""

    item: str
    text: str
    persons: Mapping[str, str]
    organisations: Mapping[str, str]

    @property
    def everybody(self) -> dict[str, str]:
        """Persons and organisations."""
        return {**self.persons, **self.organisations}


def companies(facts: Facts) -> Iterator[Company]:
    """Yield the items that name somebody, by address; rows of tables are not items."""
    schema = _named(facts)
    texts = dict(zip(facts.documents["id"], facts.documents["text"], strict=True))
    text: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    useful = facts.statements[facts.statements["kind"].isin(NAME_KINDS | SELECTOR_KINDS)]
    columns = (useful[name].tolist() for name in ("item", "subject", "id", "document"))
    for item, subject, statement, document in zip(*columns, strict=True):
        if item and "#" not in item and subject in schema:
            entity = schema[subject][0]
            named = found.setdefault(item, {})
            named[entity] = min(statement, named.get(entity, statement))
            text[item] = min(filter(None, (text.get(item, ""), texts.get(document, ""))), key=len, default="")
    kind = dict(schema.values())
    for item in sorted(found):
        persons = {entity: said for entity, said in sorted(found[item].items()) if kind[entity] in PERSONS}
        firms = {entity: said for entity, said in sorted(found[item].items()) if kind[entity] in ORGANISATIONS}
        yield Company(item, text[item], persons, firms)


def _named(facts: Facts) -> dict[str, tuple[str, str]]:
    """Subject → entity and schema, for entities that bear a name."""
    known = PERSONS | ORGANISATIONS | {KINDS[kind][0] for kind in NAME_KINDS}
    columns = (facts.entities[name].tolist() for name in ("id", "schema", "names", "subjects"))
    return {
        subject: (entity, schema)
        for entity, schema, names, subjects in zip(*columns, strict=True)
        if names and schema in known
        for subject in subjects
    }
