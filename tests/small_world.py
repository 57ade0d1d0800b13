"""A small world in the fixed bundle format: enough of every site to page, search, remove, forward and attack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from osint_kit.bundle import World, open_world

ADS, POSTS, FIRMS, FILES = "bozor.example", "kanal.example", "firms.example", "partner.example"
TALK, NEWS, GAZETTE, ARCHIVE = "suhbat.example", "ruznoma.example", "gazeta.example", "boygoni.example"
HOSTS = {ADS: "classifieds", POSTS: "channels", FIRMS: "register", FILES: "partner", TALK: "social", NEWS: "news"}
HOSTS |= {ARCHIVE: "archive"}
SECOND = {GAZETTE: "news"}
"""A second host of a kind."""

WATERMARK = "EXERCISE -- FICTION & <nothing> here is real"
OPENS = datetime.fromisoformat("2031-12-20T09:00:00+05:00")
HOSTILE = (
    "<script>alert(1)</script> & \"q\" 'q' {{ 7*7 }} </div>\nстрока ۱۲۳ 🚚\u00a0ҷой ]]>\nhttps://x.example/?a=1&b=2"
)
FAMILY, BARRED_CHANNEL = "/family/1", "hidden_1"
GONE_POST, GONE_AT = "/safar_2/3", OPENS + timedelta(minutes=75)
"""A post that its site removes while a case is open; the archive has it."""

DARI = "راه نو از اوبیگول تا تارنویک\nقیمت ۴۰۰۰ دالر، تضمین"
CALLS = b"A-number;B-number;start;seconds\r\n+281551234567;+281661234567;01.02.2031 10:00;60\r\n"

Rows = list[dict[str, object]]


def write(folder: Path, tables: Mapping[str, Rows]) -> Path:
    """Write a bundle, manifest included; beside it a key that nothing may ever read."""
    for name in ("tables", "files", "key"):
        (folder / name).mkdir(parents=True)
    (folder / "world.toml").write_text(_described(), "utf-8")
    for name, rows in tables.items():
        (folder / "tables" / f"{name}.jsonl").write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8"
        )
    (folder / "files" / "calls.csv").write_bytes(CALLS)
    (folder / "files" / "calls.csv.mapping.toml").write_text("format = 1\n", "utf-8")
    for name, (_media_type, body) in CHATS.items():
        (folder / "files" / name).write_bytes(body)
    (folder / "key" / "seed.toml").write_text("seed = 'SECRET-SEED'\n", "utf-8")
    served = sorted(path for path in folder.rglob("*") if path.is_file() and "key" not in path.parts)
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in served
    ]
    (folder / "MANIFEST.sha256").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@cache
def world() -> World:
    """The small world, written once a run."""
    folder = TemporaryDirectory(prefix="small-world")
    _KEPT.append(folder)
    return open_world(write(Path(folder.name) / "w", tables()))


def tables() -> dict[str, Rows]:
    """The tables of the small world."""
    return {
        "sites": _sites(),
        "ads": _ads(),
        "channels": _channels(),
        "posts": _posts(),
        "companies": _firms(),
        "files": _files(),
        "accounts": _accounts(),
        "statuses": _statuses(),
        "articles": _articles(),
        "mementos": _mementos(),
        "messages": _messages(),
    }


_KEPT: list[TemporaryDirectory[str]] = []


def _described() -> str:
    head = {
        "id": "w-small",
        "format": 1,
        "scenario": "small",
        "version": "1",
        "difficulty": "easy",
        "demo": True,
        "watermark": WATERMARK,
        "opens": OPENS.isoformat(),
        "commitment": "0" * 64,
        "profiles": [],
    }
    brief = {"title": "Small", "text": "Who carries people?", "authority": "Order 1", "languages": "ru, tg, en"}
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in head.items())
    text += "[brief]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in brief.items())
    for host, kind in (HOSTS | SECOND).items():
        text += f'[[sources]]\nhost = "{host}"\nkind = "{kind}"\ntitle = "{kind}"\nlanguage = "ru"\n'
    return text


def _sites() -> Rows:
    barred = {ADS: ["/family"], POSTS: [f"/s/{BARRED_CHANNEL}", f"/{BARRED_CHANNEL}/"], NEWS: ["/births/"]}
    barred[TALK] = ["/@oila"]
    return [
        {"host": host, "kind": kind, "title": f"Site {kind}", "language": "ru", "disallow": barred.get(host, [])}
        for host, kind in (HOSTS | SECOND).items()
    ]


def _ads() -> Rows:
    texts = [f"Продам велосипед номер {n}, цена {n * 10} USD" for n in range(45)]
    texts[3] = HOSTILE
    texts[7] = "Пакет до Тарнвик с гарантией, оплата после приезда 4200 USD. Звоните +281 55 123-45-67"
    rows: Rows = [_ad(n, f"/ad/{n:04d}", text) for n, text in enumerate(texts)]
    rows += [_ad(50, FAMILY, "Наша семья, гарантии нет", category="family")]
    rows += [_ad(51, "/ad/gone", "Снято: гарантия", removed=OPENS - timedelta(days=1))]
    rows += [_ad(52, "/ad/later", "Ещё нет: гарантия", published=OPENS + timedelta(seconds=1))]
    return rows


def _ad(number: int, path: str, text: str, **changes: object) -> dict[str, object]:
    row = {
        "id": f"a{number}",
        "host": ADS,
        "path": path,
        "category": "goods & more",
        "place": "Obigul",
        "author": f"@user{number % 5}",
        "language": "ru",
        "published": OPENS - timedelta(days=100 - number),
        "removed": None,
        "text": text,
    } | changes
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}


def _channels() -> Rows:
    names = ("salom_1", "safar_2", BARRED_CHANNEL)
    return [
        {"host": POSTS, "channel": n, "title": f"Channel {n}", "language": "tg", "about": "About <us>"} for n in names
    ]


def _posts() -> Rows:
    rows = [_post("salom_1", 3 * n + 1, f"Хабари рӯз {n}\nсатри дуюм") for n in range(45)]
    rows += [_post("safar_2", 1, "Кафолат! Роҳи нав: Обигул → Тарнвик, 4000 доллар"), _post("safar_2", 2, HOSTILE)]
    origin = f"https://{POSTS}/safar_2/1"
    rows += [_post("salom_1", 500, "Кафолат! Роҳи нав: Обигул → Тарнвик, 4000 доллар", forwarded=origin)]
    rows += [_post(BARRED_CHANNEL, 1, "Оилаи мо, кафолат")]
    rows += [{**_post("safar_2", 3, "Роҳи кӯҳна баста шуд, +281 55 222-33-44"), "removed": GONE_AT.isoformat()}]
    return rows


def _post(channel: str, number: int, text: str, forwarded: str | None = None) -> dict[str, object]:
    return {
        "id": f"p-{channel}-{number}",
        "host": POSTS,
        "channel": channel,
        "number": number,
        "path": f"/{channel}/{number}",
        "author": f"@{channel}",
        "language": "tg",
        "published": (OPENS - timedelta(hours=1000 - number)).isoformat(),
        "removed": None,
        "text": text,
        "forwarded": forwarded,
    }


def _firms() -> Rows:
    return [_firm(n, "<b>Корвон</b> & Co" if n == 2 else f"Firm Shohroh {n}") for n in range(1, 24)]


def _firm(number: int, name: str) -> dict[str, object]:
    parts = [
        ("Company", "legalName", name),
        ("Director", "director", f"Karim Saidov {number}"),
        ("Owner", "owner", "Abdullo Nazarov"),
    ]
    parts += [("Telephone", "telephone", f"+281 55 000-00-{number:02d}")]
    text, fields = "", []
    for label, field, value in parts:
        text += ("\n" if text else "") + f"{label}: "
        extra = {"share": "60 %"} if field == "owner" else {}
        fields.append(
            {"name": field, "start": len(text), "end": len(text) + len(value), "value": value, "extra": extra}
        )
        text += value
    published = (OPENS - timedelta(days=number)).isoformat()
    row = {
        "id": f"c{number}",
        "host": FIRMS,
        "path": f"/company/{number:05d}",
        "number": f"{number:05d}",
        "language": "en",
    }
    return {**row, "published": published, "text": text, "fields": fields}


def _files() -> Rows:
    names = (
        ("calls.csv", "text/csv"),
        ("calls.csv.mapping.toml", "application/toml"),
        *((name, media_type) for name, (media_type, _body) in CHATS.items()),
    )
    return [
        {"host": FILES, "path": f"/files/{n}", "name": n, "media_type": m, "title": f"File ({n})"} for n, m in names
    ]


def _accounts() -> Rows:
    names = (("rahim_7", "Rahim <b>7</b>"), ("safar_yar", "سفر یار"), ("oila", "Оила"))
    created = OPENS - timedelta(days=400)
    return [
        {"host": TALK, "handle": f"@{handle}", "name": name, "about": "Hills & roads", "language": "tg"}
        | {"created": created.isoformat()}
        for handle, name in names
    ]


def _statuses() -> Rows:
    rows = [_status("rahim_7", n, f"Суханҳои рӯз {n}\nсатри дуюм") for n in range(45)]
    rows += [_status("safar_yar", 60, DARI, language="fa"), _status("safar_yar", 61, HOSTILE)]
    origin = f"https://{TALK}{rows[45]['path']}"
    rows += [_status("rahim_7", 62, DARI, language="fa", reblog=origin), _status("oila", 63, "Тӯй муборак, кафолат")]
    rows += [_status("rahim_7", 64, "Кафолат: аз байн рафт", removed=OPENS - timedelta(days=1))]
    rows += [_status("rahim_7", 2000, "Кафолат: ҳанӯз нест")]
    return rows


def _status(handle: str, number: int, text: str, **changes: object) -> dict[str, object]:
    row = {
        "id": f"s{number}",
        "host": TALK,
        "path": f"/@{handle}/{109_000_000_000 + number}",
        "author": f"@{handle}",
        "language": "tg",
        "published": OPENS - timedelta(hours=1000 - number),
        "removed": None,
        "text": text,
        "reblog": None,
    } | changes
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}


def _articles() -> Rows:
    rows = [_article(NEWS, n, f"Хабар {n}: роҳи нав", f"Матни хабар {n}.\nКафолат, 4000 USD") for n in range(45)]
    rows += [_article(NEWS, 50, "<i>Title</i> & more", HOSTILE), _article(NEWS, 51, "خبر", DARI, language="fa")]
    rows += [_article(NEWS, 52, "Births", "Оилаи нав, кафолат", path="/births/52", section="births")]
    rows += [_article(NEWS, 53, "Gone", "Снято: кафолат", removed=OPENS - timedelta(days=1))]
    rows += [_article(NEWS, 54, "Later", "Ещё нет: кафолат", published=OPENS + timedelta(hours=1))]
    rows += [
        _article(GAZETTE, n, f"Notice {n}", f"Order {n}: the crossing at Obigul", author="@office") for n in (1, 2)
    ]
    return rows


def _article(host: str, number: int, title: str, text: str, **changes: object) -> dict[str, object]:
    row = {
        "id": f"n-{host}-{number}",
        "host": host,
        "path": f"/2031/{number:03d}",
        "section": "hills & roads",
        "author": f"@reporter{number % 3}",
        "language": "tg",
        "published": OPENS - timedelta(days=100 - number),
        "removed": None,
        "title": title,
        "text": text,
    } | changes
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}


def _mementos() -> Rows:
    taken = [
        (f"https://{ADS}/ad/gone", OPENS - timedelta(days=3)),
        (f"https://{ADS}/ad/0003", OPENS - timedelta(days=40)),
        (f"https://{ADS}/ad/0003", OPENS - timedelta(days=4)),
        (f"https://{POSTS}{GONE_POST}", OPENS - timedelta(days=5)),
        (f"https://{POSTS}/s/safar_2?before=3", OPENS - timedelta(days=5)),
        (f"https://{ADS}{FAMILY}", OPENS - timedelta(days=6)),
        (f"https://{ADS}/ad/0001", OPENS + timedelta(days=1)),
    ]
    return [
        {"id": f"m{n}", "host": ARCHIVE, "original": url, "at": at.isoformat()} for n, (url, at) in enumerate(taken)
    ]


def _messages() -> Rows:
    """Every message of the chat files: where it stands, who wrote it, and its text."""
    told = [("result.json", f"message={n}", who, text) for n, who, text in TELEGRAM]
    told += [("chat.txt", f"line={line}", who, text) for line, who, text in WHATSAPP]
    told += [("interview.txt", f"line={line}", who, text) for line, who, text in INTERVIEW]
    return [
        {"id": f"c{n}", "host": FILES, "path": f"/files/{name}", "item": f"https://{FILES}/files/{name}#{place}"}
        | {"author": who, "language": "tg", "published": OPENS.isoformat(), "text": text}
        for n, (name, place, who, text) in enumerate(told)
    ]


TELEGRAM = (
    (101, "Rahim 7", "Салом! 4000 доллар, кафолат"),
    (103, "Karvon & Co", "Рақам: +281 55 123-45-67\nсатри <дуюм>"),
)
WHATSAPP = (
    (2, "Rahim 7", "Салом, роҳ кушода аст?"),
    (3, "+281 55 123-45-67", "Ҳа, фардо\nсоати 6, Обигул: дами пул"),
    (5, "Rahim 7", DARI.replace("\n", " ")),
)
INTERVIEW = ((3, "Interviewer", "What happened at Obigul?"), (4, "Person A", "We paid 1500 USD.\nThen we waited."))


def _telegram() -> bytes:
    when = int(OPENS.timestamp())
    clock = {"date": OPENS.replace(tzinfo=None).isoformat(), "date_unixtime": str(when)}
    (first, who, text), (second, other, long) = TELEGRAM
    entities = [long[:7], {"type": "phone", "text": long[7:24]}, long[24:]]
    chat = {"name": "Roh", "type": "private_group", "id": 77}
    messages: list[dict[str, object]] = [
        {"id": first, "type": "message", **clock, "from": who, "from_id": "user1", "text": text, "text_entities": []},
        {"id": 102, "type": "service", **clock, "actor": who, "actor_id": "user1", "action": "invite_members"}
        | {"members": [other], "text": "", "text_entities": []},
        {"id": second, "type": "message", **clock, "from": other, "from_id": "user2", "forwarded_from": "Safar"}
        | {"text": entities, "text_entities": []},
    ]
    return json.dumps({**chat, "messages": messages}, ensure_ascii=False, indent=1).encode()


def _whatsapp() -> bytes:
    lines = ["20.12.31, 09:00 - Messages and calls are end-to-end encrypted."]
    for _line, who, text in WHATSAPP:
        lines += f"20.12.31, 09:01 - {who}: {text}".split("\n")
    return ("\n".join(lines) + "\n").encode()


def _interview() -> bytes:
    lines = ["Record of a conversation, fictional", ""]
    for _line, who, text in INTERVIEW:
        lines += f"{who}: {text}".split("\n")
    return ("\n".join(lines) + "\n").encode()


CHATS: dict[str, tuple[str, bytes]] = {
    "result.json": ("application/json", _telegram()),
    "chat.txt": ("text/plain", _whatsapp()),
    "interview.txt": ("text/plain", _interview()),
}
