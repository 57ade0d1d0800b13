"""Splink over folded columns, in an environment of its own: python splinked.py folded.csv truth.csv → figures as JSON.

The columns are those that the kit compares, folded by the kit; the settings use what splink offers for them: several
blocking rules, levels for slips and swaps, adjustment by term frequency, expectation maximisation in several rounds.
"""

from __future__ import annotations

import json
import resource
import sys
import time

import numpy as np
import pandas as pd

try:
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
except ImportError:  # whoever wants the scores alone
    pass

THRESHOLDS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999)
NAME = "name_skeleton"


def exact(column: str) -> object:
    """An agreement, weighed by how rare the value is."""
    return cll.ExactMatchLevel(column, term_frequency_adjustments=True)


def comparisons(filled: set[str]) -> list[object]:
    """What is compared of each pair."""
    slip = "damerau_levenshtein({0}_l, {0}_r) <= 1".format
    turned = (
        "substr(birth_date_l,1,4) = substr(birth_date_r,1,4) and substr(birth_date_l,6,2) = substr(birth_date_r,9,2)"
        " and substr(birth_date_l,9,2) = substr(birth_date_r,6,2)"
    )
    shared = " or ".join(f"word{one}_l = word{two}_r" for one in (1, 2, 3) for two in (1, 2, 3) if one + two < 6)
    year = "substr(birth_date_l,1,4) = substr(birth_date_r,1,4)"
    wanted = {
        "name": [
            exact("name"),
            exact(NAME),
            cll.JaroWinklerLevel("name", 0.92),
            cll.JaroWinklerLevel(NAME, 0.92),
            cll.CustomLevel(shared, "a word"),
        ],
        "birth_date": [
            exact("birth_date"),
            cll.CustomLevel(turned, "turned"),
            cll.CustomLevel(slip("birth_date"), "slip"),
            cll.CustomLevel(year, "year"),
        ],
        "phone": [exact("phone"), cll.CustomLevel(slip("phone"), "slip")],
        "email": [exact("email"), cll.CustomLevel(slip("email"), "slip")],
        "document": [exact("document"), cll.CustomLevel(slip("document"), "slip")],
        "place": [
            exact("place"),
            cll.CustomLevel("place1_l = place1_r", "rarest word"),
            cll.CustomLevel("place1_l = place2_r or place2_l = place1_r or place2_l = place2_r", "a word"),
        ],
    }
    return [
        cl.CustomComparison(
            output_column_name=field, comparison_levels=[cll.NullLevel(field), *levels, cll.ElseLevel()]
        )
        for field, levels in wanted.items()
        if field in filled
    ]


def rules(filled: set[str]) -> list[object]:
    """Under which conditions a pair is compared at all."""
    found = [block_on(column) for column in ("phone", "email", "document") if column in filled]
    found.append(block_on(NAME))
    found.append(block_on("word1", "word2"))
    if "birth_date" in filled:
        found += [block_on("birth_date", "word1"), block_on("birth_date", "word2")]
        if "place" in filled:
            found.append(block_on("birth_date", "place1"))
    if "place" in filled:
        found += [block_on("word1", "place1"), block_on("word2", "place1")]
    return found


def linked(table: pd.DataFrame) -> tuple[Linker, object]:
    """Train on the table and predict."""
    filled = {column for column in table.columns if table[column].notna().any()}
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=comparisons(filled),
        blocking_rules_to_generate_predictions=rules(filled),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI()
    linker = Linker(api.register(table), settings, log_level=40)
    sure = [
        rule
        for rule in (block_on("document") if "document" in filled else None, block_on("birth_date", "word1"))
        if rule
    ]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in (("birth_date", "word1"), ("phone",), ("document",), (NAME,)):
        if set(columns) <= filled | {"word1", NAME}:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    return linker, linker.inference.predict(threshold_match_probability=min(THRESHOLDS))


def scores(truth: np.ndarray, found: np.ndarray) -> dict[str, float]:
    """Pairwise precision, recall and F1."""
    real, held = pd.factorize(truth)[0].astype(np.int64), pd.factorize(found)[0].astype(np.int64)
    both = _pairs(real * (held.max() + 1) + held)
    precision, recall = both / max(_pairs(held), 1), both / max(_pairs(real), 1)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}


def _pairs(labels: np.ndarray) -> float:
    counts = np.unique(labels, return_counts=True)[1].astype(float)
    return float((counts * (counts - 1) / 2).sum())


def main(folded: str, truth: str) -> None:
    """Print seconds, peak memory and, at the best of several thresholds, the scores."""
    table = pd.read_csv(folded, dtype=str)
    begun = time.perf_counter()
    linker, pairs = linked(table)
    clustered = {0.95: linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95).as_pandas_dataframe()}
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    real = pd.read_csv(truth, dtype=str).set_index("id")["person"]
    for each in set(THRESHOLDS) - {0.95}:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, each)
        clustered[each] = found.as_pandas_dataframe()
    tried = {
        each: scores(real.loc[frame["id"]].to_numpy(), frame["cluster_id"].to_numpy())
        for each, frame in clustered.items()
    }
    best = max(tried, key=lambda each: tried[each]["f1"])
    print(json.dumps({"seconds": seconds, "peak": peak, "threshold": best, **tried[best]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
