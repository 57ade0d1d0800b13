"""`case.toml`: what a case is about and who works on it (call signs, never real names)."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from osint_kit.casefile.disk import write_whole
from osint_kit.errors import CaseVersion, IntegrityBroken, MissingInput
from osint_kit.messages import _
from osint_kit.model import Assist, content_id

FORMAT = 1
NAME = "case.toml"
_CALLSIGN = re.compile(r"[A-Z][A-Z0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The contents of `case.toml`.

    Attributes:
        case: equal for all members of one team in one world, so that their cases can be merged.
        world_path: where the bundle lies, relative to the case folder where possible; empty without a world.
        assist: the level allowed per step; a step not named allows `full`.
        keys: public key per call sign: which key must have signed that member's custody.
    """

    case: str
    callsign: str
    team: str = ""
    exercise: str = ""
    world: str = ""
    world_path: str = ""
    watermark: str = ""
    assist: Mapping[str, Assist] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)

    def allowed(self, step: str) -> Assist:
        """How far the machine may go at a step."""
        return self.assist.get(step, Assist.FULL)


def case_id(world: str, team: str) -> str:
    """Two members of one team in one world work on the same case."""
    return content_id("case", world, team)


def check_callsign(callsign: str) -> str:
    """Return the call sign if it is one: a capital letter, then capitals and digits, 16 at most."""
    if not _CALLSIGN.fullmatch(callsign):
        raise MissingInput.expected(
            _("a call sign like ALPHA or B2 (capital letters and digits, 16 at most)"), found=callsign, where="callsign"
        )
    return callsign


def save(folder: Path, settings: Settings) -> None:
    """Write `case.toml`."""
    write_whole(folder / NAME, _toml(settings).encode())


def load(folder: Path) -> Settings:
    """Read `case.toml`.

    Raises:
        MissingInput: the folder is no case. CaseVersion: another version of the format wrote it.
    """
    path = folder / NAME
    if not path.is_file():
        raise MissingInput.expected(_("a case folder with {name}").format(name=NAME), found=_("none"), where=folder)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IntegrityBroken.expected(_("a TOML file"), found=str(error), where=path) from error
    if data.get("format") != FORMAT:
        raise CaseVersion.expected(f"format = {FORMAT}", found=f"format = {data.get('format')}", where=path)
    try:
        return _settings(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise IntegrityBroken.expected(_("the keys of a case"), found=str(error), where=path) from error


def _settings(data: Mapping[str, object]) -> Settings:
    tables = {name: data.get(name, {}) for name in ("team", "exercise", "world", "assist", "keys")}
    plain = {name: {str(k): str(v) for k, v in dict(table).items()} for name, table in tables.items()}  # type: ignore[call-overload]  # a value that is no table raises TypeError, which is the check
    return Settings(
        case=str(data["case"]),
        callsign=check_callsign(str(data["callsign"])),
        team=plain["team"].get("name", ""),
        exercise=plain["exercise"].get("name", ""),
        world=plain["world"].get("id", ""),
        world_path=plain["world"].get("path", ""),
        watermark=plain["world"].get("watermark", ""),
        assist={step: Assist(level) for step, level in plain["assist"].items()},
        keys=plain["keys"],
    )


def _toml(settings: Settings) -> str:
    world = {"id": settings.world, "path": settings.world_path, "watermark": settings.watermark}
    tables: dict[str, Mapping[str, str]] = {
        "team": {"name": settings.team},
        "exercise": {"name": settings.exercise},
        "world": world,
        "assist": settings.assist,
        "keys": settings.keys,
    }
    lines = [f"format = {FORMAT}", f"case = {_quoted(settings.case)}", f"callsign = {_quoted(settings.callsign)}"]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {_quoted(str(value))}" for key, value in sorted(table.items()))]
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """A TOML basic string; JSON's escapes are a subset of TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
