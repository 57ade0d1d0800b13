"""Makes an exercise world from a scenario and a seed, key first.

In:  scenario.toml, a seed, a difficulty
Out: a bundle: tables and files for a team, and for the instructor the answer key
"""

from osint_kit.world.chance import Chance, Stream
from osint_kit.world.loading import load_scenario
from osint_kit.world.make import Made, make
from osint_kit.world.scenario import Scenario
from osint_kit.world.seed import Seed, commitment, seed_of, team_seed

__all__ = [
    "Chance",
    "Made",
    "Scenario",
    "Seed",
    "Stream",
    "commitment",
    "load_scenario",
    "make",
    "seed_of",
    "team_seed",
]
