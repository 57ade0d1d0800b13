"""`osint-kit extract`: read and extract, in a case or from any text."""

from __future__ import annotations

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step
from osint_kit.messages import N_


@cli.command(example="osint-kit extract post.txt --explain")
@click.argument("file", required=False)
@click.option("--explain", is_flag=True, help=N_("Say for each mention which rule found it, and what it outranked."))
@click.option("--language", help=N_("Language of the text, as tg, ru, uz, fa, ps, ur, ar, ckb or en; guessed without."))
@click.option("--region", help=N_("Country whose national numbers the text uses, as TJ; guessed without."))
@case_option
@assist_option
def command(  # noqa: PLR0917 - options of one command
    file: str | None,
    explain: bool,  # noqa: FBT001 - an option of the command
    language: str | None,
    region: str | None,
    case_path: str,
    assist: str | None,
) -> Answer:
    """Extract persons, places, contacts, accounts, papers, days, sums and coded words.

    With FILE (or - for standard input): from that text, without a case. Without: from the sealed copies of a case;
    proposes mentions in a worksheet and reads back which ones the team accepts, corrects or adds.
    """
    if file is None:
        return run_step("extract", case_path, assist)
    return _text(_read(file), explain=explain, language=language, region=region)


def _read(file: str) -> str:
    from osint_kit.errors import Unparseable
    from osint_kit.messages import _

    try:
        with click.open_file(file, "rb") as stream:
            body: bytes = stream.read()
            return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = _("byte {byte} at {place}").format(byte=f"0x{error.object[error.start]:02x}", place=error.start)
        raise Unparseable.expected(_("text in UTF-8"), found=found, where=file) from error
    except OSError as error:
        raise Unparseable.expected(_("a file"), found=str(error.strerror), where=file) from error


def _text(text: str, *, explain: bool, language: str | None, region: str | None) -> Answer:
    from osint_kit.extract import explain_text, extract_text
    from osint_kit.messages import _

    line = _("{count} mentions")
    if not explain:
        frame = extract_text(text, language=language, region=region)
        return Answer([line.format(count=len(frame))], {"count": len(frame)}).beside(frame, limit=None)
    rows = explain_text(text, language=language, region=region).to_dict("records")
    shown = "{start}–{end}  {kind}  {text} → {value}\n    {why}"
    told = [shown.format(**{str(name): value for name, value in row.items()}) for row in rows]
    return Answer([line.format(count=len(rows)), *told], {"count": len(rows), "rows": rows})
