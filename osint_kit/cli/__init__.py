"""The command line: one file per command; the folder is the list.

A command parses its options, makes one library call and returns an `Answer`; this module prints it, as text or as
JSON, and turns errors into exit codes: 0 done, 1 the run stopped, 2 wrong usage. Only the command that runs is
imported; libraries are imported when it runs.
"""

from __future__ import annotations

import gettext
import importlib
import os
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from inspect import cleandoc
from typing import TYPE_CHECKING

import click

from osint_kit.errors import OsintKitError
from osint_kit.messages import DOMAIN, LANGUAGES, LOCALE, N_, _, use_language

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from osint_kit.casefile import Case
    from osint_kit.pipeline import StepReport

LONG_COLUMNS = frozenset(
    {"id", "digest", "exhibit", "document", "subject", "subjects", "statements", "public_key", "signature", "previous"}
    | {"entity", "entities", "helpers", "travellers", "transfers", "journey", "person"}
)
"""Content ids and keys: in JSON for programs, not on a person's screen."""
WIDEST = 60
MOST_FAILURES = 3
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What moves a cursor, colours a line, or turns the order of letters round: controls, and overrides of direction."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found: `data` for programs, `lines` for people."""

    lines: Sequence[str] = ()
    data: Mapping[str, object] | Sequence[object] = field(default_factory=dict)
    exit_code: int = 0

    def beside(self, frame: pd.DataFrame, *, limit: int | None = 12, notes: Sequence[str] = ()) -> Answer:
        """The same answer with a table below it, and notes below the table."""
        shown = frame if limit is None else frame.head(limit)
        narrow = shown.drop(columns=[name for name in shown.columns if name in LONG_COLUMNS])
        lines = narrow.to_string(index=False, max_colwidth=WIDEST).split("\n") if len(narrow) else []
        if len(shown) < len(frame):
            lines.append(_("… and {count} more rows").format(count=len(frame) - len(shown)))
        held = self.data if isinstance(self.data, Mapping) else {}
        data = {**held, "rows": frame.to_dict("records"), "notes": list(notes)}
        return replace(self, lines=[*self.lines, *lines, *notes], data=data)


class Spoken(click.Command):
    """Help and options translated at the moment they are shown, and the option that chooses the language."""

    def __init__(self, *arguments: object, example: str = "", **options: object) -> None:
        """Keep the example and add `--lang`."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed through unchanged
        self.example = example
        self.params.append(_language_option())

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language in use."""
        with _translated(self, *self.get_params(ctx)):
            super().format_help(ctx, formatter)
        if self.example:
            with formatter.section(_("Example")):
                formatter.write(f"  {self.example}\n")

    def get_short_help_str(self, limit: int = 100) -> str:
        """First line of the help, translated."""
        with _translated(self):
            self.short_help = (self.help or "").partition("\n")[0].rstrip(".")
        return super().get_short_help_str(limit)

    def invoke(self, ctx: click.Context) -> object:
        """Drop the language from the parameters: its callback has used it."""
        ctx.params.pop("lang", None)
        return super().invoke(ctx)


class Command(Spoken):
    """A command with `--json`, and errors that know their exit code."""

    def __init__(self, *arguments: object, **options: object) -> None:
        """Add the option that every command has."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed through unchanged
        self.params.append(click.Option(["--json", "as_json"], is_flag=True, help=N_("Print JSON.")))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command and print its answer."""
        as_json = bool(ctx.params.pop("as_json", False))
        try:
            answer = super().invoke(ctx)
        except OsintKitError as error:
            raise click.ClickException(visible(str(error))) from error
        if isinstance(answer, Answer):
            _print(answer, as_json=as_json)
            ctx.exit(answer.exit_code)
        return answer


class Group(Spoken, click.Group):
    """A group whose commands are `Command`s."""

    command_class = Command


class Folder(Group):
    """The commands are the modules of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the modules."""
        del ctx
        return sorted(module.name for module in pkgutil.iter_modules(__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one module that is asked for."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = importlib.import_module(f"{__name__}.{cmd_name}").command
        return found if isinstance(found, click.Command) else None


@contextmanager
def _translated(*shown: click.Command | click.Parameter) -> Iterator[None]:
    """Help texts in the language in use, for as long as it takes to show them."""
    originals = [(each, each.help) for each in shown if isinstance(each, click.Command | click.Option) and each.help]
    for each, text in originals:
        each.help = _(cleandoc(text))
    try:
        yield
    finally:
        for each, text in originals:
            each.help = text


def _language_option() -> click.Option:
    def choose(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
        if value:
            speak(value)
        return value

    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        is_eager=True,
        callback=choose,
        help=N_("Language of messages."),
    )


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        import json

        click.echo(visible(json.dumps(answer.data, ensure_ascii=False, indent=2, default=str)))
        return
    for line in answer.lines:
        click.echo(visible(line))


def visible(text: str) -> str:
    r"""What somebody else wrote, harmless on a terminal: a control shows as its number, in JSON as its escape.

    >>> visible("a\x1b[2Jb\u202ec")
    'a\\u001b[2Jb\\u202ec'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def command(*, example: str, name: str | None = None) -> Callable[[Callable[..., Answer]], Command]:
    """Make a function a command; its docstring is the help and `example` is shown below it."""

    def wrap(function: Callable[..., Answer]) -> Command:
        return click.command(name=name, cls=Command, example=example)(function)

    return wrap


def case_option(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """`--case DIR`: the case to work in; the folder one stands in by default."""
    return click.option(
        "--case",
        "case_path",
        type=click.Path(file_okay=False),
        default=".",
        show_default=True,
        help=N_("Case folder."),
    )(function)


def assist_option(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """`--assist`: how far the machine goes; by default what the exercise allows at the step."""
    return click.option(
        "--assist",
        type=click.Choice(["none", "suggest", "full"]),
        help=N_("How far the machine goes: no proposals, proposals, or decisions above the shipped threshold."),
    )(function)


def opened(case_path: str | Path) -> Case:
    """Open the case a command works in."""
    from osint_kit.casefile import open_case

    return open_case(case_path)


def run_step(verb: str, case_path: str, assist: str | None = None, **options: bool) -> Answer:
    """Run one step of the pipeline on a case and report it in a line."""
    from osint_kit import pipeline

    case = opened(case_path)
    with watched(_("{verb} …").format(verb=verb)):
        report = getattr(pipeline, verb)(case, assist, **options)
    return _told(report, failures(case, report))


def concluded(verb: str, case_path: str, assist: str | None = None, **options: str) -> tuple[Case, Answer]:
    """Run one of the steps after the links; also returns the case, for its tables."""
    from osint_kit import pipeline

    case = opened(case_path)
    with watched(_("{verb} …").format(verb=verb)):
        report = getattr(pipeline, verb)(case, assist, **options)
    return case, _told(report)


def failures(case: Case, report: StepReport) -> list[str]:
    """What a step could not do, and why: the last few, as the case recorded them."""
    known = [each for each in case.failures if each["step"] == report.step]
    recorded = known[-report.failed :] if report.failed else []
    line = _("not done: {what}: {why}")
    lines = [line.format(what=each["what"], why=each["why"]) for each in recorded[:MOST_FAILURES]]
    more = len(recorded) - len(lines)
    return [*lines, _("… and {count} more, in failures.jsonl").format(count=more)] if more else lines


def _told(report: StepReport, failed: Sequence[str] = ()) -> Answer:
    from osint_kit import pipeline
    from osint_kit.model import to_dict

    lines = [pipeline.describe(report), *failed, *report.files]
    if report.files and report.written and not report.decided:
        lines.append(_("Decide in one of the worksheets (columns decision and because), then run this command again."))
    return Answer(lines, to_dict(report))


@contextmanager
def watched(doing: str) -> Iterator[Callable[[str], None]]:
    """Show on stderr what is being done, while somebody watches; yields a function that changes the text."""
    from rich.console import Console

    with Console(stderr=True).status(doing) as status:
        yield status.update


@click.group(cls=Folder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="osint-kit", prog_name="osint-kit")
def cli() -> None:
    """Collect, seal, extract, resolve, grade, link and score over a fictional world."""


def speak(language: str | None) -> None:
    """Choose the language of the kit's messages and of Click's own, which come from the same catalogue."""
    os.environ["LANGUAGE"] = use_language(language)
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def main() -> None:
    """Entry point of the console script."""
    speak(None)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a redirected stream on Windows may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
