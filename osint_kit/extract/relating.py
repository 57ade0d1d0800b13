"""Engine of the mappings: one row of a mapped document to statements about a relation and its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from osint_kit.errors import UnexpectedLayout
from osint_kit.extract.amounts import amount
from osint_kit.extract.finding import find
from osint_kit.extract.mapping import Field, Mapping, Relation, rows
from osint_kit.extract.mention import Mention
from osint_kit.knowledge.regions import Profile
from osint_kit.messages import _
from osint_kit.model import (
    KINDS,
    SELECTOR_KINDS,
    Document,
    Part,
    Statement,
    content_id,
    mention_subject,
    selector_subject,
)


def relate(
    document: Document, mapping: Mapping, *, observed: datetime, profiles: tuple[Profile, ...]
) -> Iterator[Statement]:
    """Statements of every relation that a document holds.

    Raises:
        UnexpectedLayout: a cell does not hold what the mapping says: no telephone number, no time.
    """
    for relation in mapping.relations:
        for number, parts in enumerate(rows(relation, document)):
            blank = [name for name, part in parts.items() if part.start == part.end]
            if not any(relation.fields[name].is_end for name in blank):
                yield from _relation(document, mapping, relation, parts, number, observed, profiles)


def _relation(  # noqa: PLR0917 - one call site
    document: Document,
    mapping: Mapping,
    relation: Relation,
    parts: dict[str, Part],
    number: int,
    observed: datetime,
    profiles: tuple[Profile, ...],
) -> Iterator[Statement]:
    fields = relation.fields
    key = [document.id, relation.schema] + ([number] if number else [])
    subject = content_id("relation", *key)
    happened = _happened(document, mapping, relation, parts)
    origin = f"mapping:{mapping.name.rpartition('/')[2]}"
    for name, part in parts.items():
        each = fields[name]
        text = document.text[part.start : part.end]
        plain = _statement(document, part, origin, happened, observed)
        if not text:
            continue
        plain = replace(plain, subject=subject, schema=relation.schema, property=name, kind=each.kind, original=text)
        if each.is_end:
            yield from _ends(document, plain, _end(each, text, profiles, where=f"{document.item}{part.locator}"))
        else:
            yield replace(plain, value=_literal(document, mapping, each, text))


def _ends(document: Document, plain: Statement, mention: Mention) -> Iterator[Statement]:
    """That the relation has this end, and what is said of the end itself."""
    start, end = plain.start + mention.start, plain.start + mention.end
    schema, prop = KINDS[plain.kind]
    selector = plain.kind in SELECTOR_KINDS
    owner = selector_subject(plain.kind, mention.value) if selector else mention_subject(document, start, end, schema)
    named = replace(plain, start=start, end=end, original=mention.text)
    yield replace(named, kind="entity", value=owner)
    yield replace(named, subject=owner, schema=schema, property=prop, value=mention.value)


def _statement(document: Document, part: Part, origin: str, happened: str, observed: datetime) -> Statement:
    return Statement(
        subject="", schema="", property="", kind="", value="", original="", document=document.id, start=part.start,
        end=part.end, language=document.language, origin=origin, score=1.0, happened=happened, observed=observed,
    )  # fmt: skip


def _end(each: Field, text: str, profiles: tuple[Profile, ...], *, where: str) -> Mention:
    if each.kind not in SELECTOR_KINDS:
        kept = text.strip()
        start = text.index(kept)
        return Mention(start, start + len(kept), each.kind, kept, " ".join(kept.split()), "", 1.0, "mapping")
    found = _selector(each.kind, text, profiles)
    if found is None:
        raise UnexpectedLayout.expected(_("a value of kind {kind}").format(kind=each.kind), found=text, where=where)
    return found


def _selector(kind: str, text: str, profiles: tuple[Profile, ...]) -> Mention | None:
    found = next((each for each in find(text, profiles=profiles) if each.kind == kind), None)
    if found or kind != "phone":
        return found
    digits = re.sub(r"\D", "", text)
    with_sign = next((each for each in find(f"+{digits}", profiles=profiles) if each.kind == kind), None)
    return replace(with_sign, start=0, end=len(text), text=text) if with_sign else None


def _literal(document: Document, mapping: Mapping, each: Field, text: str) -> str:
    if each.kind == "time":
        return _time(each, mapping, text, where=document.item)
    if each.kind == "money":
        part = document.part(each.currency_part) if each.currency_part else None
        currency = document.text[part.start : part.end].strip() if part else each.currency
        return f"{_amount(text, where=document.item)} {currency}".strip()
    return " ".join(text.split())


def _amount(text: str, *, where: str) -> str:
    found = amount(text)
    if found is None:
        raise UnexpectedLayout.expected(
            _("an amount like {example}").format(example="1500.50"), found=text, where=where
        )
    whole, _dot, cents = f"{found:f}".partition(".")
    return f"{whole}.{cents}" if cents.strip("0") else whole


def _time(each: Field, mapping: Mapping, text: str, *, where: str) -> str:
    try:
        parsed = datetime.strptime(text.strip(), each.format) if each.format else datetime.fromisoformat(text.strip())  # noqa: DTZ007 - the mapping names the zone
    except ValueError as error:
        raise UnexpectedLayout.expected(
            _("a time like {format}").format(format=each.format or "2031-01-31T12:00"), found=text, where=where
        ) from error
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=mapping.zone)).isoformat()


def _happened(document: Document, mapping: Mapping, relation: Relation, parts: dict[str, Part]) -> str:
    for name, each in relation.fields.items():
        if each.kind == "time" and name in parts:
            part = parts[name]
            if part.end > part.start:
                return _time(each, mapping, document.text[part.start : part.end], where=document.item)
    return document.published.isoformat() if document.published else ""
