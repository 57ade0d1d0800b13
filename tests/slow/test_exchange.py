"""What leaves a case, read by libraries that somebody else wrote; each is shown a broken copy too.

followthemoney needs PyICU, which is built from source: a C++ compiler, pkg-config and the headers of ICU must be there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from environments import environment
from parties import HOSTILE, case_to_share

from osint_kit.share import Outgoing
from osint_kit.share.formats import formats

pytestmark = [pytest.mark.slow, pytest.mark.judges]

PINS = Path(__file__).with_name("exchange.txt")
NEEDS = (
    "PyICU builds from source: install a C++ compiler, pkg-config, ICU's headers (Debian: g++ pkg-config libicu-dev)"
)

COUNTS = """
import igraph, json, sys
graph = igraph.Graph.Read_GraphML(sys.argv[1])
told = {"nodes": graph.vcount(), "edges": graph.ecount(), "directed": graph.is_directed()}
told |= {"labels": sorted(graph.vs["label"]), "types": sorted(graph.es["type"]), "watermark": graph["watermark"]}
json.dump(told | {"marking": graph["marking"]}, sys.stdout)
"""


@pytest.fixture(scope="session")
def exchange() -> Path:
    """The libraries' own environment."""
    missing = [tool for tool in ("g++", "pkg-config") if shutil.which(tool) is None]
    if missing or verdict("pkg-config", "--exists", "icu-i18n") != 0:
        pytest.fail(f"{NEEDS}; not found: {', '.join(missing) or 'ICU headers'}")
    return environment("exchange", PINS, wheels_only=False, needs=NEEDS) / "bin"


def verdict(*command: str | Path) -> int:
    return subprocess.run([str(word) for word in command], capture_output=True, check=False).returncode


def body(given: Outgoing, name: str) -> bytes:
    (product,) = formats[name](given)
    return product.body


def entities(text: str) -> dict[str, tuple[str, dict[str, list[str]]]]:
    """Id → schema and properties, of every line."""
    rows = [json.loads(line) for line in text.splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    return {
        row["id"]: (row["schema"], {name: sorted(values) for name, values in row["properties"].items()}) for row in rows
    }


def through_library(exchange: Path, path: Path) -> dict[str, tuple[str, dict[str, list[str]]]]:
    back = path.with_suffix(".back")
    assert verdict(exchange / "ftm", "validate", "-i", path, "-o", back) == 0
    return entities(back.read_text(encoding="utf-8"))


def opened(exchange: Path, path: Path) -> dict[str, object]:
    read = subprocess.run([str(exchange / "python"), "-c", COUNTS, str(path)], capture_output=True, check=True)
    told: dict[str, object] = json.loads(read.stdout)
    return told


def test_followthemoney_reads_every_entity_back_as_it_was(exchange: Path, tmp_path: Path) -> None:
    path = tmp_path / "good.json"
    text = body(case_to_share(), "ftm").decode()
    path.write_text(text, encoding="utf-8")
    assert through_library(exchange, path) == entities(text)
    schemas = {schema for schema, _properties in entities(text).values()}
    assert schemas >= {"Person", "Company", "UserAccount", "BankAccount", "Vehicle", "Payment", "Call", "Ownership"}
    assert schemas >= {"Directorship", "Employment", "Family", "UnknownLink"}


@pytest.mark.parametrize(
    ("good", "bad"),
    [('"username"', '"usernames"'), ('"startDate": ["2031', '"startDate": ["20x31'), ('"currency"', '"country"')],
)
def test_a_copy_that_the_library_would_silently_mend_is_caught(
    exchange: Path, tmp_path: Path, good: str, bad: str
) -> None:
    path = tmp_path / "bad.json"
    text = body(case_to_share(), "ftm").decode().replace(good, bad, 1)
    path.write_text(text, encoding="utf-8")
    assert bad in text
    assert through_library(exchange, path) != entities(text)


def test_igraph_opens_the_graph_with_the_same_counts_and_labels(exchange: Path, tmp_path: Path) -> None:
    given = case_to_share()
    path = tmp_path / "graph.graphml"
    path.write_bytes(body(given, "graphml"))
    told = opened(exchange, path)
    assert (told["nodes"], told["edges"], told["directed"]) == (len(given.parties), len(given.ties), True)
    assert told["labels"] == sorted(each.label for each in given.parties)
    assert {"Ҷӯра Ғафурзода", "گل‌محمد رحیمی"} <= set(told["labels"])
    assert HOSTILE[0] in told["labels"]
    assert told["types"] == sorted(each.type for each in given.ties)
    assert (told["watermark"], told["marking"]) == (given.watermark, given.marking)
    path.write_bytes(path.read_bytes().replace(b"</edge>", b"</edge><edge source='boss' target='driver'/>", 1))
    assert opened(exchange, path)["edges"] == len(given.ties) + 1
    path.write_bytes(path.read_bytes()[:-200])
    assert verdict(exchange / "python", "-c", COUNTS, path) != 0
