"""Items about the person that do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.interview.gaps import Question, gap
from osint_kit.interview.known import Known
from osint_kit.messages import N_, _

QUESTIONS: Mapping[str, str] = {
    "money": N_("Tell me how the price of the journey was set, and how it changed."),
    "plate": N_("Describe each vehicle that you travelled in, as well as you remember it."),
    "phone": N_("Tell me about the telephones that you used or called, and whose they were."),
}
"""Kind of value → what to ask when the items about one person name several."""


@gap
def contradictions(facts: Known) -> Iterator[Question]:
    """Yield a question for each kind of which different items name different values and none in common."""
    for kind, text in QUESTIONS.items():
        said = facts.own[facts.own["kind"] == kind]
        columns = (said[name].tolist() for name in ("item", "document", "value"))
        by_item: dict[str, set[str]] = {}
        for item, document, value in zip(*columns, strict=True):
            by_item.setdefault(item or document, set()).add(value)
        if len(by_item) > 1 and not set.intersection(*by_item.values()):
            values = ", ".join(sorted(set().union(*by_item.values()))[:4])
            yield Question(_(text), _("items differ: {values}").format(values=values))
