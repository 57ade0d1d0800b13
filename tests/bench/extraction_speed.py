"""How fast texts are read, beside tools that somebody else wrote: python tests/bench/extraction_speed.py [megabytes].

Everything runs on one core, in one go, over the same posts; what counts is the ratios. Peers read as much of a sample
as they can in a quarter of a minute each; their rate is that of the sample. They need a package index at the first run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd
import re2
from posts import posts

sys.path.insert(0, str(Path(__file__).parents[1]))
from environments import environment

from osint_kit.extract import batch, extract_texts, find_many
from osint_kit.extract.compiled import Rule, View, compile_pattern, compiled
from osint_kit.extract.selectors import Selector, selectors
from osint_kit.knowledge.regions import REAL
from osint_kit.knowledge.text import fold

PATTERNS = {
    "email": r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "url": r"https?://[^\s<>\"]+",
    "domain": r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}",
    "ip": r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}",
    "phone": r"(?:\+|00)[0-9][0-9 ().-]{5,22}[0-9]",
    "iban": r"[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?",
    "card": r"[0-9]{4}(?:[ -]?[0-9]{4}){3}",
    "wallet": r"[13T][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|bc1[a-z0-9]{20,60}",
    "handle": r"@[A-Za-z0-9_]{3,32}",
    "plate": r"[0-9]{2,4} ?[A-Z]{2,3} ?[0-9]{2,3}",
    "date": r"[0-3]?[0-9][./-][01]?[0-9][./-](?:20)?[0-9]{2}",
    "money": r"[0-9][0-9 .,]*(?:USD|EUR|\$|€|доллар|сомон|рубл)",
}
KINDS = (
    "email", "url", "domain", "ip_address", "phone", "iban", "card", "wallet", "handle", "plate", "date", "money",
)  # fmt: skip
SAMPLE = 3_000_000
WANTED = {
    "gate and spans / re": 7, "gate and spans / ioc-finder": 25, "gate and spans / iocextract": 45,
    "gate and spans / presidio": 100, "end to end / re": 3, "end to end / ioc-finder": 10,
    "all kinds, Russian / natasha": 10, "gazetteer / flashtext": 15,
}  # fmt: skip


def main(megabytes: float) -> None:
    """Print rates in megabytes of UTF-8 a second, and the ratios."""
    texts = posts(int(megabytes * 1e6))
    russian = posts(int(megabytes * 1e5), seed=8, languages=("ru",))
    rates = ours(texts, russian) | {name: rate / 1e6 for name, rate in peers(texts, russian).items()}
    for name, rate in rates.items():
        print(f"{name:24} {rate:9.3f} MB/s")
    print()
    for pair, wanted in WANTED.items():
        mine, other = pair.split(" / ")
        print(f"{pair:32} {rates[mine] / rates[other]:8.1f}  (wanted {wanted})")


def ours(texts: Sequence[str], russian: Sequence[str]) -> dict[str, float]:
    """Our own rates, and that of twelve `re` patterns one after the other."""
    size = _size(texts)
    gazetteer = compiled(REAL, frozenset(["place"]))
    extract_texts(pd.Series(texts[:200]), kinds=KINDS)
    list(find_many(texts[:200]))
    blocks: list[batch.Block] = []
    folded = [fold(text).text for text in texts]
    plain = [re.compile(pattern) for pattern in PATTERNS.values()]
    return {
        "folding": size / _seconds(lambda: blocks.extend(map(batch.block, _portions(texts)))),
        "gate and spans": size / _seconds(lambda: _run(blocks)),
        "re": size / _seconds(lambda: [[match.span() for match in each.finditer(t)] for t in folded for each in plain]),
        "end to end": size / _seconds(lambda: extract_texts(pd.Series(texts), kinds=KINDS)),
        "gazetteer": size / _seconds(lambda: [batch.terms(gazetteer, each) for each in blocks]),
        "all kinds, Russian": _size(russian) / _seconds(lambda: list(find_many(russian))),
        "all kinds": _size(texts[:40_000]) / _seconds(lambda: list(find_many(texts[:40_000]))),
    }


def peers(texts: Sequence[str], russian: Sequence[str]) -> dict[str, float]:
    """Bytes per second of tools that somebody else wrote."""
    named = selectors["place"].terms
    terms = sorted(named(REAL)) if named else []
    some = _sample(texts)
    home = environment("peers", Path(__file__).with_name("peers.txt"), wheels_only=False)
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.json"
        given = {"folded": [fold(text).text for text in some], "russian": _sample(russian), "terms": terms}
        sample.write_text(json.dumps(given), encoding="utf-8")
        script = Path(__file__).with_name("peer_speed.py")
        told = subprocess.run([home / "bin" / "python", script, sample], capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def _run(blocks: Sequence[batch.Block]) -> int:
    """Gate and spans of the twelve patterns, mapped to the originals' code points."""
    gate = re2.Set.SearchSet()
    for pattern in PATTERNS.values():
        gate.Add(pattern)
    gate.Compile()
    nothing = Selector({}, lambda _candidate, _scene: iter(()), whole_words=False)
    rules = [
        Rule(name, nothing, name, compile_pattern(pattern), lambda *_given: ()) for name, pattern in PATTERNS.items()
    ]
    view = View(None, gate, tuple(rules))
    return sum(len(hits.starts) for block in blocks for _rule, hits in batch._seen(view, block))


def _portions(texts: Sequence[str], size: int = 4000) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), size):
        yield texts[start : start + size]


def _sample(texts: Sequence[str]) -> list[str]:
    return list(texts[: max(10, SAMPLE * len(texts) // max(1, _size_in_bytes(texts)))])


def _size_in_bytes(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _size(texts: Sequence[str]) -> float:
    return _size_in_bytes(texts) / 1e6


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 50)
