"""The subjects to be resolved: one row per subject, with what it is called and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from osint_kit.knowledge.holding import doubted, introduces
from osint_kit.knowledge.names import compare, is_given, is_surname, key, lexicon, root, tokens
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS, Document, Statement

MATCHABLE = NAME_KINDS | SELECTOR_KINDS
_DIFFERENT = 0.6
_ALIGNED = 0.8
"""Weight of a word that two names share, from which the shorter name may be short for the longer."""
_LENT = frozenset({"phone", "handle", "email"})
"""Kinds that go from one holder to the next, or that several use."""
_FORMS = re.compile(
    r"(?i)(?<!\w)(?:ҶДММ|КВД|ООО|ОАО|ЗАО|ПАО|АО|ЧП|ИП|ТОО|МЧЖ|LLC|Ltd|Limited|Inc|Co|JSC|GmbH|MChJ|LLP|Corp|شرکت|لمیتد)(?!\w)\.?|[«»\"“”„',.]"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """One mention of a name or selector, or one selector of the structured files.

    Attributes:
        told: whether the item's own text says it; a handle above the text only signs it, and who signs a post is seldom
            whom it names.
        author: who signed the item.
        doubt: what the text says of a number's holder: `changed`, `shared`, or nothing.
        speaks: whether somebody says with the name who he is himself.
    """

    id: str
    kind: str
    value: str
    item: str
    document: str
    start: int
    end: int
    origin: str
    told: bool = True
    author: str = ""
    doubt: str = ""
    speaks: bool = False


def subjects(statements: Iterable[Statement], documents: Mapping[str, Document]) -> tuple[Subject, ...]:
    """The matchable subjects in the order of their ids; of several statements on one, the first in that order.

    Args:
        documents: document id → document.
    """
    found: dict[str, Subject] = {}
    for each in sorted(statements, key=lambda one: (one.subject, one.document, one.start, one.id)):
        if each.kind in MATCHABLE and each.subject not in found:
            found[each.subject] = _subject(each, documents.get(each.document))
    return tuple(found.values())


def _subject(each: Statement, document: Document | None) -> Subject:
    item, author = (document.item, document.author) if document else (each.document, "")
    found = Subject(
        each.subject, each.kind, each.value, item, each.document, each.start, each.end, each.origin, author=author
    )
    part = document.part("text") if document and document.item else None
    if document is None or part is None:
        return found
    told = part.start <= each.start < part.end
    text, start, end = document.text[part.start : part.end], each.start - part.start, each.end - part.start
    return replace(
        found,
        told=told,
        doubt=doubted(text, start, end) if told and each.kind in _LENT else "",
        speaks=told and each.kind == "person" and introduces(text, start, end),
    )


def is_full(name: str) -> bool:
    """Whether a name has two words or more."""
    return len(tokens(name)) > 1


@lru_cache(maxsize=131072)
def different(left: str, right: str) -> bool:
    """Whether two person names clearly name two persons; a nickname beside a full name says nothing about it.

    >>> different("Карим Саидов", "Мадина Олимова"), different("К. Саидов", "Карим Саидов")
    (True, False)
    >>> different("Карим", "Карим Саидов"), different("Далер", "Карим Саидов"), different("Паланг", "Карим Саидов")
    (False, True, False)
    """
    if left == right:
        return False
    if is_full(left) and is_full(right):
        return not compare(left, right).same
    if is_full(left) == is_full(right):
        return compare(left, right).score < _DIFFERENT
    word = right if is_full(left) else left
    return is_telling(word) and not alike(left, right)


@lru_cache(maxsize=131072)
def alike(left: str, right: str) -> bool:
    """Whether two person names may be one: two full ones, or a word of the one alone.

    >>> alike("Карим", "Karim Saidov"), alike("Паланг", "Karim Saidov")
    (True, False)
    """
    if left == right:
        return True
    compared = compare(left, right)
    if is_full(left) == is_full(right):
        return compared.same
    return any(row.left and row.right and row.weight >= _ALIGNED for row in compared.rows)


@lru_cache(maxsize=65536)
def is_telling(name: str) -> bool:
    """Whether a name is more than a nickname, or than a word taken for one: full, or a known name.

    >>> is_telling("Карим Саидов"), is_telling("Карим"), is_telling("Паланг")
    (True, True, False)
    """
    return is_full(name) or any(is_given(word) or lexicon.is_given(word) or is_surname(word) for word in tokens(name))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Key of a person's name under which its spellings of one script meet, whatever the order and the endings.

    >>> name_key("Карим Саидов") == name_key("Saidzoda Karim")
    True
    """
    return " ".join(sorted(key(root(word)) for word in tokens(name) if not word.endswith(".")))


@lru_cache(maxsize=65536)
def firm(name: str) -> str:
    """Key of an organisation's name without its legal form and quotes.

    >>> firm("ООО «Рохи Сафар»") == firm("Rohi Safar LLC")
    True
    """
    return " ".join(key(word) for word in tokens(_FORMS.sub(" ", name)))
