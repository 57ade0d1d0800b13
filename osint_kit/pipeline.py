"""The whole cycle on one screen; read it second, after the package's docstring.

Each verb reads back what the team decided in its worksheet, makes proposals with the step's pure functions, and
reports what it read, wrote and could not do. At `--assist full` each proposal at or above the step's shipped threshold
becomes a decision by the author `machine`, with its reason; what a person decided stays as decided.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit import collect as collecting
from osint_kit import plan as planning
from osint_kit import report as reporting
from osint_kit import resolve as resolving
from osint_kit import sandbox
from osint_kit.casefile import deciding, gathering, importing, report_input, worksheet
from osint_kit.casefile.sheets import step_of
from osint_kit.errors import ItemError, MissingInput, NotAllowed
from osint_kit.messages import _
from osint_kit.model import MACHINE, Action, Assist, Capture, Decision, Fetch, Outcome, Task

if TYPE_CHECKING:
    from osint_kit.bundle import World
    from osint_kit.casefile import Case

THRESHOLDS = {
    "S1": 0.0,
    "S2": collecting.WORTH_COLLECTING,
    "S4": 0.5,
    "S5": resolving.THRESHOLD,
    "S6": 0.0,
    "S8": 0.5,
    "S7-summary": 0.0,
    "S8-events": 0.5,
    "S9-typologies": 0.5,
    "S9-indicators": 0.5,
    "S10-roles": 0.5,
    "S10-elements": 0.5,
    "S11-matrix": 0.0,
    "S11-hypotheses": 0.0,
    "S12-request": 0.0,
    "S13-interview": 0.0,
}
"""Shipped thresholds by worksheet: a proposal's score at or above which `--assist full` decides."""

ARCHIVE = "archive"
"""Kind of the source that is asked last, for what has vanished from the others."""

_LEVELS = (Assist.NONE, Assist.SUGGEST, Assist.FULL)


@dataclass(frozen=True, slots=True)
class StepReport:
    """What one verb did: counts read, written, not done, decided in this run; and the files it wrote."""

    step: str
    verb: str
    read: int
    written: int
    failed: int
    decided: int
    files: tuple[str, ...] = ()


def play(
    case: Case, assist: str | None = None, *, told: Callable[[StepReport], None] = lambda _report: None
) -> tuple[StepReport, ...]:
    """Play every step in order; `told` hears of each as it ends."""
    reports = []
    for step in VERBS:
        reports.append(step(case, assist))
        told(reports[-1])
    return tuple(reports)


def plan(case: Case, assist: str | None = None) -> StepReport:
    """S1: questions, sources, terms, and what not to collect."""
    world = _world(case)
    drawn = planning.propose(world.brief, world.sources, [name for each in world.profiles for name in each.places])
    rows = pd.DataFrame(planning.rows(drawn)).assign(score=1.0, reason=_("drafted from the brief and the sources"))
    return _settle(case, "S1", "plan", assist, rows, read=len(world.sources))


def search(case: Case, assist: str | None = None, *, leads: bool = False) -> StepReport:
    """S2, asking: each site's own search for the plan's terms; every question and answer goes to the search log.

    Args:
        leads: ask for the telephone numbers and handles that the answers worth collecting show, instead of the terms.
    """
    tasks = case.plan().tasks
    if leads:
        found = collecting.leads(case.searches)
        tasks = tuple(replace(task, terms=found) for task in tasks if task.terms and found)
    failed = sum(ask(case, task) for task in tasks)
    return _settle(case, "S2", "search", assist, collecting.rank(case.searches), read=len(tasks), failed=failed)


def ask(case: Case, task: Task) -> int:
    """Ask one source's own search for the terms of a task, and log the answers; returns how often it failed."""
    failed: list[ItemError] = []
    hits = list(gathering.surviving(collecting.search(task, _fetch(case)), failed))
    case.record_searches(gathering.log(case, hits))
    return gathering.recorded(case, task, failed)


def collect(case: Case, assist: str | None = None, *, urls: Sequence[str] = (), because: str = "") -> StepReport:
    """S2, fetching: the accepted addresses, and those given with a reason; each is safe on disk before it counts."""
    _level(case, "S2", assist)
    plan_in_force, fetch = case.plan(), _fetch(case)
    gathering.in_scope(urls, plan_in_force.tasks)
    case.record(gathering.chosen(case, url, because) for url in urls)
    decided = len(worksheet.import_decisions(case, "S2"))
    wanted = gathering.accepted_addresses(case)
    held: list[Capture] = []
    failures = 0
    for task in sorted(plan_in_force.tasks, key=lambda each: each.kind == ARCHIVE):
        broken: list[ItemError] = []
        errand = gathering.errand(task, wanted, gathering.gone(case, held) if task.kind == ARCHIVE else ())
        held += case.add_captures(gathering.surviving(collecting.collect(errand, fetch), broken))
        failures += gathering.recorded(case, task, broken)
    missed = [each for each in held if each.outcome is not Outcome.CAPTURED]
    for each in missed:
        case.record_failure("S2", each.asked, each.note or each.outcome.value)
    return StepReport("S2", "collect", len(wanted), len(held) - len(missed), len(missed) + failures, decided)


def take_in(case: Case, path: str | Path) -> StepReport:
    """S2 without a network: files that somebody else made (WARC, saved pages, call records, chat exports)."""
    found = importing.take_in(case, path)
    for what, why in found.failed:
        case.record_failure("S2", what, why)
    return StepReport("S2", "collect", found.files, found.captures, len(found.failed), 0)


def preserve(case: Case, assist: str | None = None) -> StepReport:
    """S3: seal what was collected into WARC files and sign for it."""
    _level(case, "S3", assist)
    waiting = len(case.waiting)
    return StepReport("S3", "preserve", waiting, len(case.seal()), 0, 0)


def extract(case: Case, assist: str | None = None) -> StepReport:
    """S4: mentions of persons, selectors, dates and sums in the sealed copies."""
    found = in_text(case.statements)
    for what, why in case.unread:
        case.record_failure("S4", what, why)
    rows = found.assign(reason=[_("rule {origin}").format(origin=each) for each in found["origin"]])
    return _settle(case, "S4", "extract", assist, rows, read=len(case.documents), failed=len(case.unread))


def in_text(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that somebody had to find: a column of a partner's table needs no finding, a page's words do."""
    tables = statements["origin"].str.startswith("mapping:") & statements["item"].str.contains("#row=")
    return statements[~tables]


def resolve(case: Case, assist: str | None = None) -> StepReport:
    """S5: who is who, with reasons."""
    return _settle(case, "S5", "resolve", assist, case.pairs, read=len(case.statements))


def grade(case: Case, assist: str | None = None) -> StepReport:
    """S6: reliability of the source and credibility of the information, apart from each other."""
    return _settle(case, "S6", "grade", assist, case.grades, read=len(case.documents))


def link(case: Case, assist: str | None = None) -> StepReport:
    """S8: who is connected with whom; every link cites its statements."""
    return _settle(case, "S8", "link", assist, case.links, read=len(case.entities))


def summarise(case: Case, assist: str | None = None) -> StepReport:
    """S7: the half-page for the white cell, and a likelihood for each of its set questions."""
    return _conclude(case, "summarise", assist, "S7-summary", read=len(case.entities))


def analyse(case: Case, assist: str | None = None) -> StepReport:
    """S8: the time line; who stands where in the graph is in `case.conclusions.measures`."""
    return _conclude(case, "analyse", assist, "S8-events", read=len(case.documents))


def money(case: Case, assist: str | None = None) -> StepReport:
    """S9: typologies over the transfers, and indicators, each with its evidence."""
    return _conclude(case, "money", assist, "S9-typologies", "S9-indicators", read=len(case.conclusions.transfers))


def assess(case: Case, assist: str | None = None, *, what: str = "") -> StepReport:
    """S10 and S11: roles, elements of law, hypotheses.

    Args:
        what: `roles`, `elements` (both S10) or `hypotheses` (S11, with the matrix); S10 whole without it.
    """
    sheets = {"roles": ("S10-roles",), "elements": ("S10-elements",), "hypotheses": ("S11-matrix", "S11-hypotheses")}
    chosen = sheets[what] if what else ("S10-roles", "S10-elements")
    return _conclude(case, "assess", assist, *chosen, read=len(case.entities))


def weigh(case: Case, assist: str | None = None) -> StepReport:
    """S11: the matrix of items and hypotheses, and what each hypothesis is worth."""
    return assess(case, assist, what="hypotheses")


def share(case: Case, assist: str | None = None) -> StepReport:
    """S12: the request for assistance; who has no suspect role is not named."""
    return _conclude(case, "share", assist, "S12-request", read=len(case.judged("roles")))


def interview(case: Case, assist: str | None = None) -> StepReport:
    """S13: the plan of one interview with a witness, safeguards first."""
    return _conclude(case, "interview", assist, "S13-interview", read=len(case.judged("roles")))


VERBS = (
    plan,
    search,
    collect,
    preserve,
    extract,
    resolve,
    grade,
    summarise,
    link,
    analyse,
    money,
    assess,
    weigh,
    share,
    interview,
)
"""Every step in the order in which it is played."""


def report(
    case: Case,
    output: str | Path | None = None,
    *,
    scores: Sequence[reporting.StepLine] = (),
    harm: Sequence[Mapping[str, str]] = (),
) -> StepReport:
    """The case as one HTML page; with scores and harm list where it has been scored."""
    given = report_input(case, scores=scores, harm=harm)
    product = reporting.render(given)
    path = case.write(output or case.path / product.name, product.body)
    return StepReport("S14", "report", len(given.statements), 1, 0, 0, (str(path),))


def describe(done: StepReport) -> str:
    """One line: what was read, written, not done and decided."""
    line = _("{step} {verb}: read {read}, wrote {written}, not done {failed}, decided {decided}")
    return line.format(
        **{name: getattr(done, name) for name in ("step", "verb", "read", "written", "failed", "decided")}
    )


def _settle(
    case: Case, step: str, verb: str, assist: str | None, proposed: pd.DataFrame, *, read: int, failed: int = 0
) -> StepReport:
    """Read the worksheet back, decide where the machine may, and write the worksheet anew."""
    level = _level(case, step_of(step), assist)
    decided = len(worksheet.import_decisions(case, step))
    shown = proposed if level is not Assist.NONE else proposed.iloc[:0]
    if level is Assist.FULL:
        decided += len(case.record(_machine(case, step, proposed)))
    files = worksheet.export(case, step, shown)
    return StepReport(step_of(step), verb, read, len(shown), failed, decided, tuple(str(path) for path in files))


def _conclude(case: Case, verb: str, assist: str | None, *sheets: str, read: int) -> StepReport:
    """One sheet after the other: what is decided in the first is what the next one is drawn from."""
    done = [
        _settle(case, sheet, verb, assist, case.conclusions.proposed(sheet.partition("-")[2]), read=read)
        for sheet in sheets
    ]
    written, decided = sum(each.written for each in done), sum(each.decided for each in done)
    files = tuple(path for each in done for path in each.files)
    return replace(done[0], written=written, decided=decided, files=files)


def _machine(case: Case, step: str, proposed: pd.DataFrame) -> Iterator[Decision]:
    if step == "S5":
        for subjects, because in resolving.clusters(proposed, threshold=THRESHOLDS[step], ledger=case.ledger):
            yield Decision(Action.MERGE, step, subjects, because, MACHINE, case.clock())
    else:
        yield from deciding.proposed(case, step, proposed[proposed["score"] >= THRESHOLDS[step]], author=MACHINE)


def _level(case: Case, step: str, assist: str | None) -> Assist:
    """What was asked for; without a word, proposals where the exercise allows them."""
    allowed = case.settings.allowed(step)
    level = Assist(assist) if assist else min(allowed, Assist.SUGGEST, key=_LEVELS.index)
    if _LEVELS.index(level) > _LEVELS.index(allowed):
        most = _("--assist {allowed} at most").format(allowed=allowed.value)
        raise NotAllowed.expected(most, found=level.value, where=step)
    return level


def _world(case: Case) -> World:
    if case.world is None:
        raise MissingInput.expected(_("a case on a world"), found=_("none"), where=case.path)
    return case.world


def _fetch(case: Case) -> Fetch:
    return collecting.patient(sandbox.fetcher(_world(case), clock=case.clock, site_clock=case.site_clock), time.sleep)
