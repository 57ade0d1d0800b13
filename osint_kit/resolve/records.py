"""Who is who in a table of an analyst's own: records clustered into persons, with a score and the reasons."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.errors import BadMapping
from osint_kit.messages import _
from osint_kit.resolve.blocking import candidates
from osint_kit.resolve.columns import ordered, read, rows_of
from osint_kit.resolve.evidence import Evidence
from osint_kit.resolve.features import Features, features
from osint_kit.resolve.joining import Constraints, components, join
from osint_kit.resolve.levels import compare
from osint_kit.resolve.repeating import repeats
from osint_kit.resolve.telling import told

Ids = Iterable[tuple[Hashable, Hashable]]

ODDS = 1.0
"""log2 odds from which a pair of records supports one cluster."""


def cluster(records: pd.DataFrame, *, together: Ids = (), apart: Ids = ()) -> pd.DataFrame:
    """Cluster records of persons.

    The same records give the same clusters in whatever order they stand.

    Args:
        records: any of the columns `id`, `name`, `birth_date`, `phone`, `email`, `place`, `document`, and `listing`:
            the document that lists the record, in which no person stands twice. Columns and values may be missing;
            without `id`, a record goes by its row, counted from 0.
        together: pairs of ids that are one person, whatever the machine thinks.
        apart: pairs of ids that are two persons and never share a cluster.

    Returns:
        `id`; `cluster`: the smallest id in it; `score`: probability, 0..1, of the strongest pair that speaks for the
        record's place, or of the nearest miss where it stands alone; `reasons`: what the pair has in common and what
        speaks against it. Rows are in the order of `records`.

    Raises:
        BadMapping: the table or the decisions cannot be read as such.
    """
    ids, order, held = _folded(records)
    decided = _decided(ids, order, together, apart, held.listing)
    first = repeats(held, np.concatenate([decided.together, decided.apart]), threshold=ODDS)
    again = first != np.arange(held.size)
    left, right = candidates(held, again)
    found = len(left)
    left, right = np.r_[left, first[again].astype(np.int32)], np.r_[right, np.flatnonzero(again).astype(np.int32)]
    evidence = Evidence.of(held, compare(held, left, right), left, right)
    pairs = left[:found], right[:found], evidence.odds[:found]
    labels = join(pairs, evidence.links, decided, size=held.size, threshold=ODDS)[first]
    return told(ids, order, labels, evidence, decided.together)


def _folded(records: pd.DataFrame) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.int64], Features]:
    """Ids, the order in which rows are worked on, and what is compared; the texts themselves are let go."""
    ids, columns = read(records)
    order = ordered(columns, ids)
    return ids, order, features(columns, order)


def _decided(
    ids: npt.NDArray[np.object_],
    order: npt.NDArray[np.int64],
    together: Ids,
    apart: Ids,
    listing: npt.NDArray[np.int64] | None,
) -> Constraints:
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    held, kept = place[rows_of(ids, together)], place[rows_of(ids, apart)]
    group = components(len(order), held[:, 0], held[:, 1])
    broken = np.flatnonzero(group[kept[:, 0]] == group[kept[:, 1]])
    if len(broken):
        one, other = ids[order[kept[broken[0]]]]
        found = _("{left} and {right} both together and apart").format(left=one, right=other)
        raise BadMapping.expected(_("decisions that agree"), found=found, where=_("the decisions"))
    return Constraints(held, kept, listing)
