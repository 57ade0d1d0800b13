"""What is asked, of whom, under which authority, and what is not to be collected."""

from __future__ import annotations

from dataclasses import dataclass

from osint_kit.model.serial import content_id


@dataclass(frozen=True, slots=True)
class Requirement:
    """One question the plan must answer, tied to an element of an offence (doctrine id) and to sources."""

    question: str
    element: str
    sources: tuple[str, ...]

    @property
    def id(self) -> str:
        """Content id."""
        return content_id("requirement", self.question, self.element, list(self.sources))


@dataclass(frozen=True, slots=True)
class Task:
    """One errand for a collector: a source, the terms to ask its own search for, addresses to fetch, and limits."""

    source: str
    kind: str
    terms: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    page_limit: int = 50

    @property
    def id(self) -> str:
        """Content id."""
        return content_id("task", self.source, self.kind, list(self.terms), list(self.targets))


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of a site's own search: where it points and what it showed."""

    source: str
    term: str
    url: str
    excerpt: str

    @property
    def id(self) -> str:
        """Content id: one address is one hit, whatever term found it."""
        return content_id("hit", self.url)


@dataclass(frozen=True, slots=True)
class Preparation:
    """One of the five preparations of the Berkeley Protocol (BP-PLN-1 … 5), answered in the team's words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class CollectionPlan:
    """Requirements, tasks, preparations and what *not* to collect, under a stated authority."""

    authority: str
    requirements: tuple[Requirement, ...]
    tasks: tuple[Task, ...]
    preparations: tuple[Preparation, ...]
    excluded: tuple[str, ...] = ()
