"""A team's submission: written from a case, read back and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.casefile import session
from osint_kit.casefile.disk import write_whole
from osint_kit.casefile.submission import build
from osint_kit.errors import BadSubmission, NotAllowed
from osint_kit.exercise.hints import taken
from osint_kit.exercise.schema import problems, submission_schema
from osint_kit.messages import _
from osint_kit.model import Assist, Json, Submission, by_machine, from_dict, strictjson, to_dict

if TYPE_CHECKING:
    from osint_kit.casefile import Case

NAME = "submission.json"
SHOWN = 5
"""Faults or rows that a message names."""


def submit(case: Case, out: Path | str | None = None) -> Path:
    """Write the decided rows of a case to one JSON file.

    Raises:
        NotAllowed: a row was decided by the machine at a step where the exercise lets it only suggest.
        StorageFailed: the file cannot be written.
    """
    submission = replace(build(case), hints=taken(session.entries(case.path)))
    _refuse_machine(submission, case.settings.assist)
    plain = to_dict(submission)
    check(plain, where=case.path)
    path = Path(out) if out else case.path / NAME
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_whole(path, text.encode())
    return path


def read(path: Path | str) -> Submission:
    """Read a submission.

    Raises:
        BadSubmission: no such file, no JSON, or not according to the schema.
    """
    try:
        plain = strictjson.parse(Path(path).read_text("utf-8-sig"))
    except OSError as error:
        raise BadSubmission.expected(_("a submission"), found=_("no file"), where=path) from error
    except ValueError as error:
        raise BadSubmission.expected(_("JSON"), found=str(error), where=path) from error
    return check(plain, where=path)


def check(plain: Json, *, where: object) -> Submission:
    """Check a submission against its schema and build it.

    Raises:
        BadSubmission: names the first faults, each with its place.
    """
    schema = submission_schema()
    faults = [f"{at or '/'}: {fault}" for at, fault in problems(plain, schema, schema)]
    if faults or not isinstance(plain, dict):
        found = "; ".join(faults[:SHOWN])
        raise BadSubmission.expected(_("a submission according to its schema"), found=found, where=where)
    try:
        return from_dict(Submission, plain)
    except (KeyError, ValueError, TypeError) as error:
        raise BadSubmission.expected(_("a submission"), found=str(error), where=where) from error


def _refuse_machine(submission: Submission, allowed: Mapping[str, Assist]) -> None:
    refused = [
        f"{step} {' '.join(row.ids[:2])}"
        for step, rows in submission.steps.items()
        if allowed.get(step, Assist.FULL) is not Assist.FULL
        for row in rows
        if by_machine(row)
    ]
    if refused:
        rows, more = "; ".join(refused[:SHOWN]), len(refused) - SHOWN
        message = _("the machine may not decide at these steps; decide yourselves or reject: {rows}")
        if more > 0:
            message = _("the machine may not decide at these steps; decide yourselves or reject: {rows}; {more} more")
        raise NotAllowed(message.format(rows=rows, more=more))
