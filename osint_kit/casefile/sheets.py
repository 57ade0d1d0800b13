"""What each step's worksheet shows, and how a filled-in row becomes a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from osint_kit.casefile import judging, layers, records
from osint_kit.casefile.cells import written
from osint_kit.casefile.judging import JUDGED, Judged
from osint_kit.errors import MissingInput, RunError
from osint_kit.messages import _
from osint_kit.model import FORMS, KINDS, Action, Decision, Grade, content_id, well_formed

if TYPE_CHECKING:
    from pathlib import Path

    from osint_kit.casefile.case import Case

Row: TypeAlias = "dict[str, str]"
_AROUND = 40
_CITED = 12
"""So many statements a proposed link cites in its row; the team may name others."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row decides, before author and time are added."""

    targets: tuple[str, ...]
    values: Mapping[str, str]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One step's worksheet.

    Attributes:
        name: of the file, after the step.
        words: what may stand in the column `decision`; each is an `Action`.
        columns: shown between `id` and `decision`.
        show: one row of the step's frame → its cells.
        draft: filled-in cells → what they decide.
        again: a decision in force → its cells, for a row that no proposal shows.
        mine: whether a decision of the step stands in this worksheet.
        whole: looks at the decided rows together, and raises where they do not fit.
    """

    name: str
    words: tuple[str, ...]
    columns: tuple[str, ...]
    show: Callable[[Case, Mapping[str, object]], Row]
    draft: Callable[[Case, Row, Action], Draft]
    again: Callable[[Case, Decision], Row]
    mine: Callable[[Decision], bool] = lambda decision: judging.SHEET not in decision.values
    whole: Callable[[Sequence[Row]], None] = lambda _rows: None


def _plain(*columns: str) -> Callable[[Case, Mapping[str, object]], Row]:
    return lambda _case, row: {name: written(row.get(name, "")) for name in columns}


_PLAN = ("section", "text", "element", "sources", "terms", "source", "kind", "targets", "excluded", "page_limit")


def _plan_draft(_case: Case, row: Row, _action: Action) -> Draft:
    values = {name: row.get(name, "").strip() for name in _PLAN}
    if not values["section"]:
        raise MissingInput.expected(_("a section"), found=_("none"), where="section")
    name = row["id"] or content_id("plan row", *values.values())
    return Draft((name,), {"id": name, **values})


def _plan_again(_case: Case, decision: Decision) -> Row:
    return {"id": decision.targets[0], **{name: decision.values.get(name, "") for name in _PLAN}}


_HIT = ("source", "term", "url", "excerpt", "score", "reason")


def _hit_show(case: Case, row: Mapping[str, object]) -> Row:
    name = written(row.get("hit") or row.get("id") or "")
    log = case.path / records.SEARCH_LOG
    logged = _logged(case.path, log.stat().st_size if log.is_file() else 0).get(name, {})
    return {"id": name, "ref": case.ref_of(name), **_plain(*_HIT)(case, {**logged, **row})}


@lru_cache(maxsize=1)
def _logged(folder: Path, _size: int) -> Mapping[str, Row]:
    """Hit → the terms that found it, and what its excerpt shows; read once for as long as the log does not grow."""
    return {
        str(name): {
            "term": "; ".join(dict.fromkeys(filter(None, hits["term"]))),
            "excerpt": max(hits["excerpt"], key=len),
        }
        for name, hits in records.searches(folder).groupby("hit", sort=False)
    }


def _hit_draft(case: Case, row: Row, _action: Action) -> Draft:
    url = row.get("url", "").strip()
    if row["id"] in case.hits:
        return Draft((row["id"],), {})
    if not url:
        raise MissingInput.expected(_("an address"), found=_("none"), where="url")
    return Draft((row["id"] or content_id("hit", url),), {"url": url})


def _hit_again(_case: Case, decision: Decision) -> Row:
    return {"id": decision.targets[0], "url": decision.values.get("url", "")}


_STATEMENT = ("document", "kind", "value", "original", "start", "end", "context", "item", "score")


def _statement_show(case: Case, row: Mapping[str, object]) -> Row:
    text = case.document(str(row["document"])).text
    start, end = int(str(row["start"])), int(str(row["end"]))
    around = f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    shown = {"document": case.ref_of(str(row["document"])), "context": " ".join(around.split())}
    return {**_plain("id", "ref", *_STATEMENT)(case, row), **shown}


def _statement_draft(case: Case, row: Row, action: Action) -> Draft:
    held = case.extracted.get(row["id"]) if row["id"] else None
    if held is not None:
        as_found = {"kind": held.kind, "value": held.value, "start": str(held.start), "end": str(held.end)}
        changed = {name: row[name] for name, old in as_found.items() if row.get(name, "") not in ("", old)}
        if action is Action.ACCEPT and changed:
            _checked(case, {**as_found, **changed, "document": held.document})
            stretch = {"start": as_found["start"], "end": as_found["end"]} if {"start", "end"} & set(changed) else {}
            return Draft((held.id,), {**stretch, **changed})
        return Draft((held.id,), {})
    values = _addition(case, row)
    return Draft((_checked(case, values),), values)


def _checked(case: Case, values: Mapping[str, str]) -> str:
    kind, value = values["kind"], values["value"]
    if kind == "entity":
        return ""
    made = layers.added(values, {values["document"]: case.document(values["document"])}, case.holders)
    if not well_formed(kind, value):
        form = _("a {kind} in its normal form, as {example}").format(kind=kind, example=FORMS[kind][1])
        raise MissingInput.expected(form, found=repr(value), where="value")
    return made.id


def _addition(case: Case, row: Row) -> Row:
    if not row.get("document"):
        raise MissingInput.expected(_("a document, as D40"), found=_("none"), where="document")
    document = case.document(case.id_of(row["document"]))
    start, end, text = row.get("start", ""), row.get("end", ""), row.get("original", "")
    if not (start and end) and text:
        found = document.text.find(text)
        if found < 0:
            raise MissingInput.expected(_("words of the document"), found=repr(text), where="original")
        start, end = str(found), str(found + len(text))
    kind, value = row.get("kind", "").strip().lower(), row.get("value", "")
    if kind not in KINDS:
        raise MissingInput.expected(_("one of {known}").format(known=", ".join(KINDS)), found=repr(kind), where="kind")
    return {"document": document.id, "start": start, "end": end, "kind": kind, "value": value or text}


def _statement_again(case: Case, decision: Decision) -> Row:
    row = case.statement_rows.get(decision.targets[0])
    return _statement_show(case, row) if row else {"id": decision.targets[0]}


_PAIR = ("left", "left_text", "right", "right_text", "score", "rule", "reason")


def _pair_show(case: Case, row: Mapping[str, object]) -> Row:
    ends = {side: str(row[side]) for side in ("left", "right")}
    texts = {f"{side}_text": case.caption(end) for side, end in ends.items()}
    refs = {side: case.ref_of(end) for side, end in ends.items()}
    return {**_plain("score", "rule", "reason")(case, row), **refs, **texts, "id": content_id("pair", *ends.values())}


def _pair_draft(case: Case, row: Row, _action: Action) -> Draft:
    named = [*row.get("left", "").split(), *row.get("right", "").split()]
    targets = tuple(sorted({case.id_of(each) for each in named}))
    if len(targets) < 2:  # noqa: PLR2004 - a pair
        raise MissingInput.expected(_("two references, as P3 and P17"), found=" ".join(named), where="left, right")
    return Draft(targets, {})


def _pair_again(case: Case, decision: Decision) -> Row:
    left, *others = decision.targets
    return {
        "id": content_id("pair", *decision.targets),
        "left": case.ref_of(left),
        "left_text": case.caption(left),
        "right": " ".join(case.ref_of(each) for each in others),
        "right_text": "; ".join(case.caption(each) for each in others),
    }


_GRADE = ("item", "source", "information", "scheme", "score", "reason", "text")


def _grade_show(case: Case, row: Mapping[str, object]) -> Row:
    name = str(row["document"])
    text = " ".join(case.document(name).text.split())[:300]
    return {**_plain(*_GRADE)(case, row), "id": name, "ref": case.ref_of(name), "text": text}


def _grade_draft(case: Case, row: Row, _action: Action) -> Draft:
    name = case.id_of(row["id"] or row.get("ref", ""))
    values = {key: row.get(key, "").strip().upper() for key in ("source", "information")}
    values["scheme"] = row.get("scheme", "").strip() or "admiralty"
    try:
        Grade(name, values["source"], values["information"], row["because"], values["scheme"])
    except ValueError as error:
        found = values["source"] + values["information"]
        what = _("a letter A-F and a digit 1-6")
        raise RunError.expected(what, found=found, where="source, information") from error
    return Draft((name,), values)


def _grade_again(case: Case, decision: Decision) -> Row:
    name = decision.targets[0]
    return {**_grade_show(case, {"document": name, **decision.values}), "item": case.document(name).item}


_LINK = ("source", "source_text", "target", "target_text", "type", "evidence")
_LINK_MORE = ("first", "last", "count", "amount", "score", "reason")


def _link_show(case: Case, row: Mapping[str, object]) -> Row:
    ends = {side: case.shown(str(row[side])) for side in ("source", "target")}
    cited = list(row["statements"])[:_CITED] if isinstance(row["statements"], tuple) else []
    return {
        **_plain("id", "ref", "type", *_LINK_MORE)(case, row),
        **{side: ref for side, (ref, _caption) in ends.items()},
        **{f"{side}_text": caption for side, (_ref, caption) in ends.items()},
        "evidence": " ".join(case.ref_of(each) for each in cited),
    }


def _link_draft(case: Case, row: Row, action: Action) -> Draft:
    ends = tuple(case.id_of(row.get(side, "")) for side in ("source", "target"))
    evidence = tuple(case.id_of(each) for each in row.get("evidence", "").split())
    if len(set(ends)) < len(ends):
        raise MissingInput.expected(_("two references, as P3 and P17"), found=" ".join(ends), where="source, target")
    kind = row.get("type", "").strip()
    if not kind:
        raise MissingInput.expected(_("a type of link, as Call or Payment"), found=_("none"), where="type")
    if action is Action.LINK and not evidence:
        raise MissingInput.expected(_("statements that carry the link, as S12 S40"), found=_("none"), where="evidence")
    return Draft(ends, {"type": kind}, evidence if action is Action.LINK else ())


def _link_again(case: Case, decision: Decision) -> Row:
    source, target = decision.targets
    shown = {"source": source, "target": target, "statements": decision.evidence, "type": decision.values.get("type")}
    return _link_show(case, {"id": content_id("link", *decision.targets), "ref": "", **shown})


def _judged(sheet: Judged) -> Sheet:
    def draft(case: Case, row: Row, action: Action) -> Draft:
        target, values, evidence = judging.draft(case, sheet, row, action)
        return Draft((target,), values, evidence)

    return Sheet(
        name=sheet.name,
        words=sheet.words,
        columns=judging.columns(sheet),
        show=lambda case, row: judging.show(case, sheet, row),
        draft=draft,
        again=lambda case, decision: judging.again(case, sheet, decision),
        mine=sheet.mine,
        whole=sheet.whole,
    )


def step_of(key: str) -> str:
    """The step of a worksheet: `S9` of `S9-typologies`."""
    return key.partition("-")[0]


SHEETS: dict[str, Sheet] = {
    "S1": Sheet("plan", ("accept", "reject"), _PLAN, _plain("id", *_PLAN), _plan_draft, _plan_again),
    "S2": Sheet("search", ("accept", "reject"), _HIT, _hit_show, _hit_draft, _hit_again),
    "S4": Sheet("extract", ("accept", "reject"), _STATEMENT, _statement_show, _statement_draft, _statement_again),
    "S5": Sheet("resolve", ("merge", "apart"), _PAIR, _pair_show, _pair_draft, _pair_again),
    "S6": Sheet("grade", ("grade",), _GRADE, _grade_show, _grade_draft, _grade_again),
    "S8": Sheet("link", ("link", "reject"), (*_LINK, *_LINK_MORE), _link_show, _link_draft, _link_again),
    **{key: _judged(sheet) for key, sheet in JUDGED.items()},
}
"""Key of a worksheet, the step or `<step>-<name>` → its sheet."""
