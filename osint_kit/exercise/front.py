"""Files of an exercise: TOML front matter between two lines `+++`, then Markdown; translations beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from osint_kit.errors import MissingInput
from osint_kit.messages import _

FENCE = "+++\n"


def translated(path: Path, language: str) -> tuple[dict[str, object], str]:
    """Front matter and text of a file, with what its translation into a language says laid over them.

    Raises:
        MissingInput: the file is not there or has no front matter.
    """
    told, text = read(path)
    beside = path.with_name(f"{path.stem}.{language}{path.suffix}")
    if not beside.is_file():
        return told, text
    over, text = read(beside)
    return {**told, **over}, text


def read(path: Path) -> tuple[dict[str, object], str]:
    """Front matter and text of one file.

    Raises:
        MissingInput: the file is not there or has no front matter.
    """
    opening, _fence, rest = _text(path).partition(FENCE)
    front, fence, text = rest.partition(FENCE)
    if opening or not fence:
        raise MissingInput.expected(_("front matter between two lines +++"), found=_text(path)[:20], where=path)
    return _parsed(front, path), text.strip()


def toml(path: Path) -> dict[str, object]:
    """A TOML file of an exercise.

    Raises:
        MissingInput: the file is not there or is not TOML.
    """
    return _parsed(_text(path), path)


def listed(value: object) -> list[object]:
    """A value that is a list.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, list):
        raise TypeError(_("expected a list, found {value}").format(value=value))
    return value


def table(value: object) -> Mapping[str, object]:
    """A value that holds names and values.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, dict):
        raise TypeError(_("expected names and values, found {value}").format(value=value))
    return value


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise MissingInput.expected(_("a file of the exercise"), found=_("no file"), where=path) from error


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MissingInput.expected(_("TOML"), found=str(error), where=path) from error
