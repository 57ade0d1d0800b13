"""What follows from the graph: time line, money, roles, law, hypotheses, and what may leave the case.

Each frame is a proposal; `case.standing("roles")` gives what later steps work with: the rows that the team decided, and
the proposals about which nobody decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from osint_kit.casefile import judging
from osint_kit.casefile.judging import JUDGED, Judged
from osint_kit.errors import MissingInput
from osint_kit.knowledge.names import skeleton
from osint_kit.messages import _, language_in_use

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

_BY_NAME: Mapping[str, Judged] = {sheet.name: sheet for sheet in JUDGED.values()}


class Conclusions:
    """The frames of one state of a case, each made when it is first asked for."""

    def __init__(self, case: Case) -> None:
        """Nothing is computed yet."""
        self.case = case

    def standing(self, name: str) -> pd.DataFrame:
        """Decided rows of a sheet, then the proposals about which nobody decided."""
        return judging.standing(self.case, _sheet(name), self.proposed(name))

    def judged(self, name: str) -> pd.DataFrame:
        """The rows of a sheet that decisions in force hold true."""
        return judging.frame(self.case, _sheet(name))

    def proposed(self, name: str) -> pd.DataFrame:
        """The proposals of a sheet."""
        if name not in self._made:
            self._made[name] = _MAKERS[_sheet(name).name](self)
        return self._made[name]

    @cached_property
    def _made(self) -> dict[str, pd.DataFrame]:
        return {}

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements that nobody rejected."""
        held = self.case.statements
        return held[held["verdict"] != "reject"].reset_index(drop=True)

    @cached_property
    def measures(self) -> pd.DataFrame:
        """Who stands where in the graph."""
        from osint_kit.analyse import table  # noqa: PLC0415 - steps load when they are used

        return table(self.case.graph())

    @cached_property
    def transfers(self) -> pd.DataFrame:
        """Frame TRANSFERS."""
        from osint_kit.money import transfers  # noqa: PLC0415 - steps load when they are used

        return transfers(self.statements, self.case.entities)

    @cached_property
    def journeys(self) -> pd.DataFrame:
        """Frame JOURNEYS."""
        from osint_kit.analyse import journeys  # noqa: PLC0415 - steps load when they are used

        case = self.case
        return journeys(self.statements, case.documents, case.entities, self.transfers, self.places)

    @cached_property
    def prices(self) -> pd.DataFrame:
        """Price per month and route."""
        from osint_kit.analyse import prices  # noqa: PLC0415 - steps load when they are used

        return prices(self.statements, self.case.documents, self.places)

    @property
    def places(self) -> dict[str, str]:
        """Name of a place as written → one name for it: the spellings in all scripts meet by their consonants."""
        world = self.case.world
        names = [name for profile in world.profiles for name in profile.places] if world else []
        alike: dict[str, list[str]] = {}
        for name in names:
            alike.setdefault(_consonants(name), []).append(name)
        one = {key: next(filter(str.isascii, found), found[0]) for key, found in alike.items()}
        return {name: one[_consonants(name)] for name in names}

    @property
    def questions(self) -> list[dict[str, str]]:
        """The set questions of the white cell, in the language in use."""
        rows = self.case.world.rows("questions") if self.case.world else ()
        language = language_in_use()
        return [{"id": str(row["id"]), "text": str(row.get(language) or row["en"])} for row in rows]

    @property
    def brief(self) -> Mapping[str, str]:
        """The brief of the world."""
        return self.case.world.brief if self.case.world else {}


def _consonants(name: str) -> str:
    """What the spellings of a place share; in Arabic script one letter is both v and u."""
    return skeleton(name).replace("v", "").lstrip("aiu")


_Maker: TypeAlias = Callable[[Conclusions], pd.DataFrame]


def _summary(of: Conclusions) -> pd.DataFrame:
    from osint_kit.report import summary  # noqa: PLC0415 - steps load when they are used

    case = of.case
    return summary(of.questions, of.brief, case.entities, case.links, case.grades)


def _events(of: Conclusions) -> pd.DataFrame:
    from osint_kit.analyse import timeline  # noqa: PLC0415 - steps load when they are used

    return timeline(of.statements, of.case.documents, of.case.entities)


def _typologies(of: Conclusions) -> pd.DataFrame:
    from osint_kit.money import typologies  # noqa: PLC0415 - steps load when they are used

    return typologies(of.transfers, of.case.documents)


def _indicators(of: Conclusions) -> pd.DataFrame:
    from osint_kit.money import indicators  # noqa: PLC0415 - steps load when they are used

    return indicators(of.transfers, of.standing("typologies"), of.case.documents, of.statements)


def _roles(of: Conclusions) -> pd.DataFrame:
    from osint_kit.assess import roles  # noqa: PLC0415 - steps load when they are used

    found, case = (of.standing("typologies"), of.standing("indicators")), of.case
    drawn = roles(case.entities, case.links, of.measures, of.transfers, *found, of.statements)
    surest = drawn.assign(entity=[case.end_of(each) for each in drawn["entity"]]).sort_values("score", ascending=False)
    return surest.drop_duplicates("entity").reset_index(drop=True)


def _elements(of: Conclusions) -> pd.DataFrame:
    from osint_kit.assess import elements  # noqa: PLC0415 - steps load when they are used

    found = (of.standing("roles"), of.standing("typologies"), of.standing("indicators"))
    return elements(of.statements, of.case.documents, of.case.links, *found)


def _matrix(of: Conclusions) -> pd.DataFrame:
    from osint_kit.assess import matrix  # noqa: PLC0415 - steps load when they are used

    return matrix(of.case.documents, of.statements, of.standing("indicators"), of.standing("typologies"))


def _hypotheses(of: Conclusions) -> pd.DataFrame:
    from osint_kit.assess import hypotheses  # noqa: PLC0415 - steps load when they are used

    return hypotheses(of.standing("matrix"))


def _request(of: Conclusions) -> pd.DataFrame:
    from osint_kit.share import request  # noqa: PLC0415 - steps load when they are used

    case = of.case
    return request(case.entities, case.links, of.judged("roles"), of.statements, case.exhibits, of.brief)


def _interview(of: Conclusions) -> pd.DataFrame:
    from osint_kit.interview import plan  # noqa: PLC0415 - steps load when they are used

    return plan(of.case.entities, of.standing("roles"), of.case.links, of.statements, of.standing("elements"))


_MAKERS: dict[str, _Maker] = {
    "summary": _summary,
    "events": _events,
    "typologies": _typologies,
    "indicators": _indicators,
    "roles": _roles,
    "elements": _elements,
    "matrix": _matrix,
    "hypotheses": _hypotheses,
    "request": _request,
    "interview": _interview,
}


def _sheet(name: str) -> Judged:
    if name not in _BY_NAME:
        raise MissingInput.expected(_("one of {known}").format(known=", ".join(_BY_NAME)), found=name, where="judged")
    return _BY_NAME[name]
