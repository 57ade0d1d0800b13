"""What an exercise asks, step by step: `exercises/<name>/exercise.toml` and one Markdown file a step beside it.

A step's file is English; `<same name>.<language>.md` beside it holds the texts in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from osint_kit.errors import MissingInput
from osint_kit.exercise.front import listed, table, toml, translated
from osint_kit.messages import _, language_in_use
from osint_kit.model import Assist
from osint_kit.shipped import shipped

EXERCISES = "exercises"
DAY = 24 * 60
_STARTS = re.compile(r"D([1-9]) (\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Hint:
    """General advice on a step, and the share of the step's own award that it costs, in percent."""

    cost: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its file's front matter and its text.

    Attributes:
        starts: by the timetable, as `D1 09:00`.
        assist: how far the machine may go.
        schema: JSON pointer to the form of the step's rows in a submission; empty where nothing is submitted.
        rules: conduct rules that a member accepts before the step begins.
        review: who reviewed the text, where it is a translation.
    """

    id: str
    title: str
    minutes: int
    starts: str
    points: int
    assist: Assist
    commands: tuple[str, ...]
    product: str
    decides: str
    text: str
    schema: str = ""
    hints: tuple[Hint, ...] = ()
    rules: tuple[str, ...] = ()
    review: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter exercise: its steps, when each starts and how long it takes, and when its injects come.

    Attributes:
        prepared: steps that the instructor lets the machine play beforehand.
    """

    steps: tuple[str, ...]
    starts: tuple[str, ...]
    minutes: tuple[int, ...]
    injects: Mapping[str, int]
    prepared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise, or a cut of it. `opens` is the time of day at which its clock shows 0."""

    name: str
    title: str
    scenario: str
    opens: str
    steps: tuple[Step, ...]
    cuts: Mapping[str, Cut] = field(default_factory=dict)
    cut: str = ""

    @property
    def assist(self) -> Mapping[str, Assist]:
        """Step → how far the machine may go."""
        return {step.id: step.assist for step in self.steps}

    def step(self, name: str) -> Step:
        """One step by its id.

        Raises:
            MissingInput: the exercise has no such step.
        """
        for each in self.steps:
            if each.id == name.strip().upper():
                return each
        known = ", ".join(each.id for each in self.steps)
        raise MissingInput.expected(_("one of {known}").format(known=known), found=name, where=self.name)

    def minute(self, starts: str) -> int:
        """The minute of the exercise's clock at a place in the timetable, as `D2 09:20`."""
        return _minute(starts) - _minute(f"D1 {self.opens}")

    def at(self, minute: int) -> str:
        """The place in the timetable of a minute of the exercise's clock."""
        days, rest = divmod(minute + _minute(f"D1 {self.opens}"), DAY)
        return f"D{days + 1} {rest // 60:02d}:{rest % 60:02d}"

    def current(self, minute: int) -> Step:
        """The step that the timetable has at a minute; of those that start together, the first."""
        begun = [each.starts for each in self.steps if self.minute(each.starts) <= minute]
        starts = begun[-1] if begun else self.steps[0].starts
        return next(each for each in self.steps if each.starts == starts)

    def shortened(self, cut: str) -> Exercise:
        """The exercise cut down to what one of its cuts holds; itself without one.

        Raises:
            MissingInput: there is no such cut.
        """
        if not cut:
            return self
        if cut not in self.cuts:
            known = ", ".join(self.cuts)
            raise MissingInput.expected(_("one of {known}").format(known=known), found=cut, where=self.name)
        chosen = self.cuts[cut]
        placed = zip(chosen.steps, chosen.starts, chosen.minutes, strict=True)
        steps = tuple(replace(self.step(name), starts=starts, minutes=taken) for name, starts, taken in placed)
        return replace(self, steps=steps, cut=cut)


def names() -> tuple[str, ...]:
    """The exercises that ship with the kit."""
    return tuple(sorted(path.parent.name for path in shipped(EXERCISES).glob("*/exercise.toml")))


def load(name: str, language: str | None = None) -> Exercise:
    """Read the definition of one exercise, its texts in a language (the one in use by default).

    Raises:
        MissingInput: there is no such exercise, or a file of it is incomplete.
    """
    folder = shipped(EXERCISES, name)
    described = folder / "exercise.toml"
    told = toml(described)
    spoken = language or language_in_use()
    paths = [path for path in sorted((folder / "steps").glob("*.md")) if len(path.suffixes) == 1]
    try:
        title, scenario, opens = (str(told[key]) for key in ("title", "scenario", "opens"))
        cuts = {each: _cut(table(rows)) for each, rows in table(told.get("cuts", {})).items()}
    except (KeyError, TypeError, ValueError) as error:
        raise MissingInput.expected(_("complete description"), found=str(error), where=described) from error
    title = str(table(told.get("titles", {})).get(spoken, title))
    return Exercise(name, title, scenario, opens, tuple(_step(path, spoken) for path in paths), cuts)


def level(steps: Iterable[str], assist: str | None, default: Mapping[str, Assist]) -> dict[str, Assist]:
    """The level allowed per step: the same one everywhere if named, else the exercise's own."""
    return dict.fromkeys(steps, Assist(assist)) if assist else dict(default)


def _cut(told: Mapping[str, object]) -> Cut:
    return Cut(
        steps=tuple(map(str, listed(told["steps"]))),
        starts=tuple(map(str, listed(told["starts"]))),
        minutes=tuple(int(str(each)) for each in listed(told["minutes"])),
        injects={str(name): int(str(minute)) for name, minute in table(told.get("injects", {})).items()},
        prepared=tuple(map(str, listed(told.get("prepared", [])))),
    )


def _step(path: Path, language: str) -> Step:
    told, text = translated(path, language)
    try:
        return Step(
            id=str(told["step"]),
            title=str(told["title"]),
            minutes=int(str(told["minutes"])),
            starts=_starts(str(told["starts"])),
            points=int(str(told["points"])),
            assist=Assist(str(told["assist"])),
            commands=tuple(map(str, listed(told["commands"]))),
            product=str(told["product"]),
            decides=str(told["decides"]),
            text=text,
            schema=str(told.get("schema", "")),
            hints=tuple(_hint(table(each)) for each in listed(told.get("hints", []))),
            rules=tuple(map(str, listed(told.get("rules", [])))),
            review=str(told.get("review", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MissingInput.expected(_("complete front matter"), found=str(error), where=path) from error


def _hint(told: Mapping[str, object]) -> Hint:
    return Hint(int(str(told["cost"])), str(told["text"]))


def _starts(text: str) -> str:
    _minute(text)
    return text


def _minute(starts: str) -> int:
    found = _STARTS.fullmatch(starts)
    if not found:
        raise ValueError(_("expected a day and a time, as D1 09:00, found {starts}").format(starts=starts))
    day, hour, minute = (int(each) for each in found.groups())
    return (day - 1) * DAY + hour * 60 + minute
