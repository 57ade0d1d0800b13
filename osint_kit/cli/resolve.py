"""`osint-kit resolve`: who is who."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, opened, run_step, visible
from osint_kit.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from osint_kit.casefile import Case
    from osint_kit.casefile.reviewing import Review, Shown
    from osint_kit.casefile.sides import Side

KEYS = {"m": "merge", "a": "apart", "s": "skip", "u": "undo", "q": "quit"}
WIDTH = 110
MOST = 3
"""So many mentions, items and reasons of each side are shown."""


@cli.command(example="osint-kit resolve --review")
@case_option
@assist_option
@click.option("--review", is_flag=True, help=N_("Go through the uncertain pairs: merge, apart, skip, undo, quit."))
@click.option("--limit", type=click.IntRange(min=1), help=N_("With --review: ask so many questions at most."))
@click.option("--why", metavar="REF", help=N_("Say how an entity came about, as P7, or the one a statement names."))
def command(case_path: str, assist: str | None, *, review: bool, limit: int | None, why: str | None) -> Answer:
    """Propose who is who, with reasons: which mentions are one person, which are not.

    Writes candidate pairs to a worksheet and reads back what the team merges or keeps apart. With --review the pairs
    are decided here, one by one; each answer is kept at once, and a reason may follow it: m same phone in both posts.
    """
    if why is not None and review:
        raise click.UsageError(_("expected --review or --why, found both"))
    if limit is not None and not review:
        raise click.UsageError(_("expected --review with --limit, found none"))
    if why is not None:
        return _why(case_path, assist, why)
    if review:
        return _review(case_path, assist, limit)
    return run_step("resolve", case_path, assist)


def _why(case_path: str, assist: str | None, reference: str) -> Answer:
    from dataclasses import asdict

    from osint_kit.casefile.account import account, lines
    from osint_kit.casefile.reviewing import proposals

    case = opened(case_path)
    told = account(case, reference, proposals(case, assist))
    return Answer(list(lines(told)), asdict(told))


def _review(case_path: str, assist: str | None, limit: int | None) -> Answer:
    from osint_kit import pipeline
    from osint_kit.casefile import worksheet
    from osint_kit.casefile.reviewing import Review, proposals

    case = opened(case_path)
    pipeline.resolve(case, assist)
    pairs = proposals(case, assist)
    review = Review(case, pairs)
    try:
        _walk(review, limit)
    finally:
        worksheet.export(case, "S5", pairs)
    return _summary(case, review)


def _summary(case: Case, review: Review) -> Answer:
    from osint_kit.model import to_dict

    counts = {word: review.counts[word] for word in ("merge", "apart", "skip")}
    line = _("merged {merge}, kept apart {apart}, passed over {skip}; {left} questions are left")
    lines = [line.format(**counts, left=len(review.open))]
    if not len(review.pairs):
        lines.append(_("No pairs to go through. Decide by reference: osint-kit decide merge P3 P17 --because …"))
    decisions = [{"ref": case.ref_of(each.id), "id": each.id, **to_dict(each)} for each in review.decisions]
    return Answer(lines, {**counts, "left": len(review.open), "decisions": decisions})


def _walk(review: Review, limit: int | None) -> None:
    """Ask until nothing is left, the limit is reached, or the answers end."""
    answers = sys.stdin
    while limit is None or review.counts.total() < limit:
        shown = review.ask()
        if shown is None:
            return
        for line in _screen(shown, review.counts.total() + 1):
            _say(line)
        if not _answered(review, shown, answers):
            return


def _answered(review: Review, shown: Shown, answers: TextIO) -> bool:
    """Take one answer, asking again for one that is none; False for the end."""
    while True:
        _say(_("merge (m), apart (a), skip (s), undo (u), quit (q)? "), end=False)
        said = answers.readline()
        word, _space, because = said.strip().partition(" ")
        action = KEYS.get(word.lower()[:1], "") if word.lower() in {*KEYS, *KEYS.values()} else ""
        if not said or action == "quit":
            return False
        if action:
            _take(review, shown, action, because)
            return True
        _say(_("expected m, a, s, u or q; a reason may follow m or a"))


def _take(review: Review, shown: Shown, action: str, because: str) -> None:
    if action == "undo":
        taken = review.undo()
        _say(_("taken back") if taken else _("nothing to take back"))
    elif action == "skip":
        review.skip(shown.question)
    else:
        made = (review.merge if action == "merge" else review.apart)(shown.question, because)
        _say(
            _("{ref}: {action}, because {because}").format(
                ref=review.case.ref_of(made.id), action=made.action.value, because=made.because
            )
        )


def _screen(shown: Shown, number: int) -> Iterator[str]:
    """One question: both sides beside each other, then what speaks for and against."""
    from osint_kit.resolve import THRESHOLD

    head = _("Question {number}, {open} open: one holder? Score {score}; the machine would join from {threshold}.")
    yield ""
    yield head.format(number=number, open=shown.open, score=f"{shown.question.score:.2f}", threshold=f"{THRESHOLD:.2f}")
    yield from _beside(shown.left, shown.right)
    yield from (_("for: {reason}").format(reason=each) for each in shown.support[:MOST])
    yield from shown.against
    if shown.question.affects:
        yield _("The answer settles or simplifies {count} other pairs.").format(count=shown.question.affects)


def _beside(left: Side, right: Side) -> list[str]:
    import io

    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for (heading, one), (_same, other) in zip(_rows(left), _rows(right), strict=True):
        if one or other:
            table.add_row(heading, visible(one) or "-", visible(other) or "-")
    stream = io.StringIO()
    Console(file=stream, width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False).print(table)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def _rows(side: Side) -> Iterator[tuple[str, str]]:
    yield _("who"), f"{side.ref} {side.caption}"
    yield _("names"), _some(side.names)
    yield _("reached by"), _some(side.contacts)
    yield _("days"), side.first if side.first == side.last else f"{side.first} – {side.last}"
    yield _("items"), _some(side.items)
    for place in range(MOST):
        said = side.mentions[place : place + 1]
        yield _("words") if not place else "", "".join(f"{each.document} {each.day}: {each.words}" for each in said)


def _some(values: tuple[str, ...]) -> str:
    more = _(" … and {count} more").format(count=len(values) - MOST) if len(values) > MOST else ""
    return " | ".join(values[:MOST]) + more


def _say(text: str, *, end: bool = True) -> None:
    """To the person who answers: beside the JSON, where that is asked for, not into it."""
    asked = click.get_current_context().get_parameter_source("as_json")
    click.echo(visible(text), nl=end, err=asked is ParameterSource.COMMANDLINE)
