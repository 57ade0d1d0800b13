"""What leaves a case, and the checks that it must pass first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.knowledge import doctrine
from osint_kit.messages import _

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

FOLDER = "share"


def language_faults(case: Case) -> tuple[str, ...]:
    """Faults of estimative language in the half-page that stands."""
    held = case.standing("summary")
    texts = held.loc[held["question"] == "summary", "text"]
    found = (fault for text in texts for fault in doctrine.check(str(text)))
    line = _("{found}: {advice}")
    return tuple(line.format(found=repr(each.found), advice=each.advice) for each in found)


def disclosure_faults(case: Case) -> tuple[str, ...]:
    """What the request for assistance lacks, or names without need."""
    from osint_kit.share import check  # noqa: PLC0415 - steps load when they are used

    decided = case.judged("request")
    return tuple(check(decided if len(decided) else case.standing("request"), case.judged("roles")))


def interview_faults(case: Case) -> tuple[str, ...]:
    """Stages and safeguards that the decided plan lacks, and questions that lead."""
    from osint_kit.interview import describe, faults, gate  # noqa: PLC0415 - steps load when they are used

    held = case.judged("interview")
    missing = gate(held)
    asked = held.loc[held["section"] == "question", "text"].tolist()
    line = _("question {text}: {fault}")
    return (
        *missing,
        *(line.format(text=repr(text), fault=describe(each)) for text in asked for each in faults(str(text))),
    )


def outgoing(
    case: Case,
    formats: Iterable[str],
    folder: Path | str | None = None,
    *,
    disclose: Mapping[str, str] | None = None,
    marking: str = "TLP:AMBER",
) -> tuple[str, ...]:
    """Write the entities and links that may leave, in each format; returns the paths.

    Args:
        disclose: entity → the need to name it although it has no decided suspect role.

    Raises:
        MarkingViolation: somebody protected would be named without need.
    """
    from osint_kit.share import outgoing as prepare  # noqa: PLC0415 - steps load when they are used
    from osint_kit.share.formats import formats as family  # noqa: PLC0415 - steps load when they are used

    made = prepare(
        case.entities,
        case.links,
        case.statements,
        case.judged("roles"),
        disclose=dict(disclose or {}),
        marking=marking,
        watermark=case.settings.watermark,
    )
    target = Path(folder) if folder else case.path / FOLDER
    products = (product for name in formats for product in family[name](made))
    return tuple(str(case.write(target / product.name, product.body)) for product in products)
