"""F1 of `extract_text` per kind: `python tests/gold/measure.py [dev|sealed] [--errors]`.

A hit is the same kind, an overlapping span (one to one) and an equal value; names count by kind and span alone.
Telephone numbers are fictional, or libphonenumber's own examples where a real numbering plan must be told.
"""

# ruff: noqa: T201 - a script reports by printing

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from osint_kit.extract import Mention, find
from osint_kit.knowledge.regions import REAL, Profile

HERE = Path(__file__).parent
NAMES = {"person", "organization"}


def profiles() -> tuple[Profile, ...]:
    rows = (
        (
            "QM",
            "281",
            r"\d{4}[A-Z]{2}\d{2}",
            ("tg", "ru"),
            ("Navzamin", "Навзамин", "Obigul", "Обигул", "Orzugar", "Орзугар", "Sangrez", "Сангрез"),
        ),
        ("QN", "283", r"\d{2}[A-Z]\d{3}[A-Z]{2}", ("uz", "ru"), ("Tamgala", "Тамгала", "Qumtepalik", "Кумтепалик")),
        (
            "QO",
            "285",
            r"[A-Z]{3}\d{5}",
            ("fa", "ps"),
            ("Badganj", "Бадгандж", "Sefidpul", "Сефидпул", "Tangirud", "Тангируд"),
        ),
        (
            "QP",
            "289",
            r"[A-Z]{2}\d{2}[A-Z]{3}",
            ("en",),
            ("Veldhaven", "Brackmoor", "Tarnwick", "Osterlyn", "Halvern", "Халверн"),
        ),
    )
    return tuple(
        Profile(code, code, calling, 9, plate, 22, "USD", languages, places, "test", 1.0, fictional=True)
        for code, calling, plate, languages, places in rows
    )


def lines(name: str) -> Iterator[dict[str, object]]:
    for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def compare(
    wanted: list[dict[str, object]], found: list[Mention]
) -> tuple[list[str], list[dict[str, object]], list[Mention]]:
    hits, missed, left = [], [], list(found)
    for want in wanted:
        kind = str(want["kind"])
        fits = (
            each
            for each in left
            if each.kind == kind
            and each.start < want["end"]
            and want["start"] < each.end
            and (kind in NAMES or each.value == want["value"])
        )
        hit = next(fits, None)
        if hit:
            left.remove(hit)
            hits.append(kind)
        else:
            missed.append(want)
    return hits, missed, left


def measure(name: str, *, errors: bool = False) -> dict[str, tuple[int, int, int]]:
    right, wanted, found = Counter(), Counter(), Counter()
    for line in lines(name):
        mentions = list(find(str(line["text"]), profiles=profiles() + REAL))
        hits, missed, extra = compare(line["mentions"], mentions)
        right.update(hits)
        wanted.update(each["kind"] for each in line["mentions"])
        found.update(each.kind for each in mentions)
        if errors and (missed or extra):
            print(line["text"])
            for each in missed:
                print("   missed", each["kind"], repr(line["text"][each["start"] : each["end"]]), each["value"])
            for each in extra:
                print("   extra ", each.kind, repr(each.text), each.value, each.rule)
    return {kind: (right[kind], wanted[kind], found[kind]) for kind in sorted(wanted | found)}


def main(arguments: list[str]) -> None:
    names = [each for each in arguments if not each.startswith("-")] or ["dev", "sealed"]
    for name in names:
        scores = []
        for kind, (right, wanted, found) in measure(name, errors="--errors" in arguments).items():
            f1 = 2 * right / (wanted + found)
            scores.append(f1)
            print(f"{name:7} {kind:13} F1 {f1:.3f}  right {right}  wanted {wanted}  found {found}")
        print(f"{name:7} macro         F1 {sum(scores) / len(scores):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
