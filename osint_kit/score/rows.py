"""The rows of an answer key (doctrine C.1), one dataclass a table: what is true, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of an item's text and what it truly means; `truth` is empty for dates and sums."""

    id: str
    item: str
    start: int
    end: int
    kind: str
    value: str
    truth: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One published item; `key` says that a team should collect it; `origin` is the item it repeats."""

    item: str
    site: str
    author: str
    truth: str
    origin: str
    key: bool
    language: str
    source: str
    grade_source: str
    grade_information: str


@dataclass(frozen=True, slots=True)
class KeyLink:
    """One true connection and the items that show it; tier `core`, `context` or `noise`."""

    id: str
    source: str
    target: str
    type: str
    directed: bool
    first: str
    last: str
    items: tuple[str, ...]
    tier: str


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is in the story (`RO-…`, `PE-…`, `LK-…`), and when."""

    truth: str
    role: str


@dataclass(frozen=True, slots=True)
class KeySource:
    """A source's record: `reliability` is its true letter."""

    id: str
    reliability: str
    total: int
    true: int


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """What happened: a journey, a leg, a payment, a crackdown …; `key` says that a time line should show it."""

    id: str
    kind: str
    start: str
    end: str
    parent: str
    truths: tuple[str, ...]
    places: tuple[str, ...]
    amount: str
    items: tuple[str, ...]
    key: bool


@dataclass(frozen=True, slots=True)
class KeyTypology:
    """One pattern of payments that was really there; `transfers` are addresses of rows."""

    id: str
    typology: str
    truths: tuple[str, ...]
    transfers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyIndicator:
    """One sign that an item or a row truly shows, and the stretch of its text that shows it."""

    id: str
    item: str
    indicator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeyElement:
    """One element of law that is met in truth, and the items that support it."""

    id: str
    element: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyHypothesis:
    """One of `H1` … `H6`; exactly one is true, as probabilities of a team sum to 1."""

    id: str
    true: bool


@dataclass(frozen=True, slots=True)
class Consistency:
    """How an item stands to each hypothesis: -1 against it, 0 neither, 1 fits; a diagnostic one tells them apart."""

    item: str
    marks: Mapping[str, int]
    diagnostic: bool


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """The truth of one set question."""

    id: str
    outcome: bool


@dataclass(frozen=True, slots=True)
class KeyRequest:
    """What an outgoing request should be: the state asked (by name), the channel, marking and handling that do."""

    id: str
    kind: str
    state: str
    channel: str
    markings: tuple[str, ...]
    handling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyInject:
    """What a team should answer to an inject."""

    id: str
    expected: tuple[str, ...]
    items: tuple[str, ...]
    truths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """Somebody who must not be accused, and why; `withhold`: nor named outside the team."""

    truth: str
    why: str
    withhold: bool


@dataclass(frozen=True, slots=True)
class TrapSpan:
    """A stretch of an item's text on which a trap turns: what it truly is, or what it is taken for."""

    item: str
    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Trap:
    """Where the machine is wrong or unsure.

    Attributes:
        expect: what makes an answer right: `absent`, `present` (of the spans), `apart`, `together` (of the truths),
            `grade`, `no link`, `low degree`, `role`, `typology none`; else a text for people.
        machine, right: what the machine does, and what a person should do, in words.
    """

    id: str
    step: str
    kind: str
    items: tuple[str, ...]
    truths: tuple[str, ...]
    spans: tuple[TrapSpan, ...]
    expect: str
    machine: str
    right: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One form of a name and what noise made it."""

    truth: str
    form: str
    script: str
    noise: str
