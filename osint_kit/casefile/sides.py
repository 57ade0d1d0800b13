"""What a person needs to see of somebody before deciding who it is: names, contacts, items, days, the words around."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osint_kit.model import NAME_KINDS, SELECTOR_KINDS

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

_BREAK = re.compile(r"[\n.!?؟۔…]+\s*")
_REACH = 110
"""Most characters on either side of a mention, where the sentence is longer."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: where it stands, when it was said, and the words around it, the mention itself in brackets."""

    ref: str
    statement: str
    kind: str
    value: str
    original: str
    document: str
    item: str
    author: str
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """All that is said of one group of subjects.

    Attributes:
        ref: of the subject the question is about.
        names: every spelling, the most frequent first.
        contacts: telephones, accounts, handles, plates.
        first, last: the earliest and the latest day of its items; empty where none says.
        mentions: the one in question first, then names before contacts, by day.
    """

    ref: str
    caption: str
    names: tuple[str, ...]
    contacts: tuple[str, ...]
    items: tuple[str, ...]
    first: str
    last: str
    mentions: tuple[Mention, ...]


class Told:
    """The statements of a case by their subject."""

    def __init__(self, case: Case) -> None:
        """Sorts the rows once."""
        self.case = case
        self._rows: dict[str, list[Mapping[str, Any]]] = {}
        for row in case.statement_rows.values():
            if row["kind"] != "entity" and row["verdict"] != "reject":
                self._rows.setdefault(str(row["subject"]), []).append(row)

    def side(self, subject: str, group: Collection[str]) -> Side:
        """What is said of a group, the subject in question first."""
        listed = [*self._mentions([subject]), *self._mentions(sorted(set(group) - {subject}))]
        ref = self.case.ref_of(subject)
        found = tuple(sorted(listed, key=lambda each: (each.ref != ref, each.kind not in NAME_KINDS, each.day)))
        days = sorted(each.day for each in found if each.day)
        return Side(
            ref=ref,
            caption=self.case.caption(subject),
            names=_often(each.original for each in found if each.kind in NAME_KINDS),
            contacts=_often(each.value for each in found if each.kind in SELECTOR_KINDS),
            items=tuple(dict.fromkeys(each.item for each in found if each.item)),
            first=days[0] if days else "",
            last=days[-1] if days else "",
            mentions=found,
        )

    def _mentions(self, subjects: Iterable[str]) -> Iterator[Mention]:
        for subject in subjects:
            rows = [row for row in self._rows.get(subject, ()) if row["kind"] in NAME_KINDS | SELECTOR_KINDS]
            for row in sorted(rows, key=lambda each: (each["document"], each["start"])):
                yield self._mention(subject, row)

    def _mention(self, subject: str, row: Mapping[str, Any]) -> Mention:
        document = self.case.document(str(row["document"]))
        return Mention(
            ref=self.case.ref_of(subject),
            statement=str(row["ref"]),
            kind=str(row["kind"]),
            value=str(row["value"]),
            original=" ".join(str(row["original"]).split()),
            document=self.case.ref_of(document.id),
            item=document.item,
            author=document.author,
            day=(document.published.isoformat() if document.published else str(row["happened"]))[:10],
            words=sentence(document.text, int(row["start"]), int(row["end"])),
        )


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch, the stretch in brackets; of a long one what is near.

    >>> sentence("Салом. Пишите Карим Саидов, цена 900. До встречи", 14, 26)
    'Пишите [Карим Саидов], цена 900.'
    """
    low = max((each.end() for each in _BREAK.finditer(text, 0, start)), default=0)
    after = _BREAK.search(text, end)
    high = after.start() + 1 if after else len(text)
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    return " ".join(f"{text[low:start]}[{text[start:end]}]{text[end:high]}".split())


def _often(values: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))
