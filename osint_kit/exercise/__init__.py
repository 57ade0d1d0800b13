"""Exercise: one team through one world, from the brief to the score.

In:  exercise definition, case, world with or without key
Out: case, submission, Score
"""

from osint_kit.exercise.definition import Exercise, Step, load
from osint_kit.exercise.describe import describe, total
from osint_kit.exercise.scoring import score
from osint_kit.exercise.submission import read, submit
from osint_kit.exercise.teams import start

__all__ = ["Exercise", "Step", "describe", "load", "read", "score", "start", "submit", "total"]
