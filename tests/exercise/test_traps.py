"""Verdicts on what the machine proposes at a trap: what it never read is open, a bare number stands for its holder."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from osint_kit.exercise import judging_people as people
from osint_kit.exercise import judging_texts as texts
from osint_kit.exercise.verdicts import Verdict, stands_for
from osint_kit.score.rows import Trap, TrapSpan

ITEM = "https://bozor.example/ad/1"
SPAN = TrapSpan(item=ITEM, start=4, end=17, kind="phone", value="79 123 45 67")


def trap(expect: str, *spans: TrapSpan, truths: tuple[str, ...] = ()) -> Trap:
    return Trap("x-1", "S4", "a kind", (ITEM,), truths, spans, expect, "wrong", "right")


def played(**given: Any) -> Any:
    """As much of a played case as a judge reads."""
    sheets = {"indicators": given.get("indicators", []), "roles": given.get("roles", [])}
    columns = {"indicators": ["item", "indicator", "score"], "roles": ["entity", "role", "score"]}
    entities = pd.DataFrame(given.get("entities", []), columns=["id", "caption", "selectors"])
    case = SimpleNamespace(
        documents=pd.DataFrame({"item": given.get("items", [ITEM])}),
        entities=entities,
        links=pd.DataFrame(given.get("links", []), columns=["source", "target", "type", "score"]),
        conclusions=SimpleNamespace(
            proposed=lambda name: pd.DataFrame(sheets[name], columns=columns[name]),
            measures=pd.DataFrame(given.get("measures", []), columns=["entity", "degree", "betweenness"]),
        ),
    )
    phones = [{"phone": number, "holder": holder} for number, holder in given.get("phones", [])]
    key = SimpleNamespace(tables={"phones": phones}, network=frozenset({"boss"}), links=(), roles=())
    return SimpleNamespace(case=case, key=key, found=given.get("found", {}), standing_for=given.get("stands", {}))


@pytest.mark.parametrize("judge", [texts.absent, texts.present, texts.no_fare])
def test_what_was_not_collected_is_open(judge: Any) -> None:
    assert judge(played(items=[]), trap("absent", SPAN))[0] is Verdict.OPEN


def test_a_number_of_a_paper_is_wrong_where_the_machine_reads_a_telephone() -> None:
    there = {ITEM: ((4, 17, "phone", "+281791234567", 0.6),)}
    assert texts.absent(played(found=there), trap("absent", SPAN))[0] is Verdict.WRONG
    assert texts.absent(played(), trap("absent", SPAN))[0] is Verdict.RIGHT


@pytest.mark.parametrize(("score", "verdict"), [(0.7, Verdict.WRONG), (0.3, Verdict.UNSURE), (None, Verdict.RIGHT)])
def test_a_price_of_goods_is_judged_by_the_indicators_over_it(score: float | None, verdict: Verdict) -> None:
    fired = [] if score is None else [(ITEM, "ON-08", score)]
    assert texts.no_fare(played(indicators=fired), trap("no fare"))[0] is verdict


def test_a_bare_number_stands_for_its_only_holder() -> None:
    entities = [("e1", "+1", ("phone:+1",)), ("e2", "+2", ("phone:+2",)), ("e3", "+3", ("phone:+3",))]
    given = played(entities=entities, phones=[("+1", "shop"), ("+2", "old"), ("+2", "new")], stands={"e3": "boss"})
    assert stands_for(given) == {"e1": "shop", "e3": "boss"}


def test_a_phone_shop_among_the_first_is_wrong() -> None:
    entities = [(f"e{at}", f"+{at}", (f"phone:+{at}",)) for at in range(20)]
    measures = [(f"e{at}", 100 - at, 0.0) for at in range(20)]
    for at, verdict in ((2, Verdict.WRONG), (15, Verdict.RIGHT)):
        given = played(entities=entities, measures=measures, phones=[(f"+{at}", "shop")])
        assert people.no_link(given, trap("no link", truths=("shop",)))[0] is verdict


@pytest.mark.parametrize(("score", "verdict"), [(0.9, Verdict.WRONG), (0.4, Verdict.UNSURE)])
def test_daily_calls_of_a_cousin_are_wrong_where_the_link_would_be_decided(score: float, verdict: Verdict) -> None:
    given = played(stands={"e1": "cousin", "e2": "boss"}, links=[("e1", "e2", "Call", score)])
    assert people.busy(given, trap("family calls", truths=("cousin",)))[0] is verdict


def test_a_role_is_open_where_nobody_of_them_is_in_the_case() -> None:
    assert people.role(played(), trap("role", truths=("driver",)))[0] is Verdict.OPEN
