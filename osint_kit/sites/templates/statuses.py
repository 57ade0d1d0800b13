"""Accounts and statuses of a social network, as Mastodon's REST API and as ActivityPub write them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from osint_kit.sites.templates import as_html
from osint_kit.sites.templates.answer import Visit
from osint_kit.sites.templates.items import Row, cell, href

ACTIVITY = "application/activity+json; charset=utf-8"
CONTEXT = "https://www.w3.org/ns/activitystreams"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"

Shape = dict[str, object]


def name_of(row: Row) -> str:
    """User name of an account or of a status's author, without `@`."""
    return cell(row, "handle" if "handle" in row else "author").removeprefix("@")


def account_id(host: str, name: str) -> str:
    """The account's number on its server."""
    return str(int.from_bytes(hashlib.sha256(f"{host}/{name}".encode()).digest()[:7], "big"))


def number_of(row: Row) -> int:
    """A status's number: the last step of its path, growing with time."""
    last = cell(row, "path").rpartition("/")[2]
    return int(last) if last.isascii() and last.isdigit() else 0


def actor_url(visit: Visit, name: str) -> str:
    """ActivityPub id of an account."""
    return visit.url(f"/users/{name}")


def account(visit: Visit, row: Row, count: int) -> Shape:
    """One account as the REST API gives it."""
    name = name_of(row)
    return {
        "id": account_id(visit.host, name),
        "username": name,
        "acct": name,
        "display_name": cell(row, "name"),
        "locked": False,
        "bot": False,
        "discoverable": True,
        "created_at": stamp(cell(row, "created")),
        "note": f"<p>{as_html(cell(row, 'about'))}</p>",
        "url": visit.url(f"/@{name}"),
        "uri": actor_url(visit, name),
        "statuses_count": count,
        "emojis": [],
        "fields": [],
    }


def status(visit: Visit, row: Row, author: Shape, origin: Shape | None) -> Shape:
    """One status as the REST API gives it; `url` is the address of its page."""
    name = name_of(row)
    return {
        "id": str(number_of(row)),
        "created_at": stamp(cell(row, "published")),
        "edited_at": None,
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": cell(row, "language"),
        "uri": f"{actor_url(visit, name)}/statuses/{number_of(row)}",
        "url": visit.url(cell(row, "path")),
        "content": f"<p>{as_html(cell(row, 'text'))}</p>",
        "reblog": origin,
        "account": author,
        "media_attachments": [],
        "mentions": [],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
    }


def actor(visit: Visit, row: Row) -> Shape:
    """One account as an ActivityPub actor."""
    own = actor_url(visit, name_of(row))
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "Person",
        "preferredUsername": name_of(row),
        "name": cell(row, "name"),
        "summary": f"<p>{as_html(cell(row, 'about'))}</p>",
        "url": visit.url(f"/@{name_of(row)}"),
        "inbox": f"{own}/inbox",
        "outbox": f"{own}/outbox",
        "published": stamp(cell(row, "created")),
    }


def note(visit: Visit, row: Row) -> Shape:
    """One status as an ActivityPub note."""
    own, content = actor_url(visit, name_of(row)), f"<p>{as_html(cell(row, 'text'))}</p>"
    return {
        "id": f"{own}/statuses/{number_of(row)}",
        "type": "Note",
        "url": visit.url(cell(row, "path")),
        "attributedTo": own,
        "published": stamp(cell(row, "published")),
        "to": [PUBLIC],
        "content": content,
        "contentMap": {cell(row, "language"): content},
    }


def activity(visit: Visit, row: Row) -> Shape:
    """What an outbox says of one status: that its author wrote it, or passed on another's."""
    origin = cell(row, "reblog")
    written = note(visit, row)
    return {
        "id": f"{written['id']}/activity",
        "type": "Announce" if origin else "Create",
        "actor": actor_url(visit, name_of(row)),
        "published": written["published"],
        "to": [PUBLIC],
        "object": origin or written,
    }


def webfinger(visit: Visit, name: str) -> Shape:
    """Where an `acct:` address leads (RFC 7033)."""
    page, own = visit.url(f"/@{name}"), actor_url(visit, name)
    return {
        "subject": f"acct:{name}@{visit.host}",
        "aliases": [page, own],
        "links": [
            {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": page},
            {"rel": "self", "type": ACTIVITY.partition(";")[0], "href": own},
        ],
    }


def stamp(written: str) -> str:
    """A time in the form of both protocols: UTC, milliseconds, `Z`."""
    if not written:
        return ""
    moment = datetime.fromisoformat(written)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def profile_href(name: str) -> str:
    """Path of an account's page, as it stands in a link."""
    return href(f"/@{name}")
