"""What the key answers to the judged steps: the day's summary, and everything from the time line to the interview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from osint_kit.model import Json
from osint_kit.score.brier import MIDPOINTS, penalty
from osint_kit.score.given import LOOK_ALIKE, NO_PART
from osint_kit.score.key import AnswerKey, Mention
from osint_kit.score.measures.interview import STAGES, TRAVELLERS, safeguards
from osint_kit.score.measures.request import SECTIONS
from osint_kit.score.people import carrying, roles_of
from osint_kit.score.sheet import Sheet

Values: TypeAlias = "dict[str, Json]"

SUMMARY = (
    "We judge from posts, adverts, a register and two tables of a partner. The group very likely moves people across "
    "the border for money. Our confidence in that is moderate. We have not seen who is paid in the end."
)
PARTS = (
    "The central authority of the state that asks",
    "An investigation of the smuggling of migrants by the unit that asks",
    "The facts stand in the items cited, which the team sealed",
    "We ask for bank records and for the statement of a witness",
    "The persons listed apart have a part in the offence",
    "The evidence is meant for the trial of the offence named",
)
"""Texts of MLA15-a to -f."""

STAGED = "What the team does at this stage"
QUESTIONS = ("How did you travel?", "What did you pay, and to whom?", "Who met you on the way?")


def place(each: Mention) -> Values:
    """Where a mention stands."""
    return {"item": each.item, "start": each.start, "end": each.end, "kind": each.kind}


def grouped(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Truth id → its mentions."""
    groups: dict[str, list[Mention]] = {}
    for each in mentions:
        if each.truth:
            groups.setdefault(each.truth, []).append(each)
    return groups


def whole(sheet: Sheet, item: str) -> Json:
    """The whole text of an item, cited."""
    text = sheet.texts[item]
    return {"item": item, "start": 0, "end": len(text), "original": text}


def judged(sheet: Sheet) -> dict[str, tuple[Values, ...]]:
    """Step → what the key answers there."""
    return {
        "S7": tuple(_summary(sheet.key)),
        "S8": tuple(_events(sheet)),
        "S9": tuple(_money(sheet)),
        "S10": (*_roles(sheet), *_elements(sheet)),
        "S11": tuple(_hypotheses(sheet.key)),
        "S12": tuple(_request(sheet)),
        "S13": tuple(_interview(sheet)),
    }


def _summary(key: AnswerKey) -> Iterator[Values]:
    for each in key.questions:
        term = min(MIDPOINTS, key=lambda name: penalty(name, each.outcome))
        yield {"question": each.id, "term": term, "confidence": "high"}
    yield {"question": "summary", "text": SUMMARY}


def _events(sheet: Sheet) -> Iterator[Values]:
    for each in sheet.key.events:
        if each.key:
            said: Values = {"event": each.kind, "at": each.start, "until": each.end, "label": each.kind}
            yield {**said, "evidence": [whole(sheet, item) for item in each.items]}


def _money(sheet: Sheet) -> Iterator[Values]:
    for typology in sheet.key.typologies:
        evidence: Json = [whole(sheet, typology.transfers[0])] if typology.transfers else []
        members: Json = list(typology.transfers)
        yield {"typology": typology.typology, "members": members, "entities": [], "evidence": evidence}
    for each in sheet.key.indicators:
        yield {"indicator": each.indicator, "item": each.item, "evidence": [whole(sheet, each.item)]}


def _roles(sheet: Sheet) -> Iterator[Values]:
    named, says = grouped(sheet.key.mentions), carrying(sheet.key)
    for truth, roles in sorted(roles_of(sheet.key).items()):
        shown = [whole(sheet, item) for item in sorted(says.get(truth, ())) if item in sheet.texts][:1]
        parts = sorted(each for each in roles if not each.startswith(LOOK_ALIKE)) or [NO_PART]
        for role in parts:
            yield {"role": role, "entity": _entity(truth, named), "evidence": list(shown)}


def _elements(sheet: Sheet) -> Iterator[Values]:
    for each in sheet.key.elements:
        yield {"element": each.element, "evidence": [whole(sheet, item) for item in each.items[:1]]}


def _hypotheses(key: AnswerKey) -> Iterator[Values]:
    marks = {1: "C", 0: "N", -1: "I"}
    for item in key.consistency:
        yield {"item": item.item, "marks": {name: marks[sign] for name, sign in sorted(item.marks.items())}}
    true = [each.id for each in key.hypotheses if each.true]
    for each in key.hypotheses:
        yield {"hypothesis": each.id, "probability": each.true / (len(true) or 1)}


def _request(sheet: Sheet) -> Iterator[Values]:
    key = sheet.key
    shown = sorted(each.item for each in key.items if each.key and each.truth == "true" and each.item in sheet.texts)
    for name, text in zip(SECTIONS, PARTS, strict=True):
        yield {"section": name, "text": text, "evidence": [whole(sheet, item) for item in shown[:1]]}
    for wanted in key.requests[:1]:
        ways = {"channel": wanted.channel, "recipient": wanted.state}
        ways |= {"marking": "".join(wanted.markings[:1]), "handling": "".join(wanted.handling[:1])}
        for section, text in ways.items():
            yield {"section": section, "text": text, "evidence": []}
    named, hidden = grouped(key.mentions), {each.truth for each in key.protected}
    suspects = [truth for truth in named if truth in key.network and truth not in hidden]
    for truth in sorted(suspects)[:1]:
        yield {"section": "person", "entity": _entity(truth, named), "need": "has a part in the offence"}


def _interview(sheet: Sheet) -> Iterator[Values]:
    for code in STAGES:
        yield {"section": "stage", "code": code, "text": STAGED}
    for code in safeguards():
        yield {"section": "safeguard", "code": code, "text": "kept"}
    for text in QUESTIONS:
        yield {"section": "question", "code": "", "text": text}
    yield {"section": "status", "code": "", "text": "witness"}
    named, roles = grouped(sheet.key.mentions), roles_of(sheet.key)
    for truth in sorted(truth for truth in named if roles.get(truth, frozenset()) & TRAVELLERS)[:1]:
        yield {"section": "person", "entity": _entity(truth, named)}


def _entity(truth: str, named: Mapping[str, list[Mention]]) -> Json:
    return {"id": truth, "mentions": [place(each) for each in named.get(truth, [])]}
