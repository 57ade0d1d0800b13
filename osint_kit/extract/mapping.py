"""Mapping files: what the columns of a table, or the fields of a record, mean.

A mapping is TOML; each of its relations turns one row into statements about a relation and about its ends. A mapping
of a file without columns (`reader = "whatsapp"`) has no relation: it names the time zone of the file's local times.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from datetime import datetime, tzinfo
from importlib.resources import files
from zoneinfo import ZoneInfo

from osint_kit.errors import BadMapping, UnexpectedLayout
from osint_kit.messages import _
from osint_kit.model import KINDS, Document, Part

_END_KINDS = frozenset({"phone", "iban", "person", "organization", "handle", "plate"})
_LITERAL_KINDS = frozenset({"time", "money", "text", "date"})
_SCHEMAS = frozenset({"Call", "Payment", "Directorship", "Ownership"})
_OFFSET = re.compile(r"[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]")
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
    zone: tzinfo | None = None
    delimiter: str = ""
    encoding: str = ""
    reader: str = ""


def load_mapping(text: str, *, where: str) -> Mapping:
    """Parse a mapping.

    Raises:
        BadMapping: not TOML, of another format version, with a schema, kind or time zone that does not exist, or
            with local times and no time zone.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMapping.expected(_("a mapping in TOML"), found=str(error), where=where) from error
    if raw.get("format") != 1:
        raise BadMapping.expected("format = 1", found=str(raw.get("format")), where=where)
    tables = raw.get("relation")
    if tables is None and raw.get("reader") and raw.get("timezone") is not None:
        tables = []
    elif not isinstance(tables, list) or not tables:
        raise BadMapping.expected(_("at least one [[relation]]"), found=_("none"), where=where)
    if len(str(raw.get("delimiter", ""))) > 1:
        what = _("a delimiter of one character")
        raise BadMapping.expected(what, found=repr(raw["delimiter"]), where=f"{where}: delimiter")
    relations = tuple(_relation(table, where) for table in tables)
    return Mapping(
        name=where,
        table=str(raw.get("table", "")),
        relations=relations,
        zone=_zone(raw.get("timezone"), relations, where),
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


def check_row(mapping: Mapping, document: Document) -> None:
    """Refuse a row that ends before a column of its mapping.

    Raises:
        UnexpectedLayout: names the column and the row.
    """
    held = {part.name for part in document.parts}
    for relation in mapping.relations:
        for each in relation.fields.values():
            if each.part not in held:
                wanted = _("column {name} of {table}").format(name=each.part, table=mapping.table)
                found = _("{count} cells").format(count=len(document.parts))
                raise UnexpectedLayout.expected(wanted, found=found, where=document.item)


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


def _zone(told: object, relations: tuple[Relation, ...], where: str) -> tzinfo | None:
    """The zone of local times; None where every time in the table names its own."""
    fields = [each for relation in relations for each in relation.fields.values()]
    local = any(each.kind == "time" and "%z" not in each.format for each in fields)
    if told is None and not local:
        return None
    zone = _offset(told) or _named_zone(told) if isinstance(told, str) else None
    if zone is None:
        found = _("nothing") if told is None else repr(told)
        wanted = _("an offset like +05:00 or a zone of the IANA data base")
        raise BadMapping.expected(wanted, found=found, where=f"{where}: timezone")
    return zone


def _offset(told: str) -> tzinfo | None:
    return datetime.strptime(told, "%z").tzinfo if _OFFSET.fullmatch(told) else None


def _named_zone(told: str) -> tzinfo | None:
    try:
        return ZoneInfo(told)
    except (KeyError, ValueError, OSError):
        return None


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
