"""Names compared by the kit and by other matchers, on the same pairs: python tests/bench/names.py [count].

Prints F1 (the others at their own best threshold, the kit at the shipped one), area under the curve, recall at
precision .90; then pairs per second beside nomenklatura LogicV2, and one look-up over `count` names beside rapidfuzz.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "gold")]


from environments import environment  # noqa: E402 - the folder is put on the path above
from measure_names import GOLD, area, f1, read, recall_at, threshold  # noqa: E402

from osint_kit.knowledge.names import Index, compare, compare_many  # noqa: E402
from osint_kit.knowledge.names.lexicon import entries  # noqa: E402

MILLION = 1_000_000
WANTED = 100
SEED = 5


def main(count: int) -> None:
    """Measure the kit, then the others in one process of their own."""
    rng = np.random.default_rng(SEED)
    pairs = read(GOLD)
    listed = [[pair.left, pair.right] for pair in pairs]
    crossed = [[one.left, other.right] for one in pairs for other in pairs]
    fresh = made_pairs(rng, 20_000)
    names, wanted, true = million(rng, count)
    asked = {"pairs": listed, "crossed": crossed, "fresh": fresh, "many": names, "wanted": wanted[:3]}
    ours = [timed(each) for each in (listed, crossed, fresh)]
    python = environment("names", HERE / "names.txt", wheels_only=False) / "bin" / "python"
    done = subprocess.run(
        [str(python), str(HERE / "names_peers.py")], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    quality([pair.same for pair in pairs], listed, told)
    for name, mine, theirs, many in zip(
        ("gold pairs", "gold crossed", "made names"), ours, told["seconds"], (listed, crossed, fresh), strict=True
    ):
        ratio = theirs / mine
        print(f"{name:<13} kit {len(many) / mine:>9,.0f}/s  LogicV2 {len(many) / theirs:>8,.0f}/s  ratio {ratio:.1f}")
    found_in(names, wanted, true, told["lookups"])


def quality(same: Sequence[bool], listed: list[list[str]], told: dict[str, list[float]]) -> None:
    """Print the figures of every matcher."""
    rows = {"osint-kit": [compare(*pair).score for pair in listed]}
    rows |= {name: scores for name, scores in told.items() if name not in ("seconds", "lookups")}
    for name, scores in rows.items():
        limits = [threshold()] if name == "osint-kit" else sorted(set(scores))
        best = max(f1(same, scores, limit) for limit in limits)
        print(f"{name:<34} F1 {best:.3f}  AUC {area(same, scores):.3f}  R@P.90 {recall_at(same, scores, 0.9):.3f}")


def timed(pairs: list[list[str]]) -> float:
    """Seconds of the kit for pairs in bulk, after a warm-up on some of them, as for the others."""
    lefts, rights = [left for left, _ in pairs], [right for _, right in pairs]
    compare_many(lefts[:200], rights[:200])
    begun = time.perf_counter()
    compare_many(lefts, rights)
    return time.perf_counter() - begun


def found_in(names: list[str], wanted: list[str], true: list[int], peers: list[float]) -> None:
    """Print how fast and how surely a name is found among very many."""
    begun = time.perf_counter()
    index = Index(names)
    built = time.perf_counter() - begun
    seconds, hits = [], 0
    for name, place in zip(wanted, true, strict=True):
        begun = time.perf_counter()
        found = index.search(name, limit=50)
        seconds.append(time.perf_counter() - begun)
        hits += any(names[hit.place] == names[place] for hit in found)
    mine, theirs = sum(seconds) / len(seconds), sum(peers) / len(peers)
    print(f"{len(names):,} names: index built in {built:.1f} s; recall {hits / len(wanted):.3f}")
    print(f"one look-up {mine * 1000:.0f} ms, rapidfuzz WRatio {theirs * 1000:.0f} ms, ratio {theirs / mine:.1f}")


def million(rng: np.random.Generator, count: int) -> tuple[list[str], list[str], list[int]]:
    """Names made from the lexicon; some of them written anew in another script; where those stand."""
    given = [each for each in entries() if each.cyrillic and each.latin and each.arabic]
    chosen = [
        (given[rng.integers(len(given))], given[rng.integers(len(given))], given[rng.integers(len(given))])
        for _ in range(count)
    ]
    names = [written(rng, *each) for each in chosen]
    places = [int(each) for each in rng.choice(count, WANTED, replace=False)]
    return names, [written(rng, *chosen[place]) for place in places], places


ENDINGS = {"cyrillic": ("ов", "зода"), "latin": ("ov", "zoda"), "arabic": ("زاده", "وف")}


def written(rng: np.random.Generator, first: object, middle: object, last: object) -> str:
    """Three names in one script, the last as a family name."""
    script = tuple(ENDINGS)[rng.integers(len(ENDINGS))]
    words = [getattr(each, script)[0] for each in (first, middle, last)]
    return f"{words[0]} {words[1]} {words[2]}{ENDINGS[script][rng.integers(2)]}"


def made_pairs(rng: np.random.Generator, count: int) -> list[list[str]]:
    """Pairs of names that no list holds: half of them one name in two spellings."""
    given = [each for each in entries() if each.cyrillic and each.latin and each.arabic]
    pairs = []
    for place in range(count):
        one, other = ([given[rng.integers(len(given))] for _ in range(3)] for _ in range(2))
        pairs.append([written(rng, *one), written(rng, *(one if place % 2 else other))])
    return pairs


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MILLION)
