"""S12: is the request complete, does it go the right way, and does it say no more than it must?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from osint_kit.messages import N_, _
from osint_kit.model import Row
from osint_kit.score.disclosed import disclosed, secrets, withheld
from osint_kit.score.evidence import cited
from osint_kit.score.key import AnswerKey, KeyRequest
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.people import entity, named, true_entities
from osint_kit.score.sheet import Sheet
from osint_kit.score.words import says, words

STEP = "S12"
SECTION = 5.0
SECTIONS = tuple(f"MLA15-{letter}" for letter in "abcdef")
WAY = {"channel": 8.0, "recipient": 4.0, "marking": 4.0, "handling": 4.0}
LEAK, WRONG_HANDLING = 10.0, 5.0
WORDS = 5
"""A section shorter than this says nothing."""

NEED = 3
"""Words below which a need to name a protected person is none."""


@measure
def request(sheet: Sheet) -> StepScore:
    """Give 5 points for each of the six parts of a request, 20 for channel, recipient, marking and handling.

    The facts rest on words cited from a true item; the persons include a suspect; the assistance is named. Each
    protected person or source who is named without need costs 10, a wrong handling code 5; never below 0.
    """
    rows = sheet.rows(STEP)
    told = {str(row.values.get("section")): row for row in rows if row.values.get("section") != "person"}
    persons = _persons(sheet, rows)
    explained = [*_sections(sheet, told, persons), *_way(sheet, told)]
    penalties = [*_leaks(sheet, rows, persons), *_handled(sheet, told)]
    facts = {"persons": len(persons), "disclosed": sum(each.points == -LEAK for each in penalties)}
    return StepScore.of(STEP, SECTION * len(SECTIONS) + sum(WAY.values()), explained, facts, penalties=penalties)


def _persons(sheet: Sheet, rows: tuple[Row, ...]) -> dict[str, str]:
    """Truth id of every person whom the request lists → the need to name them."""
    listed = [row for row in rows if row.values.get("section") == "person"]
    matched = true_entities(sheet.key, map(entity, listed))
    found = ((matched.get(named(row)), str(row.values.get("need") or "")) for row in listed)
    return {truth: need for truth, need in found if truth}


def _sections(sheet: Sheet, told: Mapping[str, Row], persons: Mapping[str, str]) -> Iterator[Explanation]:
    texts: set[str] = set()
    for name in SECTIONS:
        row = told.get(name)
        text = _said(row)
        fault = ""
        if row is None or len(text.split()) < WORDS or text in texts:
            fault = _("missing, too short, or a copy of another")
        elif name in CHECKS and not CHECKS[name][0](sheet, row, persons):
            fault = _(CHECKS[name][1])
        texts.add(text)
        yield Explanation(STEP, fault or _("a part of the request"), name, -SECTION if fault else SECTION)


def _facts(sheet: Sheet, row: Row, _persons: Mapping[str, str]) -> bool:
    true = {each.item for each in sheet.key.items if each.truth == "true" and each.key}
    return bool(cited(sheet, row) & true)


def _suspect(sheet: Sheet, _row: Row, persons: Mapping[str, str]) -> bool:
    return bool(sheet.key.network & set(persons))


def _assistance(_sheet: Sheet, row: Row, _persons: Mapping[str, str]) -> bool:
    return says(_said(row), "assistance")


CHECKS: dict[str, tuple[Callable[[Sheet, Row, Mapping[str, str]], bool], str]] = {
    "MLA15-c": (_facts, N_("facts without words cited from a true item")),
    "MLA15-d": (_assistance, N_("names no assistance that a State can give")),
    "MLA15-e": (_suspect, N_("names nobody who has a part in it")),
}
"""Part of the request → what else it needs, and what is said when it is lacking."""


def _way(sheet: Sheet, told: Mapping[str, Row]) -> Iterator[Explanation]:
    for name, points in WAY.items():
        right = any(_matches(sheet, name, _said(told.get(name)), each) for each in sheet.key.requests)
        what = _("{section} as it should be") if right else _("{section} missing or wrong")
        yield Explanation(STEP, what.format(section=name), name, points if right else -points)


def _matches(sheet: Sheet, name: str, text: str, wanted: KeyRequest) -> bool:
    if name == "recipient":
        return _names_state(sheet, text, wanted.state)
    allowed = {"channel": (wanted.channel,), "marking": wanted.markings, "handling": wanted.handling}[name]
    return codes(name, text) in [codes(name, each) for each in allowed if codes(name, each)]


def _names_state(sheet: Sheet, text: str, state: str) -> bool:
    """Whether a text names a state and no other of the world, by name or code."""
    states = {name for each in sheet.world.profiles for name in (each.code, each.name) if name} | {state}
    same = {name for each in sheet.world.profiles for name in (each.code, each.name) if state in (each.code, each.name)}
    found = {name for name in states if set(words(name)) <= set(words(text))}
    return bool(found) and found <= {state, *same}


def codes(name: str, text: str) -> frozenset[str]:
    """The codes of a family that stand in a text, however they are written; of two a team must choose one.

    >>> sorted(codes("marking", "TLP:AMBER+STRICT")), codes("marking", "TLP-AMBER") == codes("marking", "tlp amber")
    (['tlpamberstrict'], True)
    """
    found: list[str] = FAMILIES[name].findall(text.casefold())
    return frozenset("".join(filter(str.isalnum, each)) for each in found)


FAMILIES = {
    "channel": re.compile(r"\bch-?\d+[a-z]?\b"),
    "marking": re.compile(r"\btlp[\s:-]*(?:red|amber(?:\s*\+\s*strict)?|green|clear)\b"),
    "handling": re.compile(r"\b(?:[pc]|h[0-3])\b"),
}
"""What a code looks like: channels, the traffic light protocol, handling in 3x5x2 and at Europol."""


def _leaks(sheet: Sheet, rows: tuple[Row, ...], persons: Mapping[str, str]) -> Iterator[Explanation]:
    """Everybody withheld who can be read out of a text or stands among the persons, unless a need is given."""
    secret, forms = withheld(sheet.key), secrets(sheet.key)
    found = {truth: (truth, "person") for truth in persons if truth in secret}
    for row in rows:
        text = " ".join(str(row.values.get(name) or "") for name in ("text", "need"))
        for truth, form in disclosed(forms, text).items():
            found.setdefault(truth, (form, str(row.values.get("section"))))
    for truth, (form, section) in sorted(found.items()):
        if len(words(persons.get(truth, ""))) < NEED:
            said = {"name": _caption(sheet.key, truth, form), "why": secret[truth]}
            yield Explanation(STEP, _("{name} disclosed without need: {why}").format(**said), section, -LEAK)


def _caption(key: AnswerKey, truth: str, form: str) -> str:
    return form if form != truth else next((each.form for each in key.aliases if each.truth == truth), truth)


def _handled(sheet: Sheet, told: Mapping[str, Row]) -> Iterator[Explanation]:
    text = _said(told.get("handling"))
    if text and not any(_matches(sheet, "handling", text, each) for each in sheet.key.requests):
        yield Explanation(STEP, _("a wrong handling code"), "handling", -WRONG_HANDLING)


def _said(row: Row | None) -> str:
    return str(row.values.get("text") or "").strip() if row is not None else ""
