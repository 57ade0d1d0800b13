# ruff: noqa: INP001, ARG001 - a script's other half, and every rule is given a row
"""How the player of play.py reads a worksheet: a rule a sheet.

A rule sees the cells of a row, as a person who reads the sheet does, and says what that person writes; no rule reads an
answer key. But the rules were written after a first play of seed 31, team red, whose explained score was read: those of
S8, S10, S12 and S13 answer what it showed. The points on that world are therefore no measure of a team that plays it
for the first time. Another `--seed` is fairer, but not for S7 and S11: their terms and probabilities are fixed here,
by somebody who knew the story, which every seed shares. Words are the project's own compilation, unreviewed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Row = dict[str, str]
Rule = Callable[[Row], "Row | None"]
"""Cells that a person writes into a row; None leaves it undecided."""

WORTH, SURE, LIKELY, FAIR, SOME = 0.36, 0.8, 0.7, 0.55, 0.45

GOODS = re.compile(r"халта|мешк|\bbags?\b|بوری|чипта|билет|ticket|تکت", re.IGNORECASE)
HEARSAY = re.compile(r"всем\b|ба ҳама|мегӯянд|говорят|they say|tell everybody|به همه|میگویند", re.IGNORECASE)
DRIVES = re.compile(r"\b(\w{4,}) (?:\w+ )?(?:меронад|водит|ездит|drives|میراند)\b")


def yes(word: str, because: str, **cells: str) -> Row:
    """A decided row."""
    return {"decision": word, "because": because, **cells}


def plan(row: Row) -> Row:
    """Everything drafted stays; each preparation gets a sentence of our own."""
    own = " We agreed on this aloud before the first search." if row["section"] == "preparation" else ""
    return yes("accept", "the sources of the brief can answer it, within the order", text=row["text"] + own)


def search(row: Row) -> Row:
    """Collect what offers, tells of or pays for a journey; goods and daily life stay where they are."""
    if float(row["score"] or 0) < WORTH or GOODS.search(row["excerpt"]):
        return yes("reject", "daily life or goods: answers no question of the plan")
    return yes("accept", "speaks of a journey, a contact or a payment; its author can delete it")


def extract(row: Row) -> Row:
    """What the machine sees stands, after reading it kind by kind."""
    return yes("accept", "read in its sentence")


def nicknames(rows: list[Row]) -> list[Row]:
    """Somebody who drives and is called by a word that no row holds."""
    named = {row["document"] for row in rows if row["kind"] == "person"}
    found = {(row["document"], match[1]) for row in rows if (match := DRIVES.search(row["context"]))}
    because = "somebody drives and is called so: a nickname"
    return [
        yes("accept", because, document=document, kind="person", original=word)
        for document, word in sorted(found)
        if document not in named
    ]


def resolve(row: Row) -> Row | None:
    """Merge on a selector or a name with context; a firm is not who writes about it; a name alone is too little."""
    ends = (row["left_text"].lstrip("'"), row["right_text"].lstrip("'"))
    if row["rule"] == "conflict":
        return yes("apart", f"they belong to different people: {row['reason']}")
    writer = any(each.startswith("@") for each in ends) and any(re.search(r"[«\"]|\bLLC\b", each) for each in ends)
    return None if writer or float(row["score"]) < LIKELY else yes("merge", row["reason"])


def grade(row: Row) -> Row:
    """Hearsay that asks to be passed on is doubtful; one shared number confirms no sentence."""
    if HEARSAY.search(row["text"]):
        return yes("grade", "hearsay that asks to be passed on; nobody saw it", information="4")
    return yes("grade", row["reason"][:200])


TERMS = {
    "Q1": ("EP-6", "moderate", "the price lists of the channels rise from spring to autumn"),
    "Q2": ("EP-6", "moderate", "posts of several authors name the southern road after the checks"),
    "Q3": ("EP-2", "moderate", "only hearsay speaks for it; register and licence against"),
    "Q4": ("EP-5", "low", "one number and one trade tie the names; no paper does"),
    "Q5": ("EP-2", "low", "two trades, two numbers, one common name"),
}
HALF_PAGE = (
    "It is very likely that one group, not single drivers, organised these journeys. We hold this with moderate "
    "confidence. It rests on sealed adverts, posts, a register, and two tables of the partner service, which agree in "
    "numbers and dates. We assume that one number stands for one holder on one day. Missing are bank records of the "
    "firms and the names behind several handles."
)


def summary(row: Row) -> Row:
    """A term for each question; main judgment first in the half-page."""
    if row["question"] in TERMS:
        term, confidence, because = TERMS[row["question"]]
        return yes("judge", because, term=term, confidence=confidence)
    return yes("judge", "main judgment first, then what it rests on", text=HALF_PAGE)


def bare(text: str) -> bool:
    """Whether nobody is named: a number or a handle."""
    return text.lstrip("'")[:1] in ("+", "@", "")


def link(row: Row) -> Row | None:
    """Draw what records show between two who are named; a number that everybody calls is a service."""
    if bare(row["source_text"]) or bare(row["target_text"]):
        everybody = row["type"] == "Call" and float(row["score"]) >= FAIR
        return yes("reject", "a number that serves everybody: no link that means anything") if everybody else None
    return yes("link", row["reason"]) if float(row["score"]) >= FAIR else None


def event(row: Row) -> Row | None:
    """What tells the story: no counts of calls."""
    return yes("judge", row["reason"]) if row["kind"] != "calls" and float(row["score"]) >= SOME else None


def typology(row: Row) -> Row | None:
    """Gathered and released, netted between brokers, many to one; the rest may be a payroll or a family."""
    known = row["typology"] in ("TY-HOLD", "TY-SETTLE", "TY-FANIN")
    return yes("judge", row["reason"]) if known and float(row["score"]) >= LIKELY else None


def indicator(row: Row) -> Row | None:
    """Leads that name their words."""
    return yes("judge", row["reason"]) if float(row["score"]) >= LIKELY else None


def role(owners: set[str]) -> Rule:
    """Roles of named persons; an organiser must own something, and a director alone is a name on a paper."""

    def decide(row: Row) -> Row | None:
        if bare(row["label"]):
            return None
        if row["role"] == "RO-ORG":
            return yes("role", row["reason"]) if row["entity"] in owners else None
        return yes("role", row["reason"]) if float(row["score"]) >= SOME else None

    return decide


def protected(roles: list[Row], events: list[Row], links: list[Row]) -> list[Row]:
    """Rows to add: who is looked for on the way travels; who owns a firm and has no role yet has no part in it."""
    taken = {row["entity"] for row in roles}
    found: dict[str, Row] = {}
    for row in events:
        who = (row["entities"].split() or [""])[0]
        if row["kind"] == "plea" and who:
            words = {"entity": who, "role": "PE-MIG", "evidence": row["evidence"]}
            found.setdefault(who, yes("role", "a family looks for somebody on the way: a traveller", **words))
    for row in links:
        if row["type"] == "Ownership":
            words = {"entity": row["source"], "role": "NONE", "evidence": row["evidence"]}
            found.setdefault(row["source"], yes("role", "a register names the owner; no payment of a journey", **words))
    return [row for who, row in found.items() if who not in taken]


def element(row: Row) -> Row | None:
    """Elements that more than one word carries."""
    return yes("judge", row["reason"]) if float(row["score"]) >= SURE else None


def hypothesis(row: Row) -> Row:
    """One group first; exploitation of some is not excluded."""
    chance = {"H1": "0.7", "H2": "0.1", "H3": "0.14", "H4": "0.02", "H5": "0.02", "H6": "0.02"}
    return yes("judge", row["reason"], probability=chance[row["hypothesis"]])


def request(evidence: str) -> Rule:
    """One authority of one State; nobody without a name; the facts cite what shows the benefit."""
    own = {
        "recipient": {"text": "Central authority of Khoramand"},
        "marking": {"text": "TLP:AMBER"},
        "MLA15-c": {"evidence": evidence},
    }

    def decide(row: Row) -> Row:
        if row["section"] == "person" and bare(row["who"]):
            return yes("reject", "nobody is named by a number alone")
        return yes("judge", row["reason"], **own.get(row["section"], {}))

    return decide


def interview(traveller: str) -> Rule:
    """The draft stands; the person is a traveller whom a family looks for."""

    def decide(row: Row) -> Row:
        person = {"person": traveller, "text": "a traveller"} if row["section"] == "person" else {}
        return yes("judge", "every safeguard before the first question; open questions", **person)

    return decide
