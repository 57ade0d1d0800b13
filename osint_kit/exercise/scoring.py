"""Scoring a team's submission, and setting it beside the machine's."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from osint_kit import sandbox
from osint_kit import score as scoring
from osint_kit.bundle import World, open_world
from osint_kit.casefile.disk import mapping, write_whole
from osint_kit.errors import BadSubmission, MissingInput
from osint_kit.exercise.definition import level, load
from osint_kit.exercise.submission import read
from osint_kit.messages import _
from osint_kit.model import Assist, Submission, from_dict, strictjson, to_dict
from osint_kit.score import Score
from osint_kit.score.sheet import FetchAt


def score(
    submission: Path | str | Submission,
    world_path: Path | str,
    machine: Submission | None = None,
    *,
    assist: str | None = None,
    out: Path | str | None = None,
    cut: str = "",
    brief_back: int | None = None,
) -> Score:
    """Score a submission against the answer key of its world.

    Args:
        machine: what the machine alone decided, to report team minus machine.
        assist: one level allowed at every step; the exercise's own by default.
        out: file to write the score to, as JSON.
        cut: score the steps of this cut of the exercise only.
        brief_back: an evaluator's rubric for the brief-back: 0, 50 or 100; its points stand apart.

    Raises:
        BadSubmission: malformed, or made in another world. MissingInput: the world has no key, or there is no such cut.
        StorageFailed: `out` cannot be written.
    """
    world = open_world(world_path)
    key = scoring.open_key(world_path)
    team = _submitted(submission, world)
    steps, fetch_at = _steps(world, cut), serving(world)
    found = scoring.score(team, key, world, fetch_at, allowed=_allowed(world, assist), steps=steps)
    if machine is not None:
        reference = scoring.score(machine, key, world, fetch_at, allowed={}, steps=steps)
        found = replace(found, differences=scoring.difference(found, reference))
    if brief_back is not None:
        found = replace(found, human=scoring.Human.of(brief_back))
    if out:
        text = json.dumps(to_dict(found), ensure_ascii=False, indent=1) + "\n"
        write_whole(Path(out), text.encode())
    return found


def _submitted(submission: Path | str | Submission, world: World) -> Submission:
    """The submission, if it was made in this world."""
    team = submission if isinstance(submission, Submission) else read(submission)
    if team.world != world.id:
        where = team.case if isinstance(submission, Submission) else submission
        what = _("a submission from world {id}").format(id=world.id)
        raise BadSubmission.expected(what, found=team.world, where=where)
    return team


def read_score(path: Path | str) -> Score:
    """Read a score that `score` wrote.

    Raises:
        MissingInput: the file is not there, or holds no score.
    """
    try:
        return from_dict(Score, mapping(strictjson.parse(Path(path).read_text(encoding="utf-8"))))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MissingInput.expected(
            _("a score, as exercise score --output writes it"), found=str(error), where=path
        ) from error


def serving(world: World) -> FetchAt:
    """Serve an address of a world as it was at a time; each answer is made once."""
    served: dict[tuple[str, datetime], bytes] = {}

    def fetch_at(url: str, at: datetime) -> bytes:
        if (url, at) not in served:
            served[url, at] = sandbox.fetcher(world, clock=lambda: at, site_clock=lambda: at)(url).body
        return served[url, at]

    return fetch_at


def _steps(world: World, cut: str) -> frozenset[str] | None:
    """The steps of a cut; None for the whole exercise."""
    return frozenset(step.id for step in load(world.scenario).shortened(cut).steps) if cut else None


def _allowed(world: World, assist: str | None) -> dict[str, Assist]:
    try:
        default = dict(load(world.scenario).assist)
    except MissingInput:
        default = {}
    steps = default or {f"S{number}": Assist.SUGGEST for number in range(1, 14)}
    return level(steps, assist, steps)
