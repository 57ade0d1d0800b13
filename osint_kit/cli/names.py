"""`osint-kit names`: two written names beside each other, word by word; what a name's words are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from osint_kit.cli import Answer, Group
from osint_kit.messages import N_, _

if TYPE_CHECKING:
    from osint_kit.knowledge.names import Comparison, Row
    from osint_kit.knowledge.names.parse import Token

WIDTH = 100
LONGEST = 500
"""Characters of a name: none is longer."""


@click.group(cls=Group)
def command() -> None:
    """Compare names across scripts and spellings; show what the words of a name are."""


@command.command(example='osint-kit names compare "Мухаммадраҳим Саидзода" "محمد رحیم سعیدزاده"')
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--organization", is_flag=True, help=N_("Compare two organisations, not two persons."))
def compare(left: str, right: str, *, organization: bool) -> Answer:
    """Say whether A and B may be one name, word by word, and what speaks against.

    "May be one" is not "is one person": many people share a name. Look at birth dates, documents and contacts too.
    """
    from dataclasses import asdict

    from osint_kit.knowledge import names

    for name in (left, right):
        if len(name) > LONGEST:
            raise click.BadParameter(_("expected a name of at most {count} characters").format(count=LONGEST))
    found = (names.compare_organizations if organization else names.compare)(left, right)
    return Answer(_table(found), {"left": left, "right": right, **asdict(found)})


@command.command(example='osint-kit names parse "Jahongir Anvar o‘g‘li Sultonov"')
@click.argument("name", metavar="NAME")
def parse(name: str) -> Answer:
    """Show what each word of a name is: given name, father, family name, title, kunya."""
    from dataclasses import asdict

    from osint_kit.knowledge import names

    parsed = names.parse(name[:LONGEST])
    lines = [_token(token) for token in parsed.tokens] or [_("no word that may be a name")]
    if parsed.gender:
        lines.append(_("the forms are a man's") if parsed.gender == "m" else _("the forms are a woman's"))
    return Answer(lines, asdict(parsed))


def _token(token: Token) -> str:
    root = _("(root {root})").format(root=token.root) if token.root else ""
    return f"{token.role.value:<11} {token.shown} {root}".rstrip()


def _table(found: Comparison) -> list[str]:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="")
    for heading in (_("A"), _("B"), _("why"), _("weight")):
        table.add_column(heading, overflow="fold")
    for row in found.rows:
        table.add_row(row.left or "-", row.right or "-", _rule(row), f"{row.weight:.2f}" if row.weight else "")
    stream = io.StringIO()
    Console(file=stream, width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False).print(table)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()] if found.rows else []
    return [*lines, *found.against, *_verdict(found)]


def _verdict(found: Comparison) -> list[str]:
    said = (
        _("Score {score}: may be one name. Whether it is one person, the name alone cannot tell.")
        if found.same
        else _("Score {score}: not taken for one name.")
    )
    return [said.format(score=f"{found.score:.2f}")]


def _rule(row: Row) -> str:
    return {
        "equal": _("written alike"),
        "known": _("two spellings of one known name"),
        "known across": _("one known name in two scripts"),
        "short": _("short form or neighbouring form of one name"),
        "root": _("one root under different endings"),
        "initial": _("an initial that fits"),
        "initials": _("the first letters of the other"),
        "spelt": _("sounds alike in the two scripts"),
        "close": _("sounds alike"),
        "slip": _("two letters changed places"),
        "fond": _("a word of fondness or respect more or less"),
        "izofat": _("the linking vowel -и more or less"),
        "lacks": _("only in one of the two"),
        "trade equal": _("the same trade"),
        "trade lacks": _("a trade that only one names"),
    }.get(row.rule, row.rule)
