"""How well texts are read, beside tools that somebody else wrote: python tests/bench/extraction.py [FILE.tsv].

P, R, F1 and value accuracy per kind and language, ours first, then each peer for the kinds that it knows, and the
ratios. A hit is as `tests/gold/measure.py` says. Peers need a package index at the first run.
"""

# ruff: noqa: E402 - the folders beside this one are put on the path first

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "gold")]
from environments import environment
from measure import HERE, Line, Report, Tally, count, measure, read, show

from osint_kit.extract import Mention

APPLIES = {
    "phonenumbers_alone": ("phone",),
    "dateparser_search": ("date",),
    "ioc_finder": ("email", "url", "domain", "ip_address"),
    "natasha": ("person", "organization", "place"),
    "spacy_rules": ("email", "url"),
}
LANGUAGES = {"natasha": ("ru",)}


def main(path: Path) -> None:
    """Measure ours and the peers on the same lines."""
    lines = list(read(path))
    mine = measure(lines)
    show(mine)
    for peer, report in peers(lines).items():
        print(f"\n{peer}")
        for kind in APPLIES[peer]:
            _compare(kind, mine, report, LANGUAGES.get(peer, tuple(mine.languages())))


def peers(lines: list[Line]) -> dict[str, Report]:
    """What the peers find, counted as ours is."""
    home = environment("peers", Path(__file__).with_name("peers.txt"), wheels_only=False)
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "lines.json"
        sample.write_text(json.dumps([(line.text, line.language) for line in lines]), encoding="utf-8")
        script = Path(__file__).with_name("peer_extraction.py")
        told = subprocess.run([home / "bin" / "python", script, sample], capture_output=True, text=True, check=True)
    reports = {}
    for peer, found in json.loads(told.stdout).items():
        reports[peer] = report = Report()
        for line, finds in zip(lines, found, strict=True):
            kinds = APPLIES[peer]
            marks = [mark for mark in line.marks if mark.kind in kinds]
            count(report, line, marks, [_mention(line.text, *each) for each in finds if each[2] in kinds])
    return reports


def _mention(text: str, start: int, end: int, kind: str, value: str) -> Mention:
    return Mention(start, end, kind, text[start:end], value, "", 1.0, "")


def _compare(kind: str, mine: Report, other: Report, languages: tuple[str, ...]) -> None:
    ours, theirs = (_over(report, kind, languages) for report in (mine, other))
    ratio = f"{ours.f1 / theirs.f1:5.1f}x" if theirs.f1 else "   -"
    print(
        f"  {kind:14} P {theirs.precision:.3f} R {theirs.recall:.3f} F1 {theirs.f1:.3f} value {theirs.value:.3f}"
        f"   ours F1 {ours.f1:.3f} value {ours.value:.3f}   {ratio}"
    )
    told = ((each, other.by.get((kind, each), Tally()), mine.by.get((kind, each), Tally())) for each in languages)
    print("      F1 theirs/ours  " + "  ".join(f"{each} {his.f1:.2f}/{my.f1:.2f}" for each, his, my in told))


def _over(report: Report, kind: str, languages: tuple[str, ...]) -> Tally:
    whole = Tally()
    for each in languages:
        whole += report.by.get((kind, each), Tally())
    return whole


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "text.tsv")
