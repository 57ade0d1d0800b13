"""The machine's draft of a plan; the team accepts, rewrites or throws away each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from osint_kit.bundle import Source
from osint_kit.errors import MissingInput
from osint_kit.knowledge import vocabulary
from osint_kit.messages import N_, _
from osint_kit.model import CollectionPlan, Preparation, Requirement, Task

PRIVATE = ("/private/", "/family/")
"""Paths under which sites keep what is nobody's business; no errand enters them."""

SEARCHED = ("classifieds", "channels", "register")
"""Kinds of source that are asked for every term; of the others, what they list is read."""

_ALL = ("channels", "classifieds", "social", "news", "archive", "register", "partner")
_OFFERS = ("channels", "classifieds", "social", "archive")
_TOLD = ("channels", "social", "partner")
_PAPERS = ("partner", "register", "news")

QUESTIONS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("SOM-1", _OFFERS, N_("Who offers to bring people across which borders, and how?")),
    ("SOM-2", (*_OFFERS, "news"), N_("Which crossings avoid the rules of the state entered, where and when?")),
    ("SOM-4", (*_OFFERS, "partner"), N_("What is asked for each way, and who receives the money?")),
    ("SOM-5", ("channels", "partner"), N_("What shows that those who arrange the journeys know what they arrange?")),
    ("SOM-DOC-2", _OFFERS, N_("Who supplies papers for the journey, and what kind of papers?")),
    ("SOM-AGG-1", _TOLD, N_("Were travellers put in danger on the way, on which leg and by whom?")),
    ("OCG-1", (*_OFFERS, "register"), N_("Are the offers the work of one group, and who does what?")),
    ("OCG-2", _ALL, N_("Who are the three or more people that the same numbers, vehicles and accounts tie together?")),
    ("OCG-3", ("channels", "partner"), N_("Since when and until when did they act together?")),
    ("OCG-4", ("channels", "partner"), N_("Which calls and departures show that they act in concert?")),
    ("OCG-5", ("partner", "register"), N_("What did each of them gain from it?")),
    ("ML-1", ("partner",), N_("How were the fees moved, and through whose hands?")),
    ("ML-2", _PAPERS, N_("Which firms or straw men hide where the fees come from and whose they are?")),
    ("TIP-PUR-3", (*_OFFERS, "partner"), N_("Was anybody made to work off a debt, by what means?")),
    ("INF", _ALL, N_("Which facts speak against each suspicion: who uses the same words and routes lawfully?")),
)  # fmt: skip
"""Element of an offence, kinds of source that can answer, question."""


def propose(brief: Mapping[str, str], sources: Iterable[Source], places: Iterable[str] = ()) -> CollectionPlan:
    """Draft a plan from a brief.

    Args:
        brief: `authority` says under what right anybody may look; `title` names the exercise.
        sources: the hosts the brief allows.
        places: names of states, border towns and crossings, in any language; they become search terms.

    Raises:
        MissingInput: the brief names no authority or no source.
    """
    hosts = tuple(sources)
    authority = _(brief.get("authority", "").strip())
    if not authority or not hosts:
        found = _("no authority") if not authority else _("no source")
        raise MissingInput.expected(_("a brief with an authority and sources"), found=found, where=_("the brief"))
    named = tuple(dict.fromkeys(" ".join(place.split()) for place in places if place.strip()))
    return CollectionPlan(
        authority=authority,
        requirements=_requirements(hosts),
        tasks=tuple(_task(source, named) for source in hosts),
        preparations=_preparations(brief, hosts, named),
        excluded=_exclusions(),
    )


def _requirements(sources: Sequence[Source]) -> tuple[Requirement, ...]:
    asked = (
        Requirement(_(question), element, tuple(each.host for each in sources if each.kind in kinds))
        for element, kinds, question in QUESTIONS
    )
    return tuple(each for each in asked if each.sources)


def _task(source: Source, places: tuple[str, ...]) -> Task:
    words = tuple(term.text for term in vocabulary.load()) if source.kind in SEARCHED else ()
    terms = tuple(dict.fromkeys((*words, *places))) if words else ()
    return Task(source.host, source.kind, terms=terms, excluded=PRIVATE)


def _exclusions() -> tuple[str, ...]:
    return (
        *PRIVATE,
        _("every page that the robots.txt of its site disallows"),
        _("private pages of families and of travellers, even where a search shows them"),
        _("anything behind a log-in, and any contact with a person"),
    )


def _preparations(
    brief: Mapping[str, str], sources: Sequence[Source], places: tuple[str, ...]
) -> tuple[Preparation, ...]:
    known = {
        "title": _(brief.get("title", "").strip()) or _("this exercise"),
        "hosts": ", ".join(each.host for each in sources),
        "count": len(sources),
        "kinds": ", ".join(sorted({each.kind for each in sources})),
        "languages": brief.get("languages", "").strip() or "tg, ru, en, fa",
        "places": ", ".join(places[:6]) or _("the places of the brief"),
    }
    return tuple(Preparation(name, _(text).format(**known)) for name, text in PREPARATIONS)


PREPARATIONS = (
    (
        "BP-PLN-1",
        N_(
            "Threats in {title}: the people who run the offers may notice repeated visits, remove channels, or press "
            "travellers and families. Searching stays passive, no account is used, nobody is contacted, and channels "
            "likely to vanish are collected and sealed first."
        ),
    ),
    (
        "BP-PLN-2",
        N_(
            "The landscape is {count} sources: {hosts} ({kinds}). Offers stand in {languages}, names in several "
            "spellings; posts are reposted and removed. Searches name {places}. Families without internet access and "
            "talk in closed groups leave no trace here."
        ),
    ),
    (
        "BP-PLN-3",
        N_(
            "Each question names the element of an offence it serves and the sources that can answer it. First the "
            "channels, then adverts, register and partner files; hits are read before they are collected, a second "
            "independent item is sought for every link, and lawful explanations are tested."
        ),
    ),
    (
        "BP-PLN-4",
        N_(
            "Posts tell of debts, danger and pressure on families. The team takes turns at reading, breaks every hour, "
            "says aloud when something weighs on a member, and hands the item to another; the lead watches load and "
            "time on {title}."
        ),
    ),
    (
        "BP-PLN-5",
        N_(
            "Only pages that answer a question are kept; families, travellers and minors are left out unless a "
            "question needs them. Captures from {hosts} are hashed and sealed at once, worked on as copies, held in "
            "the case folder, and deleted when the exercise is over."
        ),
    ),
)
"""The five preparations of the Berkeley Protocol, filled in from the brief."""
