"""JSON in the strict sense (RFC 8259), for every reader of bytes that somebody else wrote."""

from __future__ import annotations

import json
from typing import NoReturn

from osint_kit.messages import _
from osint_kit.model.serial import Json


def parse(text: str | bytes) -> Json:
    """Parse JSON; what two readers could understand in two ways is refused.

    Raises:
        ValueError: not JSON, NaN or Infinity, a key twice in one object, half of a surrogate pair, or nesting and
            numbers without end.

    >>> parse('{"a": [1, "b"]}')
    {'a': [1, 'b']}
    """
    try:
        parsed: Json = json.loads(text, parse_constant=_refuse, object_pairs_hook=_object)
        if isinstance(text, bytes) or "\\u" in text:
            json.dumps(parsed, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except RecursionError as error:
        raise ValueError(str(error)) from error
    return parsed


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    built = dict(pairs)
    if len(built) != len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(_("key twice in one object: {name}").format(name=max(names, key=names.count)))
    return built
