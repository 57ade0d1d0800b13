"""Nouns to plain JSON values and back, without loss: `from_dict(type(x), to_dict(x)) == x`."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from typing import TypeAlias, TypeVar

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
T = TypeVar("T")


def to_dict(noun: object) -> dict[str, Json]:
    """Turn a dataclass into JSON values; times keep their offset, bytes become base64."""
    if not dataclasses.is_dataclass(noun):
        raise TypeError(f"expected a dataclass, found {type(noun).__name__}")
    return {field.name: _plain(getattr(noun, field.name)) for field in dataclasses.fields(noun)}


def from_dict(kind: type[T], data: Mapping[str, Json]) -> T:
    """Rebuild a dataclass from `to_dict`'s output.

    Raises:
        KeyError: a required field is missing. ValueError: a value does not fit its field.
    """
    hints = _hints(typing.cast("typing.Hashable", kind))
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]  # kind is a dataclass
    unknown = set(data) - set(fields)
    if unknown:
        raise ValueError(f"{kind.__name__} has no field {sorted(unknown)}")
    return kind(**{name: _rich(hints[name], data[name]) for name in fields if name in data})


def canonical(value: Json) -> bytes:
    """JSON in one fixed form (sorted keys, no spaces, UTF-8): what is hashed and signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def content_id(*parts: Json) -> str:
    """Name something by its content: 32 hexadecimal digits of SHA-256 over the canonical JSON of its parts.

    >>> content_id("phone", "+999123") == content_id("phone", "+999123")
    True
    """
    return hashlib.sha256(canonical(list(parts))).hexdigest()[:32]


def sha256(body: bytes) -> str:
    """Digest of bytes, written `sha256:<64 hexadecimal digits>`."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


_WRITERS: dict[type, Callable[[typing.Any], str]] = {
    Enum: lambda value: str(value.value),
    datetime: datetime.isoformat,
    bytes: lambda value: base64.b64encode(value).decode(),
}


@cache
def _hints(kind: typing.Hashable) -> dict[str, object]:
    return typing.get_type_hints(kind)


def _plain(value: object) -> Json:
    if dataclasses.is_dataclass(value):
        return to_dict(value)
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _rich(hint: object, value: Json) -> object:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = [arm for arm in typing.get_args(hint) if arm is not type(None)]
        if value is None or len(inner) > 1:  # any JSON value
            return value
        return _rich(inner[0], value)
    if origin is tuple:
        arms = typing.get_args(hint)
        if not isinstance(value, list):
            raise ValueError(f"expected a list, found {value!r}")
        kinds = [arms[0]] * len(value) if len(arms) > 1 and arms[1] is Ellipsis else list(arms)
        return tuple(_rich(kind, item) for kind, item in zip(kinds, value, strict=True))
    if origin is not None and issubclass(typing.cast("type", origin), Mapping):  # a generic alias's origin is a class
        if not isinstance(value, dict):
            raise ValueError(f"expected an object, found {value!r}")
        return {key: _rich(typing.get_args(hint)[1], item) for key, item in value.items()}
    if not isinstance(hint, type):
        return value
    return _scalar(hint, value)


def _scalar(hint: type, value: Json) -> object:
    if dataclasses.is_dataclass(hint):
        if not isinstance(value, dict):
            raise ValueError(f"expected an object for {hint.__name__}, found {value!r}")
        return from_dict(hint, value)
    if issubclass(hint, Enum):
        return hint(value)
    if issubclass(hint, datetime):
        return datetime.fromisoformat(str(value))
    if issubclass(hint, bytes):
        return base64.b64decode(str(value), validate=True)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise ValueError(f"expected {hint.__name__}, found {value!r}")
    return value
