# ruff: noqa: INP001, S603 - a script, not a package; it runs the kit's own commands
"""Play the exercise from S0 to S15 as a new team would: from the briefs, on the real command line, by plain rules.

    python exercises/silk-route/instructor/play.py --work play --transcript transcript.txt

The worksheets are filled in by the rules of `reading.py`: they see the cells of a row, as a person does, and never an
answer key; a team that reads will do better. `transcript.txt` is what one run showed: what a command prints beyond
fifteen lines is cut, with a line that says so. It takes about eight minutes.
"""

from __future__ import annotations

import argparse
import csv
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import reading
from reading import HALF_PAGE, Row, Rule, yes

LONGEST = 15
TERMINAL = {"PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "110"}


class Desk:
    """A terminal and a spreadsheet: runs commands, fills in worksheets, and keeps what was seen."""

    def __init__(self, work: Path, language: str) -> None:
        """Work in a folder of its own, with its own configuration."""
        self.work, self.where, self.language, self.seen = work, work, language, list[str]()
        self.environment = {**os.environ, **TERMINAL, "OSINT_KIT_CONFIG": str(work / "config")}

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
            [sys.executable, "-m", "osint_kit", "--lang", self.language, *words[1:]],
            cwd=self.where, env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        printed = (done.stdout + done.stderr).replace(f"{self.work}{os.sep}", "").rstrip("\n")
        lines = printed.splitlines()
        more = len(lines) - longest + 1 if len(lines) > longest else 0
        for each in [*lines[: len(lines) - more], *([f"[… {more} more lines]"] if more else [])]:
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
    desk.fill("S1-plan", reading.plan, [yes("accept", "benefit is an element; the payment table can show it", **cells)])
    desk.run("osint-kit plan")
    desk.run("osint-kit exercise brief S2")
    desk.run("osint-kit search --assist suggest")
    desk.fill("S2-search", reading.search)
    accepted = [row for row in desk.rows("S2-search") if row["decision"] == "accept"]
    first = next(row["ref"] for row in accepted if row["source"] == "kanal.example")
    desk.run(f'osint-kit decide accept {first} --because "an offer with a contact; the author can delete it"')
    desk.run("osint-kit collect")
    desk.run("osint-kit exercise brief S3")
    desk.run("osint-kit preserve")
    desk.run("osint-kit search --leads")
    desk.fill("S2-search", lambda row: None if row["decision"] else reading.search(row))
    desk.run("osint-kit collect")
    desk.run("osint-kit preserve")
    desk.run("osint-kit case verify")
    desk.run("osint-kit case show exhibits", longest=5)


def understanding(desk: Desk) -> None:
    """IN-01, S4 to S7: mentions, who is who, grades, half a page."""
    desk.until("D1 10:30")
    desk.run("osint-kit exercise status", longest=40)
    answer = "Sealed before minute 75 as E20; case verify recomputes its hash. What is gone we record as gone, no more."
    desk.run(f'osint-kit exercise respond IN-01 --text "{answer}" --evidence "E20"')
    desk.run("osint-kit exercise brief S4")
    desk.run("osint-kit extract --assist suggest")
    desk.fill("S4-extract", reading.extract, reading.nicknames(desk.rows("S4-extract")))
    desk.run("osint-kit extract")
    desk.run('osint-kit decide accept S12 --because "read again: it stands as written"')
    desk.run("osint-kit exercise brief S5")
    desk.run("osint-kit exercise hint S5")
    desk.run("osint-kit resolve --assist suggest")
    pair = next(row for row in desk.rows("S5-resolve") if row["rule"] == "conflict")
    desk.fill("S5-resolve", reading.resolve)
    desk.run("osint-kit resolve")
    desk.run(f'osint-kit decide apart {pair["left"]} {pair["right"]} --because "two people, read again"')
    desk.until("D1 14:50")
    desk.run("osint-kit exercise brief S6")
    desk.run("osint-kit grade --assist suggest")
    desk.fill("S6-grade", reading.grade)
    desk.run("osint-kit grade")
    item = next(row["ref"] for row in desk.rows("S6-grade") if row["source"] == "F")
    desk.run(f'osint-kit decide grade {item} --grade F3 --because "no history; it fits, and nothing confirms it"')
    tip = "F6: no basis to judge it. A rival may gain. No role, link or judgment rests on it; we look for an own item."
    desk.run(f'osint-kit exercise respond IN-02 --text "{tip}"')
    desk.run("osint-kit exercise status", longest=60)
    paper = "One origin, told twice: wording and time show it. It stays 2 until an item of another origin comes."
    desk.run(f'osint-kit exercise respond IN-04 --text "{paper}"')
    desk.run("osint-kit exercise brief S7")
    desk.run("osint-kit report --summary --assist suggest")
    desk.fill("S7-summary", reading.summary)
    desk.run("osint-kit report --summary")


def linking(desk: Desk) -> None:
    """S8 and S9: links, time line, money."""
    desk.until("D2 09:00")
    desk.run("osint-kit exercise brief S8")
    desk.run("osint-kit link --assist suggest")
    desk.fill("S8-link", reading.link)
    desk.run("osint-kit link")
    owner = next(row for row in desk.rows("S8-link") if row["type"] == "Ownership")
    ends = f'{owner["source"]} {owner["target"]} --type Ownership --evidence "{owner["evidence"]}"'
    desk.run(f'osint-kit decide link {ends} --because "the register names the owner"')
    desk.run("osint-kit analyse --assist suggest")
    desk.fill("S8-events", reading.event)
    desk.run("osint-kit analyse --show events")
    desk.run("osint-kit analyse --show prices")
    desk.run("osint-kit exercise inject IN-06")
    care = "People first: water, air, a doctor; the two minors to child protection before any question. SOM-AGG-1."
    desk.run(f'osint-kit exercise respond IN-06 --text "{care} They are witnesses; the driver is looked at apart."')
    desk.run("osint-kit exercise brief S9")
    desk.run("osint-kit money --assist suggest")
    desk.fill("S9-typologies", reading.typology)
    desk.fill("S9-indicators", reading.indicator)
    desk.run("osint-kit money")


def judging(desk: Desk) -> None:
    """S10 to S13: roles, law, hypotheses, what leaves, whom to hear."""
    desk.run("osint-kit exercise brief S10")
    desk.run("osint-kit assess roles --assist suggest")
    owners = {row["source"] for row in desk.rows("S8-link") if row["type"] == "Ownership"}
    events, links = desk.rows("S8-events"), desk.rows("S8-link")
    desk.fill("S10-roles", reading.role(owners), reading.protected(desk.rows("S10-roles"), events, links))
    desk.run("osint-kit assess roles")
    desk.run("osint-kit assess elements --assist suggest")
    desk.fill("S10-elements", reading.element)
    desk.run("osint-kit assess elements")
    desk.run("osint-kit exercise brief S11")
    desk.run("osint-kit assess hypotheses --assist suggest")
    desk.fill("S11-matrix", lambda row: yes("judge", row["reason"]))
    desk.fill("S11-hypotheses", reading.hypothesis)
    desk.run("osint-kit assess hypotheses")
    desk.run("osint-kit exercise brief S12")
    desk.run("osint-kit share --assist suggest")
    benefit = next((row["evidence"] for row in desk.rows("S10-elements") if row["element"] == "SOM-4"), "")
    desk.fill("S12-request", reading.request(benefit))
    desk.run("osint-kit share --format ftm --format graphml --format csv --output out --marking TLP:AMBER", longest=40)
    desk.until("D2 14:56")
    desk.run("osint-kit exercise brief S13")
    desk.run("osint-kit interview --assist suggest")
    travellers = [row for row in desk.rows("S10-roles") if row["role"] == "PE-MIG" and row["decision"] == "role"]
    desk.fill("S13-interview", reading.interview(travellers[0]["entity"]))
    desk.run("osint-kit interview")
    desk.run("osint-kit exercise status", longest=60)
    law = "No. Article 5: a migrant is not liable for being smuggled; 6(4) is about other acts. He stays a witness."
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
        for part in (understanding, linking, judging):
            part(desk)
        closing(desk, given.seed)
    if given.transcript:
        given.transcript.write_text("\n".join(desk.seen) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
