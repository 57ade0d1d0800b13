"""Links as entities of FollowTheMoney: which schema fits their ends, and what it can say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from osint_kit.messages import _
from osint_kit.share.outgoing import Tie

LEGAL = frozenset({"Person", "Organization", "Company", "LegalEntity"})
FIRMS = frozenset({"Organization", "Company"})
PERSONS = frozenset({"Person"})
ASSETS = frozenset({"Company", "Vehicle", "BankAccount"})
ANY = LEGAL | ASSETS | {"UserAccount"}

ENDS: Mapping[str, tuple[tuple[str, frozenset[str]], tuple[str, frozenset[str]]]] = {
    "Payment": (("payer", LEGAL), ("beneficiary", LEGAL)),
    "Call": (("caller", LEGAL), ("receiver", LEGAL)),
    "Ownership": (("owner", LEGAL), ("asset", ASSETS)),
    "Directorship": (("director", LEGAL), ("organization", FIRMS)),
    "Employment": (("employee", PERSONS), ("employer", FIRMS)),
    "Membership": (("member", LEGAL), ("organization", FIRMS)),
    "Representation": (("agent", LEGAL), ("client", LEGAL)),
    "Family": (("person", PERSONS), ("relative", PERSONS)),
    "Associate": (("person", PERSONS), ("associate", PERSONS)),
    "UnknownLink": (("subject", ANY), ("object", ANY)),
}
"""Schema of a link → property and schemas of its two ends, in the library's model."""

QUOTES = "\"'"


def tie_entities(tie: Tie, schemas: Mapping[str, str], legend: str) -> Iterator[dict[str, object]]:
    """Yield one entity a link; of a payment one a currency. Where its ends do not fit, it is an unknown link."""
    schema = tie.type if _fits(tie, schemas) else "UnknownLink"
    (source, _of), (target, _to) = ENDS[schema]
    about = [legend] if schema == tie.type else [legend, tie.type]
    dates = [found for found in (_date(tie.first), _date(tie.last)) if found]
    for number, (amount, currency) in enumerate(_sums(tie.amount) if schema == "Payment" else [("", "")]):
        held = {source: [tie.source], target: [tie.target], "description": about, "startDate": dates[:1]}
        held |= {"endDate": dates[1:], "summary": [_summary(tie)]}
        held |= {"amount": [amount], "currency": [currency]} if amount else {}
        properties = {key: list(filter(None, map(cleaned, values))) for key, values in held.items()}
        kept = {key: values for key, values in properties.items() if values}
        yield {"id": f"{tie.id}-{number}" if number else tie.id, "schema": schema, "properties": kept}


def _fits(tie: Tie, schemas: Mapping[str, str]) -> bool:
    if tie.type not in ENDS:
        return False
    (_source, left), (_target, right) = ENDS[tie.type]
    return schemas[tie.source] in left and schemas[tie.target] in right


def _summary(tie: Tie) -> str:
    events = _("{count} events").format(count=tie.count)
    return f"{events}; {tie.amount}" if tie.amount else events


def _sums(amount: str) -> list[tuple[str, str]]:
    parts = [each.strip().partition(" ") for each in amount.split(";")]
    return [(number, currency) for number, _space, currency in parts if number] or [("", "")]


def _date(text: str) -> str:
    """A time as the library keeps it: in UTC, without an offset; nothing where it is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if at.tzinfo is None:
        return text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else ""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def cleaned(text: str) -> str:
    r"""A text without what the library would take away: control and format characters, spaces at the ends or doubled.

    >>> cleaned(" گل\u200cمحمد  رحیمی\n")
    'گل محمد رحیمی'
    """
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(" " if unicodedata.category(each)[0] == "C" else each for each in composed).split())


def cleaned_name(text: str) -> str:
    """A name as the library keeps it: without the quotation marks round the whole."""
    name = cleaned(text)
    while len(name) > 1 and name[0] in QUOTES and name[-1] in QUOTES:
        name = name[1:-1].strip()
    return name
