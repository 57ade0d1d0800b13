"""`osint-kit doctrine`: what the training teaches and how well it is confirmed; a check of estimative language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from osint_kit.cli import Answer, Group
from osint_kit.messages import N_, _

if TYPE_CHECKING:
    from osint_kit.knowledge.doctrine import Fault, Record

WIDTH = 100
NAME_WIDTH = 16
LARGEST = 2_000_000
"""Bytes of a text that is checked: no assessment is longer."""


@click.group(cls=Group)
def command() -> None:
    """Show doctrine with its source and status; check the language of an assessment."""


@command.command(example="osint-kit doctrine show ICD-203")
@click.argument("name", metavar="[SET|ID]", required=False)
def show(name: str | None) -> Answer:
    """Show the sets, the records of one set, or one record; what is not confirmed says so."""
    from osint_kit.knowledge import doctrine

    if name is None:
        return _sets()
    wanted = name.casefold()
    records = [record for record in doctrine.load() if wanted in (record.set.casefold(), record.id.casefold())]
    if not records:
        raise click.BadParameter(_("expected a set or an id, found {name}").format(name=name), param_hint="SET|ID")
    groups = [group for group in doctrine.groups() if group.id.casefold() == wanted]
    heading = [line for group in groups for line in (f"{group.id}  {group.title}", group.note, "")]
    lines = [line for record in records for line in (*_record(record), "")]
    return Answer([*heading, *lines[:-1]], [_told(record) for record in records])


@command.command(example="osint-kit doctrine check summary.txt")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--strict", is_flag=True, help=N_("Exit with 1 when there is a fault."))
def check(file: str, *, strict: bool) -> Answer:
    """Check a text (a file, or - for what is piped in) for faults of estimative language.

    Words in quotation marks are somebody else's and are not checked.
    """
    from dataclasses import asdict

    from osint_kit.knowledge import doctrine

    faults = doctrine.check(_text(file))
    lines = [_fault(fault) for fault in faults] or [_("no fault found: a person still has to read it")]
    return Answer(lines, [asdict(fault) for fault in faults], exit_code=1 if faults and strict else 0)


def _sets() -> Answer:
    from osint_kit.knowledge import doctrine

    rows = [
        {"set": group.id, "title": group.title, "records": len(group.records), "note": group.note}
        for group in doctrine.groups()
    ]
    return Answer([f"{row['set']:<{NAME_WIDTH}} {row['records']:>3}  {row['title']}" for row in rows], rows)


def _record(record: Record) -> list[str]:
    import textwrap

    from osint_kit.knowledge import doctrine

    status = _("{status}: {meaning}").format(status=record.status, meaning=doctrine.meaning(record.status))
    said = [record.definition, f"{record.source}, {record.locator}", status, *([record.note] if record.note else [])]
    margin = " " * (NAME_WIDTH + 1)
    wrapped = [textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin) for text in said]
    mark = "" if record.confirmed else f"  [{_('unconfirmed')}]"
    return [f"{record.id:<{NAME_WIDTH}} {record.label}{mark}", *(line for lines in wrapped for line in lines)]


def _told(record: Record) -> dict[str, object]:
    from dataclasses import asdict

    from osint_kit.knowledge import doctrine

    return {**asdict(record), "status_meaning": doctrine.meaning(record.status), "confirmed": record.confirmed}


def _fault(fault: Fault) -> str:
    found = " ".join(fault.found.split())
    return _("line {line}: {found} ({rule}): {advice}").format(
        line=fault.line, found=repr(found), rule=fault.rule, advice=fault.advice
    )


def _text(file: str) -> str:
    from osint_kit.errors import Unparseable

    with click.open_file(file, "rb") as stream:
        body: bytes = stream.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise Unparseable.expected(
            _("a text of at most {count} bytes").format(count=LARGEST), found=_("a longer one"), where=file
        )
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unparseable.expected(_("text in UTF-8"), found=f"0x{body[error.start]:02x}", where=error.start) from error
