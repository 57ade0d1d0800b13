"""The tables and files that a team sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TypeAlias

from osint_kit.world.address import FAMILY
from osint_kit.world.draft import Draft
from osint_kit.world.items import Item
from osint_kit.world.records import CALLS_MAPPING, MONEY_MAPPING, calls_csv, money_csv

Rows: TypeAlias = "list[dict[str, object]]"

CALLS, MONEY = "calls.csv", "mobile_money.csv"
_ABOUT = {
    "tg": "Хабару эълонҳои мардум.",
    "ru": "Новости и объявления людей.",
    "en": "News and notes from people.",
}


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
        "files": list(_files(draft)),
    }


def partner_files(draft: Draft) -> dict[str, str]:
    """All files of `files/`, by name."""
    mark = draft.scenario.watermark
    return {
        CALLS: calls_csv(draft.calls, mark),
        f"{CALLS}.mapping.toml": CALLS_MAPPING.format(watermark=mark),
        MONEY: money_csv(draft.payments, mark),
        f"{MONEY}.mapping.toml": MONEY_MAPPING.format(watermark=mark),
    }


def _of(draft: Draft, kind: str) -> list[Item]:
    return sorted(
        (item for item in draft.items if item.kind == kind),
        key=lambda item: (draft.at[item.key].number, draft.at[item.key].path),
    )


def _sites(draft: Draft) -> Iterator[dict[str, object]]:
    closed = {"classifieds": [FAMILY], "channels": [f"/{draft.channels['private'].name}/"]}
    for site in draft.scenario.sites:
        yield {**asdict(site), "disallow": closed.get(site.kind, [])}


def _ad(draft: Draft, item: Item) -> dict[str, object]:
    at = draft.at[item.key]
    return {
        "id": at.id,
        "host": at.host,
        "path": at.path,
        "category": item.shelf,
        "place": draft.scenario.places[item.place].names[item.language],
        "author": item.author,
        "language": item.language,
        "published": item.published.isoformat(),
        "removed": item.removed.isoformat() if item.removed else None,
        "text": item.text,
    }


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
        "forwarded": draft.at[item.origin].url if item.origin else None,
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


def _files(draft: Draft) -> Iterator[dict[str, object]]:
    titles = {CALLS: "Call records", MONEY: "Mobile-money statement"}
    for name in partner_files(draft):
        table = name.removesuffix(".mapping.toml")
        kind = "text/csv" if name == table else "application/toml"
        title = titles[table] if name == table else f"{titles[table]}: mapping"
        yield {
            "host": draft.scenario.host("partner"),
            "path": f"/files/{name}",
            "name": name,
            "media_type": kind,
            "title": title,
        }
