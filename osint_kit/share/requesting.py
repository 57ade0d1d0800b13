"""The request for mutual legal assistance, UNTOC 18(15)(a) to (f), drafted with the figures of the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from osint_kit.messages import _
from osint_kit.model import Exhibit
from osint_kit.model.tables import REQUEST
from osint_kit.share.outgoing import pseudonyms, replacer, suspects

CHANNEL, MARKING, HANDLING = "CH-6", "TLP-AMBER", "C"
STATE = re.compile(r"central authority of (?:the )?([A-Z][\w-]+)")
"""How a brief names the State that is asked."""

DRAFT = 0.6
OPEN = 0.3
"""Score of a section that the team must still fill in."""
_CITED = 6


@dataclass(frozen=True, slots=True)
class Matter:
    """What a request is drafted from: decided suspects with role and statements, their links, figures, the brief."""

    suspects: Mapping[str, str]
    captions: Mapping[str, str]
    cited: tuple[str, ...]
    links: pd.DataFrame
    exhibits: int
    brief: Mapping[str, str]

    @property
    def period(self) -> tuple[str, str]:
        """First and last day of the links between suspects and others."""
        first = sorted(each[:10] for each in self.links["first"].tolist() if each)
        last = sorted(each[:10] for each in self.links["last"].tolist() if each)
        return (first[0], last[-1]) if first and last else ("", "")

    def count(self, *kinds: str) -> int:
        """How many events stand behind links of these types."""
        return int(self.links.loc[self.links["type"].isin(kinds), "count"].sum())


def request(  # noqa: PLR0917 - frames, in the order of the steps that made them
    entities: pd.DataFrame,
    links: pd.DataFrame,
    roles: pd.DataFrame,
    statements: pd.DataFrame,
    exhibits: Iterable[Exhibit],
    brief: Mapping[str, str],
) -> pd.DataFrame:
    """Draft the request; only decided suspects are named.

    Args:
        roles: decided rows.

    Returns:
        Frame REQUEST: the six letters, channel, recipient, marking, handling, and a row for each person.
    """
    clean = _cleaner(entities, links, frozenset(suspects(roles)))
    who = {entity: role for entity, role in suspects(roles).items() if entity in set(entities["id"])}
    touched = links[links["source"].isin(who) | links["target"].isin(who)]
    matter = Matter(
        suspects=who,
        captions={each: _caption(entities, each, clean) for each in who},
        cited=_cited(roles[roles["entity"].isin(who)], touched[touched["source"].isin(who)], statements),
        links=touched,
        exhibits=len(tuple(exhibits)),
        brief=brief,
    )
    rows = [*_letters(matter), *_way(matter)]
    kept = [{**row, "text": clean(str(row["text"])), "reason": clean(str(row["reason"]))} for row in rows]
    return REQUEST.frame([*kept, *_persons(matter, roles)])


def _cited(roles: pd.DataFrame, links: pd.DataFrame, statements: pd.DataFrame) -> tuple[str, ...]:
    """Statements behind roles, then behind links; records of payments last: they may be for intelligence only."""
    schema = dict(zip(statements["id"].tolist(), statements["schema"].tolist(), strict=True))
    found = [each for ids in roles["statements"].tolist() for each in ids]
    found += [each for ids in links["statements"].tolist() for each in ids[:1]]
    known = dict.fromkeys(each for each in found if each in schema)
    return tuple(sorted(known, key=lambda each: schema[each] == "Payment"))[:_CITED]


def _caption(entities: pd.DataFrame, entity: str, clean: Callable[[str], str]) -> str:
    """How a suspect is named: not by a number that somebody withheld shares."""
    (row,) = entities[entities["id"] == entity].to_dict("records")
    return next((each for each in (row["caption"], *row["names"]) if clean(each) == each), row["ref"] or entity[:8])


def _cleaner(entities: pd.DataFrame, links: pd.DataFrame, named: frozenset[str]) -> Callable[[str], str]:
    """Takes the names and selectors of everybody else out of a text."""
    alias = pseudonyms(entities, links, named)
    words: dict[str, str] = {}
    mine = {name.casefold() for row in entities.to_dict("records") if row["id"] in named for name in row["names"]}
    for row in entities.to_dict("records"):
        if row["id"] not in named:
            held = [*row["names"], *(each.partition(":")[2] for each in row["selectors"])]
            words |= {each.casefold(): alias[row["id"]] for each in held if each.casefold() not in mine}
    return replacer(words)


def _row(
    section: str, text: str, reason: str, *, statements: tuple[str, ...] = (), score: float = DRAFT
) -> dict[str, object]:
    return {"section": section, "text": text, "person": "", "statements": statements, "score": score, "reason": reason}


def _letters(matter: Matter) -> Iterator[dict[str, object]]:
    drafted = _("drafted from the brief and the figures of the case; to be checked by the team")
    texts: Mapping[str, Callable[[Matter], str]] = {
        "a": _authority, "b": _subject, "c": _facts, "d": _sought, "e": _concerned, "f": _purpose,
    }  # fmt: skip
    for letter, text in texts.items():
        ids = matter.cited if letter in "ce" else ()
        yield _row(f"MLA15-{letter}", text(matter), drafted, statements=ids)


def _authority(matter: Matter) -> str:
    order = matter.brief.get("authority", "")
    text = _(
        "The authority that makes this request, through its central authority, is the one that ordered the "
        "investigation."
    )
    named = _("Order: {order}").format(order=_(order))
    return f"{text} {named}" if order else text


def _subject(matter: Matter) -> str:
    return _(
        "The investigation, {title}, concerns smuggling of migrants by an organised criminal group and the "
        "laundering of its proceeds. It is conducted by the investigating unit under the direction of the "
        "prosecutor, before trial."
    ).format(title=_(matter.brief.get("title", "")) or _("as named in the order"))


def _facts(matter: Matter) -> str:
    first, last = matter.period
    when = _("from {first} to {last}").format(first=first, last=last) if first else _("over a time still to be shown")
    return _(
        "{count} persons seem to have played a part {when}. Between them and others the records show {calls} calls and "
        "{payments} payments. What is stated rests on {exhibits} sealed exhibits. Persons who travelled, their "
        "families and sources of information are not named."
    ).format(
        count=len(matter.suspects),
        when=when,
        calls=matter.count("Call"),
        payments=matter.count("Payment"),
        exhibits=matter.exhibits,
    )


def _sought(matter: Matter) -> str:
    wanted = [_("statements of witnesses, heard as witnesses and with protection")]
    if matter.count("Payment"):
        wanted.insert(0, _("bank and account records of the persons concerned, and tracing of proceeds"))
    if matter.count("Call"):
        wanted.insert(1, _("call and subscriber records of their numbers"))
    if matter.count("Ownership", "Directorship"):
        wanted.append(_("documents and records of the firms that they own or direct"))
    return _(
        "Assistance sought: {wanted}. Procedure: certified copies with a record of custody; the request is kept "
        "confidential."
    ).format(wanted="; ".join(wanted))


def _concerned(matter: Matter) -> str:
    names = "; ".join(f"{matter.captions[each]} ({role})" for each, role in sorted(matter.suspects.items()))
    if not names:
        return _(
            "No person has been named as a suspect by decision yet; identity, location and nationality are unknown."
        )
    return _(
        "Persons concerned, suspects by decision of the team: {names}. Location and nationality are not established; "
        "what is known of their numbers is in the annex."
    ).format(names=names)


def _purpose(_matter: Matter) -> str:
    return _(
        "The evidence is wanted to prove or to disprove the part of each person concerned before a court, to trace and "
        "secure proceeds, and to protect those who travelled. It will be used for nothing else without prior consent."
    )


def _way(matter: Matter) -> Iterator[dict[str, object]]:
    yield _row("channel", CHANNEL, _("evidence for court goes between central authorities"))
    state = matter.brief.get("recipient", "") or next(iter(STATE.findall(matter.brief.get("text", ""))), "")
    text = _("central authority of {state}").format(state=state or "…")
    left = _("named in the brief") if state else _("the team names the State where the evidence lies")
    yield _row("recipient", text, left, score=DRAFT if state else OPEN)
    yield _row("marking", MARKING, _("to those who need to know, in the authority asked"))
    handling = _("{code} (3x5x2): conditions; not beyond the authority asked, no source named").format(code=HANDLING)
    yield _row("handling", handling, _("how widely it goes is a worry"))


def _persons(matter: Matter, roles: pd.DataFrame) -> Iterator[dict[str, object]]:
    evidence = dict(zip(roles["entity"].tolist(), roles["statements"].tolist(), strict=True))
    for entity, role in sorted(matter.suspects.items()):
        need = _("suspect by decision ({role}): identity is needed to carry out the request").format(role=role)
        row = _row("person", need, need, statements=tuple(evidence[entity])[:_CITED])
        yield {**row, "person": entity}
