"""Mapping files: what the columns of a table, or the fields of a record, mean.

A mapping is TOML; each of its relations turns one row into statements about a relation and about its ends.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from importlib.resources import files

from osint_kit.errors import BadMapping
from osint_kit.messages import _
from osint_kit.model import KINDS, Document, Part

_END_KINDS = frozenset({"phone", "iban", "person", "organization", "handle", "plate"})
_LITERAL_KINDS = frozenset({"time", "money", "text", "date"})
_SCHEMAS = frozenset({"Call", "Payment", "Directorship", "Ownership"})
SUFFIX = ".mapping.toml"


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a relation: the part that holds it and how to read it."""

    part: str
    kind: str
    format: str = ""
    currency: str = ""
    currency_part: str = ""

    @property
    def is_end(self) -> bool:
        """Whether the property names an entity."""
        return self.kind in _END_KINDS


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation that each row or record may hold."""

    schema: str
    fields: MappingType[str, Field]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping file."""

    name: str
    table: str
    relations: tuple[Relation, ...]
    timezone: str = ""
    delimiter: str = ""
    encoding: str = ""
    reader: str = ""


def load_mapping(text: str, *, where: str) -> Mapping:
    """Parse a mapping.

    Raises:
        BadMapping: not TOML, of another format version, or with a schema or kind that does not exist.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMapping.expected(_("a mapping in TOML"), found=str(error), where=where) from error
    if raw.get("format") != 1:
        raise BadMapping.expected("format = 1", found=str(raw.get("format")), where=where)
    tables = raw.get("relation")
    if not isinstance(tables, list) or not tables:
        raise BadMapping.expected(_("at least one [[relation]]"), found=_("none"), where=where)
    return Mapping(
        name=where,
        table=str(raw.get("table", "")),
        relations=tuple(_relation(table, where) for table in tables),
        timezone=str(raw.get("timezone", "")),
        delimiter=str(raw.get("delimiter", "")),
        encoding=str(raw.get("encoding", "")),
        reader=str(raw.get("reader", "")),
    )


def shipped_mappings() -> tuple[Mapping, ...]:
    """Mappings of protocols that the kit knows: the register's microdata and its JSON."""
    folder = files("osint_kit.extract").joinpath("mappings")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda each: each.name)
    return tuple(load_mapping(entry.read_text("utf-8"), where=entry.name) for entry in found)


def check_columns(mapping: Mapping, columns: tuple[str, ...]) -> None:
    """Refuse a table that lacks a column of its mapping.

    Raises:
        BadMapping: names the mapping file, the column expected and the columns found.
    """
    for relation in mapping.relations:
        for each in relation.fields.values():
            for part in filter(None, (each.part, each.currency_part)):
                if part not in columns:
                    wanted = _("column {name} of {table}").format(name=part, table=mapping.table)
                    raise BadMapping.expected(wanted, found=", ".join(columns), where=mapping.name)


def rows(relation: Relation, document: Document) -> Iterator[dict[str, Part]]:
    """Parts of each occurrence of a relation in a document.

    A `*` in a part name counts the occurrences, and the fields of one occurrence share its number; a name without it
    that occurs several times in a page makes an occurrence of each.
    """
    named = {name: _matching(document, each.part) for name, each in relation.fields.items()}
    if any(not found for name, found in named.items() if relation.fields[name].is_end):
        return
    many = max((name for name in named), key=lambda name: len(named[name]))
    for place in named[many]:
        yield {name: found.get(place, next(iter(found.values()))) for name, found in named.items() if found}


def _matching(document: Document, name: str) -> dict[str, Part]:
    pattern = re.compile(re.escape(name).replace(r"\*", r"(\d+)"))
    found: dict[str, Part] = {}
    for part in document.parts:
        match = pattern.fullmatch(part.name)
        if match:
            found.setdefault(match.group(1) if match.groups() else str(len(found)), part)
    return found


def _relation(raw: object, where: str) -> Relation:
    if not isinstance(raw, dict) or raw.get("schema") not in _SCHEMAS:
        found = str(raw.get("schema")) if isinstance(raw, dict) else str(raw)
        raise BadMapping.expected(
            _("a schema, one of {known}").format(known=", ".join(sorted(_SCHEMAS))), found=found, where=where
        )
    fields = raw.get("fields")
    if not isinstance(fields, dict) or not fields:
        raise BadMapping.expected("[relation.fields]", found=str(fields), where=where)
    return Relation(str(raw["schema"]), {name: _field(each, where) for name, each in fields.items()})


def _field(raw: object, where: str) -> Field:
    known = _END_KINDS | _LITERAL_KINDS
    if not isinstance(raw, dict) or not isinstance(raw.get("part"), str) or raw.get("kind") not in known:
        raise BadMapping.expected(
            _("part and kind, one of {known}").format(known=", ".join(sorted(known))), found=str(raw), where=where
        )
    return Field(
        **{key: str(raw[key]) for key in ("part", "kind", "format", "currency", "currency_part") if key in raw}
    )


assert set(KINDS) >= _END_KINDS
