"""Items that dispute one another: one denies what another alarms people with, about the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from osint_kit.grade.items import Item
from osint_kit.grade.origins import body
from osint_kit.knowledge.names import bones, is_arabic, part
from osint_kit.messages import N_, _

DENIAL = re.compile(
    r"опроверж|неверн|ложь|слухи|раддия|дурӯғ|дуруғ|as usual|denial|not true|untrue|rumours? (is|are)"
    r"|غلط|دروغ|شایعه|تکذیب|مثل همیشه",
    re.IGNORECASE,
)
"""Words by which an item denies something: own compilation, unreviewed, Russian, Tajik, English, Dari."""

ALARM = re.compile(
    r"закрыт|не работает|сожжён|обман|исчез|мошенн|одамбар|фиреб|баста|роҳ нест"
    r"|closed|burnt|cheat|scam|fraud|disappeared|smuggler"
    r"|بسته|سوخت|فریب|گم شد|آدم بر|آدمبر|راه نیست|گریخت|قاچاق",
    re.IGNORECASE,
)
"""Words by which an item warns or accuses: own compilation, unreviewed."""

ACCUSATION = re.compile(
    r"продаёт людей|обманул|обманыва|мошенник|негодя|рабств|те самые перевозчик|сбежал"
    r"|фиреб дод|фиреб медиҳ|одам мефурӯш|одамбар|гурехт|ғуломӣ"
    r"|crook|sells people|cheated|cheats|swindl|slavery|are the ones who|ran away|smugglers"
    r"|فریب داد|فریب میده|آدم بر|آدم میفروش|گریخت|برده",
    re.IGNORECASE,
)
"""Words by which an item says that somebody does wrong: own compilation, unreviewed."""

UNLIKELY = (
    (N_("a lottery of places"), re.compile(r"лотере|lottery|قرعه", re.IGNORECASE)),
    (
        N_("a visa without papers"),
        re.compile(
            r"виза.{0,30}без документ|visa.{0,30}without papers|раводид.{0,30}бе ҳуҷҷат|виза.{0,30}бе ҳуҷҷат"
            r"|ویز[ها].{0,30}بدون اسناد",
            re.IGNORECASE,
        ),
    ),
    (
        N_("an official programme for a fee"),
        re.compile(r"официальн\w+ программ|барномаи расм|official programme|پروگرام رسمی|برنامه رسمی", re.IGNORECASE),
    ),
    (
        N_("an offer for today only"),
        re.compile(r"только сегодня|танҳо имрӯз|фақат имрӯз|only today|today only|تنها امروز", re.IGNORECASE),
    ),
)
"""What no honest and no dishonest trade gives: own compilation, unreviewed."""

SHARED = 2
"""Names that two items must share to be about one thing."""

_NAME = re.compile(r"[A-ZА-ЯЁҒӢҚӮҲҶ][\w-]{3,}|[\u0600-\u06ff]{4,}")


def accuses(item: Item) -> bool:
    """Whether an item says that somebody whom it names does wrong."""
    return bool(item.names and ACCUSATION.search(body(item)))


def doubtful(item: Item) -> str:
    """What in an item is not logical in itself; empty if nothing."""
    return next((_(name) for name, pattern in UNLIKELY if pattern.search(body(item))), "")


def denials(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, tuple[Item, ...]]:
    """Item that warns or accuses → items of other origin that deny it, by others, or later by the same source."""
    topics = {item.item: _topic(item) for item in items}
    texts = {item.item: body(item) for item in items}
    denying = [item for item in items if DENIAL.search(texts[item.item])]
    alarming = [item for item in items if ALARM.search(texts[item.item]) and item not in denying]
    found = {}
    for item in alarming:
        against = [each for each in denying if _disputes(item, each, topics, origin)]
        if against:
            found[item.item] = tuple(against)
    return found


def _disputes(item: Item, other: Item, topics: Mapping[str, frozenset[str]], origin: Mapping[str, str]) -> bool:
    apart = origin[item.item] != origin[other.item] and (
        item.source != other.source or item.published < other.published
    )
    return apart and len(topics[item.item] & topics[other.item]) >= SHARED


def _topic(item: Item) -> frozenset[str]:
    """Names in the text under one spelling, whatever the script."""
    return frozenset(_skeletons(line for line in item.text.splitlines() if item.author.lower() not in line.lower()))


def _skeletons(lines: Iterable[str]) -> Iterable[str]:
    words = (word for line in lines for word in _NAME.findall(line))
    named = (word for word in words if not is_arabic(word) or part(word) != "-")
    return (key for word in named if len(key := bones(word)) > SHARED)
