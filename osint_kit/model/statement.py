"""One fact, with its pointer into a sealed exhibit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from osint_kit.model.document import Document
from osint_kit.model.serial import content_id

KINDS: dict[str, tuple[str, str]] = {
    "person": ("Person", "name"),
    "organization": ("Organization", "name"),
    "phone": ("LegalEntity", "phone"),
    "handle": ("UserAccount", "username"),
    "iban": ("BankAccount", "iban"),
    "plate": ("Vehicle", "registrationNumber"),
    "date": ("Event", "date"),
    "money": ("Payment", "amount"),
    "place": ("Address", "full"),
    "crossing": ("Address", "full"),
    "coordinates": ("Address", "full"),
    "email": ("LegalEntity", "email"),
    "url": ("LegalEntity", "website"),
    "domain": ("Note", "name"),
    "ip_address": ("UserAccount", "ipAddress"),
    "card": ("BankAccount", "accountNumber"),
    "wallet": ("CryptoWallet", "publicKey"),
    "document_number": ("Identification", "number"),
    "mrz": ("Identification", "summary"),
    "tax_id": ("LegalEntity", "taxNumber"),
    "vehicle": ("Vehicle", "model"),
    "flight": ("Trip", "name"),
    "coded_term": ("Note", "name"),
    "emoji_code": ("Note", "name"),
}
"""Kind of a mention → its FollowTheMoney schema and property; a note is what FollowTheMoney has no property for.

Other kinds that text holds (relative days, ways of splitting a fee) are found but not stated.
"""

FORMS: dict[str, tuple[str, str]] = {
    "phone": (r"\+[1-9]\d{6,14}", "+281551234567"),
    "handle": (r"@[^\sA-ZА-ЯЁ]+", "@navo_204"),
    "email": (r"[^\s@]+@[^\s@]+\.[^\s@]+", "navo@bozor.example"),
    "domain": (r"[^\s/@]+\.[^\s/@]+", "bozor.example"),
    "iban": (r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}", "QM65PQLU32195264888776"),
    "card": (r"\d{12,19}", "9999000011112222"),
    "wallet": (r"(BTC|ETH|TRX):\w+", "BTC:tb1q…"),
    "plate": (r"[A-Z]{2}:[A-Z0-9]+", "QM:1234AB05"),
    "date": (r"\d{4}-\d{2}-\d{2}", "2031-03-02"),
    "money": (r"\d+(\.\d+)? [A-Z]{3,4}", "1500 USD"),
    "coordinates": (r"-?\d+\.\d{5},-?\d+\.\d{5}", "38.55980,68.78700"),
    "crossing": (r"[a-z0-9_]+", "panji_poyon"),
    "flight": (r"[A-Z0-9]{2,3}\d{1,4}", "QZ204"),
}
"""Kind of a mention → pattern of its normal form, and an example; others have none."""

SELECTOR_KINDS = frozenset({"phone", "handle", "iban", "plate", "email", "card", "wallet", "document_number", "tax_id"})
"""Kinds whose equal values point at one holder: compared and linked by value."""

NAME_KINDS = frozenset({"person", "organization"})
"""Kinds that name somebody: compared by likeness."""


@dataclass(frozen=True)
class Statement:
    """One fact: subject, schema, property, value; `document.text[start:end] == original`.

    `happened` is the time the fact is about (empty if the source does not say), `observed` the time the exhibit was
    retrieved; both aware ISO 8601 with the source's offset. `value` of an entity property is a subject id.
    """

    subject: str
    schema: str
    property: str
    kind: str
    value: str
    original: str
    document: str
    start: int
    end: int
    language: str
    origin: str
    score: float
    happened: str
    observed: datetime

    @cached_property
    def id(self) -> str:
        """Content id: what is said of whom, and where it stands; not who found it, nor when. Made once."""
        return content_id(
            "statement", self.subject, self.schema, self.property, self.value, self.document, self.start, self.end
        )


def well_formed(kind: str, value: str) -> bool:
    """Whether a value is written in the normal form of its kind.

    >>> well_formed("phone", "+281551234567"), well_formed("phone", "2,81551E+11"), well_formed("person", "K. Nuri")
    (True, False, True)
    """
    return bool(value) and (kind not in FORMS or re.fullmatch(FORMS[kind][0], value) is not None)


def mention_subject(document: Document, start: int, end: int, schema: str) -> str:
    """Subject of a mention in free text: each mention is its own until somebody joins it to others."""
    return content_id("mention", document.id, start, end, schema)


def selector_subject(kind: str, value: str) -> str:
    """Subject of a selector in a structured field: the number itself, wherever it stands."""
    return content_id("selector", kind, value)
