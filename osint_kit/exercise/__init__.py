"""Exercise: one team through one world, from the brief to the score.

In:  exercise definition, case, world with or without key
Out: case, submission, Score
"""

from osint_kit.exercise.brief import brief, rules
from osint_kit.exercise.closing import close
from osint_kit.exercise.definition import Cut, Exercise, Hint, Step, load, names
from osint_kit.exercise.describe import describe, harm_rows, step_lines, total
from osint_kit.exercise.injects import Answered, Inject
from osint_kit.exercise.scoring import read_score, score
from osint_kit.exercise.status import Status, decided, pause, played, resume, status
from osint_kit.exercise.submission import read, submit
from osint_kit.exercise.teams import Seat, start

__all__ = [
    "Answered",
    "Cut",
    "Exercise",
    "Hint",
    "Inject",
    "Seat",
    "Status",
    "Step",
    "brief",
    "close",
    "decided",
    "describe",
    "harm_rows",
    "load",
    "names",
    "pause",
    "played",
    "read",
    "read_score",
    "resume",
    "rules",
    "score",
    "start",
    "status",
    "step_lines",
    "submit",
    "total",
]
