"""The parts of a debrief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from osint_kit.exercise.calibration import Judgement, calibration, judgements
from osint_kit.exercise.figures import FIRST, called
from osint_kit.exercise.lessons import best, costliest, told
from osint_kit.exercise.missed import drawing
from osint_kit.exercise.traps import Sprung, Verdict
from osint_kit.messages import _
from osint_kit.model import MACHINE, Decision
from osint_kit.report.html import fill, join, more, paragraph, table, tiles
from osint_kit.score import Explanation, Score, StepScore
from osint_kit.score.links import found_links
from osint_kit.score.people import name_of
from osint_kit.score.sheet import Sheet

FIGURES = 3
"""Figures of a step shown at once."""

DECISIONS = 200
"""Decisions listed one by one; of more, the last."""

_HEAD = "<h3>{{ text }}</h3>\n"


def steps(score: Score, titles: Mapping[str, str]) -> Markup:
    """Points a step, the figures behind them, and the machine's beside them."""
    sums: list[tuple[str, object]] = [(_("Points"), f"{score.total:.1f}"), (_("of"), f"{score.maximum:.0f}")]
    if score.ceiling is not None:
        sums.append((_("of the machine's"), f"{score.ceiling:.0%}"))
    if score.human is not None:
        sums.append((_("by hand"), f"{score.human.points:.0f} / {score.human.maximum:.0f}"))
    machine = {each.step: each for each in score.differences}
    columns = [_("Step"), _("Title"), _("Points"), _("Maximum"), _("Figures"), _("Hints")]
    columns += [_("Team minus machine"), _("Share of the machine's")] if machine else []
    rows = [
        [*_line(each, titles), *(_beside(each, machine[each.step].machine) if each.step in machine else ())]
        for each in score.steps
    ]
    dropped = [[each.step, each.what, each.pointer] for each in score.dropped]
    left_out = [table(_("Rows that do not count"), [_("Step"), _("Why"), _("Where")], dropped)] if dropped else []
    return join([tiles(sums), table(_("Points by step"), columns, rows), *left_out])


def _line(each: StepScore, titles: Mapping[str, str]) -> list[object]:
    taken = f"{each.facts['hints']:.0f} (−{each.facts['hints_cost']:.1f})" if "hints" in each.facts else ""
    points, maximum = f"{each.points:.1f}", f"{each.maximum:.0f}"
    return [each.step, titles.get(each.step, ""), points, maximum, _figures(each.facts), taken]


def _figures(facts: Mapping[str, float]) -> Markup | str:
    """Precision and recall first; what is more opens on demand."""
    names = [name for name in facts if not name.startswith("hints")]
    names.sort(key=lambda name: name not in FIRST)
    shown = [f"{called(name)} {facts[name]:.2f}".removesuffix(".00") for name in names]
    if len(shown) <= FIGURES:
        return "; ".join(shown)
    return join([fill("{{ text }}", text="; ".join(shown[:FIGURES])), more(_("more"), _plain(shown[FIGURES:]))])


def _plain(lines: Sequence[str]) -> Markup:
    return fill("{% for line in lines %}{{ line }}<br>{% endfor %}", lines=lines)


def _beside(each: StepScore, machine: float) -> list[str]:
    return [f"{each.points - machine:+.1f}", f"{each.points / machine:.0%}" if machine > 0 else ""]


def lessons(score: Score, sheet: Sheet) -> Markup:
    """The three best and the three costliest things, with their words."""
    return join(
        [
            fill(_HEAD, text=_("What earned most")),
            told(best(_shown(score, sheet)), sheet.texts),
            fill(_HEAD, text=_("What cost most")),
            told(costliest(_shown(score, sheet)), sheet.texts),
        ]
    )


def _shown(score: Score, sheet: Sheet) -> list[Explanation]:
    """What can be shown with its words; everything where nothing can."""
    listed = [each for each in score.explanations if each.pointer.partition("#char=")[0] in sheet.texts]
    return listed or list(score.explanations)


def missed(sheet: Sheet) -> Markup | None:
    """The core of the network with what was missed in red."""
    links = {link: found for link, found in found_links(sheet).items() if link.tier == "core"}
    if not links:
        return None
    rows = [
        [name_of(sheet.key, link.source), link.type, name_of(sheet.key, link.target), ", ".join(link.items[:2])]
        for link, found in links.items()
        if not found
    ]
    columns = [_("From"), _("Link"), _("To"), _("Shown by")]
    listed = more(_("Missed links"), table(_("Missed links"), columns, rows)) if rows else Markup()
    return join([drawing(sheet.key, links), listed])


def harm(score: Score) -> Markup:
    """Protected people who were accused."""
    if not score.harm:
        return paragraph(_("Nobody who is protected was accused."), "calm")
    rows = [[each.name, each.why, each.what, each.pointer] for each in score.harm]
    columns = [_("Who"), _("Protected because"), _("What was done"), _("Where")]
    return table(_("Protected persons who were accused"), columns, rows)


def halo(score: Score) -> Markup | None:
    """How often letter and digit were given as one, and the agreement of either."""
    facts = next((each.facts for each in score.steps if each.step == "S6"), {})
    names = ("halo", "kappa_source", "kappa_information")
    shown = [(called(name), f"{facts[name]:.2f}") for name in names if name in facts]
    if not shown:
        return None
    note = _("Halo: share of items graded as A1, B2, C3 … although source and information differ in truth.")
    return join([tiles(shown), paragraph(note, "note")])


def calibrated(sheet: Sheet, pooled: Sequence[Judgement]) -> Markup:
    """What was said of the set questions beside what came true."""
    return calibration(judgements(sheet), pooled)


def traps(score: Score, sprung: Sequence[Sprung]) -> Markup | None:
    """Where the machine was led astray, and what the team lost at the same place."""
    if not sprung:
        return None
    judged = [each for each in sprung if each.verdict is not Verdict.OPEN]
    count = Counter(each.verdict for each in judged)
    verdicts = {Verdict.RIGHT: _("right"), Verdict.WRONG: _("wrong"), Verdict.UNSURE: _("unsure")}
    verdicts[Verdict.OPEN] = _("for people to judge")
    columns = [_("Step"), _("Trap"), _("Machine"), _("It proposed"), _("What is right"), _("Team lost there")]
    rows = [
        [
            each.trap.step,
            _(each.trap.kind),
            verdicts[each.verdict],
            each.proposed,
            _(each.trap.right),
            _lost(score, each),
        ]
        for each in sprung
    ]
    sums = [(label, count[verdict]) for verdict, label in verdicts.items() if verdict is not Verdict.OPEN]
    return join([tiles(sums), table(_("Traps and what they caught"), columns, rows)])


def _lost(score: Score, sprung: Sprung) -> str:
    """Points that the team lost in the trap's step at its items."""
    items = frozenset(sprung.trap.items)
    lost = sum(
        each.points
        for step in score.steps
        if step.step == sprung.trap.step
        for each in step.explanations
        if each.points < 0 and each.pointer.partition("#char=")[0] in items
    )
    return f"{lost:.1f}" if lost else ""


def injects(rows: Sequence[Mapping[str, object]]) -> Markup | None:
    """What the team answered beside what was expected."""
    if not rows:
        return None
    columns = [_("Inject"), _("Reached the team"), _("Answered"), _("Expected")]
    listed = [
        [
            f"{row.get('id', '')} {row.get('title', '')}".strip(),
            str(row.get("delivered", "")),
            str(row.get("answer") or _("nothing")),
            _several(row.get("expected", "")),
        ]
        for row in rows
    ]
    return table(_("Injects and answers"), columns, listed)


def _several(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def hints(rows: Sequence[Mapping[str, str]]) -> Markup:
    """The hint log."""
    if not rows:
        return paragraph(_("No hint was taken."), "note")
    listed = [[str(row.get(name, "")) for name in ("step", "number", "at")] for row in rows]
    return table(_("Hints taken"), [_("Step"), _("Hint"), _("When")], listed)


def decisions(made: Sequence[Decision]) -> Markup | None:
    """How many decisions each made at each step, and the last of those that people made."""
    if not made:
        return None
    count = Counter((each.step, each.author) for each in made)
    sums = [
        [step, _("machine") if author == MACHINE else author, number]
        for (step, author), number in sorted(count.items(), key=_by_step)
    ]
    people = [each for each in made if each.author != MACHINE][-DECISIONS:]
    columns = [_("When"), _("Who"), _("Step"), _("Decision"), _("Because")]
    rows = [[each.at.isoformat(), each.author, each.step, each.action.value, each.because] for each in people]
    label = _("The last {count} decisions of people").format(count=len(rows))
    parts = [table(_("Decisions by step and member"), [_("Step"), _("Who"), _("Decisions")], sums)]
    return join([*parts, *([more(label, table(label, columns, rows))] if rows else [])])


def _by_step(each: tuple[tuple[str, str], int]) -> tuple[int, str]:
    (step, author), _number = each
    return int(step[1:]) if step[1:].isdigit() else 0, author
