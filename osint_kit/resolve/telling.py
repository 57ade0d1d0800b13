"""The clusters told to an analyst: a row per record with its cluster, a score and the reasons."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.messages import _
from osint_kit.resolve.evidence import Evidence
from osint_kit.resolve.reasons import OTHER, sentences

Values = npt.NDArray[np.object_]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def told(ids: Values, order: Longs, labels: Longs, evidence: Evidence, together: Longs) -> pd.DataFrame:
    """A row per record, in the order in which the records were handed over."""
    best = _strongest(labels, evidence)
    held = best >= 0
    score, reasons = np.zeros(len(labels)), np.array([_("nothing else in the table comes near")] * len(labels), object)
    pairs, rows = best[held], np.flatnonzero(held)
    score[rows] = 1 / (1 + np.exp2(-np.clip(evidence.odds[pairs], -60, 60)))
    other = np.where(evidence.left[pairs] == rows, evidence.right[pairs], evidence.left[pairs])
    named = ids[order]
    said = sentences(evidence, pairs, labels[rows] == labels[other])
    reasons[rows] = [each.replace(OTHER, str(one)) for each, one in zip(said, named[other], strict=True)]
    for one, two in together:
        score[[one, two]] = 1.0
        reasons[one] = _("a decision puts it together with {other}").format(other=named[two])
        reasons[two] = _("a decision puts it together with {other}").format(other=named[one])
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    clusters = pd.Series(_smallest(ids, labels[back])).infer_objects()
    frame = {"id": ids, "cluster": clusters, "score": score[back].round(4), "reasons": reasons[back]}
    return pd.DataFrame(frame).infer_objects()


def _strongest(labels: Longs, evidence: Evidence) -> Longs:
    """The pair that speaks strongest for each row's place: within its cluster, or the nearest miss; -1 for none."""
    alone = np.bincount(labels, minlength=len(labels))[labels] == 1
    inside = labels[evidence.left] == labels[evidence.right]
    order = np.argsort(evidence.odds, kind="stable")
    found = np.full(len(labels), -1, dtype=np.int64)
    odds = np.full(len(labels), -np.inf)
    for rows in (evidence.left, evidence.right):
        usable = order[(inside | alone[rows])[order]]
        best = np.full(len(labels), -1, dtype=np.int64)
        best[rows[usable]] = usable
        better = (best >= 0) & (evidence.odds[best] > odds) if len(order) else best >= 0
        found[better], odds[better] = best[better], evidence.odds[best[better]]
    return found


def _smallest(values: Values, labels: Longs) -> Values:
    """The smallest id of each row's cluster; ids of several kinds are compared as text."""
    try:
        ranked = np.argsort(values, kind="stable")
    except TypeError:
        ranked = np.array(sorted(range(len(values)), key=lambda row: str(values[row])), dtype=np.int64)
    first = np.empty(len(values), dtype=np.int64)
    first[labels[ranked[::-1]]] = ranked[::-1]
    return values[first[labels]]
