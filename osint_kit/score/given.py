"""The roles that a team gave, with the entities mapped to true ones."""

from __future__ import annotations

from dataclasses import dataclass

from osint_kit.score.evidence import cited, pointer
from osint_kit.score.people import NOBODY, carrying, entity, likeliest, named, roles_of, true_entities
from osint_kit.score.sheet import Sheet

STEP = "S10"
NO_PART = "NONE"
"""The role of somebody who has no part in it."""

SUSPECT, LOOK_ALIKE = "RO-", "LK-"
INNOCENT = ("PE-", LOOK_ALIKE)


@dataclass(frozen=True, slots=True)
class Given:
    """One role given; `valid` when words are cited from an item that says something of the entity."""

    truth: str
    role: str
    valid: bool
    pointer: str

    @property
    def place(self) -> tuple[str, str]:
        """Entity and role."""
        return self.truth, self.role


def given(sheet: Sheet) -> dict[tuple[str, str], Given]:
    """The roles given, each once; one with valid evidence before one without."""
    rows = [row for row in sheet.rows(STEP) if "role" in row.values]
    matched = true_entities(sheet.key, (entity(row) for row in rows))
    says = carrying(sheet.key)
    found: dict[tuple[str, str], Given] = {}
    for row in rows:
        truth = matched.get(named(row), NOBODY + named(row))
        valid = bool(cited(sheet, row) & says.get(truth, frozenset()))
        each = Given(truth, str(row.values["role"]), valid, pointer(row))
        if valid or each.place not in found:
            found[each.place] = each
    return found


def accused(sheet: Sheet) -> tuple[Given, ...]:
    """Suspect roles given to those who have none of them in truth, each person once, however the team split them."""
    true, found = roles_of(sheet.key), dict[str, Given]()
    for row in sheet.rows(STEP):
        role = str(row.values.get("role", ""))
        truth = likeliest(sheet.key, entity(row)) if role.startswith(SUSPECT) else ""
        if truth and role not in true.get(truth, ()):
            found.setdefault(truth, Given(truth, role, valid=False, pointer=pointer(row)))
    return tuple(found.values())
