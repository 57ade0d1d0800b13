"""Who is who in generated worlds, as the machine alone proposes it: python tests/bench/entities.py [SEED …] [--hard].

Every step up to `resolve` is played at full assist; the entities are compared with the answer key. Mentions that the
machine did not find or collect stand alone in the first line and are left out of the second, which is resolution by
itself. The outcome of each planted trap follows: right, wrong, or unsure (shown to the team, not decided).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path

from osint_kit import pipeline, world
from osint_kit.baselines import rows
from osint_kit.bundle import open_world
from osint_kit.casefile import Case, open_case
from osint_kit.exercise.beside import Played
from osint_kit.exercise.traps import sprung
from osint_kit.score import AnswerKey, open_key
from osint_kit.score.bcubed import bcubed, labels, pairwise
from osint_kit.score.key import Mention

SEEDS = (301, 302)
BEFORE = (pipeline.plan, pipeline.search, pipeline.collect, pipeline.preserve, pipeline.extract)
Groups = Mapping[Hashable, Hashable]


def main() -> None:
    """Print the figures of each world."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=list(SEEDS))
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--errors", action="store_true", help="list who stands with whom, and who is torn")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for seed in given.seeds:
            difficulty = "hard" if given.hard else "standard"
            place = Path(folder) / f"{difficulty}-{seed}"
            world.make(place / "world", seed=seed, difficulty=difficulty)
            played(place)
            show(f"{difficulty} {seed}", place, errors=given.errors)


def show(title: str, place: Path, *, errors: bool) -> None:
    """One world: figures, traps, and where it went wrong."""
    case, key = open_case(place / "case"), open_key(place / "world")
    begun = time.perf_counter()
    pipeline.resolve(case, "full")
    seconds = time.perf_counter() - begun
    truth, submitted, read = grouped(case, key)
    print(f"{title}: {len(case.statements)} statements, resolve {seconds:.1f} s")
    print(line("as scored", truth, submitted))
    print(line("of those read", {each: truth[each] for each in read}, {each: submitted[each] for each in read}))
    traps(case, key)
    for each in faults(case, key) if errors else ():
        print("   ", each)


def played(place: Path) -> None:
    """A case of its own for a world, up to what is there to resolve."""
    case = rows.opened(str(place), open_world(place / "world"))
    for verb in BEFORE:
        verb(case, "full")


def grouped(case: Case, key: AnswerKey) -> tuple[Groups, Groups, list[str]]:
    """Mention of the key → whom it stands for; → the entity that holds it; and those that an entity holds."""
    wanted: dict[Hashable, Hashable] = {
        each.id: each.truth for each in key.mentions if each.truth and each.item in key.key_items
    }
    groups = [[each.id for each in held] for held in held_by(case, key).values()]
    read = sorted({each for group in groups for each in group if each in wanted})
    return wanted, labels(groups, wanted), read


def held_by(case: Case, key: AnswerKey) -> dict[str, tuple[Mention, ...]]:
    """Entity → the key's mentions under it."""
    from osint_kit.casefile.pointing import mentions  # noqa: PLC0415
    from osint_kit.score.spans import mentions_of  # noqa: PLC0415

    return {str(row["id"]): mentions_of(key, mentions(case, row)) for row in case.entities.to_dict("records")}


def line(title: str, truth: Groups, submitted: Groups) -> str:
    """B-cubed and pairwise figures."""
    found, pairs = bcubed(truth, submitted), pairwise(truth, submitted)
    return (
        f"  {title:14} {len(truth):5} mentions  B-cubed F1 {found.f1:.3f} (precision {found.precision:.3f},"
        f" recall {found.recall:.3f})  pairwise precision {pairs.precision:.3f} recall {pairs.recall:.3f}"
    )


def traps(case: Case, key: AnswerKey) -> None:
    """Print the outcome of every trap about who is who."""
    for each in sprung(case, key):
        if each.trap.step == "S5":
            print(f"  {each.trap.id} {each.trap.kind:16} {each.verdict.value:7} {each.proposed[:140]}")


def faults(case: Case, key: AnswerKey) -> Iterator[str]:
    """Entities that hold two holders' mentions; holders whose mentions stand in several entities."""
    beside, shown = Played(case, key), dict(zip(case.entities["id"], case.entities["caption"], strict=True))
    parts: dict[str, list[str]] = {}
    for name, counts in sorted(beside.held.items()):
        if len(counts) > 1:
            yield f"mixed {case.ref_of(name)} {shown[name]}: {counts}"
        for truth, count in counts.items():
            parts.setdefault(truth, []).append(f"{case.ref_of(name)} {shown[name]} ({count})")
    for truth, held in sorted(parts.items()):
        if len(held) > 1:
            yield f"torn {truth}: {' | '.join(held)}"


if __name__ == "__main__":
    main()
