"""What people are called, what they speak and where their numbers come from changes nothing."""

from __future__ import annotations

import networkx as nx
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from payments import Records, smuggling, town

from osint_kit import analyse, money

ARRIVED = {
    "en": "We have arrived, thanks to all",
    "ru": "Мы доехали, спасибо всем",
    "tg": "Мо расидем, ташаккур ба ҳама",
    "fa": "ما رسیدیم، تشکر از همه",
}
NAMES = {"en": "Somebody", "ru": "Некто", "tg": "Кадоме", "fa": "کسی"}


def relabelled(records: Records, prefix: str, language: str, order: int) -> tuple[pd.DataFrame, ...]:
    """The same frames with other names, numbers, languages and scripts; row for row the same structure."""
    statements, documents, entities = records.statements, records.documents, records.entities
    known = [records.number(caption) for caption in entities["caption"]]
    renamed = dict(zip(known, (f"{prefix}{(at * 7919 + order) % 10**9:09}" for at in range(len(known))), strict=True))
    ids = {one: f"{at * 104729 % 10**6 + order:08x}" for at, one in enumerate(entities["id"])}
    statements = statements.assign(
        subject=statements["subject"].replace(ids),
        value=statements["value"].replace(renamed).replace(ids),
        language=language,
    )
    documents = documents.assign(text=documents["text"].replace(ARRIVED["en"], ARRIVED[language]), language=language)
    entities = entities.assign(
        id=entities["id"].replace(ids),
        subjects=[tuple(ids[each] for each in subjects) for subjects in entities["subjects"]],
        caption=[f"{NAMES[language]} {at}" for at in range(len(entities))],
        names=[(f"{NAMES[language]} {at}",) for at in range(len(entities))],
        selectors=[
            tuple(f"phone:{renamed[each.partition(':')[2]]}" for each in held) for held in entities["selectors"]
        ],
    )
    return statements, documents, entities


def patterns(statements: pd.DataFrame, documents: pd.DataFrame, entities: pd.DataFrame) -> list[tuple[object, ...]]:
    """What was found, with everybody named by his place in the frame."""
    place = {one: at for at, one in enumerate(entities["id"])}
    transfers = money.transfers(statements, entities)
    rows = money.typologies(transfers, documents).to_dict("records")
    return sorted(
        (row["typology"], sorted(place[each] for each in row["entities"]), row["transfers"], row["score"])
        for row in rows
    )


def measured(statements: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Every measure over the graph of payments, in the order of the frame."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(entities["id"])
    transfers = money.transfers(statements, entities)
    graph.add_edges_from(zip(transfers["payer"], transfers["payee"], strict=True))
    found = (
        analyse.table(graph).set_index("entity").reindex(entities["id"]).drop(columns="label").reset_index(drop=True)
    )
    sizes = {name: found[name].map(found[name].value_counts()) for name in ("component", "community")}
    return found.assign(**sizes).round(9)


@given(st.sampled_from(["+283", "+285", "+289"]), st.sampled_from(sorted(ARRIVED)), st.integers(0, 500))
@settings(max_examples=6, deadline=None)
def test_relabelling_changes_no_typology_and_no_measure(prefix: str, language: str, order: int) -> None:
    records = smuggling(town(Records(), payments=120))
    before = records.statements, records.documents, records.entities
    after = relabelled(records, prefix, language, order)
    assert patterns(*before) == patterns(*after)
    left, right = measured(before[0], before[2]), measured(after[0], after[2])
    ranks = ["betweenness", "component", "core", "degree", "pagerank"]
    pd.testing.assert_frame_equal(left[ranks], right[ranks])
    assert sorted(left["community"]) == sorted(right["community"])
    best = [frame.sort_values(["betweenness", "degree"], kind="stable").index[-5:].tolist() for frame in (left, right)]
    assert best[0] == best[1]
