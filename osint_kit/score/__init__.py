"""Score: a team's decided rows against the answer key, every point explained.

In:  Submission, AnswerKey, World
Out: Score

The only step that reads a key (`key.py`). The formulas stand in files of their own (`f1.py`, `bcubed.py`,
`matching.py`, `grades.py`); the measures, one a step, apply them.
"""

from osint_kit.score.engine import Difference, Human, Score, difference, score
from osint_kit.score.harm import Harm
from osint_kit.score.key import AnswerKey, open_key
from osint_kit.score.measures import Explanation, StepScore

__all__ = [
    "AnswerKey",
    "Difference",
    "Explanation",
    "Harm",
    "Human",
    "Score",
    "StepScore",
    "difference",
    "open_key",
    "score",
]
