"""The evidence store and its chain of custody."""

from __future__ import annotations

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.model import CustodyEntry, Exhibit
from osint_kit.report.html import join, more, table
from osint_kit.report.sections import Block, ReportInput, section


@section
def custody(given: ReportInput) -> Block | None:
    """Custody entries, and every exhibit with its digest."""
    if not given.exhibits and not given.custody:
        return None
    columns = [_("Who"), _("No."), _("Action"), _("When"), _("Exhibits"), _("Signed with")]
    body = [table(_("Custody log"), columns, [_entry(entry) for entry in given.custody])]
    columns = [_("Ref"), _("Address"), _("Retrieved"), _("Site's clock"), _("Outcome"), _("SHA-256")]
    listed = table(_("Exhibits"), columns, [_exhibit(given, exhibit) for exhibit in given.exhibits])
    body.append(more(_("{count} exhibits with their digests").format(count=len(given.exhibits)), listed))
    return Block(80, "custody", _("Evidence and custody"), join(body))


def _entry(entry: CustodyEntry) -> list[object]:
    when = entry.at.isoformat(sep=" ", timespec="seconds")
    return [entry.author, entry.number, entry.action, when, len(entry.exhibits), f"Ed25519 {entry.public_key[:16]}"]


def _exhibit(given: ReportInput, exhibit: Exhibit) -> list[object]:
    served = exhibit.served_at.isoformat(sep=" ", timespec="seconds") if exhibit.served_at else ""
    return [
        given.ref(exhibit.id),
        exhibit.asked,
        exhibit.retrieved_at.isoformat(sep=" ", timespec="seconds"),
        served,
        exhibit.outcome.value,
        Markup("<code>{}</code>").format(exhibit.digest.removeprefix("sha256:")),
    ]
