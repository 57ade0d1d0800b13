"""The kinds of texts a story is told in, and what every text of a kind must show."""

from __future__ import annotations

from collections.abc import Mapping

SLOTS = frozenset(
    {"person", "other", "phone", "handle", "plate", "org", "date", "money", "iban", "from", "to", "place"}
    | {"crossing", "goods", "n", "serial", "air", "jalali", "nick", "initials", "word"}
)
"""What a template may ask for."""

ASKED = frozenset({"agency", "haulage", "kunya", "owner", "driver", "teacher", "town", "bridge"})
"""What a set question may name."""

QUESTIONS = 5

TITLE = " || "
"""Between the title and the text of an article."""

REQUIRED: Mapping[str, frozenset[str]] = {
    genre: frozenset(slots.split())
    for genre, slots in {
        "pair": "person other",
        "kin": "person other phone",
        "contact": "person phone",
        "thanks": "person phone",
        "driver": "person plate phone",
        "staff": "person org",
        "shared": "person other phone",
        "warning": "person phone",
        "planted": "org",
        "car": "plate",
        "wire": "org iban",
        "sale": "phone",
        "handset": "other phone",
        "hearsay": "crossing phone",
        "slander": "org phone",
        "motto": "handle phone",
        "leaving": "person phone",
        "lesson": "person",
        "advert": "phone money",
        "recruit": "handle phone",
        "serial": "serial",
        "airfare": "phone money",
        "price": "money air",
        "reroute": "crossing phone",
        "photo": "plate phone",
        "ride": "person plate",
        "quarrel": "person phone",
        "gazette": "org person other",
        "renamed": "handle phone",
        "stop": "plate",
        "shift": "person crossing",
        "lodging": "person phone place",
        "debt": "person money",
        "withheld": "person",
        "testimony": "person",
        "witness": "person",
        "record": "person",
        "plea": "person other phone",
        "reply": "person phone",
        "parked": "person money",
        "nickname": "nick phone",
        "initials": "initials phone",
        "common": "word",
        "jalali": "jalali",
        "bargain": "goods money",
        "elder": "person phone",
        "payroll": "org",
        "charity": "person money",
        "loan": "person other money",
        "duty": "person crossing phone",
        "leg": "person plate",
        "tip": "person crossing",
        "sold": "phone",
        "parts": "org money",
    }.items()
}
"""What every template of a genre must show, because links, events and traps of the key rest on it."""

GENRES = frozenset(
    {"notice", "agency", "exchange", "hosting", "haulier", "labour", "aid", "rumour", "denial", "bait", "official"}
    | {"news", "football", "private", "background", "dispatcher", "phoneshop"}
    | {"crackdown", "food", "question", "arrived", "departed", "chatter", "reporter", "error", "correction"}
    | {"report", "decree", "status"}
)
"""Genres that the story writes in, beyond those whose slots links rest on."""

ARTICLES = frozenset({"crackdown", "stop", "gazette", "error", "correction", "report", "decree", "reporter"})
"""Genres whose texts have a title."""
