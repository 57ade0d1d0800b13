"""Reads the frames into a picture; the only place in which roles touch a frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from osint_kit.assess.cycles import cycles, moment, trust
from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Contact, Profile, Sum
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS

_THINGS = frozenset({"Vehicle", "BankAccount"})
"""A thing plays no part; whoever holds it may."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames that roles are read from, by their names in model/tables.py; `measures` is analyse's table."""

    entities: pd.DataFrame
    links: pd.DataFrame
    measures: pd.DataFrame
    transfers: pd.DataFrame
    typologies: pd.DataFrame
    indicators: pd.DataFrame
    statements: pd.DataFrame


def read(given: Frames) -> Picture:
    """The picture."""
    behind = {subject: row["id"] for row in given.entities.to_dict("records") for subject in row["subjects"]}
    calls, tied = _calls(given), _tied(given.links)
    paid, received = _sums(given.transfers, "payer", "payee"), _sums(given.transfers, "payee", "payer")
    named, selected = _indicators(given, behind)
    ranks = {name: _ranks(given.measures, name) for name in ("degree", "betweenness")}
    centre, drives = _centres(given.typologies), _beside_plates(given.statements, behind)
    profiles = {
        row["id"]: Profile(
            entity=row["id"],
            natural=row["schema"] in ("Person", "LegalEntity", "UserAccount"),
            vehicle=row["id"] in drives or any(each.startswith("plate:") for each in row["selectors"]),
            handles=sum(each.startswith("handle:") for each in row["selectors"]),
            degree=ranks["degree"].get(row["id"], 0.0),
            between=ranks["betweenness"].get(row["id"], 0.0),
            calls=tuple(calls.get(row["id"], ())),
            paid=tuple(paid.get(row["id"], ())),
            received=tuple(received.get(row["id"], ())),
            tied=tied.get(row["id"], {}),
            indicators=named.get(row["id"], {}),
            selected=selected.get(row["id"], {}),
            typologies=centre.get(row["id"], {}),
            own=tuple(row["statements"][:1]),
        )
        for row in given.entities.to_dict("records")
        if row["schema"] not in _THINGS
    }
    return Picture(profiles, cycles(given.transfers, given.typologies), trust(given.typologies))


def _calls(given: Frames) -> Mapping[str, list[Contact]]:
    """Each event behind a link of calls, seen from both ends."""
    said = given.statements[given.statements["schema"] == "Call"]
    names = ("id", "subject", "property", "value", "happened")
    known = {row[0]: row[1:] for row in zip(*(said[name].tolist() for name in names), strict=True)}
    found: defaultdict[str, list[Contact]] = defaultdict(list)
    for link in given.links[given.links["type"] == "Call"].to_dict("records"):
        events: defaultdict[str, list[str]] = defaultdict(list)
        for each in link["statements"]:
            if each in known:
                events[known[each][0]].append(each)
        for ids in events.values():
            at = next((moment(known[each][3]) for each in ids if known[each][3]), None)
            seconds = next((_number(known[each][2]) for each in ids if known[each][1] == "duration"), 0.0)
            for one, other in ((link["source"], link["target"]), (link["target"], link["source"])):
                found[one].append(Contact(other, at, seconds, tuple(ids)))
    return found


def _sums(transfers: pd.DataFrame, own: str, other: str) -> Mapping[str, list[Sum]]:
    found: defaultdict[str, list[Sum]] = defaultdict(list)
    for row in transfers.to_dict("records"):
        made = Sum(row[other], moment(row["at"]), float(row["amount"]), row["currency"], tuple(row["statements"]))
        found[row[own]].append(made)
    return found


def _tied(links: pd.DataFrame) -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source, target, kind in zip(*(links[name].tolist() for name in ("source", "target", "type")), strict=True):
        found[source][kind].add(target)
        found[target][kind].add(source)
    return {one: {kind: frozenset(others) for kind, others in held.items()} for one, held in found.items()}


_Held = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]


def _indicators(given: Frames, behind: Mapping[str, str]) -> tuple[_Held, _Held]:
    """Indicators of the documents that name an entity, and of those that give a selector of it."""
    fired: defaultdict[str, set[str]] = defaultdict(set)
    for document, indicator in zip(given.indicators["document"], given.indicators["indicator"], strict=True):
        fired[document].add(indicator)
    told = given.statements[given.statements["document"].isin(fired.keys())]
    return (
        _held(told[told["kind"].isin(NAME_KINDS | SELECTOR_KINDS)], fired, behind),
        _held(told[told["kind"].isin(SELECTOR_KINDS)], fired, behind),
    )


def _held(told: pd.DataFrame, fired: Mapping[str, Iterable[str]], behind: Mapping[str, str]) -> _Held:
    cited: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, document, name in zip(told["subject"], told["document"], told["id"], strict=True):
        if subject in behind:
            cited[behind[subject], document].append(name)
    found: defaultdict[str, defaultdict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
    for (entity, document), ids in sorted(cited.items()):
        for indicator in sorted(fired[document]):
            found[entity][indicator].append(tuple(ids))
    return {one: {kind: tuple(all_) for kind, all_ in held.items()} for one, held in found.items()}


def _beside_plates(statements: pd.DataFrame, behind: Mapping[str, str]) -> frozenset[str]:
    """Entities that stand in a text with a plate, and with nobody else."""
    plated = set(statements.loc[statements["kind"] == "plate", "document"])
    told = statements[statements["document"].isin(plated) & statements["kind"].isin(NAME_KINDS | SELECTOR_KINDS)]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for subject, document, kind in zip(told["subject"], told["document"], told["kind"], strict=True):
        if kind != "plate" and subject in behind:
            beside[document].add(behind[subject])
    return frozenset(next(iter(found)) for found in beside.values() if len(found) == 1)


def _centres(typologies: pd.DataFrame) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in typologies.to_dict("records"):
        for entity in row["entities"][:1]:
            held = found[entity].get(row["typology"], ())
            found[entity][row["typology"]] = tuple(dict.fromkeys([*held, *row["statements"]]))
    return found


def _ranks(measures: pd.DataFrame, name: str) -> Mapping[str, float]:
    """Share of the entities that stand no higher: ties share their rank, nought stays nought."""
    if name not in measures or measures.empty:
        return {}
    ranked = measures[name].rank(pct=True, method="max").where(measures[name] > 0, 0.0)
    return dict(zip(measures["entity"].tolist(), ranked.tolist(), strict=True))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
