"""From a seed to a bundle on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from osint_kit.model import content_id
from osint_kit.shipped import shipped
from osint_kit.world.draft import Draft, make_draft
from osint_kit.world.key import key_tables
from osint_kit.world.loading import load_scenario
from osint_kit.world.meaning import Meanings, load_meanings
from osint_kit.world.seed import Seed, commitment, seed_of, team_seed
from osint_kit.world.tables import partner_files, public_tables
from osint_kit.world.write import FORMAT, key_files, public_files, write_bundle

VERSION = "2"
"""Of the generator: the same scenario, seed and version give the same bytes."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, without anything of the key. `counts`: rows of each public table."""

    path: Path
    id: str
    scenario: str
    difficulty: str
    demo: bool
    commitment: str
    with_key: bool
    counts: Mapping[str, int]


def make(
    output: Path,
    *,
    seed: str | int | None = None,
    scenario_dir: Path | None = None,
    difficulty: str = "standard",
    team: str | None = None,
    with_key: bool | None = None,
) -> Made:
    """Make a world and write it to a new or empty folder.

    Args:
        seed: see `seed_of`; None draws 128 random bits.
        scenario_dir: folder with `scenario.toml`; the shipped silk-route without it.
        team: make this team's derived world; its bundle has no key unless `with_key` asks for one.

    Raises:
        BadScenario: scenario, seed or difficulty do not make a world. MissingInput: the output is not empty.
    """
    folder = scenario_dir or shipped("exercises", "silk-route")
    scenario = load_scenario(folder)
    chosen = seed_of(seed)
    if team is not None:
        chosen = team_seed(chosen, team)
    keyed = team is None if with_key is None else with_key
    draft = make_draft(scenario, chosen.bytes, difficulty)
    about = _about(draft, chosen, difficulty)
    tables = public_tables(draft)
    public = public_files(draft, about, tables, partner_files(draft))
    key = key_files(key_tables(draft, _meanings(folder)), _seed(about, chosen)) if keyed else {}
    write_bundle(Path(output), public, key)
    return Made(
        path=Path(output),
        id=str(about["id"]),
        scenario=scenario.name,
        difficulty=difficulty,
        demo=chosen.demo,
        commitment=str(about["commitment"]),
        with_key=keyed,
        counts={name: len(rows) for name, rows in tables.items()},
    )


def _meanings(folder: Path) -> Meanings:
    """What the texts of a scenario mean; as in the shipped one, where it does not say."""
    own = folder / "meaning.toml"
    return load_meanings(own if own.exists() else shipped("exercises", "silk-route") / "meaning.toml")


def _about(draft: Draft, seed: Seed, difficulty: str) -> dict[str, object]:
    bound = commitment(seed.bytes)
    return {
        "id": content_id("world", draft.scenario.digest, bound, difficulty, VERSION)[:16],
        "format": FORMAT,
        "scenario": draft.scenario.name,
        "version": f"{draft.scenario.version}.{VERSION}",
        "difficulty": difficulty,
        "demo": seed.demo,
        "watermark": draft.scenario.watermark,
        "opens": draft.scenario.opens.isoformat(),
        "commitment": bound,
    }


def _seed(about: Mapping[str, object], seed: Seed) -> dict[str, object]:
    told = {name: about[name] for name in ("id", "scenario", "version", "difficulty", "demo", "commitment")}
    return {"seed": seed.bytes.hex(), **told}
