"""Items as the grader sees them: one per address, with what each states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import pandas as pd

from osint_kit.knowledge.names import bones, tokens
from osint_kit.knowledge.vocabulary import concepts
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS

CLAIM_KINDS = SELECTOR_KINDS | NAME_KINDS | {"money", "date"}

Claim = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `claims` are the kinds and values it states, without its author's own handle.

    `topics` are the concepts of the vocabulary that it speaks of, everyday words left out.
    Beside each name stands a claim of the kind `name`, under which its spellings in all scripts meet.
    """

    item: str
    document: str
    author: str
    published: str
    text: str
    claims: frozenset[Claim]
    topics: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """Who answers for it: the author, else the site; what is said in a file without an author, the file."""
        if self.author:
            return self.author
        return self.item.partition("#")[0] if "#" in self.item else urlsplit(self.item).hostname or ""

    @property
    def selectors(self) -> frozenset[Claim]:
        """The claims that point at one holder."""
        return frozenset(claim for claim in self.claims if claim[0] in SELECTOR_KINDS)

    @property
    def names(self) -> frozenset[Claim]:
        """The persons and organisations it names, whatever the script."""
        return frozenset(claim for claim in self.claims if claim[0] == "name")


def items_of(documents: pd.DataFrame, statements: pd.DataFrame) -> tuple[Item, ...]:
    """Gather the items that the documents show; rows of tables and the rest of a page are not items."""
    claims = _claims(statements)
    shown: dict[str, list[dict[str, str]]] = {}
    for row in _rows(documents):
        if row["item"] and "#row=" not in row["item"]:
            shown.setdefault(row["item"], []).append(row)
    return tuple(_item(item, rows, claims) for item, rows in sorted(shown.items()))


def _item(item: str, rows: list[dict[str, str]], claims: dict[str, set[Claim]]) -> Item:
    first = min(rows, key=lambda row: (len(row["text"]), row["id"]))
    author = next((row["author"] for row in rows if row["author"]), "")
    stated = set().union(*(claims.get(row["id"], set()) for row in rows)) - {("handle", author.lower())}
    published = next((row["published"] for row in rows if row["published"]), "")
    spoken = frozenset(concept for concept, weight in concepts(first["text"]).items() if weight > 1)
    return Item(item, first["id"], author, published, first["text"], frozenset(stated), spoken)


def _claims(statements: pd.DataFrame) -> dict[str, set[Claim]]:
    found: dict[str, set[Claim]] = {}
    if statements.empty:
        return found
    useful = statements[statements["kind"].isin(CLAIM_KINDS) & (statements["verdict"] != "reject")]
    for document, kind, value in _columns(useful, "document", "kind", "value"):
        found.setdefault(document, set()).add((kind, value.casefold() if kind in NAME_KINDS else value))
        if kind in NAME_KINDS:
            found[document].add(("name", _in_any_script(kind, value)))
    return found


@lru_cache(maxsize=65536)
def _in_any_script(kind: str, name: str) -> str:
    """The consonants of a person's words; of an organisation's, those of the word that tells it from others."""
    if kind == "person":
        return " ".join(sorted(bones(word) for word in tokens(name)))
    quoted = re.search(r"[«\"“„](.+)[»\"”“]", name)
    words = [word for each in tokens(quoted.group(1) if quoted else name) for word in each.split("-")]
    return bones(words[0]) if words else ""


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, str]]:
    names = ["id", "item", "author", "published", "text"]
    for values in _columns(frame, *names):
        yield dict(zip(names, values, strict=True))


def _columns(frame: pd.DataFrame, *names: str) -> Iterable[tuple[str, ...]]:
    return zip(*(frame[name].tolist() for name in names), strict=True)
