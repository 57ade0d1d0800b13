"""Difficulty: how many, how noisy, how deceptive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osint_kit.errors import BadScenario
from osint_kit.messages import _

LOOK_ALIKES = ("LK-1", "LK-2", "LK-3", "LK-7", "LK-6", "LK-4", "LK-8", "LK-5", "LK-9")
"""Honest look-alikes in the order in which worlds take them up."""

_FALSEHOODS = 2


@dataclass(frozen=True, slots=True)
class Knobs:
    """The settings of one difficulty.

    Attributes:
        cast: how many persons of the network play each role.
        background: persons of the town around them.
        aliases: forms of the name of a core person.
        noise: errors in a hundred written names.
        shared: traps of shared or recycled numbers.
        churn: handles that one recruiter goes through.
        false: false items among a hundred key items, reposts of the rumour included.
        victims: travellers who are held until a debt is worked off; none leaves out their story.
        statuses, articles: everyday ones, in the social network and in the papers.
        payments: everyday payments; what share of all transfers is illicit follows from them and is not set here.
    """

    cast: Mapping[str, int]
    background: int
    travellers: int
    aliases: int
    languages: tuple[str, ...]
    noise: int
    shared: int
    namesakes: int
    false: int
    reposts: int
    look_alikes: int
    churn: int
    bare_phones: int
    texts: int
    calls: int
    payments: int
    victims: int
    statuses: int
    articles: int

    def falsehoods(self, honest: int) -> int:
        """How many false items to write beside so many honest key items; a rumour and a planted story at least."""
        others = 100 - self.false
        return max(_FALSEHOODS, (2 * honest * self.false + others) // (2 * others) - self.reposts)


_ROLES = ("ORG", "LOG", "REC", "TRA", "GUI", "SPO", "SAF", "DOC", "FIN", "ENF", "SUP", "COR")


def _cast(*counts: int) -> dict[str, int]:
    """Counts in the order of the roles of doctrine."""
    return {f"RO-{role}": count for role, count in zip(_ROLES, counts, strict=True)}


_ALL = ("tg", "ru", "en", "fa")
LEVELS: Mapping[str, Knobs] = {
    "easy": Knobs(
        cast=_cast(1, 1, 1, 2, 1, 0, 1, 0, 1, 0, 0, 0),
        background=60,
        travellers=8,
        aliases=1,
        languages=("tg", "ru"),
        noise=1,
        shared=0,
        namesakes=0,
        false=3,
        reposts=0,
        look_alikes=1,
        churn=1,
        bare_phones=0,
        texts=110,
        calls=260,
        payments=120,
        victims=0,
        statuses=24,
        articles=12,
    ),
    "standard": Knobs(
        cast=_cast(1, 1, 2, 4, 2, 1, 2, 1, 1, 1, 1, 1),
        background=250,
        travellers=20,
        aliases=4,
        languages=_ALL,
        noise=4,
        shared=2,
        namesakes=2,
        false=10,
        reposts=3,
        look_alikes=9,
        churn=3,
        bare_phones=0,
        texts=330,
        calls=700,
        payments=420,
        victims=4,
        statuses=100,
        articles=40,
    ),
    "hard": Knobs(
        cast=_cast(1, 2, 4, 8, 4, 3, 5, 2, 2, 2, 1, 1),
        background=900,
        travellers=40,
        aliases=6,
        languages=_ALL,
        noise=8,
        shared=6,
        namesakes=5,
        false=20,
        reposts=8,
        look_alikes=9,
        churn=6,
        bare_phones=10,
        texts=1000,
        calls=2400,
        payments=1400,
        victims=4,
        statuses=260,
        articles=80,
    ),
}


def knobs_of(difficulty: str) -> Knobs:
    """The knobs of a difficulty.

    Raises:
        BadScenario: there is no such difficulty.
    """
    if difficulty not in LEVELS:
        raise BadScenario.expected(
            _("one of {names}").format(names=", ".join(LEVELS)), found=difficulty, where=_("difficulty")
        )
    return LEVELS[difficulty]
