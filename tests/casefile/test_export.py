"""A case leaves in open formats, marked as exercise material."""

from __future__ import annotations

import json

import networkx as nx
import pandas as pd
from cases import MakeCase, pages, sealed
from small_world import WATERMARK, world

from osint_kit.casefile import open_case


def test_every_table_and_the_graph_carry_the_watermark(make: MakeCase) -> None:
    case = sealed(make(world=world()), *pages(3))
    evidence = [case.id_of("S2"), case.id_of("S3")]
    case.decide(
        "link", "S8", [case.id_of("P2"), case.id_of("P3")], because="x", values={"type": "Associate"}, evidence=evidence
    )
    folder = case.path / "out"
    written = case.export(folder)
    assert {path.name for path in written} == {path.name for path in folder.iterdir()}
    assert WATERMARK in (folder / "WATERMARK.txt").read_text("utf-8")
    shown = json.loads((folder / "statements.json").read_text("utf-8"))
    assert (shown["watermark"], len(shown["rows"])) == (WATERMARK, 12)
    assert pd.read_csv(folder / "statements.csv")["value"].tolist() == case.statements["value"].tolist()
    graph = nx.read_graphml(folder / "graph.graphml")
    assert graph.graph["watermark"] == WATERMARK
    assert set(graph.nodes) == set(case.entities["id"])
    assert [held["statements"].split() for _source, _target, held in graph.edges(data=True)] == [evidence]


def test_a_case_finds_its_world_again_and_carries_its_watermark_into_the_evidence(make: MakeCase) -> None:
    case = sealed(make(world=world().path), *pages(1))
    again = open_case(case.path)
    assert again.world is not None
    assert again.world.id == again.settings.world == "w-small"
    assert again.settings.watermark == WATERMARK
