"""Exercise: one team through one world, from the brief to the score.

In:  exercise definition, case, world with or without key
Out: case, submission, Score
"""

from osint_kit.exercise.definition import Exercise, Step, load
from osint_kit.exercise.describe import describe, harm_rows, step_lines, total
from osint_kit.exercise.scoring import read_score, score
from osint_kit.exercise.submission import read, submit
from osint_kit.exercise.teams import start

__all__ = [
    "Exercise",
    "Step",
    "describe",
    "harm_rows",
    "load",
    "read",
    "read_score",
    "score",
    "start",
    "step_lines",
    "submit",
    "total",
]
