"""The tables and files that a team sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TypeAlias

from osint_kit.world.address import CHATS, FAMILY, section
from osint_kit.world.asked import questions
from osint_kit.world.desk import GROUP, INTERVIEW, LETTERS
from osint_kit.world.draft import Draft
from osint_kit.world.exports import CHAT_MAPPING, telegram_json, transcript_txt, whatsapp_txt
from osint_kit.world.items import Item
from osint_kit.world.kept import mementos
from osint_kit.world.records import CALLS_MAPPING, MONEY_MAPPING, calls_csv, money_csv
from osint_kit.world.social import accounts

Rows: TypeAlias = "list[dict[str, object]]"

CALLS, MONEY = "calls.csv", "mobile_money.csv"
_TITLES: Mapping[str, tuple[str, str]] = {
    CALLS: ("Call records", "text/csv"),
    MONEY: ("Mobile-money statement", "text/csv"),
    CHATS[GROUP]: ("Export of a group chat", "application/json"),
    CHATS[LETTERS]: ("Export of a chat of two", "text/plain"),
    CHATS[INTERVIEW]: ("Transcript of an interview", "text/plain"),
}
_MAPPING = ".mapping.toml"
_ABOUT = {
    "tg": "Хабару эълонҳои мардум.",
    "ru": "Новости и объявления людей.",
    "en": "News and notes from people.",
    "fa": "خبرها و اعلان‌های مردم.",
}
_BIO = {"tg": "Аз рӯзгори мо.", "ru": "О нашей жизни.", "en": "How we live here.", "fa": "از زندگی ما."}


def public_tables(draft: Draft) -> dict[str, Rows]:
    """All tables of `tables/`, in an order that follows time and name only."""
    return {
        "sites": list(_sites(draft)),
        "ads": [_ad(draft, item) for item in _of(draft, "ad")],
        "channels": sorted(_channels(draft), key=lambda row: str(row["channel"])),
        "posts": [_post(draft, item) for item in _of(draft, "post")],
        "companies": sorted(
            (_company(draft, item) for item in _of(draft, "company")), key=lambda row: str(row["number"])
        ),
        "accounts": list(_accounts(draft)),
        "statuses": [_status(draft, item) for item in _of(draft, "status")],
        "articles": [_article(draft, item) for item in _of(draft, "article")],
        "mementos": mementos(draft),
        "messages": [_message(draft, item) for item in _of(draft, "message")],
        "questions": questions(draft),
        "files": list(_files(draft)),
    }


def partner_files(draft: Draft) -> dict[str, str]:
    """All files of `files/`, by name."""
    mark = draft.scenario.watermark
    said = {shelf: [item for item in _of(draft, "message") if item.shelf == shelf] for shelf in CHATS}
    group = f"{draft.chance.stream('group chat').pick(draft.scenario.words['handle']).capitalize()}: {mark}"
    texts = {
        CALLS: calls_csv(draft.calls, mark),
        CALLS + _MAPPING: CALLS_MAPPING.format(watermark=mark),
        MONEY: money_csv(draft.payments, mark),
        MONEY + _MAPPING: MONEY_MAPPING.format(watermark=mark),
        CHATS[GROUP]: telegram_json(group, said[GROUP], draft.at),
        CHATS[LETTERS]: whatsapp_txt(mark, said[LETTERS], draft.at),
        CHATS[LETTERS] + _MAPPING: CHAT_MAPPING.format(watermark=mark),
    }
    if said[INTERVIEW]:
        texts[CHATS[INTERVIEW]] = transcript_txt(mark, said[INTERVIEW], draft.at)
    return texts


def _of(draft: Draft, kind: str) -> list[Item]:
    return sorted(
        (item for item in draft.items if item.kind == kind),
        key=lambda item: (draft.at[item.key].number, draft.at[item.key].path),
    )


def _sites(draft: Draft) -> Iterator[dict[str, object]]:
    closed = {"classifieds": [FAMILY], "channels": [f"/{draft.channels['private'].name}/"], "news": [FAMILY]}
    for site in draft.scenario.sites:
        yield {**asdict(site), "disallow": closed.get(site.kind, [])}


def _ad(draft: Draft, item: Item) -> dict[str, object]:
    told = _signed(draft, item)
    at = {name: told.pop(name) for name in ("id", "host", "path")}
    place = draft.scenario.places[item.place].names[item.language]
    return {**at, "category": item.shelf, "place": place, **told, "text": item.text}


def _channels(draft: Draft) -> Iterator[dict[str, object]]:
    for channel in draft.channels.values():
        yield {
            "host": draft.scenario.host("channels"),
            "channel": channel.name,
            "title": channel.name.replace("_", " ").capitalize(),
            "language": channel.language,
            "about": _ABOUT[channel.language],
        }


def _post(draft: Draft, item: Item) -> dict[str, object]:
    at = draft.at[item.key]
    return {
        "id": at.id,
        "host": at.host,
        "channel": draft.channels[item.shelf].name,
        "number": at.number,
        "path": at.path,
        "author": item.author,
        "language": item.language,
        "published": item.published.isoformat(),
        "removed": item.removed.isoformat() if item.removed else None,
        "text": item.text,
        "forwarded": draft.at[item.origin].url if item.origin and item.marked else None,
    }


def _company(draft: Draft, item: Item) -> dict[str, object]:
    at = draft.at[item.key]
    return {
        "id": at.id,
        "host": at.host,
        "path": at.path,
        "number": str(at.number),
        "language": item.language,
        "published": item.published.isoformat(),
        "text": item.text,
        "fields": [dict(each) for each in item.fields],
    }


def _accounts(draft: Draft) -> Iterator[dict[str, object]]:
    host = draft.scenario.host("social")
    for row in accounts(draft.society, draft.items, draft.chance):
        language = row["language"]
        yield {
            "host": host,
            "handle": row["handle"],
            "name": row["name"],
            "about": _BIO[language],
            "language": language,
            "created": row["created"],
        }


def _status(draft: Draft, item: Item) -> dict[str, object]:
    return {
        **_signed(draft, item),
        "text": item.text,
        "reblog": draft.at[item.origin].url if item.origin else None,
    }


def _article(draft: Draft, item: Item) -> dict[str, object]:
    told = _signed(draft, item)
    at = {name: told.pop(name) for name in ("id", "host", "path")}
    part = section(item)
    return {**at, "section": part, **told, "title": item.title or part.capitalize(), "text": item.text}


def _signed(draft: Draft, item: Item) -> dict[str, object]:
    at = draft.at[item.key]
    return {
        "id": at.id,
        "host": at.host,
        "path": at.path,
        "author": item.author,
        "language": item.language,
        "published": item.published.isoformat(),
        "removed": item.removed.isoformat() if item.removed else None,
    }


def _message(draft: Draft, item: Item) -> dict[str, object]:
    at = draft.at[item.key]
    return {
        "id": at.id,
        "host": at.host,
        "path": at.path.partition("#")[0],
        "item": at.url,
        "author": item.author,
        "language": item.language,
        "published": item.published.isoformat(),
        "text": item.text,
    }


def _files(draft: Draft) -> Iterator[dict[str, object]]:
    for name in partner_files(draft):
        title, kind = _TITLES[name.removesuffix(_MAPPING)]
        mapping = name.endswith(_MAPPING)
        yield {
            "host": draft.scenario.host("partner"),
            "path": f"/files/{name}",
            "name": name,
            "media_type": "application/toml" if mapping else kind,
            "title": f"{title}: mapping" if mapping else title,
        }
