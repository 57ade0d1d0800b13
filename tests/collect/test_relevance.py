from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.collect import WORTH_COLLECTING, leads, rank
from osint_kit.model import content_id
from osint_kit.model.tables import SEARCHES

OFFER = "Пакет Обигул → Тарнвик, кафолат, 4200 USD, +281 55 123-45-67"
CHAT = "Сегодня игра на поле у школы"


def frame(*found: tuple[str, str, str]) -> pd.DataFrame:
    """A search log from address, term and excerpt."""
    fixed = {"source": "a.example", "at": "2031-12-20T09:00:00+05:00", "author": "ALPHA"}
    return SEARCHES.frame(
        {**fixed, "hit": content_id("hit", url), "url": url, "term": term, "excerpt": text} for url, term, text in found
    )


def test_an_offer_with_price_contact_and_route_stands_above_a_chance_word() -> None:
    ranked = rank(frame(("/1", "игр", CHAT), ("/2", "кафолат", OFFER), ("/2", "пакет", OFFER)))
    assert list(ranked["url"]) == ["/2", "/1"]
    offer, chat = ranked.to_dict("records")
    assert offer["score"] > 0.5 > chat["score"]
    assert offer["reason"] == "found by guarantee, package; the text shows a contact, a sum in thousands, a route"
    assert chat["reason"] == "found by game"


def test_one_thing_in_three_languages_counts_once() -> None:
    once = rank(frame(("/1", "гаранти", "x")))
    thrice = rank(frame(("/1", "гаранти", "x"), ("/1", "кафолат", "x"), ("/1", "guarantee", "x")))
    assert once["score"][0] == thrice["score"][0]


def test_everyday_trade_lowers_a_score_and_says_so() -> None:
    told = "гарантия, +281 55 123-45-67"
    ranked = rank(frame(("/1", "гаранти", f"Даём {told}"), ("/2", "гаранти", f"Ремонт, {told.replace('67', '68')}")))
    assert list(ranked["url"]) == ["/1", "/2"]
    assert ranked["score"][0] > WORTH_COLLECTING > ranked["score"][1]
    assert ranked["reason"][1] == "found by guarantee; the text shows a contact; but it speaks of repair"


def test_a_listed_text_is_read_and_a_listed_file_is_taken_whole() -> None:
    offer, talk, file = "/@a/1", "/@a/2", "https://p.example/files/calls.csv"
    ranked = rank(frame((offer, "", OFFER), (talk, "", "Evening at home"), (file, "", "calls"), ("/3", "", "")))
    found = dict(zip(ranked["url"], ranked["score"], strict=True))
    assert found[file] == found["/3"] == 1.0
    assert found[offer] > WORTH_COLLECTING > found[talk] == 0.0


def test_dari_and_its_digits_are_read() -> None:
    ranked = rank(frame(("/1", "", "سفر از آبگل تا تمغله با ضمانت، ۱۵۰۰ دالر. +۲۸۱ ۵۵ ۱۲۳ ۴۵ ۶۷")))
    assert ranked["score"][0] > 0.5
    assert "a contact, a sum in thousands, a route" in ranked["reason"][0]


def test_an_account_and_a_plate_are_signals_and_a_sum_is_no_plate() -> None:
    texts = ("pay to QM68 ZRVB 0012 0034 0056 00", "the van 1234 AB 05", "the van, USD 1500")
    reasons = [rank(frame(("/1", "x", text)))["reason"][0] for text in texts]
    assert ["an account" in reasons[0], "a plate" in reasons[1], "a plate" in reasons[2]] == [True, True, False]


@pytest.mark.parametrize("written", ["+281 55 123-45-67", "00281551234567", "+281 55\u00a0123\u00a045\u00a067"])
def test_a_common_number_hands_on_part_of_a_score_however_it_is_written(written: str) -> None:
    plain = frame(("/1", "Obigul", f"Ask at Obigul, {written}"))
    beside = frame(("/1", "Obigul", f"Ask at Obigul, {written}"), ("/2", "кафолат", OFFER), ("/2", "пакет", OFFER))
    alone, shared = (rank(each).set_index("url").loc["/1"] for each in (plain, beside))
    assert shared["score"] > alone["score"]
    assert shared["reason"].endswith("shares 551234567 with a hit that scores high")
    assert "shares" not in alone["reason"]


def test_leads_are_the_contacts_of_what_is_worth_collecting_and_not_yet_asked() -> None:
    offer = OFFER + ", @Karvon_1"
    found = frame(
        ("/1", "игр", "игра, стадион, +281 99 999-99-99"), ("/2", "кафолат", offer), ("/2", "@karvon_1", offer)
    )
    assert leads(found) == ("551234567",)
    assert leads(frame(("/2", "кафолат", offer))) == ("551234567", "@karvon_1")
    assert leads(frame()) == ()


@pytest.mark.parametrize("text", ["1500 USD", "$1500", "1 500 долларов", "1500$", "4,200 euro"])
def test_a_sum_in_thousands_is_told(text: str) -> None:
    assert "a sum in thousands" in rank(frame(("/1", "пакет", text)))["reason"][0]


@pytest.mark.parametrize("text", ["150 USD", "$15", "+281 55 123-4500", "номер 1500", "15000000 USD"])
def test_a_small_sum_or_another_number_is_not(text: str) -> None:
    assert "a sum in thousands" not in rank(frame(("/1", "пакет", text)))["reason"][0]


def test_what_a_source_lists_without_a_search_is_proposed() -> None:
    ranked = rank(frame(("/calls.csv", "", "calls.csv Calls")))
    assert (ranked["score"][0], ranked["reason"][0]) == (1.0, "listed by the source itself")


def test_nothing_found_is_nothing_proposed() -> None:
    assert list(rank(frame()).columns) == ["hit", "url", "source", "score", "reason"]
    assert rank(frame()).empty


def test_a_frame_of_another_shape_is_refused() -> None:
    with pytest.raises(TypeError, match="searches"):
        rank(pd.DataFrame({"url": ["/1"]}))


FOUND = st.tuples(
    st.sampled_from(["/1", "/2", "/3"]), st.sampled_from(["гаранти", "Obigul", "пакет", ""]), st.just(OFFER)
)


@settings(max_examples=25, deadline=None)
@given(st.lists(FOUND, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_log_changes_nothing(found: list[tuple[str, str, str]], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    pd.testing.assert_frame_equal(rank(frame(*found)), rank(frame(*mixed)))
    assert len(rank(frame(*found))) == len({url for url, _term, _text in found})
    assert rank(frame(*found))["score"].between(0, 1).all()


def test_a_name_in_whatever_script_hands_on_part_of_a_score() -> None:
    offer = OFFER + ", Каримов Рустам"
    talk = ("/1", "", "رستم کریموف را همه میشناسند")
    alone = rank(frame(talk))
    beside = rank(frame(talk, ("/2", "кафолат", offer), ("/2", "пакет", offer))).set_index("url").loc["/1"]
    assert alone["score"][0] == 0.0
    assert beside["score"] > 0.3
    assert beside["reason"].endswith("shares a name with a hit that scores high")
