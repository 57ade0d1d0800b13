"""Making and opening a case folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from osint_kit.bundle import World, open_world
from osint_kit.casefile import evidence, settings
from osint_kit.casefile.case import Case
from osint_kit.casefile.disk import storing, sync_folder
from osint_kit.casefile.keys import signer
from osint_kit.casefile.settings import Settings
from osint_kit.casefile.worksheet import FOLDER as WORKSHEETS
from osint_kit.errors import RunError
from osint_kit.messages import _
from osint_kit.model import Assist, Clock


def create_case(
    path: Path | str,
    *,
    world: Path | str | World | None = None,
    callsign: str = "ALPHA",
    clock: Clock | None = None,
    exercise: str = "",
    assist: Mapping[str, Assist] | None = None,
    team: str = "",
) -> Case:
    """Make a case folder.

    Args:
        callsign: who works here: capital letters and digits, never a real name.
        assist: the level allowed per step; a step not named allows `full`.
        team: with the world it names the case: members of one team can merge theirs.

    Raises:
        RunError: there is a case already.
    """
    folder = Path(path)
    settings.check_callsign(callsign)
    if (folder / settings.NAME).exists():
        raise RunError(_("expected a folder without a case, found one, at {path}").format(path=folder))
    opened = world if isinstance(world, World) or world is None else open_world(world)
    _lay_out(folder)
    made = Settings(
        case=settings.case_id(opened.id if opened else "", team),
        callsign=callsign,
        team=team,
        exercise=exercise,
        world=opened.id if opened else "",
        world_path=_relative(opened.path, folder) if opened else "",
        watermark=opened.watermark if opened else "",
        assist=dict(assist or {}),
        keys={callsign: signer(callsign).public_key},
    )
    settings.save(folder, made)
    return Case(folder, made, clock=clock)


def open_case(path: Path | str, *, clock: Clock | None = None) -> Case:
    """Open a case folder.

    Raises:
        MissingInput: the folder is no case. CaseVersion: another version of the format wrote it.
    """
    folder = Path(path)
    return Case(folder, settings.load(folder), clock=clock)


def _lay_out(folder: Path) -> None:
    with storing(folder):
        for name in ("", evidence.EVIDENCE, evidence.INCOMING, WORKSHEETS):
            (folder / name).mkdir(parents=True, exist_ok=True)
        sync_folder(folder)


def _relative(target: Path, folder: Path) -> str:
    """The path from the case to the bundle, so that both can move together; absolute on another drive."""
    try:
        return Path(os.path.relpath(target.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return target.resolve().as_posix()
