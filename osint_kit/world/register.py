"""The company register: one entry a firm, its fields known by their place in the text; and notices of changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from osint_kit.world.cast import Firm, Person
from osint_kit.world.compose import Piece, Span, compose, date_piece
from osint_kit.world.desk import Desk, Note
from osint_kit.world.items import Item, Subject, Tie, moment, some_day
from osint_kit.world.names import KUNYA
from osint_kit.world.scenario import LANGUAGES

_NAMES = ("legalName", "identifier", "director", "owner", "telephone", "address", "foundingDate")
_LABELS = {
    "tg": "Ширкат Рақам Директор Соҳиб Телефон Суроға Сана",
    "ru": "Компания Номер Директор Владелец Телефон Адрес Дата",
    "en": "Company Number Director Owner Telephone Address Registered",
    "fa": "شرکت شماره رئیس مالک تلفون آدرس تاریخ",
}
_FIELD = "field"  # a kind for stretches that are fields but not mentions


def register_items(desk: Desk) -> Iterator[Item]:
    """Entries of all firms, and notices that say the same: one for an honest firm, two for the network's."""
    for firm in desk.pen.society.firms.values():
        yield _entry(desk, firm)
        if not firm.key.startswith("town"):
            yield from map(desk.item, _notices(desk, firm))


def formal(person: Person, language: str) -> str:
    """The language, or Russian where it knows the person by another name only: no notice is written with that."""
    return "ru" if any(form.noise == KUNYA and form.language == language for form in person.forms) else language


def _ties(desk: Desk, firm: Firm) -> tuple[Tie, ...]:
    people = desk.pen.society.people
    return (Tie(people[firm.director].id, firm.id, "Directorship"), Tie(people[firm.owner].id, firm.id, "Ownership"))


def _entry(desk: Desk, firm: Firm) -> Item:
    stream = desk.chance.stream("register", firm.key)
    language = stream.pick(desk.pen.scenario.state(firm.state).languages)
    lines = (f"{label}: {{{name}}}" for label, name in zip(_LABELS[language].split(), _NAMES, strict=True))
    text, spans = compose("\n".join(lines), _pieces(desk, firm, language))
    fields = tuple(_field(name, span) for name, span in zip(_NAMES, spans, strict=True))
    return Item(
        key=f"register/{firm.key}",
        kind="company",
        shelf=firm.number,
        place=firm.town,
        author="",
        voice="register",
        language=language,
        published=moment(desk.pen.scenario, some_day(desk.pen.scenario, stream, 1, 4), stream),
        removed=None,
        text=text,
        genre="register",
        spans=tuple(span for span in spans if span.kind != _FIELD),
        fact=f"firm:{firm.id}",
        wanted=not firm.key.startswith("town"),
        ties=_ties(desk, firm),
        fields=fields,
    )


def _pieces(desk: Desk, firm: Firm, language: str) -> dict[str, Piece]:
    pen = desk.pen
    stream = desk.chance.stream("register text", firm.key)
    people = pen.society.people
    name = firm.names[language]
    at = LANGUAGES.index(language)
    street = pen.scenario.words["street"][firm.street].split("|")[at]
    address = f"{pen.scenario.places[firm.town].names[language]}, {street} {stream.between(1, 80)}"
    return {
        "legalName": Piece(name, "organization", name, firm.id),
        "identifier": Piece(firm.number, _FIELD, firm.number),
        "director": pen.name(people[firm.director], language, stream),
        "owner": pen.name(people[firm.owner], language, stream),
        "telephone": pen.phone(firm.phone, firm.id, stream, language),
        "address": Piece(address, _FIELD, address),
        "foundingDate": date_piece(firm.founded, language, stream),
    }


def _field(name: str, span: Span) -> dict[str, object]:
    return {"name": name, "start": span.start, "end": span.end, "value": span.value, "extra": {}}


def _notices(desk: Desk, firm: Firm) -> Iterator[Note]:
    """The official channel and the firm itself name director and owner."""
    people = desk.pen.society.people
    director, owner = people[firm.director], people[firm.owner]
    about = Subject(person=director, other=owner, firm=firm, phone=(firm.phone, firm.id), place=firm.town)
    places = ("official", "services") if firm.key == "haulage" else ("official",)
    for number, shelf in enumerate(places):
        key = f"notice/{firm.key}/{number}"
        stream = desk.chance.stream("notice", key)
        day = some_day(desk.pen.scenario, stream, 2, 11)
        wanted = desk.channels["official"].language if shelf == "official" else stream.pick(desk.pen.knobs.languages)
        language = formal(owner, wanted)
        by = "official" if shelf == "official" else director
        note = Note(
            key, "notice", shelf, by, replace(about, day=day - timedelta(days=stream.between(2, 9))), day, language
        )
        yield replace(note, fact=f"firm:{firm.id}", ties=_ties(desk, firm))
