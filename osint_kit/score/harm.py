"""Harm done: protected persons taken for members of the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.messages import _
from osint_kit.model import Row
from osint_kit.score.given import accused
from osint_kit.score.key import AnswerKey
from osint_kit.score.links import drawn, place, undirected
from osint_kit.score.sheet import Sheet
from osint_kit.score.spans import mentions_of


@dataclass(frozen=True, slots=True)
class Harm:
    """One protected person who was accused: by name, why protected, what the team did, and where."""

    truth: str
    name: str
    why: str
    what: str
    pointer: str


def harms(sheet: Sheet) -> tuple[Harm, ...]:
    """List who was merged with a member, tied to one by an untrue link of a core type, or given a suspect role."""
    found = [*_merged(sheet), *_linked(sheet), *_accused(sheet)]
    return tuple(sorted(set(found), key=lambda harm: (harm.truth, harm.what, harm.pointer)))


def _merged(sheet: Sheet) -> Iterator[Harm]:
    protected = {each.truth: _(each.why) for each in sheet.key.protected}
    network, named = sheet.key.network - set(protected), set[str]()
    for row in sheet.rows("S5"):
        mentions = mentions_of(sheet.key, row.values.get("mentions"))
        if network.isdisjoint(each.truth for each in mentions):
            continue
        for mention in mentions:
            if mention.truth in protected and mention.truth not in named:
                named.add(mention.truth)
                what = _("merged with a member of the network as {caption}").format(caption=_caption(row))
                pointer = f"{mention.item}#char={mention.start},{mention.end}"
                yield _harm(sheet.key, mention.truth, protected[mention.truth], what, pointer)


def _linked(sheet: Sheet) -> Iterator[Harm]:
    protected = {each.truth: _(each.why) for each in sheet.key.protected}
    either_way = undirected(sheet.key)
    true = {
        place(each.type, each.source, each.target, directed=each.type not in either_way) for each in sheet.key.links
    }
    network = sheet.key.network - set(protected)
    accusing = {each.type for each in sheet.key.links if each.tier == "core"}
    for where, link in drawn(sheet).items():
        kind, *ends = where
        if kind in accusing and where not in true and network & set(ends):
            for end in set(ends) & set(protected):
                what = _("tied to a member of the network by {type}").format(type=kind)
                yield _harm(sheet.key, end, protected[end], what, link.pointer)


def _accused(sheet: Sheet) -> Iterator[Harm]:
    protected = {each.truth: _(each.why) for each in sheet.key.protected}
    for each in accused(sheet):
        if each.truth in protected:
            what = _("given the role {role}").format(role=each.role)
            yield _harm(sheet.key, each.truth, protected[each.truth], what, each.pointer)


def _harm(key: AnswerKey, truth: str, why: str, what: str, pointer: str) -> Harm:
    name = next((alias.form for alias in key.aliases if alias.truth == truth), truth)
    return Harm(truth, name, why, what, pointer)


def _caption(row: Row) -> str:
    return str(row.values.get("caption", ""))
