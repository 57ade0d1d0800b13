# ruff: noqa: T201 - figures are printed for people
"""How well `names.compare` tells name pairs apart: python tests/gold/measure_names.py [--part open] [--errors].

Prints F1 at the shipped threshold, area under the curve, recall at precision .90, and F1 per pair of scripts. A quarter
of the pairs, chosen by digest, is kept unlooked-at while rules are written: `--part kept` measures on it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from osint_kit.knowledge.names import compare
from osint_kit.knowledge.names.forms import weight
from osint_kit.knowledge.names.spelling import plain, script_of

GOLD = Path(__file__).with_name("names.tsv")
KEPT = 64
"""Of 256 digests, those whose pairs are kept."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they may be one person's, and of what kind the pair is."""

    left: str
    right: str
    same: bool
    kind: str
    note: str

    @property
    def kept(self) -> bool:
        """Whether the pair belongs to the quarter that nobody looks at."""
        return hashlib.sha256(f"{self.left}|{self.right}".encode()).digest()[0] < KEPT

    @property
    def scripts(self) -> str:
        """First letters of the two scripts, in order."""
        return "".join(sorted(script_of(plain(name))[:1] for name in (self.left, self.right)))


def main() -> None:
    """Read the pairs and print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--file", type=Path, default=GOLD)
    options.add_argument("--part", choices=("open", "kept", "all"), default="all")
    options.add_argument("--errors", action="store_true")
    asked = options.parse_args()
    pairs = [pair for pair in read(asked.file) if asked.part == "all" or pair.kept == (asked.part == "kept")]
    easy = random_pairs(pairs)
    scores = [compare(pair.left, pair.right).score for pair in pairs]
    print(f"{len(pairs)} pairs: {told(pairs, scores, threshold())}")
    print(f"with {len(easy)} random negatives instead of the hard ones: {_easy(pairs, scores, easy)}")
    for scripts, part in sorted(_grouped(pairs, scores, lambda pair: pair.scripts).items()):
        print(f"  {scripts} {told(part[0], part[1], threshold())}")
    if asked.errors:
        _errors(pairs, scores)


def threshold() -> float:
    """The shipped threshold."""
    return weight("threshold")


def read(path: Path) -> list[Pair]:
    """The pairs of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Pair(row["left"], row["right"], row["same"] == "1", row["kind"], row["note"])
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def random_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """Names of one pair beside the names of another: the easy negatives."""
    count = len(pairs)
    return [
        Pair(pairs[place].left, pairs[(place * 7 + 31 * step) % count].right, same=False, kind="random", note="")
        for step in (1, 2, 3)
        for place in range(count)
        if abs((place * 7 + 31 * step) % count - place) > 6
    ]


def _easy(pairs: Sequence[Pair], scores: Sequence[float], easy: Sequence[Pair]) -> str:
    true = [(pair, score) for pair, score in zip(pairs, scores, strict=True) if pair.same]
    false = [(pair, compare(pair.left, pair.right).score) for pair in easy]
    both = true + false
    return told([pair for pair, _ in both], [score for _, score in both], threshold())


def told(pairs: Sequence[Pair], scores: Sequence[float], limit: float) -> str:
    """One line of figures."""
    same = [pair.same for pair in pairs]
    return (
        f"F1 {f1(same, scores, limit):.3f}  AUC {area(same, scores):.3f}  R@P.90 {recall_at(same, scores, 0.9):.3f}"
        f"  ({sum(same)} + {len(same) - sum(same)})"
    )


def f1(same: Sequence[bool], scores: Sequence[float], limit: float) -> float:
    """Harmonic mean of precision and recall at a threshold."""
    hit = sum(true and score >= limit for true, score in zip(same, scores, strict=True))
    said = sum(score >= limit for score in scores)
    return 2 * hit / (said + sum(same)) if said + sum(same) else 1.0


def area(same: Sequence[bool], scores: Sequence[float]) -> float:
    """Area under the receiver's curve: how often a true pair scores above a false one."""
    true = [score for yes, score in zip(same, scores, strict=True) if yes]
    false = [score for yes, score in zip(same, scores, strict=True) if not yes]
    won = sum((one > other) + (one == other) / 2 for one in true for other in false)
    return won / (len(true) * len(false)) if true and false else 1.0


def recall_at(same: Sequence[bool], scores: Sequence[float], precision: float) -> float:
    """Highest recall of a threshold at which precision holds."""
    best = 0.0
    for limit in sorted(set(scores)):
        said = [yes for yes, score in zip(same, scores, strict=True) if score >= limit]
        if sum(said) / len(said) >= precision:
            best = max(best, sum(said) / sum(same))
    return best


def _grouped(
    pairs: Sequence[Pair], scores: Sequence[float], key: Callable[[Pair], str]
) -> dict[str, tuple[list[Pair], list[float]]]:
    found: dict[str, tuple[list[Pair], list[float]]] = defaultdict(lambda: ([], []))
    for pair, score in zip(pairs, scores, strict=True):
        found[key(pair)][0].append(pair)
        found[key(pair)][1].append(score)
    return found


def _errors(pairs: Sequence[Pair], scores: Sequence[float]) -> None:
    for pair, score in zip(pairs, scores, strict=True):
        if (score >= threshold()) != pair.same:
            said = "; ".join(compare(pair.left, pair.right).reasons)
            print(f"{score:.2f} {int(pair.same)} {pair.left} | {pair.right} ({pair.kind}: {pair.note}) [{said}]")


if __name__ == "__main__":
    main()
