"""Play the exercise from S0 to S15 as a new team would: from the briefs, on the real command line, by rules to be seen.

    python exercises/silk-route/instructor/play.py --work play --transcript exercises/silk-route/instructor/transcript.txt

The worksheets are filled in by the rules in the middle of this file. A rule sees the cells of a row, as a person who
reads the sheet does; none reads an answer key, and none is good: a team that reads will do better. `transcript.txt` is
what one run showed. What a command prints is cut after fifteen lines, with a line that says so.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Row = dict[str, str]
Rule = Callable[[Row], "Row | None"]
"""Cells that a person writes into a row; None leaves it undecided."""

LONGEST = 15
TRAIN = {"PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "110", "LANGUAGE": "en"}


class Desk:
    """A terminal and a spreadsheet: runs commands, fills in worksheets, and keeps what was seen."""

    def __init__(self, work: Path, language: str) -> None:
        """Work in a folder of its own, with its own configuration."""
        self.work, self.where, self.seen = work, work, list[str]()
        self.environment = {**os.environ, **TRAIN, "OSINT_KIT_CONFIG": str(work / "config"), "LANGUAGE": language}

    def say(self, text: str) -> None:
        """A line of the transcript."""
        self.seen.append(text)
        sys.stdout.write(text + "\n")

    def run(self, line: str, *, longest: int = LONGEST) -> str:
        """Run a command and show it with what it printed; returns the whole of that."""
        self.say(f"\n$ {line}")
        words = shlex.split(line)
        if words[0] == "cd":
            self.where = self.where / words[1]
            return ""
        done = subprocess.run(
            [sys.executable, "-m", "osint_kit", *words[1:]],
            cwd=self.where, env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        printed = (done.stdout + done.stderr).replace(f"{self.work}{os.sep}", "").rstrip("\n")
        lines = printed.splitlines()
        shown = lines if len(lines) <= longest else [*lines[: longest - 1], f"[… {len(lines) - longest + 1} more lines]"]
        for each in shown:
            self.say(each.rstrip())
        if done.returncode:
            self.say(f"[exit code {done.returncode}]")
        return printed

    def until(self, place: str) -> None:
        """Wait for a place of the timetable: the clock is paused, and goes on there."""
        self.run("osint-kit exercise pause")
        self.run(f'osint-kit exercise resume --at "{place}"')

    def rows(self, name: str) -> list[Row]:
        """The rows of a worksheet."""
        with (self.where / "worksheets" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def fill(self, name: str, rule: Rule, added: Iterable[Row] = ()) -> None:
        """Fill in the rows that a rule decides, add new ones, save, and tell of one of them."""
        path, rows = self.where / "worksheets" / f"{name}.csv", self.rows(name)
        columns, decided = list(rows[0]), list[Row]()
        for row in rows:
            if cells := rule(row):
                row.update(cells)
                decided.append(row)
        new = [{**dict.fromkeys(columns, ""), **cells} for cells in added]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows([*rows, *new])
        self.say(f"\n[worksheets/{name}.csv: {len(rows)} rows; {len(decided)} decided, {len(new)} added; such as]")
        for row in [*decided[:1], *new[:1]]:
            told = {key: cell for key, cell in row.items() if cell and key not in ("id", "ref")}
            self.say("    " + "; ".join(f"{key}: {' '.join(cell.split())[:70]}" for key, cell in told.items()))


# The rules. Thresholds are what a person felt after reading a few dozen rows from the top.

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
    if float(row["score"] or 0) < 0.36 or GOODS.search(row["excerpt"]):
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
    """Merge on a selector or on a name with context; a firm is not who writes about it; a name alone decides nothing."""
    ends = (row["left_text"].lstrip("'"), row["right_text"].lstrip("'"))
    if row["rule"] == "conflict":
        return yes("apart", f"they belong to different people: {row['reason']}")
    writer = any(each.startswith("@") for each in ends) and any(re.search(r"[«\"]|\bLLC\b", each) for each in ends)
    return None if writer or float(row["score"]) < 0.7 else yes("merge", row["reason"])


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
    "numbers and dates. We assume that one number stands for one holder on one day. Missing are bank records of the firms "
    "and the names behind several handles."
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
        everybody = row["type"] == "Call" and float(row["score"]) >= 0.6
        return yes("reject", "a number that serves everybody: no link that means anything") if everybody else None
    return yes("link", row["reason"]) if float(row["score"]) >= 0.55 else None


def event(row: Row) -> Row | None:
    """What tells the story: no counts of calls."""
    return yes("judge", row["reason"]) if row["kind"] != "calls" and float(row["score"]) >= 0.48 else None


def typology(row: Row) -> Row | None:
    """Gathered and released, netted between brokers, many to one; the rest may be a payroll or a family."""
    known = row["typology"] in ("TY-HOLD", "TY-SETTLE", "TY-FANIN")
    return yes("judge", row["reason"]) if known and float(row["score"]) >= 0.7 else None


def indicator(row: Row) -> Row | None:
    """Leads that name their words."""
    return yes("judge", row["reason"]) if float(row["score"]) >= 0.7 else None


def role(owners: set[str]) -> Rule:
    """Roles of named persons; an organiser must own something, and a director alone is a name on a paper."""

    def decide(row: Row) -> Row | None:
        if bare(row["label"]):
            return None
        enough = row["entity"] in owners and 0.4 or 1.0 if row["role"] == "RO-ORG" else 0.45
        return yes("role", row["reason"]) if float(row["score"]) >= enough else None

    return decide


def protected(desk: Desk) -> list[Row]:
    """Rows to add: who is looked for on the way travels; who owns a firm and has no role yet has no part in it."""
    taken = {row["entity"] for row in desk.rows("S10-roles")}
    found: dict[str, Row] = {}
    for row in desk.rows("S8-events"):
        who = (row["entities"].split() or [""])[0]
        if row["kind"] == "plea" and who:
            words = {"entity": who, "role": "PE-MIG", "evidence": row["evidence"]}
            found.setdefault(who, yes("role", "a family looks for somebody on the way: a traveller, protected", **words))
    for row in desk.rows("S8-link"):
        if row["type"] == "Ownership":
            words = {"entity": row["source"], "role": "NONE", "evidence": row["evidence"]}
            found.setdefault(row["source"], yes("role", "a register names the owner; no payment of a journey", **words))
    return [row for who, row in found.items() if who not in taken]


def element(row: Row) -> Row | None:
    """Elements that more than one word carries."""
    return yes("judge", row["reason"]) if float(row["score"]) >= 0.8 else None


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


# The two days.


def opening(desk: Desk, seed: str) -> None:
    """S0: a master world, the team's world without a key, rules, roles."""
    desk.run(f"osint-kit world make --seed {seed} --output worlds/master")
    desk.run(f"osint-kit world make --seed {seed} --team red --output worlds/red")
    start = "osint-kit exercise start silk-route --world worlds/red --case cases/red --callsign ALPHA --team RED"
    desk.run(f"{start} --role lead")
    desk.run(f"{start} --role lead --accept-rules")
    desk.run("cd cases/red")
    desk.run("osint-kit exercise brief S0")
    desk.run("osint-kit exercise status", longest=40)


def collecting(desk: Desk) -> None:
    """S1 to S3: plan, search twice, collect before it is gone, seal, verify."""
    desk.run("osint-kit exercise brief S1")
    desk.run("osint-kit plan --assist suggest")
    question = "Who receives the fee before a journey, and when is it released?"
    cells = {"section": "requirement", "text": question, "element": "SOM-4", "sources": "partner.halvern.example"}
    desk.fill("S1-plan", plan, [yes("accept", "benefit is an element; the payment table can show it", **cells)])
    desk.run("osint-kit plan")
    desk.run("osint-kit exercise brief S2")
    desk.run("osint-kit search --assist suggest")
    desk.fill("S2-search", search)
    first = next(row["ref"] for row in desk.rows("S2-search") if row["decision"] == "accept" and row["excerpt"])
    desk.run(f'osint-kit decide accept {first} --because "an offer with a contact; the author can delete it"')
    desk.run("osint-kit collect")
    desk.run("osint-kit exercise brief S3")
    desk.run("osint-kit preserve")
    desk.run("osint-kit search --leads")
    desk.fill("S2-search", lambda row: None if row["decision"] else search(row))
    desk.run("osint-kit collect")
    desk.run("osint-kit preserve")
    desk.run("osint-kit case verify")
    desk.run("osint-kit case show exhibits", longest=5)


def reading(desk: Desk) -> None:
    """IN-01, S4 to S7: mentions, who is who, grades, half a page."""
    desk.until("D1 10:30")
    desk.run("osint-kit exercise status", longest=40)
    answer = "Sealed before minute 75 as E20; case verify recomputes its hash. What is gone we record as gone, no more."
    desk.run(f'osint-kit exercise respond IN-01 --text "{answer}" --evidence "E20"')
    desk.run("osint-kit exercise brief S4")
    desk.run("osint-kit extract --assist suggest")
    desk.fill("S4-extract", extract, nicknames(desk.rows("S4-extract")))
    desk.run("osint-kit extract")
    desk.run('osint-kit decide accept S12 --because "read again: it stands as written"')
    desk.run("osint-kit exercise brief S5")
    desk.run("osint-kit exercise hint S5")
    desk.run("osint-kit resolve --assist suggest")
    pair = next(row for row in desk.rows("S5-resolve") if row["rule"] == "conflict")
    desk.fill("S5-resolve", resolve)
    desk.run("osint-kit resolve")
    desk.run(f'osint-kit decide apart {pair["left"]} {pair["right"]} --because "two people, read again"')
    desk.until("D1 14:50")
    desk.run("osint-kit exercise brief S6")
    desk.run("osint-kit grade --assist suggest")
    desk.fill("S6-grade", grade)
    desk.run("osint-kit grade")
    item = next(row["ref"] for row in desk.rows("S6-grade") if row["source"] == "F")
    desk.run(f'osint-kit decide grade {item} --grade F3 --because "no history; it fits, and nothing confirms it"')
    tip = "F6: no basis to judge it. A rival may gain. No role, link or judgment rests on it; we look for an own item."
    desk.run(f'osint-kit exercise respond IN-02 --text "{tip}"')
    paper = "One origin, told twice: the wording and the time show it. It stays 2 until an item of another origin comes."
    desk.run(f'osint-kit exercise respond IN-04 --text "{paper}"')
    desk.run("osint-kit exercise brief S7")
    desk.run("osint-kit report --summary --assist suggest")
    desk.fill("S7-summary", summary)
    desk.run("osint-kit report --summary")


def linking(desk: Desk) -> None:
    """S8 and S9: links, time line, money."""
    desk.until("D2 09:00")
    desk.run("osint-kit exercise brief S8")
    desk.run("osint-kit link --assist suggest")
    desk.fill("S8-link", link)
    desk.run("osint-kit link")
    owner = next(row for row in desk.rows("S8-link") if row["type"] == "Ownership")
    ends = f'{owner["source"]} {owner["target"]} --type Ownership --evidence "{owner["evidence"]}"'
    desk.run(f'osint-kit decide link {ends} --because "the register names the owner"')
    desk.run("osint-kit analyse --assist suggest")
    desk.fill("S8-events", event)
    desk.run("osint-kit analyse --show events")
    desk.run("osint-kit analyse --show prices")
    desk.run("osint-kit exercise inject IN-06")
    care = "People first: water, air, a doctor; the two minors to child protection before any question. SOM-AGG-1."
    desk.run(f'osint-kit exercise respond IN-06 --text "{care} They are witnesses; the driver is looked at apart."')
    desk.run("osint-kit exercise brief S9")
    desk.run("osint-kit money --assist suggest")
    desk.fill("S9-typologies", typology)
    desk.fill("S9-indicators", indicator)
    desk.run("osint-kit money")


def judging(desk: Desk) -> None:
    """S10 to S13: roles, law, hypotheses, what leaves, whom to hear."""
    desk.run("osint-kit exercise brief S10")
    desk.run("osint-kit assess roles --assist suggest")
    owners = {row["source"] for row in desk.rows("S8-link") if row["type"] == "Ownership"}
    desk.fill("S10-roles", role(owners), protected(desk))
    desk.run("osint-kit assess roles")
    desk.run("osint-kit assess elements --assist suggest")
    desk.fill("S10-elements", element)
    desk.run("osint-kit assess elements")
    desk.run("osint-kit exercise brief S11")
    desk.run("osint-kit assess hypotheses --assist suggest")
    desk.fill("S11-matrix", lambda row: yes("judge", row["reason"]))
    desk.fill("S11-hypotheses", hypothesis)
    desk.run("osint-kit assess hypotheses")
    desk.run("osint-kit exercise brief S12")
    desk.run("osint-kit share --assist suggest")
    benefit = next((row["evidence"] for row in desk.rows("S10-elements") if row["element"] == "SOM-4"), "")
    desk.fill("S12-request", request(benefit))
    desk.run("osint-kit share --format ftm --format graphml --format csv --output out --marking TLP:AMBER", longest=40)
    desk.until("D2 14:56")
    desk.run("osint-kit exercise brief S13")
    desk.run("osint-kit interview --assist suggest")
    traveller = next(row["entity"] for row in desk.rows("S10-roles") if (row["role"], row["decision"]) == ("PE-MIG", "role"))
    desk.fill("S13-interview", interview(traveller))
    desk.run("osint-kit interview")
    law = "No. Article 5: a migrant is not liable for having been smuggled; 6(4) is about other acts. He stays a witness."
    desk.run(f'osint-kit exercise respond IN-13 --text "{law}"')


def closing(desk: Desk, seed: str) -> None:
    """S14 and S15: brief-back, submission; then the instructor's part."""
    desk.run("osint-kit exercise brief S14")
    desk.run("osint-kit case verify")
    desk.run("osint-kit case show", longest=40)
    desk.run("osint-kit report")
    (desk.where / "points.txt").write_text(HALF_PAGE + "\n", encoding="utf-8")
    desk.run("osint-kit doctrine check points.txt")
    desk.run("osint-kit exercise brief S15")
    desk.run("osint-kit exercise submit --output red.json")
    desk.say("\n# The instructor, on another machine, with the world of the team made again, and its key:")
    desk.run("cd ../..")
    desk.run(f"osint-kit world make --seed {seed} --team red --with-key --output worlds/red-with-key")
    key = "--world worlds/red-with-key"
    told = desk.run(f"osint-kit exercise score cases/red/red.json {key} --brief-back 50 --explain --output score.json")
    desk.say("\n# The lines of the steps, and the end:")
    for line in [each for each in told.splitlines() if each and not each.startswith(" ")]:
        desk.say(line.rstrip())
    desk.run(f"osint-kit exercise debrief cases/red/red.json {key} --case cases/red --brief-back 50 --output red.html")


def main() -> None:
    """Play the exercise, or its first four steps in another language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder to work in; must not be there")
    parser.add_argument("--transcript", type=Path, help="file to write what was seen to")
    parser.add_argument("--seed", default="31")
    parser.add_argument("--lang", default="en", choices=["en", "ru", "tg"])
    parser.add_argument("--only-start", action="store_true", help="stop after S3")
    given = parser.parse_args()
    given.work.mkdir(parents=True)
    desk = Desk(given.work.resolve(), given.lang)
    desk.say("# EXERCISE – FICTION: every person, number, firm and place in this world is invented.")
    desk.say("# Written by play.py beside this file. What a command printed beyond fifteen lines is cut.")
    opening(desk, given.seed)
    collecting(desk)
    if not given.only_start:
        for part in (reading, linking, judging):
            part(desk)
        closing(desk, given.seed)
    if given.transcript:
        given.transcript.write_text("\n".join(desk.seen) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
