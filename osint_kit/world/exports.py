"""Chats as messengers export them, and the transcript of an interview: files of the partner."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from osint_kit.world.address import Address
from osint_kit.world.compose import Span
from osint_kit.world.items import Item

_ENTITIES = {"handle": "mention", "phone": "phone"}


def telegram_json(name: str, items: Iterable[Item], at: Mapping[str, Address]) -> str:
    """A group as Telegram Desktop exports it: local times without an offset, and Unix times as strings."""
    listed = list(items)
    users = {author: f"user{10**9 + at_ * 7919}" for at_, author in enumerate(sorted({each.author for each in listed}))}
    first = min((each.published for each in listed), default=None)
    told: list[dict[str, object]] = []
    if first is not None:
        author = min(listed, key=lambda each: at[each.key].number).author
        told.append(_service(name, author, users[author], first.replace(hour=0, minute=0)))
    told += [_message(each, at[each.key].number, users) for each in listed]
    told.sort(key=lambda row: int(str(row["id"])))
    body = {"name": name, "type": "public_supergroup", "id": 10**9 + 1, "messages": told}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _service(name: str, author: str, user: str, at: datetime) -> dict[str, object]:
    created = {"id": 1, "type": "service", **_when(at), "actor": author, "actor_id": user}
    return {**created, "action": "create_group", "title": name, "members": [author], "text": "", "text_entities": []}


def _when(at: datetime) -> dict[str, str]:
    return {"date": at.replace(tzinfo=None).isoformat(), "date_unixtime": str(int(at.timestamp()))}


def _message(item: Item, number: int, users: Mapping[str, str]) -> dict[str, object]:
    entities = _entities(item.text, item.spans)
    plain = len(entities) == 1 and entities[0]["type"] == "plain"
    mixed = [each["text"] if each["type"] == "plain" else each for each in entities]
    return {
        "id": number,
        "type": "message",
        **_when(item.published),
        "from": item.author,
        "from_id": users[item.author],
        "text": item.text if plain else mixed,
        "text_entities": entities,
    }


def _entities(text: str, spans: Iterable[Span]) -> list[dict[str, str]]:
    """The text cut where a user name or a number begins and ends."""
    found, last = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        if span.kind in _ENTITIES:
            found += [("plain", text[last : span.start]), (_ENTITIES[span.kind], text[span.start : span.end])]
            last = span.end
    return [{"type": kind, "text": each} for kind, each in [*found, ("plain", text[last:])] if each]


CHAT_MAPPING = """\
# {watermark}
format = 1
table = "chat.txt"
reader = "whatsapp"
timezone = "+05:00"
"""


def whatsapp_txt(watermark: str, items: Iterable[Item], at: Mapping[str, Address]) -> str:
    """A chat as WhatsApp exports it: a line of the system, then messages, which may go on over several lines."""
    listed = sorted(items, key=lambda each: at[each.key].number)
    first = min((each.published for each in listed), default=None)
    lines = [f"{first:%d.%m.%y, %H:%M} - {watermark.replace(': ', ' – ')}"] if first else []
    lines += [f"{each.published:%d.%m.%y, %H:%M} - {each.author}: {each.text}" for each in listed]
    return "\n".join(lines) + "\n"


def transcript_txt(watermark: str, items: Iterable[Item], at: Mapping[str, Address]) -> str:
    """An interview, question by question."""
    listed = sorted(items, key=lambda each: at[each.key].number)
    lines = [watermark]
    lines += [f"Interview with a witness, {each.published:%Y-%m-%d %H:%M %z}" for each in listed[:1]]
    lines += [f"{each.author}: {each.text}" for each in listed]
    return "\n".join(lines) + "\n"
