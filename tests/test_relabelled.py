"""Who somebody is by name, language, script, gender or nationality changes no role, typology or key player."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from osint_kit import analyse, assess, create_case, link, money, pipeline, world
from osint_kit.casefile import Case
from osint_kit.model import selector_subject

_LETTERS = {}
for _at in range(0x0400, 0x0530):
    _LETTERS[_at] = "ابپتجچخدرزژسشفقکگلمنوهی"[_at % 23]
for _at in (*range(0x41, 0x5B), *range(0x61, 0x7B)):
    _LETTERS[_at] = chr(0x0430 + _at % 32)
"""Letter for letter into another script, so that every place in a text stays where it is."""
_STATES = {"281": "289", "283": "281", "285": "283", "289": "285"}
"""Everybody is of another state."""
_DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
_NAMES = ("person", "organization")


def named(text: str) -> str:
    return text.translate(_LETTERS)


def numbered(text: str) -> str:
    """The number of another state, in the digits in which it is written."""
    plain = text.translate(_DIGITS)
    for old, new in _STATES.items():
        at = plain.find(old)
        if 0 <= at <= len("00"):
            own = [chr(ord(text[at + 2]) - int(old[2]) + int(digit)) for digit in new]
            return text[:at] + "".join(own) + text[at + len(old) :]
    return text


def other(kind: str, text: str) -> str:
    return named(text) if kind in _NAMES else numbered(text) if kind == "phone" else text


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("relabelled")
    world.make(folder / "world", seed=41)
    made = create_case(folder / "case", world=folder / "world")
    for verb in (pipeline.plan, pipeline.search, pipeline.collect, pipeline.preserve):
        verb(made, "full")
    for verb in (pipeline.extract, pipeline.resolve, pipeline.link):
        verb(made, "full")
    return made


Frames = dict[str, pd.DataFrame]


def as_it_is(case: Case) -> Frames:
    held = case.statements[case.statements["verdict"] != "reject"].reset_index(drop=True)
    return {"statements": held, "documents": case.documents, "entities": case.entities, "links": case.links}


def renamed(statements: pd.DataFrame) -> dict[str, str]:
    """Subject that is a telephone number → the subject of the number as it is now."""
    phones = set(statements.loc[statements["kind"] == "phone", "value"])
    return {selector_subject("phone", each): selector_subject("phone", numbered(each)) for each in phones}


def relabelled(frames: Frames) -> Frames:
    statements, documents, entities, links = (frames[name].copy() for name in frames)
    ids = renamed(statements)
    texts = dict(zip(documents["id"], map(list, documents["text"]), strict=True))
    for row in statements[statements["kind"].isin((*_NAMES, "phone"))].itertuples():
        words = "".join(texts[row.document][row.start : row.end])
        texts[row.document][row.start : row.end] = other(row.kind, words)
    documents["text"] = ["".join(texts[name]) for name in documents["id"]]
    for name in ("value", "original"):
        pairs = zip(statements["kind"], statements[name], strict=True)
        statements[name] = [ids.get(text, text) if kind == "entity" else other(kind, text) for kind, text in pairs]
    statements["subject"] = [ids.get(each, each) for each in statements["subject"]]
    statements["language"] = documents["language"] = "en"
    entities["caption"] = [numbered(named(text)) for text in entities["caption"]]
    entities["names"] = [tuple(map(named, names)) for names in entities["names"]]
    entities["selectors"] = [
        tuple(":".join((kind, other(kind, value))) for kind, _, value in (each.partition(":") for each in held))
        for held in entities["selectors"]
    ]
    entities["subjects"] = [tuple(ids.get(each, each) for each in held) for held in entities["subjects"]]
    for frame, names in ((entities, ("id",)), (links, ("source", "target"))):
        for name in names:
            frame[name] = [ids.get(each, each) for each in frame[name]]
    return {"statements": statements, "documents": documents, "entities": entities, "links": links}


def assessed(frames: Frames, back: Mapping[str, str]) -> Frames:
    """Roles, typologies and measures, with the ids that the entities had at first; parts of the graph have no names."""
    statements, documents = frames["statements"], frames["documents"]
    entities, links = frames["entities"], frames["links"]
    transfers = money.transfers(statements, entities)
    typologies = money.typologies(transfers, documents)
    indicators = money.indicators(transfers, typologies, documents, statements)
    measures = analyse.table(link.graph(entities, links))
    roles = assess.roles(entities, links, measures, transfers, typologies, indicators, statements)
    held = [sorted(back.get(each, each) for each in entities) for entities in typologies["entities"]]
    found = {
        "typologies": typologies[["typology", "transfers", "score"]].assign(entities=held),
        "measures": measures.drop(columns=["label", "component", "community"]),
        "roles": roles[["entity", "role", "score"]],
    }
    for name in ("measures", "roles"):
        found[name] = found[name].assign(entity=[back.get(each, each) for each in found[name]["entity"]])
    by = {"typologies": ["typology", "transfers"], "measures": ["entity"], "roles": ["entity", "role"]}
    return {name: frame.sort_values(by[name], ignore_index=True) for name, frame in found.items()}


def test_relabelling_a_world_changes_no_typology_key_player_or_role(case: Case) -> None:
    before = as_it_is(case)
    after = relabelled(before)
    changed = before["entities"]["caption"] != after["entities"]["caption"]
    assert changed.mean() > 0.9
    back = {new: old for old, new in renamed(before["statements"]).items()}
    found, again = assessed(before, {}), assessed(after, back)
    assert len(found["roles"]) > 20
    assert len(found["typologies"]) > 5
    for name, frame in found.items():
        pd.testing.assert_frame_equal(frame, again[name], obj=name)
