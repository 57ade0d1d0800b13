"""Traps of collecting, reading and believing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.world.draft import Draft
from osint_kit.world.items import Item
from osint_kit.world.trapping import Trap, mention, of_genre, stretch, urls

_GAMES = {
    "ru": r"(?:игр|гейм|гаранти|пакет)\w*",
    "tg": r"(?:боз[ӣи]|гейм|кафолат|пакет)\w*",
    "en": r"(?:game|guarantee|package)\w*",
    "fa": r"(?:گیم|ضمانت|بسته)\w*",
}


def text_traps(draft: Draft) -> Iterator[Trap]:
    """In the order of the steps."""
    yield from _collecting(draft)
    yield from _reading(draft)
    yield from _names(draft)
    yield from _believing(draft)


def _collecting(draft: Draft) -> Iterator[Trap]:
    for shelf, kind in (("private", "closed channel"), ("family", "family page")):
        for item in (each for each in draft.items if each.shelf == shelf):
            yield Trap("S2", kind, "not collected", "collects it", "leaves it", urls(draft, [item]))
    for item in (each for each in draft.items if each.genre == "private" and each.kind == "article"):
        yield Trap("S2", "page closed to robots", "not collected", "collects it", "leaves it", urls(draft, [item]))
    club = [item for item in draft.items if item.shelf == "club" and item.wanted]
    for kind, machine, right in (
        ("vanishing channel", "takes sources in the order of the plan", "captures first what is likely to go"),
        ("archive copy", "gives a page up once it is gone", "looks for the copy that an archive holds"),
    ):
        yield Trap("S2", kind, "collected", machine, right, urls(draft, club))


def _reading(draft: Draft) -> Iterator[Trap]:
    yield _plates(draft)
    yield _serials(draft)
    yield _football(draft)
    for item in of_genre(draft, "bargain"):
        spans = tuple(mention(draft, item, span) for span in item.spans if span.kind == "money")
        yield Trap(
            "S4",
            "price of goods",
            "no fare",
            "takes it as a fare",
            "the price of goods",
            urls(draft, [item]),
            (),
            spans,
        )
    for item in of_genre(draft, "jalali"):
        spans = tuple(mention(draft, item, span) for span in item.spans if span.kind == "date")
        yield Trap(
            "S4", "solar date", "present", "reads another year", "converts the calendar", urls(draft, [item]), (), spans
        )


def _plates(draft: Draft) -> Trap:
    items = [item for item in of_genre(draft, "driver") if item.key.endswith("/1")]
    spans = tuple(mention(draft, item, span) for item in items for span in item.spans if span.kind == "plate")
    machine, right = "without folding it reads another plate", "letters that look alike are one letter"
    return Trap("S4", "Cyrillic plate", "present", machine, right, urls(draft, items), (), spans)


def _serials(draft: Draft) -> Trap:
    items = of_genre(draft, "serial")
    found = [(item, re.search(r"(?<!\d)(?<!\d )\d\d \d{3} \d\d \d\d", item.text)) for item in items]
    spans = tuple(stretch(draft, item, each.span(), "phone", each.group()) for item, each in found if each)
    machine, right = "without the words around it takes it as a telephone", "the number of a paper"
    return Trap("S4", "number of a paper", "absent", machine, right, urls(draft, items), (), spans)


def _football(draft: Draft) -> Trap:
    items = of_genre(draft, "football")
    spans = tuple(
        stretch(draft, item, found.span(), "term", found.group())
        for item in items
        for found in re.finditer(rf"(?<!\w){_GAMES[item.language]}", item.text, re.IGNORECASE)
    )
    return Trap(
        "S4",
        "game of football",
        "absent",
        "its search finds a coded word",
        "an everyday word",
        urls(draft, items),
        (),
        spans,
    )


def _names(draft: Draft) -> Iterator[Trap]:
    for genre in ("initials", "nickname"):
        for item in of_genre(draft, genre):
            spans = tuple(mention(draft, item, span) for span in item.spans if span.kind == "person")
            truths = tuple(sorted({span.truth for span in item.spans if span.kind == "person"}))
            yield Trap("S4", genre, "present", "finds no name", "a person's name", urls(draft, [item]), truths, spans)
    if of_genre(draft, "common"):
        yield _common(draft)


def _common(draft: Draft) -> Trap:
    items = of_genre(draft, "common")
    words = [each.nickname or {} for each in draft.society.people.values() if each.nickname]
    spans = tuple(
        stretch(draft, item, found.span(), "person", found.group())
        for item in items
        for word in words
        for found in re.finditer(re.escape(word[item.language]), item.text)
    )
    machine, right = "once it knows the nickname, takes the word for the man", "an everyday word"
    return Trap("S4", "common word", "absent", machine, right, urls(draft, items), (), spans)


def _believing(draft: Draft) -> Iterator[Trap]:
    by_key = {item.key: item for item in draft.items}
    for number in range(draft.knobs.reposts):
        pair = (by_key[f"repost/{number}"], by_key["rumour/0"])
        yield _grade(draft, "circular report", pair, "counts a repost", "one origin: a repost confirms nothing")
    rivals = of_genre(draft, "slander")
    machine, right = "takes two accounts for two witnesses", "one rival under two names: 4 or 5, both times"
    yield _grade(draft, "planted story", rivals, machine, right)
    for item in of_genre(draft, "error"):
        yield _grade(
            draft,
            "good paper errs",
            (item,),
            "believes a good source",
            "grades source and content apart: A or B, and 4 or 5",
        )
    for item in of_genre(draft, "tip"):
        yield _grade(draft, "new account", (item,), "distrusts it: E", "no record yet: F, whatever it says")


def _grade(draft: Draft, kind: str, items: tuple[Item, ...], machine: str, right: str) -> Trap:
    return Trap("S6", kind, "grade", machine, right, urls(draft, items))
