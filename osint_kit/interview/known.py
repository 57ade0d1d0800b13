"""What is known of the person to be heard, gathered once for all that look for gaps."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

TRAVELLERS = ("PE-MIG", "PE-VIC")
DECIDED = 1.0
"""Score of a role that the team decided; a proposal's is below."""
FIRMS = frozenset({"Organization", "Company"})
"""Schemas of what cannot be heard, whatever role it was given."""


@dataclass(frozen=True, slots=True)
class Known:
    """The frames, and the person they are asked about.

    Attributes:
        person: canonical entity id, empty if no role names a traveller.
        own: statements about the person, and those in the same items: frame STATEMENTS.
        ties: links of the person: frame LINKS.
        contacts: entity at the other end of a tie → frame row of ENTITIES as a mapping.
        languages: of the statements about the person.
    """

    person: str
    label: str
    role: str
    own: pd.DataFrame
    ties: pd.DataFrame
    contacts: dict[str, dict[str, object]]
    languages: tuple[str, ...]
    roles: dict[str, str]
    items: dict[str, str]
    elements: pd.DataFrame


def known(
    entities: pd.DataFrame,
    roles: pd.DataFrame,
    links: pd.DataFrame,
    statements: pd.DataFrame,
    elements: pd.DataFrame,
) -> Known:
    """Choose the traveller about whom most is stated, by id among equals, and gather what is known."""
    valid = statements[statements["verdict"] != "reject"]
    persons = entities[~entities["schema"].isin(FIRMS)]
    bearing = dict(zip(persons["id"], persons["statements"], strict=True))
    chosen = _chosen(roles, bearing, frozenset(valid["id"]))
    person, label, role, said = chosen or ("", "", "", frozenset())
    about = valid[valid["id"].isin(said)]
    near = valid["item"].isin(set(about["item"]) - {""}) | valid["document"].isin(set(about["document"]) - {""})
    ties = links[links["source"].eq(person) | links["target"].eq(person)] if person else links.iloc[:0]
    others = {str(each) for name in ("source", "target") for each in ties[name]} - {person}
    rows = entities[entities["id"].isin(others)].to_dict("records")
    return Known(
        person=person,
        label=label,
        role=role,
        own=valid[near | valid["id"].isin(said)],
        ties=ties,
        contacts={str(row["id"]): {str(name): value for name, value in row.items()} for row in rows},
        languages=tuple(sorted(set(about["language"]) - {""})),
        roles=dict(zip(roles["entity"], roles["role"], strict=True)),
        items=dict(zip(valid["id"], valid["item"].where(valid["item"].ne(""), valid["document"]), strict=True)),
        elements=elements,
    )


def _chosen(
    roles: pd.DataFrame, bearing: dict[str, tuple[str, ...]], valid: frozenset[str]
) -> tuple[str, str, str, frozenset[str]] | None:
    """Those whom the team named travellers come first, then those about whom most is stated."""
    columns = (roles[name].tolist() for name in ("entity", "label", "role", "statements", "score"))
    found = [
        (score < DECIDED, (entity, label, role, (frozenset(said) | frozenset(bearing[entity])) & valid))
        for entity, label, role, said, score in zip(*columns, strict=True)
        if role in TRAVELLERS and entity in bearing
    ]
    return min(found, key=lambda each: (each[0], -len(each[1][3]), each[1][0]))[1] if found else None
