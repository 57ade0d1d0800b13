"""A plan as rows of a worksheet, and back: `from_rows(rows(plan)) == plan`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import CollectionPlan, Preparation, Requirement, Task, content_id

COLUMNS = (
    "id", "section", "text", "element", "sources", "terms", "source", "kind", "targets", "excluded", "page_limit"
)  # fmt: skip
SECTIONS = ("authority", "requirement", "task", "preparation", "exclusion")
SEPARATOR = "; "


def rows(plan: CollectionPlan) -> list[dict[str, str]]:
    """One row an element of the plan; every value a text, several in one cell separated by `;`."""
    return [
        _row("authority", content_id("authority", plan.authority), text=plan.authority),
        *(
            _row("requirement", each.id, text=each.question, element=each.element, sources=_join(each.sources))
            for each in plan.requirements
        ),
        *(_task_row(each) for each in plan.tasks),
        *(_row("preparation", each.id, text=each.text, element=each.id) for each in plan.preparations),
        *(_row("exclusion", content_id("exclusion", each), text=each) for each in plan.excluded),
    ]


def from_rows(given: Iterable[Mapping[str, str]]) -> CollectionPlan:
    """Read a plan from rows in any order; a missing cell is an empty one.

    Raises:
        MissingInput: there is no row, or one of a section that a plan does not have.
    """
    sections: dict[str, list[Mapping[str, str]]] = {name: [] for name in SECTIONS}
    for number, row in enumerate(given, 1):
        section = row.get("section", "").strip()
        if section not in sections:
            where = _("row {number}").format(number=number)
            raise MissingInput.expected(
                _("a section of {known}").format(known=", ".join(SECTIONS)), found=section or _("nothing"), where=where
            )
        sections[section].append(row)
    if not any(sections.values()):
        raise MissingInput.expected(_("a plan with at least one row"), found=_("none"), where=_("the plan"))
    return CollectionPlan(
        authority="\n".join(row.get("text", "") for row in sections["authority"]),
        requirements=tuple(map(_requirement, sections["requirement"])),
        tasks=tuple(map(_task, sections["task"])),
        preparations=tuple(map(_preparation, sections["preparation"])),
        excluded=tuple(row.get("text", "") for row in sections["exclusion"]),
    )


def _row(section: str, name: str, **cells: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"id": name, "section": section} | cells


def _task_row(task: Task) -> dict[str, str]:
    lists = {key: _join(getattr(task, key)) for key in ("terms", "targets", "excluded")}
    text = _("Ask {source} for {count} terms").format(source=task.source, count=len(task.terms))
    limit = str(task.page_limit)
    return _row("task", task.id, text=text, source=task.source, kind=task.kind, page_limit=limit, **lists)


def _requirement(row: Mapping[str, str]) -> Requirement:
    return Requirement(row.get("text", ""), row.get("element", "").strip(), _split(row.get("sources", "")))


def _task(row: Mapping[str, str]) -> Task:
    limit = row.get("page_limit", "").strip() or "50"
    if not (limit.isascii() and limit.isdigit()):
        raise MissingInput.expected(_("a page limit in digits"), found=limit, where=row.get("source", ""))
    return Task(
        source=row.get("source", "").strip(),
        kind=row.get("kind", "").strip(),
        terms=_split(row.get("terms", "")),
        targets=_split(row.get("targets", "")),
        excluded=_split(row.get("excluded", "")),
        page_limit=int(limit),
    )


def _preparation(row: Mapping[str, str]) -> Preparation:
    return Preparation(row.get("element", "").strip() or row.get("id", "").strip(), row.get("text", ""))


def _join(values: Iterable[str]) -> str:
    return SEPARATOR.join(values)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
