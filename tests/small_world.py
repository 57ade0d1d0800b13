"""A small world in the fixed bundle format: enough of every site to page, search, remove, forward and attack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from osint_kit.bundle import World, open_world

ADS, POSTS, FIRMS, FILES = "bozor.example", "kanal.example", "firms.example", "partner.example"
HOSTS = {ADS: "classifieds", POSTS: "channels", FIRMS: "register", FILES: "partner"}
WATERMARK = "EXERCISE -- FICTION & <nothing> here is real"
OPENS = datetime.fromisoformat("2031-12-20T09:00:00+05:00")
HOSTILE = (
    "<script>alert(1)</script> & \"q\" 'q' {{ 7*7 }} </div>\nстрока ۱۲۳ 🚚\u00a0ҷой ]]>\nhttps://x.example/?a=1&b=2"
)
FAMILY, BARRED_CHANNEL = "/family/1", "hidden_1"
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
    for host, kind in HOSTS.items():
        text += f'[[sources]]\nhost = "{host}"\nkind = "{kind}"\ntitle = "{kind}"\nlanguage = "ru"\n'
    return text


def _sites() -> Rows:
    barred = {ADS: ["/family"], POSTS: [f"/s/{BARRED_CHANNEL}", f"/{BARRED_CHANNEL}/"]}
    return [
        {"host": host, "kind": kind, "title": f"Site {kind}", "language": "ru", "disallow": barred.get(host, [])}
        for host, kind in HOSTS.items()
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
    names: Iterable[tuple[str, str]] = (("calls.csv", "text/csv"), ("calls.csv.mapping.toml", "application/toml"))
    return [
        {"host": FILES, "path": f"/files/{n}", "name": n, "media_type": m, "title": f"Calls ({n})"} for n, m in names
    ]
