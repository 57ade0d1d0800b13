"""The network as a picture."""

from __future__ import annotations

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.figure import draw, shown
from osint_kit.report.html import figure, join, paragraph, table
from osint_kit.report.sections import Block, ReportInput, section

RANKED = 15


@section
def network(given: ReportInput) -> Block | None:
    """The entities that matter most and the links between them."""
    chosen = shown(given)
    if not chosen.nodes:
        return None
    caption = _(
        "{shown} of {all} linked entities: those with decided links first, then those that stand most between others."
    )
    caption = caption.format(shown=len(chosen.nodes), all=chosen.linked)
    return Block(40, "network", _("Network"), join([figure(draw(chosen), caption), *_ranking(given)]))


def _ranking(given: ReportInput) -> list[Markup]:
    if given.measures.empty:
        return []
    names = [name for name in given.measures.columns if name not in ("entity", "label")]
    rows = given.measures.head(RANKED).to_dict("records")
    cells = [[str(row["label"]), *(f"{row[name]:.3g}" for name in names)] for row in rows]
    notes = [
        _("A high degree often belongs to a dispatcher or a shop; few links and a high betweenness mark a broker.")
    ]
    if not given.links["decided"].all():
        notes.append(_("The ranking covers proposed links too: a link that you reject changes it."))
    ranking = table(_("Place in the network"), [_("Entity"), *names], cells)
    return [ranking, *(paragraph(note, "note") for note in notes)]
