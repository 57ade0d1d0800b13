"""S6: are source and information graded as they deserve, and the false items named?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.messages import _
from osint_kit.score.f1 import Counts
from osint_kit.score.grades import agreement, halo, kappa
from osint_kit.score.key import KeyItem
from osint_kit.score.measures import Explanation, StepScore, measure
from osint_kit.score.sheet import Sheet

STEP = "S6"
AGREED, DETECTED = 60.0, 30.0
SAYS_FALSE = frozenset("45")
"""The digits by which a team says that an item is false: doubtful, improbable."""

FALSE = "false"

Graded = Mapping[str, tuple[str, str]]


@measure
def grading(sheet: Sheet) -> StepScore:
    """Give 60 points for the mean credit over key items, 30 for the F1 of false items among them."""
    items = {item.item: item for item in sheet.key.items if item.key}
    rows = sorted(sheet.rows(STEP), key=lambda row: row.at)
    graded = {
        str(row.values.get("item")): (str(row.values.get("source")), str(row.values.get("information")))
        for row in rows
        if row.values.get("scheme") == "admiralty" and str(row.values.get("item")) in items
    }
    counts = _counts(graded, items)
    explained = [*_agreement(graded, items), *_detection(graded, items, counts)]
    return StepScore.of(STEP, AGREED + DETECTED, explained, _facts(graded, items, counts))


def _agreement(graded: Graded, items: Mapping[str, KeyItem]) -> Iterator[Explanation]:
    each = AGREED / (len(items) or 1)
    for name, item in sorted(items.items()):
        true = item.grade_source, item.grade_information
        if name not in graded:
            yield Explanation(STEP, _("not graded; {true}").format(true="".join(true)), name, -each)
            continue
        credit = sum(agreement(*pair) for pair in zip(graded[name], true, strict=True)) / 2
        what = _("graded {found}; {true}").format(found="".join(graded[name]), true="".join(true))
        if credit:
            yield Explanation(STEP, what, name, each * credit)
        if credit < 1:
            yield Explanation(STEP, what, name, -each * (1 - credit))


def _counts(graded: Graded, items: Mapping[str, KeyItem]) -> Counts:
    false = {name for name, item in items.items() if item.truth == FALSE}
    named = {name for name, grade in graded.items() if grade[1] in SAYS_FALSE}
    return Counts(len(false & named), len(named - false), len(false - named))


def _detection(graded: Graded, items: Mapping[str, KeyItem], counts: Counts) -> Iterator[Explanation]:
    unit = counts.unit(DETECTED)
    for name, item in sorted(items.items()):
        said = name in graded and graded[name][1] in SAYS_FALSE
        if item.truth == FALSE and said:
            yield Explanation(STEP, _("false item recognised"), name, 2 * unit)
        elif item.truth == FALSE:
            yield Explanation(STEP, _("false item not recognised"), name, -unit)
        elif said:
            yield Explanation(STEP, _("said to be false, but is not"), name, -unit)


def _facts(graded: Graded, items: Mapping[str, KeyItem], counts: Counts) -> dict[str, float]:
    names = sorted(graded)
    found = [graded[name] for name in names]
    true = [(items[name].grade_source, items[name].grade_information) for name in names]
    return {
        "graded": len(names),
        "false_f1": counts.f1,
        "kappa_source": kappa([a for a, _b in found], [a for a, _b in true], "ABCDE"),
        "kappa_information": kappa([b for _a, b in found], [b for _a, b in true], "12345"),
        "halo": halo(found, true),
    }
