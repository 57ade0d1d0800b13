"""Tables and graph in open formats, marked as exercise material."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import pandas as pd

from osint_kit import share
from osint_kit.casefile import disk
from osint_kit.casefile.settings import Settings
from osint_kit.messages import _

MARK = "WATERMARK.txt"


def write(
    tables: Mapping[str, pd.DataFrame], graph: nx.MultiDiGraph[str], settings: Settings, folder: Path
) -> tuple[Path, ...]:
    """Write each table as CSV and JSON, the graph as GraphML, and the watermark beside them."""
    mark = settings.watermark or _("training material")
    bodies: dict[str, bytes] = {MARK: (mark + "\n").encode()}
    for name, frame in tables.items():
        bodies[f"{name}.csv"] = share.lossless(frame)
        bodies[f"{name}.json"] = _json(name, frame, settings, mark)
    bodies["graph.graphml"] = share.graphml(graph, {"watermark": mark})
    with disk.storing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for name, body in bodies.items():
        disk.write_whole(folder / name, body)
    return tuple(folder / name for name in bodies)


def _json(name: str, frame: pd.DataFrame, settings: Settings, mark: str) -> bytes:
    data = {"watermark": mark, "case": settings.case, "table": name, "rows": frame.to_dict("records")}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
