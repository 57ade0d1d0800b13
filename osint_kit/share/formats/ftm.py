"""Entities as FollowTheMoney reads them: one JSON object a line, with properties that its model has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from osint_kit.messages import _
from osint_kit.model import Product
from osint_kit.share.formats import format_
from osint_kit.share.outgoing import Outgoing, Party
from osint_kit.share.ties import LEGAL, cleaned, cleaned_name, tie_entities

Entity: TypeAlias = "dict[str, object]"

OWN = {"UserAccount": ("handle", "username"), "BankAccount": ("iban", "accountNumber")}
OWN["Vehicle"] = ("plate", "registrationNumber")
"""Schema of a thing → kind of the selector that it is, and the property that holds it; an IBAN of a fictional state is
no IBAN for the library, so that it stands as a plain number."""


@format_
def ftm(given: Outgoing) -> Iterator[Product]:
    """Yield entities, the things that belong to them, and links as entities of their own."""
    assets = {tie.target for tie in given.ties if tie.type == "Ownership"}
    schemas = {each.id: _schema(each, owned=each.id in assets) for each in given.parties}
    made = [one for each in given.parties for one in _party(each, schemas[each.id], given.legend())]
    made += [one for tie in given.ties for one in tie_entities(tie, schemas, given.legend())]
    lines = [json.dumps(each, ensure_ascii=False) for each in made]
    yield Product("entities.ftm.json", "application/json+ftm", given.marking, "".join(f"{x}\n" for x in lines).encode())


def _schema(party: Party, *, owned: bool) -> str:
    """Only a company can be owned, in the library's model."""
    known = party.schema if party.schema in LEGAL | OWN.keys() else "LegalEntity"
    return "Company" if owned and known in ("Organization", "LegalEntity") else known


def _party(party: Party, schema: str, legend: str) -> Iterator[Entity]:
    kind, slot = OWN.get(schema, ("", "name"))
    selectors = [each.partition(":") for each in party.selectors]
    own = [value for found, _colon, value in selectors if found == kind]
    notes = [_("telephone {number}").format(number=value) for found, _colon, value in selectors if found == "phone"]
    notes += [_("role {role}: a decision of the team, not a verdict").format(role=party.role)] if party.role else []
    notes += [_("named because: {need}").format(need=party.need)] if party.need else []
    notes += [_("identity withheld")] if party.withheld else []
    held = {slot: own or [party.label], "notes": notes, "description": [legend]}
    if schema in LEGAL:
        held["name"] = [*filter(None, map(cleaned_name, (party.label, *party.names)))] or [party.id]
    yield entity(party.id, schema, held)
    for found, _colon, value in selectors:
        if found != kind:
            yield from _belongings(party.id, found, value, owner=schema in LEGAL, legend=legend)


def _belongings(holder: str, kind: str, value: str, *, owner: bool, legend: str) -> Iterator[Entity]:
    """An account, a vehicle: things of their own, which the party owns."""
    schema = next((schema for schema, (own, _slot) in OWN.items() if own == kind), "")
    if not schema or not owner:
        return
    thing = f"{holder}-{kind}-{''.join(filter(str.isalnum, value))}"
    owned = {} if schema == "BankAccount" else {"owner": [holder]}
    yield entity(thing, schema, {OWN[schema][1]: [value], "description": [legend], **owned})
    if schema == "BankAccount":
        yield entity(f"{thing}-of", "Ownership", {"owner": [holder], "asset": [thing], "description": [legend]})


def entity(name: str, schema: str, properties: Mapping[str, list[str]]) -> Entity:
    """One object as the library writes it: no empty property, no value twice, no space that it would take away."""
    held = {key: list(dict.fromkeys(filter(None, map(cleaned, values)))) for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in held.items() if values}}
