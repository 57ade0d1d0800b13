"""Candidate pairs with weights and reasons.

A likeness of names alone stays below the threshold, for namesakes exist; a shared selector, an author or a repeated
company in both items lifts it, and barely so that only one person of that name has a contact here. Pairs that would
put two different persons together are lowered and say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, combinations_with_replacement, pairwise, product

import pandas as pd

from osint_kit.knowledge.names import bones, compare, compare_organizations, is_arabic, root, skeleton, tokens
from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS, Document, Statement
from osint_kit.model.tables import PAIRS
from osint_kit.resolve.clusters import THRESHOLD, Joiner
from osint_kit.resolve.contacts import inside_items, official_selectors, signed
from osint_kit.resolve.holders import raise_only_holders
from osint_kit.resolve.pair import Pair
from osint_kit.resolve.shared import same_selector
from osint_kit.resolve.subjects import Subject, firm, is_full, name_key, subjects

_LARGEST_BLOCK = 400
_LOOK_BACK = 30


def propose(statements: Iterable[Statement], documents: Iterable[Document]) -> pd.DataFrame:
    """Propose which subjects are one person, firm, account or vehicle."""
    listed, read = list(statements), {document.id: document for document in documents}
    everyone = subjects(listed, read)
    by_item = _by_item(everyone)
    context = _Context(read, everyone)
    related = {each.document for each in listed if each.kind == "entity"}
    found = [
        *_copies(everyone, read),
        *inside_items(by_item, related),
        *signed(by_item),
        *same_selector(everyone, by_item, official_selectors(by_item, related)),
        *_same_firm(everyone),
        *_same_name(everyone, context),
    ]
    best: dict[tuple[str, str], Pair] = {}
    for pair in sorted(found, key=lambda each: (each.score, each.rule, each.reason)):
        if pair.left != pair.right:
            best[pair.left, pair.right] = pair
    joiner = partial(
        Joiner,
        {each.id: each.value for each in everyone if each.kind == "person"},
        firms=frozenset(each.id for each in everyone if each.kind == "organization"),
    )
    raised = raise_only_holders(best.values(), everyone, joiner())
    kept = _constrained(raised, joiner())
    return PAIRS.frame(
        {"left": each.left, "right": each.right, "score": each.score, "rule": each.rule, "reason": each.reason}
        for each in sorted(kept, key=lambda each: (-each.score, each.left, each.right))
    )


class _Context:
    """What two mentions may share beside their names."""

    def __init__(self, documents: Mapping[str, Document], everyone: Sequence[Subject]) -> None:
        self.authors = {name: document.author for name, document in documents.items()}
        self.marks: dict[str, set[str]] = defaultdict(set)
        for each in everyone:
            if each.kind in SELECTOR_KINDS and each.told:
                self.marks[each.item].add(f"{each.kind}:{each.value}")
            elif each.kind == "organization":
                self.marks[each.item].add(f"firm:{firm(each.value)}")
            elif is_full(each.value):
                self.marks[each.item].add(f"name:{name_key(each.value)}")
        items = {mark: len(found) for mark, found in _invert(self.marks).items()}
        self.rare = {mark: 1.0 / count for mark, count in items.items()}

    def shared(self, one: Subject, other: Subject, *, selectors: bool = False) -> str:
        """The rarest thing that both items hold, beside the name itself; empty if nothing.

        Args:
            selectors: only a telephone, account, handle or plate counts.
        """
        own = {f"name:{name_key(one.value)}", f"name:{name_key(other.value)}"}
        both = (self.marks[one.item] & self.marks[other.item]) - own
        if selectors:
            both = {mark for mark in both if mark.partition(":")[0] in SELECTOR_KINDS}
        best = max(sorted(both), key=lambda mark: self.rare[mark], default="")
        if best:
            return best.partition(":")[2]
        author = "" if selectors else self.authors.get(one.document, "")
        return author if author and author == self.authors.get(other.document) else ""


def _invert(marks: dict[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for item, held in marks.items():
        for mark in held:
            found[mark].add(item)
    return found


def _by_item(everyone: Iterable[Subject]) -> dict[str, list[Subject]]:
    found: dict[str, list[Subject]] = defaultdict(list)
    for each in everyone:
        found[each.item or each.document].append(each)
    return {item: sorted(held, key=lambda each: (each.document, each.start, each.id)) for item, held in found.items()}


def _copies(everyone: Sequence[Subject], documents: Mapping[str, Document]) -> Iterator[Pair]:
    """The same stretch of the same item shown on two pages, or of the same text posted twice."""
    where: dict[tuple[str, int, int, str], list[Subject]] = defaultdict(list)
    for each in everyone:
        document = documents.get(each.document)
        part = document.part("text") if document else None
        if document is None or part is None or not part.start <= each.start < part.end:
            continue
        text = document.text[part.start : part.end]
        where[text, each.start - part.start, each.end - part.start, each.kind].append(each)
    for shown in where.values():
        for one, other in pairwise(shown):
            yield Pair.of(one, other, 0.97, "same text", _("the same text shows {value} twice").format(value=one.value))


def _same_firm(everyone: Sequence[Subject]) -> Iterator[Pair]:
    """Organisations of one name, whatever the legal form, the script and the word for the trade."""
    groups: dict[str, list[Subject]] = defaultdict(list)
    for each in everyone:
        if each.kind == "organization" and firm(each.value):
            groups[firm(each.value)].append(each)
    for held in groups.values():
        for one, other in pairwise(held):
            reason = _("{left} and {right} are one name").format(left=one.value, right=other.value)
            yield Pair.of(one, other, 0.9, "same firm", reason)
    for one, other in _firms_to_compare(groups):
        compared = compare_organizations(one.value, other.value)
        if compared.same:
            yield Pair.of(one, other, 0.85 * compared.score, "same firm", "; ".join(compared.reasons))


def _firms_to_compare(groups: Mapping[str, list[Subject]]) -> Iterator[tuple[Subject, Subject]]:
    """One mention of each name, paired with those that have the consonants of a word in common."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, held in groups.items():
        for bone in {bones(word) for word in tokens(held[0].value)}:
            blocks[bone].append(key)
    keys = {pair for block in blocks.values() for pair in combinations(sorted(block)[:_LARGEST_BLOCK], 2)}
    for one, other in sorted(keys):
        yield groups[one][0], groups[other][0]


def _same_name(everyone: Sequence[Subject], context: _Context) -> Iterator[Pair]:
    """Full names that are alike: blocked by skeletons, compared once per distinct pair, weighed by rarity."""
    mentions: dict[str, list[Subject]] = defaultdict(list)
    for each in everyone:
        if each.kind == "person" and is_full(each.value):
            mentions[each.value].append(each)
    for one, other in sorted({*_within_script(mentions), *_across_scripts(mentions)}):
        yield from _alike(mentions[one], mentions[other], context)


def _within_script(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share the skeleton of a word, each name with itself too."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in _whole_words(name):
            blocks[skeleton(root(word))].add(name)
    for block in blocks.values():
        yield from combinations_with_replacement(sorted(block)[:_LARGEST_BLOCK], 2)


def _across_scripts(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of one name in Arabic script and one that is not, which share the consonants of a word."""
    blocks: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for name in names:
        for word in _whole_words(name):
            blocks[bones(word)][is_arabic(name)].add(name)
    for others, arabic in blocks.values():
        for one, other in product(sorted(others)[:_LARGEST_BLOCK], sorted(arabic)[:_LARGEST_BLOCK]):
            yield min(one, other), max(one, other)


def _whole_words(name: str) -> Iterator[str]:
    return (word for word in tokens(name) if not word.endswith("."))


def _alike(ours: Sequence[Subject], theirs: Sequence[Subject], context: _Context) -> Iterator[Pair]:
    """Pair each mention with the best earlier one in another item: one that shares something, else the nearest."""
    compared = compare(ours[0].value, theirs[0].value)
    if not compared.same:
        return
    said = "; ".join(compared.reasons)
    within = ours is theirs
    across = is_arabic(ours[0].value) != is_arabic(theirs[0].value)
    earlier: list[Subject] = [] if within else list(ours)
    for each in theirs:
        others = [other for other in earlier[-_LOOK_BACK:] if other.item != each.item]
        linked = [(other, shared) for other in others if (shared := context.shared(other, each, selectors=across))]
        if linked:
            reason = _("{said}; both items have {shared}").format(said=said, shared=linked[-1][1])
            yield Pair.of(linked[-1][0], each, compared.score * 0.85, "name and context", reason)
        elif others:
            reason = _("{said}; nothing else speaks for it").format(said=said)
            yield Pair.of(others[-1], each, compared.score * 0.55, "name alone", reason)
        if within:
            earlier.append(each)


def _constrained(pairs: Iterable[Pair], joiner: Joiner) -> Iterator[Pair]:
    """Lower the pairs that would join different persons, the strongest pairs going first."""
    for pair in sorted(pairs, key=lambda each: (-each.score, each.left, each.right)):
        against = joiner.join(pair.left, pair.right) if pair.score >= THRESHOLD else ""
        if against:
            yield replace(pair, score=round(pair.score / 2, 3), rule="conflict", reason=f"{pair.reason}; {against}")
        else:
            yield pair
