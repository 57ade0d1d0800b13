import html
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

import pytest

from osint_kit.bundle import World
from osint_kit.model import Row, Submission, sha256
from osint_kit.score import AnswerKey, Score
from osint_kit.score.perfect import visible
from osint_kit.score.sheet import FetchAt, file_of

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def capture(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def test_collecting_half_has_full_precision_and_half_the_recall(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S2", lambda rows: rows[: len(rows) // 2])).step("S2")
    assert step.facts["precision"] == 1
    assert step.facts["recall"] == pytest.approx(0.5, abs=0.01)


def test_collecting_everything_costs_precision(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    def everything(rows: list[Row]) -> list[Row]:
        return [
            capture(rows[0], url=url, digest=sha256(fetch_at(url, at)), served_at=at.isoformat(), items=[item])
            for item, at in visible(world).items()
            for url in [file_of(item)]
        ]

    step = scored(changed("S2", everything)).step("S2")
    pages = {item for item in key.known_items if file_of(item) == item or item in key.key_items}
    assert step.facts["recall"] == 1
    assert step.facts["precision"] == pytest.approx(len(key.key_items) / len(pages))


def test_a_file_is_collected_whole_and_its_needless_messages_cost_nothing(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    wanted = next(item for item in sorted(key.key_items) if "#" in item)
    url, at = file_of(wanted), world.opens
    listed = sorted(item for item in key.known_items if file_of(item) == url)
    page = {"url": url, "digest": sha256(fetch_at(url, at)), "served_at": at.isoformat(), "items": listed}
    step = scored(changed("S2", lambda rows: [capture(rows[0], **page)])).step("S2")
    assert step.facts["precision"] == 1
    assert step.facts["collected"] == len(key.key_items & set(listed)) >= 1


def test_rows_of_partner_tables_and_unknown_addresses_do_not_count(changed: Changer, scored: Scorer) -> None:
    extra = ["https://partner.halvern.example/files/calls.csv#row=2", "https://nowhere.example/1"]
    step = scored(changed("S2", lambda rows: [*rows, capture(rows[0], items=extra)])).step("S2")
    assert step.points == pytest.approx(100)


def test_a_listed_item_counts_only_if_the_page_shows_it(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    step = scored(changed("S2", lambda rows: [capture(rows[0], items=sorted(key.known_items))])).step("S2")
    assert step.facts["collected"] == 1


def test_an_item_repeated_in_a_query_is_not_shown(
    changed: Changer, scored: Scorer, perfect: Submission, world: World, fetch_at: FetchAt
) -> None:
    item = str(perfect.steps["S2"][0].values["url"])
    forged = f'<p itemid="{item}">{next(row["text"] for row in world.rows("ads") if item.endswith(row["path"]))}</p>'
    url = f"https://{urlsplit(item).hostname}/search?{urlencode({'q': forged})}"
    body = fetch_at(url, world.opens)
    assert html.escape(item).encode() in body
    page = {"url": url, "digest": sha256(body), "served_at": world.opens.isoformat(), "items": [item]}
    assert scored(changed("S2", lambda rows: [capture(rows[0], **page)])).step("S2").points == 0


@pytest.mark.parametrize("digest", ["", "sha256:" + "0" * 64, None])
def test_a_capture_without_its_digest_collects_nothing(digest: object, changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S2", lambda rows: [capture(row, digest=digest) for row in rows])).step("S2").points == 0


def test_a_needless_item_on_a_page_costs_even_if_the_row_is_silent_about_it(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    url = next(f"https://{row['host']}/" for row in world.rows("sites") if row["kind"] == "classifieds")
    page = {"url": url, "digest": sha256(fetch_at(url, world.opens)), "served_at": world.opens.isoformat()}

    def front(rows: list[Row]) -> list[Row]:
        return [*rows, capture(rows[0], **page, items=sorted(key.key_items))]

    step = scored(changed("S2", front)).step("S2")
    assert step.facts["recall"] == 1
    assert step.facts["precision"] < 1


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2031-12-20T09:00:00", 7])
def test_a_time_that_no_clock_shows_collects_nothing(at: object, changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S2", lambda rows: [capture(row, served_at=at) for row in rows])).step("S2").points == 0


def test_a_record_shows_its_items_too(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    item = next(item for item in sorted(key.key_items) if "/company/" in item)
    url, at = item.replace("/company/", "/api/companies/"), world.opens
    page = {"url": url, "digest": sha256(fetch_at(url, at)), "served_at": at.isoformat(), "items": [item]}
    step = scored(changed("S2", lambda rows: [capture(rows[0], **page)])).step("S2")
    assert [line.pointer for line in step.explanations if line.points > 0] == [item]


def test_a_failed_capture_collects_nothing(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S2", lambda rows: [capture(row, outcome="blocked") for row in rows])).step("S2")
    assert step.points == 0
