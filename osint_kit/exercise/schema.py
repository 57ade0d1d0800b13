"""Checks a JSON value against the part of JSON Schema 2020-12 that the submission's schema uses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from osint_kit.messages import _
from osint_kit.shipped import shipped

Schema = Mapping[str, Any]  # a JSON schema is as varied as JSON

_TYPES: dict[str, Callable[[object], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}


@cache
def submission_schema() -> Schema:
    """The schema of a submission, which ships with the exercises."""
    found: Schema = json.loads(shipped("exercises", "submission.schema.json").read_text("utf-8"))
    return found


def problems(value: object, schema: Schema, root: Schema, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield place (JSON pointer) and fault of everything that does not follow the schema."""
    if "$ref" in schema:
        yield from problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, where)
        return
    if "anyOf" in schema and not any(not any(problems(value, arm, root)) for arm in schema["anyOf"]):
        yield where, _("fits none of the forms allowed: {value}").format(value=_short(value))
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_TYPES[kind](value) for kind in kinds):
        yield where, _("expected {kind}, found {value}").format(kind="/".join(kinds), value=_short(value))
        return
    yield from _plain(value, schema, where)
    if isinstance(value, dict):
        yield from _object(value, schema, root, where)
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from problems(each, schema.get("items", {}), root, f"{where}/{number}")


def _plain(value: object, schema: Schema, where: str) -> Iterator[tuple[str, str]]:
    if "const" in schema and (value != schema["const"] or isinstance(value, bool) != isinstance(schema["const"], bool)):
        yield where, _("expected {const}, found {value}").format(const=schema["const"], value=_short(value))
    if "enum" in schema and value not in schema["enum"]:
        yield where, _("expected one of {known}, found {value}").format(known=schema["enum"], value=_short(value))
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield where, _("expected a text, found an empty one")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield where, _("expected {pattern}, found {value}").format(pattern=schema["pattern"], value=_short(value))
    if isinstance(value, list) and len(value) < schema.get("minItems", 0):
        yield where, _("expected at least {count}, found {found}").format(count=schema["minItems"], found=len(value))
    if _TYPES["number"](value):
        yield from _bounds(value, schema, where)


def _bounds(value: Any, schema: Schema, where: str) -> Iterator[tuple[str, str]]:
    if "minimum" in schema and not value >= schema["minimum"]:
        yield where, _("expected at least {count}, found {found}").format(count=schema["minimum"], found=value)
    if "maximum" in schema and not value <= schema["maximum"]:
        yield where, _("expected at most {count}, found {found}").format(count=schema["maximum"], found=value)


def _object(value: Mapping[str, object], schema: Schema, root: Schema, where: str) -> Iterator[tuple[str, str]]:
    for name in schema.get("required", []):
        if name not in value:
            yield where, _("expected {name}, found nothing").format(name=name)
    known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name, each in value.items():
        if name in known:
            yield from problems(each, known[name], root, f"{where}/{name}")
        elif other is False:
            yield where, _("unknown field {name}").format(name=name)
        elif other is not True:
            yield from problems(each, other, root, f"{where}/{name}")


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
