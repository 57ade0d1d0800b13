"""What leaves a case: entities and links, with everybody withheld whom no decision names as a suspect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from osint_kit.errors import MarkingViolation
from osint_kit.knowledge import doctrine
from osint_kit.messages import _

SUSPECT = "RO-"
DECIDED = 1.0
"""Score of a role that somebody decided: a proposal names nobody to the outside."""

OPEN = "TLP:CLEAR"


@dataclass(frozen=True, slots=True)
class Party:
    """One entity as it leaves: a withheld one has a pseudonym for id and label, no names, no selectors, no role.

    Attributes:
        selectors: `kind:value`.
        need: why it is named although it has no suspect role; empty otherwise.
    """

    id: str
    schema: str
    label: str
    withheld: bool
    names: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()
    role: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One link as it leaves. `statements` are short references, which tell nobody outside anything."""

    id: str
    type: str
    source: str
    target: str
    directed: bool
    first: str
    last: str
    count: int
    amount: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Parties and ties under one marking and watermark; every product of it carries both."""

    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    marking: str
    watermark: str

    def legend(self) -> str:
        """Marking and watermark in one line."""
        return f"{self.marking}. {self.watermark}"


def outgoing(
    entities: pd.DataFrame,
    links: pd.DataFrame,
    statements: pd.DataFrame,
    roles: pd.DataFrame,
    *,
    disclose: Mapping[str, str],
    marking: str,
    watermark: str,
) -> Outgoing:
    """Make the case fit to leave.

    Args:
        roles: decided rows; who has no suspect role there is withheld.
        disclose: entity id → the need to name it all the same.
        marking: a label of TLP 2.0.

    Raises:
        MarkingViolation: somebody would be named without a stated need, or the marking is none or forbids names.
    """
    role = suspects(roles)
    named = {**dict.fromkeys(role, ""), **_needs(disclose, entities)}
    rows = entities.to_dict("records")
    label = checked_marking(marking)
    if label == OPEN and named:
        raise MarkingViolation.expected(_("a marking that keeps names in"), found=label, where="marking")
    alias = pseudonyms(entities, links, frozenset(named))
    secret = _Secret.of([row for row in rows if row["id"] not in named], alias)
    parties = [_party(row, alias, role, named, secret) for row in rows]
    held = {row["id"] for row in rows}
    parties += [Party(name, "LegalEntity", name, withheld=True) for end, name in alias.items() if end not in held]
    refs = dict(zip(statements["id"].tolist(), statements["ref"].tolist(), strict=True))
    ties = tuple(_ties(links, alias, refs))
    return Outgoing(tuple(parties), ties, label, watermark or _("training material"))


def suspects(roles: pd.DataFrame) -> dict[str, str]:
    """Entity → suspect role, where a decision says so."""
    rows = roles[roles["role"].str.startswith(SUSPECT) & (roles["score"] >= DECIDED)] if len(roles) else roles
    return dict(zip(rows["entity"].tolist(), rows["role"].tolist(), strict=True))


def markings() -> dict[str, str]:
    """Every way to write a label of TLP 2.0 → the label."""
    records = [each for each in doctrine.load("TLP") if each.label.startswith("TLP:")]
    return {name: each.label for each in records for name in (each.id, each.label)}


def checked_marking(marking: str) -> str:
    """The label of TLP 2.0 that a marking names.

    Raises:
        MarkingViolation: it is none.
    """
    known = markings()
    if marking not in known:
        what = _("one of {known}").format(known=", ".join(dict.fromkeys(known.values())))
        raise MarkingViolation.expected(what, found=repr(marking), where="marking")
    return known[marking]


def _needs(disclose: Mapping[str, str], entities: pd.DataFrame) -> dict[str, str]:
    known = set(entities["id"])
    for entity, need in disclose.items():
        if entity not in known:
            raise MarkingViolation.expected(_("an entity of the case"), found=entity, where="disclose")
        if not need.strip():
            raise MarkingViolation.expected(_("the need to name it"), found=_("none"), where=entity)
    return {entity: " ".join(need.split()) for entity, need in disclose.items()}


def pseudonyms(entities: pd.DataFrame, links: pd.DataFrame, named: frozenset[str]) -> dict[str, str]:
    """Every end → what stands for it outside: its id if it may be named, else a pseudonym.

    A pseudonym follows the short reference, which a case never gives twice: the same in every product of the case,
    and, unlike an id, not computed from anything that could be guessed.
    """
    alias = {
        entity: entity if entity in named else f"W{ref.lstrip('P')}"
        for entity, ref in zip(entities["id"].tolist(), entities["ref"].tolist(), strict=True)
        if entity in named or ref
    }
    ends = sorted({*entities["id"], *links["source"], *links["target"]} - alias.keys())
    return {**alias, **{end: f"WX{number}" for number, end in enumerate(ends, 1)}}


@dataclass(frozen=True, slots=True)
class _Secret:
    """Names and selectors of those withheld, and how to take them out of a text.

    Attributes:
        inside: takes the whole names of those withheld out of a longer name; a namesake keeps his own.
    """

    selectors: frozenset[str]
    replace: Callable[[str], str]
    inside: Callable[[str], str]

    @classmethod
    def of(cls, rows: Sequence[Mapping[object, object]], alias: Mapping[str, str]) -> _Secret:
        words: dict[str, str] = {}
        selectors: set[str] = set()
        for row in rows:
            for name in _strings(row["names"]):
                words.setdefault(name.casefold(), alias[str(row["id"])])
            for selector in _strings(row["selectors"]):
                selectors.add(selector)
                words.setdefault(selector.partition(":")[2].casefold(), alias[str(row["id"])])
        whole = {name: each for name, each in words.items() if len(name.split()) > 1}
        hidden = replacer(whole)
        return cls(
            frozenset(selectors), replacer(words), lambda name: name if name.casefold() in whole else hidden(name)
        )


def replacer(words: Mapping[str, str]) -> Callable[[str], str]:
    """A function that puts pseudonyms in the place of words; the longest first, in any case of letters.

    >>> replacer({"ann": "W1"})("ANN, not Annette")
    'W1, not Annette'
    """
    if not words:
        return lambda text: text
    ordered = sorted((each for each in words if each), key=lambda each: (-len(each), each))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: words.get(found.group().casefold(), "W"), text)


def _party(
    row: Mapping[object, object],
    alias: Mapping[str, str],
    role: Mapping[str, str],
    named: Mapping[str, str],
    secret: _Secret,
) -> Party:
    """A number that a withheld person shares stays out, whoever else uses it."""
    entity, schema = str(row["id"]), str(row["schema"])
    if entity not in named:
        return Party(alias[entity], schema, alias[entity], withheld=True)
    selectors = tuple(each for each in _strings(row["selectors"]) if each not in secret.selectors)
    names = tuple(map(secret.inside, _strings(row["names"])))
    label = next(iter([*names, *(each.partition(":")[2] for each in selectors)]), str(row["ref"]) or entity[:8])
    caption = secret.inside(str(row["caption"]))
    shown = caption if caption in names else label
    need = secret.replace(named[entity])
    told = {"names": names, "selectors": selectors}
    return Party(entity, schema, shown, withheld=False, role=role.get(entity, ""), need=need, **told)


def _ties(links: pd.DataFrame, alias: Mapping[str, str], refs: Mapping[str, str]) -> Iterator[Tie]:
    for number, row in enumerate(links.to_dict("records"), 1):
        yield Tie(
            id=row["ref"] or f"LX{number}",
            type=row["type"],
            source=alias[row["source"]],
            target=alias[row["target"]],
            directed=bool(row["directed"]),
            first=row["first"],
            last=row["last"],
            count=int(row["count"]),
            amount=row["amount"],
            statements=tuple(filter(None, (refs.get(each, "") for each in row["statements"])))[:12],
        )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else ()
