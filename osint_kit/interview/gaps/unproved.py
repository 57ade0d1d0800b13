"""Elements of law that no statement carries and that a traveller can speak to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.interview.gaps import Question, gap
from osint_kit.interview.known import Known
from osint_kit.messages import N_, _

_ENTRY = N_("Tell me how you crossed each border, and what you were told to do there.")
_FEES = N_("Tell me about everything that was paid, promised or asked for, by whom and in what way.")
_DANGER = N_("Describe how you travelled: the vehicles, the nights, the food, the water and the weather.")
_TREATMENT = N_("How were you treated on the way and after you arrived?")
_AFTER = N_("Tell me about your days after you arrived: the place, the people, the work and the money.")
_OFFER = N_("Tell me how you first heard of the journey, and what you were told about it.")
_PAPERS = N_("Tell me about the papers that you had with you, and where they are now.")

QUESTIONS: Mapping[str, str] = {
    "SOM-1": _OFFER,
    "SOM-2": _ENTRY,
    "SOM-4": _FEES,
    "SOM-DOC-1": _PAPERS,
    "SOM-DOC-2": _PAPERS,
    "SOM-AGG-1": _DANGER,
    "SOM-AGG-2": _TREATMENT,
    "TIP-ACT-4": _AFTER,
    "TIP-MEA-2": _TREATMENT,
    "TIP-MEA-5": _OFFER,
    "TIP-PUR-3": _AFTER,
}


@gap
def unproved(facts: Known) -> Iterator[Question]:
    """Yield one question for each such element; several elements may share its words."""
    columns = (facts.elements[name].tolist() for name in ("element", "statements"))
    carried = {element for element, statements in zip(*columns, strict=True) if statements}
    for element, text in QUESTIONS.items():
        if element not in carried:
            yield Question(_(text), _("no statement carries {element}").format(element=element))
