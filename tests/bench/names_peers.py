"""Scores and speeds of other name matchers, in the environment of `names.txt`: reads pairs as JSON, writes JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import jellyfish
from followthemoney import model
from metaphone import doublemetaphone
from nomenklatura.matching import LogicV2
from rapidfuzz import fuzz, process
from rigour.text.distance import levenshtein_similarity
from rigour.text.scripts import can_latinize

try:
    from rigour.text.transliteration import ascii_text
except ImportError:
    from normality import ascii_text

Matcher = Callable[[str, str], float]


def main() -> None:
    """Score the pairs with each matcher, time LogicV2 over two sets, and one look-up over many names."""
    asked = json.load(sys.stdin)
    told: dict[str, object] = {name: [one(*pair) for pair in asked["pairs"]] for name, one in MATCHERS.items()}
    told["seconds"] = [timed(asked[name]) for name in ("pairs", "crossed", "fresh")]
    told["lookups"] = [looked_up(name, asked["many"]) for name in asked["wanted"]]
    json.dump(told, sys.stdout)


def entity(name: str) -> object:
    """A person of that name."""
    return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})


def timed(pairs: list[list[str]]) -> float:
    """Seconds that LogicV2 takes for pairs, their entities made before; after a warm-up on some of them."""
    made = {name: entity(name) for pair in pairs for name in pair}
    both = [(made[left], made[right]) for left, right in pairs]
    for left, right in both[:200]:
        LogicV2.compare(left, right, CONFIG)
    begun = time.perf_counter()
    for left, right in both:
        LogicV2.compare(left, right, CONFIG)
    return time.perf_counter() - begun


def looked_up(name: str, many: list[str]) -> float:
    """Seconds of one look-up over many names with WRatio."""
    begun = time.perf_counter()
    process.extract(name, many, scorer=fuzz.WRatio, limit=10)
    return time.perf_counter() - begun


def _metaphone(left: str, right: str) -> float:
    ours, theirs = (
        {code for word in ascii_text(name).split() for code in doublemetaphone(word)[:1]} for name in (left, right)
    )
    return len(ours & theirs) / max(1, len(ours | theirs))


def _rigour(left: str, right: str) -> float:
    return levenshtein_similarity(_sorted(left), _sorted(right), max_edits=None)


def _sorted(name: str) -> str:
    latin = ascii_text(name) if can_latinize(name) else name
    return " ".join(sorted(latin.lower().split()))


CONFIG = LogicV2.default_config()
MATCHERS: dict[str, Matcher] = {
    "rapidfuzz WRatio": lambda left, right: fuzz.WRatio(left, right) / 100,
    "rapidfuzz WRatio on ASCII": lambda left, right: fuzz.WRatio(_sorted(left), _sorted(right)) / 100,
    "jellyfish Jaro-Winkler on ASCII": lambda left, right: jellyfish.jaro_winkler_similarity(
        _sorted(left), _sorted(right)
    ),
    "rigour Levenshtein": _rigour,
    "nomenklatura LogicV2": lambda left, right: float(LogicV2.compare(entity(left), entity(right), CONFIG).score),
    "double metaphone": _metaphone,
}

if __name__ == "__main__":
    main()
