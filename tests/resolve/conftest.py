"""Builders for the resolve step's tests."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from osint_kit.model import KINDS, Document, Part, Statement, mention_subject

WHEN = datetime(2031, 12, 1, tzinfo=UTC)
World = tuple[list[Statement], list[Document]]


@pytest.fixture(scope="session")
def items() -> Callable[..., World]:
    """Build items from lists of (kind, value): each item's text is its values, one a line."""

    def build(*held: Sequence[tuple[str, str]], author: str = "") -> World:
        statements, documents = [], []
        for number, mentions in enumerate(held):
            url = f"https://kanal.example/c/{number}"
            text = "\n".join([f"item {number}", *(value for _kind, value in mentions)])
            part = Part("text", "article", 0, len(text))
            document = Document(f"exhibit{number}", "html", text, "article", (part,), item=url, author=author)
            documents.append(document)
            start = len(f"item {number}") + 1
            for kind, value in mentions:
                statements.append(stated(document, kind, value, start))
                start += len(value) + 1
        return statements, documents

    return build


def stated(document: Document, kind: str, value: str, start: int) -> Statement:
    schema, prop = KINDS[kind]
    end = start + len(value)
    subject = mention_subject(document, start, end, schema)
    return Statement(subject, schema, prop, kind, value, value, document.id, start, end, "ru", "test", 1.0, "", WHEN)
