"""The set questions of the exercise, with the names of this world."""

from __future__ import annotations

from osint_kit.world.cast import Person
from osint_kit.world.draft import Draft
from osint_kit.world.names import KUNYA
from osint_kit.world.plot import SOUTH_BRIDGE

IDS = ("Q1", "Q2", "Q3", "Q4", "Q5")
"""Price of the land package rose; groups moved south; the agency takes part; two names are one man; two men are one."""

_SHOWN = ("en", "ru", "tg", "fa")


def questions(draft: Draft) -> list[dict[str, object]]:
    """One row a question, in every language."""
    named = {language: _named(draft, language) for language in _SHOWN}
    return [
        {"id": id_, **{each: draft.scenario.questions[each][at].format(**named[each]) for each in _SHOWN}}
        for at, id_ in enumerate(IDS)
    ]


def _named(draft: Draft, language: str) -> dict[str, str]:
    society = draft.society
    organiser = society.people["RO-ORG/0"]
    driver = society.people["RO-TRA/0"]
    other = next(iter(society.of("namesake")), society.people["town/0"])
    return {
        "agency": society.firms["LK-1"].names[language],
        "haulage": society.firms["haulage"].names[language],
        "kunya": next((form.text for form in organiser.forms if form.noise == KUNYA), organiser.handles[0]),
        "owner": _form(organiser, language),
        "driver": _form(driver, language),
        "teacher": _form(other, language),
        "town": draft.scenario.places[other.town].names[language],
        "bridge": draft.scenario.places[SOUTH_BRIDGE].names[language],
    }


def _form(person: Person, language: str) -> str:
    plain = [form for form in person.forms if form.noise != KUNYA]
    listed = [form.text for form in plain if form.language == language]
    return next(iter(listed), plain[0].text)
