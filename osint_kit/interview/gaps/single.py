"""Links of the person that rest on one item."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.interview.gaps import Question, gap
from osint_kit.interview.known import Known
from osint_kit.messages import _


@gap
def single(facts: Known) -> Iterator[Question]:
    """Yield one question for each link that a single item carries."""
    columns = (facts.ties[name].tolist() for name in ("ref", "id", "type", "statements"))
    for ref, name, kind, statements in zip(*columns, strict=True):
        items = {facts.items.get(each, each) for each in statements}
        if len(items) <= 1:
            where = next(iter(items), _("none known"))
            reason = _("link {ref} ({kind}) rests on one item: {item}").format(
                ref=ref or name[:8], kind=kind, item=where
            )
            yield Question(
                _("Describe the people whom you met or spoke to on the way, and what each of them did."), reason
            )
