"""Every noun survives the way to JSON and back."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping
from datetime import datetime
from enum import Enum

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit import model
from osint_kit.model import Decision, Grade, content_id, from_dict, to_dict

NOUNS = sorted(
    (each for each in vars(model).values() if isinstance(each, type) and dataclasses.is_dataclass(each)),
    key=lambda each: each.__name__,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | factory.texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(factory.texts, inner, max_size=3),
    max_leaves=6,
)


SIMPLE: dict[object, st.SearchStrategy[object]] = {
    str: factory.texts,
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bytes: st.binary(max_size=20),
    datetime: factory.times,
}


def values(hint: object) -> st.SearchStrategy[object]:
    origin, arms = typing.get_origin(hint), typing.get_args(hint)
    if hint in SIMPLE:
        return SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and origin is None:
        return nouns(hint)
    if origin is tuple:
        many = arms[-1] is Ellipsis
        return st.lists(values(arms[0]), max_size=3).map(tuple) if many else st.tuples(*map(values, arms))
    if origin is Mapping:
        return st.dictionaries(factory.texts, values(arms[1]), max_size=3)
    return json_values if bool in arms else st.none() | values(arms[0])


def nouns(kind: type) -> st.SearchStrategy[object]:
    if kind is Grade:
        letters = {"source": st.sampled_from("ABCDEF"), "information": st.sampled_from("123456")}
        rest = {"document": factory.texts, "because": factory.texts, "scheme": st.just("admiralty")}
        return st.builds(kind, **letters, **rest)
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in dataclasses.fields(kind)})


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_noun_survives_json(kind: type, data: st.DataObject) -> None:
    noun = data.draw(nouns(kind))
    again = from_dict(kind, json.loads(json.dumps(to_dict(noun))))
    assert again == noun
    for name in ("id", "digest", "topic"):
        if isinstance(getattr(kind, name, None), property):
            assert getattr(again, name) == getattr(noun, name)


def test_times_keep_the_sources_offset() -> None:
    at = datetime.fromisoformat("2031-03-02T08:15:00+04:30")
    decision = Decision(model.Action.ACCEPT, "S4", ("a",), "said twice", "ALPHA", at)
    assert from_dict(Decision, to_dict(decision)).at.isoformat() == "2031-03-02T08:15:00+04:30"


@pytest.mark.parametrize(
    ("change", "error"),
    [({"source": 3}, ValueError), ({"colour": "red"}, ValueError), ({"source": "G"}, ValueError)],
)
def test_a_value_that_does_not_fit_is_refused(change: dict[str, object], error: type[Exception]) -> None:
    plain = to_dict(Grade("d", "B", "2", "two origins"))
    with pytest.raises(error):
        from_dict(Grade, {**plain, **change})  # type: ignore[dict-item]  # on purpose


def test_content_ids_depend_on_content_only() -> None:
    assert content_id("phone", "+281551234567") == content_id("phone", "+281551234567")
    assert content_id("a", "bc") != content_id("ab", "c")
