"""The submission that a key answers with itself: what scores everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from osint_kit.bundle import World
from osint_kit.model import SUBMISSION_FORMAT, Json, Row, Submission, content_id, sha256
from osint_kit.score.answers import grouped, judged, place, whole
from osint_kit.score.key import AnswerKey, Mention
from osint_kit.score.links import WEIGHTS
from osint_kit.score.measures.plan import PREPARATIONS
from osint_kit.score.sheet import MESSAGES, TEXT_TABLES, FetchAt, Sheet, file_of, published

AUTHOR, BECAUSE = "KEY", "as in the answer key"


def from_key(key: AnswerKey, world: World, fetch_at: FetchAt) -> Submission:
    """Write every step as the key has it; worlds are checked with it, since it must score the maximum."""
    sheet = Sheet(Submission(SUBMISSION_FORMAT, world.id, "key", AUTHOR, {}), key, world, fetch_at)
    captured = tuple(_captured(sheet))
    steps = {
        "S1": tuple(_row(world, (each["id"],), dict(each)) for each in _plan(world)),
        "S2": tuple(_row(world, (each["exhibit"],), _collected(each)) for each in captured),
        "S3": tuple(_row(world, (each["exhibit"],), _preserved(each)) for each in captured),
        "S4": tuple(_row(world, (each.id,), _mentioned(each, sheet)) for each in _in_key_items(key)),
        "S5": tuple(_resolved(key, world)),
        "S6": tuple(_graded(key, world)),
        "S8": tuple(_linked(sheet)),
    }
    for step, rows in judged(sheet).items():
        steps[step] = (*steps.get(step, ()), *(_row(world, (content_id(step, each),), each) for each in rows))
    case = content_id("case", world.id, AUTHOR)
    return Submission(SUBMISSION_FORMAT, world.id, case, AUTHOR, steps, world.watermark)


def _row(world: World, ids: tuple[str, ...], values: Mapping[str, Json]) -> Row:
    return Row(AUTHOR, world.opens, BECAUSE, ids, values)


def _plan(world: World) -> Iterator[dict[str, str]]:
    question = {"section": "requirement", "text": "Who moves people across the border for money?", "element": "SOM-1"}
    yield {"id": "question", **question, "sources": "; ".join(source.host for source in world.sources)}
    for name in PREPARATIONS:
        yield {"id": name, "section": "preparation", "text": f"What the team prepares under {name}", "element": name}


def _captured(sheet: Sheet) -> Iterator[dict[str, str]]:
    """One exhibit an item, served while the item stood."""
    times = visible(sheet.world)
    for item in sorted(sheet.key.key_items):
        url, at = file_of(item), times[item]
        digest = sha256(sheet.fetch_at(url, at))
        exhibit = content_id("exhibit", item, digest)
        yield {"exhibit": exhibit, "item": item, "url": url, "digest": digest, "at": at.isoformat()}


def visible(world: World) -> dict[str, datetime]:
    """Address → a time at which the item stood: the opening, or just before it was taken down."""
    times: dict[str, datetime] = {}
    for row in (row for table in TEXT_TABLES for row in published(world, table)):
        removed = row.get("removed")
        gone = datetime.fromisoformat(str(removed)) - timedelta(seconds=1) if removed else world.opens
        times[f"https://{row['host']}{row['path']}"] = min(gone, world.opens)
    return {**times, **{str(row["item"]): world.opens for row in published(world, MESSAGES)}}


def _collected(each: Mapping[str, str]) -> dict[str, Json]:
    return {
        "url": each["url"],
        "digest": each["digest"],
        "status": 200,
        "outcome": "captured",
        "served_at": each["at"],
        "items": [each["item"]],
    }


def _preserved(each: Mapping[str, str]) -> dict[str, Json]:
    taken: dict[str, Json] = {f"BP-COL-{number}": {"reason": "the page has none"} for number in range(3, 7)}
    fields = {"BP-COL-1": each["url"], "BP-COL-2": "source", "BP-COL-7": AUTHOR, "BP-COL-8": each["digest"], **taken}
    return {
        "url": each["url"],
        "digest": each["digest"],
        "served_at": each["at"],
        "retrieved_at": each["at"],
        "items": [each["item"]],
        "handler": AUTHOR,
        "fields": fields,
        "transfers": [{"action": "seal", "at": each["at"], "by": AUTHOR, "entry": "1"}],
        "working_copies": [{"document": content_id("document", each["exhibit"]), "parent": each["exhibit"]}],
    }


def _in_key_items(key: AnswerKey) -> tuple[Mention, ...]:
    return tuple(each for each in key.mentions if each.item in key.key_items)


def _mentioned(each: Mention, sheet: Sheet) -> dict[str, Json]:
    original = sheet.texts[each.item][each.start : each.end]
    document = content_id("document", each.item)
    return {**place(each), "value": each.value, "original": original, "document": document}


def _resolved(key: AnswerKey, world: World) -> Iterator[Row]:
    for truth, mentions in sorted(grouped(_in_key_items(key)).items()):
        values: dict[str, Json] = {"caption": truth, "mentions": [place(each) for each in mentions]}
        yield _row(world, tuple(each.id for each in mentions), values)


def _graded(key: AnswerKey, world: World) -> Iterator[Row]:
    for item in key.items:
        if item.key:
            grade: dict[str, Json] = {"source": item.grade_source, "information": item.grade_information}
            yield _row(world, (item.item,), {"item": item.item, "scheme": "admiralty", **grade})


def _linked(sheet: Sheet) -> Iterator[Row]:
    named = grouped(sheet.key.mentions)
    for link in sheet.key.links:
        if link.tier in WEIGHTS:
            ends: dict[str, Json] = {
                side: {"id": truth, "mentions": [place(each) for each in named.get(truth, [])]}
                for side, truth in (("source", link.source), ("target", link.target))
            }
            item = link.items[0]
            values: dict[str, Json] = {
                "type": link.type,
                "directed": link.directed,
                **ends,
                "evidence": [whole(sheet, item)],
            }
            yield _row(sheet.world, (link.source, link.target), values)
