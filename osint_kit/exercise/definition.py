"""What an exercise asks, step by step: `exercises/<name>/exercise.toml` and one Markdown file a step beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import Assist
from osint_kit.shipped import shipped

EXERCISES = "exercises"
FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its file's front matter and its text. `assist` is how far the machine may go."""

    id: str
    title: str
    minutes: int
    points: int
    assist: Assist
    commands: tuple[str, ...]
    product: str
    decides: str
    text: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise."""

    name: str
    title: str
    scenario: str
    steps: tuple[Step, ...]

    @property
    def assist(self) -> Mapping[str, Assist]:
        """Step → how far the machine may go."""
        return {step.id: step.assist for step in self.steps}


def load(name: str) -> Exercise:
    """Read the definition of one exercise.

    Raises:
        MissingInput: there is no such exercise, or a file of it is incomplete.
    """
    folder = shipped(EXERCISES, name)
    described = folder / "exercise.toml"
    told = _toml(_text(described), described)
    steps = tuple(_step(path) for path in sorted((folder / "steps").glob("*.md")))
    try:
        return Exercise(name, str(told["title"]), str(told["scenario"]), steps)
    except KeyError as error:
        raise MissingInput.expected(str(error), found=_("no such key"), where=described) from error


def level(steps: Iterable[str], assist: str | None, default: Mapping[str, Assist]) -> dict[str, Assist]:
    """The level allowed per step: the same one everywhere if named, else the exercise's own."""
    return dict.fromkeys(steps, Assist(assist)) if assist else dict(default)


def _step(path: Path) -> Step:
    opening, _fence, rest = _text(path).partition(FENCE)
    front, fence, text = rest.partition(FENCE)
    if opening or not fence:
        raise MissingInput.expected(_("front matter between two lines +++"), found=_text(path)[:20], where=path)
    told = _toml(front, path)
    try:
        return Step(
            id=str(told["step"]),
            title=str(told["title"]),
            minutes=int(str(told["minutes"])),
            points=int(str(told["points"])),
            assist=Assist(str(told["assist"])),
            commands=tuple(map(str, _list(told["commands"]))),
            product=str(told["product"]),
            decides=str(told["decides"]),
            text=text.strip(),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MissingInput.expected(_("complete front matter"), found=str(error), where=path) from error


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(_("expected a list, found {value}").format(value=value))
    return value


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise MissingInput.expected(_("a file of the exercise"), found=_("no file"), where=path) from error


def _toml(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MissingInput.expected(_("TOML"), found=str(error), where=path) from error
