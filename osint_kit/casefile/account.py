"""How an entity came about: its mentions, who joined them when and why, what connects them, what was kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from osint_kit.casefile import refs
from osint_kit.casefile.sides import Mention, Side, Told
from osint_kit.errors import MissingInput
from osint_kit.messages import _
from osint_kit.model import MACHINE, Action, Decision
from osint_kit.resolve.clusters import separated
from osint_kit.resolve.explaining import border, chain
from osint_kit.resolve.pair import Pair

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

STEP = "S5"


@dataclass(frozen=True, slots=True)
class Act:
    """One decision: who joined or separated what, when and why.

    Attributes:
        inside, outside: references of its targets within the entity and elsewhere; elsewhere with what they are called.
    """

    ref: str
    action: str
    author: str
    when: str
    because: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One candidate pair: two references, what they are called, how strong, why."""

    left: str
    left_text: str
    right: str
    right_text: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """All that is known of how one entity came about.

    Attributes:
        side: its mentions, spellings, contacts.
        acts: decisions in force that joined its subjects, oldest first, the machine's among them.
        bonds: the fewest and strongest pairs that connect its subjects, strongest first.
        apart: decisions in force that keep something away from it.
        near: the strongest pair with each other entity that it may also be, where no person decided; strongest first.
    """

    ref: str
    id: str
    caption: str
    schema: str
    side: Side
    acts: tuple[Act, ...]
    bonds: tuple[Bond, ...]
    apart: tuple[Act, ...]
    near: tuple[Bond, ...]


def account(case: Case, reference: str, pairs: pd.DataFrame | None = None) -> Account:
    """How the entity came about that a reference names: P7, or a statement S340 that mentions it.

    Args:
        pairs: frame PAIRS in place of the case's own: an empty one where the machine may not propose.

    Raises:
        MissingInput: the reference leads to nothing, or to nothing that is resolved.
    """
    entity = _entity(case, reference)
    subjects = frozenset(str(each) for each in entity["subjects"])
    proposed = case.pairs if pairs is None else pairs
    decisions = case.ledger.of_step(STEP)
    away = _away(case, subjects)
    return Account(
        ref=str(entity["ref"]),
        id=str(entity["id"]),
        caption=str(entity["caption"]),
        schema=str(entity["schema"]),
        side=Told(case).side(min(subjects, key=lambda each: refs.rank(case.ref_of(each))), subjects),
        acts=tuple(_act(case, each, subjects, ()) for each in decisions if _joins(each, subjects)),
        bonds=tuple(_bond(case, each, subjects) for each in chain(proposed, subjects)),
        apart=tuple(_act(case, each, subjects, away) for each in decisions if _separates(each, subjects, away)),
        near=tuple(_bond(case, each, subjects) for each in _near(case, proposed, subjects, away)),
    )


def _entity(case: Case, reference: str) -> Mapping[str, Any]:
    name = case.id_of(reference)
    row = case.statement_rows.get(name)
    canonical = case.entity_of(str(row["subject"]) if row else name)
    held = case.entities[case.entities["id"] == canonical].to_dict("records")
    if not held:
        what = _("a person or other entity, as P7, or a statement that names one, as S340")
        raise MissingInput.expected(what, found=reference, where="--why")
    return {str(key): value for key, value in held[0].items()}


def _away(case: Case, subjects: Collection[str]) -> frozenset[str]:
    """What people keep away from these subjects."""
    apart = separated(case.ledger)
    return frozenset(other for each in subjects for other in apart.get(each, ())) - frozenset(subjects)


def _joins(decision: Decision, subjects: Collection[str]) -> bool:
    """Whether it put subjects of this entity together."""
    inside = set(decision.targets) & set(subjects)
    whole = decision.action is Action.SPLIT and inside == set(decision.targets)
    return len(inside) > 1 and (decision.action is Action.MERGE or whole)


def _separates(decision: Decision, subjects: Collection[str], away: Collection[str]) -> bool:
    """Whether it keeps something outside: what it kept apart from one of these, or split off from them."""
    targets = set(decision.targets)
    if decision.action is Action.APART:
        return bool(targets & set(subjects)) and bool(targets & set(away))
    return decision.action is Action.SPLIT and bool(away) and bool(targets & (set(subjects) | set(away)))


def _act(case: Case, decision: Decision, subjects: Collection[str], away: Iterable[str]) -> Act:
    inside = [each for each in decision.targets if each in subjects]
    outside = [each for each in decision.targets if each not in subjects] or sorted(away)
    return Act(
        ref=case.ref_of(decision.id),
        action=decision.action.value,
        author=decision.author,
        when=decision.at.isoformat(timespec="minutes"),
        because=decision.because,
        inside=tuple(case.ref_of(each) for each in inside),
        outside=tuple(f"{case.ref_of(each)} {case.caption(each)}".strip() for each in outside),
    )


def _bond(case: Case, pair: Pair, subjects: Collection[str]) -> Bond:
    """A pair with its inner end first."""
    one, other = (pair.left, pair.right) if pair.left in subjects else (pair.right, pair.left)
    left, right = ((case.ref_of(each), case.caption(each)) for each in (one, other))
    return Bond(*left, *right, pair.score, pair.reason)


def _near(case: Case, pairs: pd.DataFrame, subjects: frozenset[str], away: Collection[str]) -> Iterator[Pair]:
    """Pairs across the border, save with those that people keep away."""
    held = dict(zip(case.entities["id"].tolist(), case.entities["subjects"].tolist(), strict=True))
    entity_of = {str(subject): str(name) for name, group in held.items() for subject in group}
    settled = {entity_of.get(each, each) for each in away}
    for pair in border(pairs, subjects, entity_of):
        outside = pair.right if pair.left in subjects else pair.left
        if entity_of.get(outside, outside) not in settled:
            yield pair


def lines(told: Account, most: int = 12) -> Iterator[str]:
    """The account in plain sentences, `most` lines a section."""
    yield _head(told)
    yield from _section(_("Mentions:"), [_mentioned(each) for each in told.side.mentions], most)
    if told.acts:
        yield from _section(_("Who joined them, when and why:"), [_joined(each) for each in told.acts], most)
    else:
        yield _("Nobody has joined it to anything.")
    yield from _section(_("What connects them, strongest first (1 is certain):"), [_tied(e) for e in told.bonds], most)
    yield from _section(_("Kept apart from it by decision:"), [_kept(each) for each in told.apart], most)
    yield from _section(_("Who else it may be; no person has decided:"), [_tied(each) for each in told.near], most)


def _section(heading: str, said: list[str], most: int) -> Iterator[str]:
    if said:
        yield heading
    yield from (f"  {each}" for each in said[:most])
    if len(said) > most:
        yield "  " + _("… and {count} more; --json shows them all").format(count=len(said) - most)


def _head(told: Account) -> str:
    side = told.side
    said = _("{ref} {caption}: {count} mentions in {items} items").format(
        ref=told.ref, caption=told.caption, count=len(side.mentions), items=len(side.items)
    )
    parts = [
        _("spelt {names}").format(names=" | ".join(side.names)) if side.names else "",
        _("reached by {contacts}").format(contacts=", ".join(side.contacts)) if side.contacts else "",
        _("from {first} to {last}").format(first=side.first, last=side.last) if side.first else "",
    ]
    return "; ".join([said, *filter(None, parts)])


def _mentioned(mention: Mention) -> str:
    where = ", ".join(filter(None, (mention.document, mention.day, mention.author)))
    return f"{mention.ref} ({where}): {mention.words}"


def _joined(act: Act) -> str:
    author = _("the machine") if act.author == MACHINE else act.author
    text = _("{ref}: {author} joined {refs} at {at}, because {because}")
    return text.format(ref=act.ref, author=author, refs=", ".join(act.inside), at=act.when, because=act.because)


def _kept(act: Act) -> str:
    text = _("{ref}: {author} kept away {others} at {at}, because {because}")
    others = ", ".join(act.outside)
    return text.format(ref=act.ref, author=act.author, others=others, at=act.when, because=act.because)


def _tied(bond: Bond) -> str:
    ends = f"{bond.left} {bond.left_text} + {bond.right} {bond.right_text}"
    return f"{bond.score:.2f}  {ends}: {bond.reason}"
