import pandas as pd
import pytest

from osint_kit.link.builders import builders
from osint_kit.link.facts import Facts
from osint_kit.model import DIRECTED, content_id, selector_subject
from osint_kit.model.tables import DOCUMENTS, ENTITIES, STATEMENTS

ENDS = {
    "Call": ("caller", "receiver"),
    "Payment": ("payer", "beneficiary"),
    "Directorship": ("director", "organization"),
    "Ownership": ("owner", "asset"),
}
KNOWN = frozenset({"ann", "bob", "firm"})


def facts() -> Facts:
    """Two persons and a firm who are linked in every way that a builder knows."""
    rows: list[dict[str, object]] = []

    def state(subject: str, schema: str, name: str, kind: str, value: str, *, document: str = "d1") -> None:
        row: dict[str, object] = {column.name: "" for column in STATEMENTS.columns}
        row |= {"id": f"s{len(rows)}", "subject": subject, "schema": schema, "property": name, "kind": kind}
        row |= {"value": value, "item": f"https://s.example/{document}", "document": document}
        rows.append(row | {"start": 0, "end": 1, "score": 1.0})

    for schema, (source, target) in ENDS.items():
        relation = content_id("relation", "d1", schema)
        state(relation, schema, source, "entity", "ann")
        state(relation, schema, target, "entity", "bob")
    for name in ("ann", "bob"):
        state(name, "Person", "name", "person", name)
    state("ann", "Person", "name", "person", "ann", document="d2")
    state("firm", "Organization", "name", "organization", "firm", document="d2")
    state(selector_subject("phone", "+2811"), "LegalEntity", "phone", "phone", "+2811")
    texts = {"d1": "Ann is looking for her brother Bob", "d2": "Ann drives for the firm"}
    blank = {column.name: "" for column in DOCUMENTS.columns}
    documents = [
        blank | {"id": name, "item": f"https://s.example/{name}", "text": text} for name, text in texts.items()
    ]
    return Facts(STATEMENTS.frame(rows), ENTITIES.frame(map(entity, KNOWN)), DOCUMENTS.frame(documents))


def entity(name: str) -> dict[str, object]:
    schema = "Organization" if name == "firm" else "Person"
    row: dict[str, object] = {"id": name, "ref": "", "schema": schema, "caption": name, "names": (name,)}
    return row | {"selectors": (), "subjects": (name,), "statements": (), "decided": False}


@pytest.mark.parametrize("name", builders)
def test_it_documents_itself(name: str) -> None:
    assert (builders[name].__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("name", builders)
def test_every_link_cites_statements_that_exist_and_two_different_ends(name: str) -> None:
    given = facts()
    known = set(given.statements["id"])
    found = list(builders[name](given))
    assert found
    for row in found:
        assert row.statements
        assert set(row.statements) <= known
        assert row.source != row.target
        assert {row.source, row.target} <= KNOWN
        assert 0 < row.score <= 1
        assert row.reason
        assert row.directed == (row.type in DIRECTED)


@pytest.mark.parametrize("name", builders)
def test_it_is_idempotent_and_leaves_its_input_alone(name: str) -> None:
    given = facts()
    before = given.statements.copy()
    assert list(builders[name](given)) == list(builders[name](given))
    pd.testing.assert_frame_equal(given.statements, before)


@pytest.mark.parametrize("name", builders)
def test_nothing_gives_nothing(name: str) -> None:
    empty = Facts(STATEMENTS.frame([]), ENTITIES.frame([]), DOCUMENTS.frame([]))
    assert list(builders[name](empty)) == []
