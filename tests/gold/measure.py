"""How well texts are read: `python tests/gold/measure.py [FILE.tsv] [--kind KIND] [--language CODE] [--errors]`.

A hit is a find of the same kind over an overlapping span, one to one; values are compared among the hits. Lines are
`language<TAB>tags<TAB>text`, with `⟦kind|value|surface⟧` around what stands in the text; an empty value is the surface
itself, and of names, places and vehicles no value is asked. Numbers are valid in form and nobody's.
"""

# ruff: noqa: T201 - a script reports by printing

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from osint_kit.extract import Mention, find
from osint_kit.knowledge.regions import REAL, Profile
from osint_kit.knowledge.text import guess

HERE = Path(__file__).parent
UNVALUED = {
    "person", "organization", "place", "vehicle", "partial_date", "relative_date", "date_range", "fee_split",
}  # fmt: skip
OF_THEIR_OWN = {
    "partial_date", "relative_date", "date_range", "price_per_head", "fee_split", "ip_address", "tax_id",
}  # fmt: skip
"""Kinds that are listed, and never count as another."""
_MARK = re.compile(r"⟦([a-z_]+)\|([^|⟧]*)\|([^⟧]*)⟧")

FICTIONAL = (
    ("QM", "281", r"\d{4}[A-Z]{2}\d{2}", ("tg", "ru"),
     "Navzamin Навзамин Obigul Обигул Orzugar Орзугар Sangrez Сангрез Navoristan"),
    ("QN", "283", r"\d{2}[A-Z]\d{3}[A-Z]{2}", ("uz", "ru"), "Tamgala Тамгала Qumtepalik Кумтепалик"),
    ("QO", "285", r"[A-Z]{3}\d{5}", ("fa", "ps"), "Badganj Бадгандж Sefidpul Сефидпул Tangirud Тангируд"),
    ("QP", "289", r"[A-Z]{2}\d{2}[A-Z]{3}", ("en",), "Veldhaven Brackmoor Tarnwick Osterlyn Halvern Халверн"),
)  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """What stands in a line, by whoever wrote it."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Line:
    """One line of a gold set, the marks taken out of the text."""

    language: str
    tags: frozenset[str]
    text: str
    marks: tuple[Mark, ...]

    @property
    def year(self) -> int:
        return next((int(tag.removeprefix("year=")) for tag in self.tags if tag.startswith("year=")), 0)


@dataclass
class Tally:
    """Counts of one kind."""

    hits: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else float("nan")

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.wanted + self.found) if self.wanted + self.found else float("nan")

    @property
    def value(self) -> float:
        return self.right / self.hits if self.hits else float("nan")

    def __iadd__(self, other: Tally) -> Self:
        self.hits += other.hits
        self.right += other.right
        self.wanted += other.wanted
        self.found += other.found
        return self


@dataclass
class Report:
    """Tallies by kind and language, and what was wrong."""

    by: dict[tuple[str, str], Tally] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    negatives: int = 0
    false_in_negatives: int = 0
    told: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def tally(self, kind: str, language: str) -> Tally:
        return self.by.setdefault((kind, language), Tally())

    def kinds(self) -> list[str]:
        return sorted({kind for kind, _language in self.by}, key=lambda kind: (kind in OF_THEIR_OWN, kind))

    def languages(self) -> list[str]:
        return sorted({language for _kind, language in self.by})

    def total(self, kind: str) -> Tally:
        whole = Tally()
        for (each, _language), tally in self.by.items():
            if each == kind:
                whole += tally
        return whole


def profiles() -> tuple[Profile, ...]:
    """The fictional states of the lines tagged so."""
    return tuple(
        Profile(code, code, calling, 9, plate, 22, "USD", languages, tuple(places.split()), "test", 1.0, fictional=True)
        for code, calling, plate, languages, places in FICTIONAL
    )


def read(path: Path) -> Iterator[Line]:
    """Read the lines of a gold set."""
    for row in path.read_text("utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            language, tags, marked = row.split("\t", 2)
            yield unmarked(language, frozenset(tags.split(",")), marked.replace("\\n", "\n"))


def unmarked(language: str, tags: frozenset[str], marked: str) -> Line:
    """Take the marks out of a text and keep where they were."""
    text, marks, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        kind, value, surface = match.groups()
        marks.append(Mark(len(text), len(text) + len(surface), kind, value or surface))
        text, done = text + surface, match.end()
    return Line(language, tags, text + marked[done:], tuple(marks))


def pairs(marks: Iterable[Mark], found: Iterable[Mention]) -> Iterator[tuple[Mark, Mention]]:
    """Hits, one to one: those of equal value first, then those that overlap most."""
    possible = sorted(
        (
            (each.value != mark.value, max(each.start, mark.start) - min(each.end, mark.end), mark.start, each.start)
            for mark in marks
            for each in found
            if each.kind == mark.kind and each.start < mark.end and mark.start < each.end
        ),
    )
    by_mark, by_find = {each.start: each for each in marks}, {each.start: each for each in found}
    for _unlike, _overlap, mark_at, find_at in possible:
        if mark_at in by_mark and find_at in by_find:
            yield by_mark.pop(mark_at), by_find.pop(find_at)


def measure(lines: Iterable[Line], *, kind: str = "") -> Report:
    """Read all lines and count."""
    report, known = Report(), REAL + profiles()
    for line in lines:
        found = [each for each in find(line.text, profiles=known, year=line.year) if kind in ("", each.kind)]
        marks = [each for each in line.marks if kind in ("", each.kind)]
        hits = count(report, line, marks, found)
        _describe(report, line, marks, found, hits)
        report.told[line.language, guess(line.text) == line.language] += 1
        if "negative" in line.tags:
            report.negatives += 1
            report.false_in_negatives += len(found) - len(hits)
    return report


def count(report: Report, line: Line, marks: list[Mark], found: list[Mention]) -> list[tuple[Mark, Mention]]:
    """Count one line; returns its hits."""
    hits = list(pairs(marks, found))
    for mark in marks:
        report.tally(mark.kind, line.language).wanted += 1
    for each in found:
        report.tally(each.kind, line.language).found += 1
    for mark, each in hits:
        tally = report.tally(mark.kind, line.language)
        tally.hits += 1
        tally.right += mark.kind in UNVALUED or mark.value == each.value
    return hits


def _describe(
    report: Report, line: Line, marks: list[Mark], found: list[Mention], hits: list[tuple[Mark, Mention]]
) -> None:
    hit_marks, hit_finds = {mark.start for mark, _each in hits}, {each.start for _mark, each in hits}
    told = [f"   missed {m.kind} {line.text[m.start : m.end]!r} {m.value}" for m in marks if m.start not in hit_marks]
    told += [f"   false  {e.kind} {e.text!r} {e.value} [{e.rule}]" for e in found if e.start not in hit_finds]
    told += [
        f"   value  {mark.kind} {each.text!r} {each.value} instead of {mark.value} [{each.rule}]"
        for mark, each in hits
        if mark.kind not in UNVALUED and mark.value != each.value
    ]
    if told:
        report.errors.append("\n".join([f"{line.language} {','.join(sorted(line.tags))}: {line.text}", *told]))


def show(report: Report) -> None:
    """Print the figures."""
    print(f"{'kind':16} {'P':>6} {'R':>6} {'F1':>6} {'value':>6} {'wanted':>7} {'found':>6}")
    for kind in report.kinds():
        all_of = report.total(kind)
        figures = f"{all_of.precision:6.3f} {all_of.recall:6.3f} {all_of.f1:6.3f} {all_of.value:6.3f}"
        own = "  (a kind of its own)" if kind in OF_THEIR_OWN else ""
        print(f"{kind:16} {figures} {all_of.wanted:7} {all_of.found:6}{own}")
    print("\nF1 (value accuracy) by language")
    print(" " * 16 + "".join(f"{language:>12}" for language in report.languages()))
    for kind in report.kinds():
        print(f"{kind:16}" + "".join(f"{_cell(report.by.get((kind, each))):>12}" for each in report.languages()))
    right = sum(count for (_language, fits), count in report.told.items() if fits)
    print(f"\nlanguage told: {right / max(1, sum(report.told.values())):.3f}   " + _by_language(report.told))
    per_line = report.false_in_negatives / report.negatives if report.negatives else float("nan")
    print(f"false finds per negative line: {per_line:.3f} ({report.false_in_negatives} in {report.negatives})")


def _cell(tally: Tally | None) -> str:
    return f"{tally.f1:.2f} ({tally.value:.2f})" if tally else "-"


def _by_language(told: Counter[tuple[str, bool]]) -> str:
    languages = sorted({language for language, _fits in told})
    return "  ".join(f"{each} {told[each, True] / (told[each, True] + told[each, False]):.2f}" for each in languages)


def main(arguments: list[str] | None = None) -> None:
    """Measure a file, by default the open lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "text.tsv")
    parser.add_argument("--kind", default="")
    parser.add_argument("--language", default="")
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args(arguments)
    lines = [line for line in read(chosen.file) if chosen.language in ("", line.language)]
    report = measure(lines, kind=chosen.kind)
    if chosen.errors:
        print("\n".join(report.errors))
    show(report)


if __name__ == "__main__":
    main()
