"""What was said in confidence and handed over: a group chat, letters of one family, an interview with a witness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from osint_kit.world.cast import MINOR, Person
from osint_kit.world.chance import Stream
from osint_kit.world.desk import GROUP, INTERVIEW, LETTERS, Desk, Note
from osint_kit.world.items import Item, Subject, moment
from osint_kit.world.network import about, language_of, part
from osint_kit.world.plot import DESTINATION, HELD, WORKSHOPS
from osint_kit.world.story import Journey
from osint_kit.world.substory import owing

QUESTION, ANSWER = "Q", "A"
_LETTERS = 14
_EVENING = 21
_CHATTER = 3  # everyday messages a journey
_INTERVIEW_BEFORE = timedelta(days=6, hours=-1)


def chat_items(desk: Desk, journeys: tuple[Journey, ...]) -> Iterator[Item]:
    """All messages, in no order."""
    for journey in journeys:
        yield from map(desk.item, _journey(desk, journey))
    yield from map(desk.item, _letters(desk))
    yield from map(desk.item, _interview(desk))


def _journey(desk: Desk, journey: Journey) -> Iterator[Note]:
    """A family parks the fee, the group goes, the group is there; and the talk between."""
    stream = desk.chance.stream("chat", journey.number)
    family, traveller = journey.families[0], journey.travellers[0]
    parked = journey.departs - timedelta(minutes=stream.between(120, 2000))
    yield _said(desk, f"parked/{journey.number}", family, journey.sarraf, parked)
    yield _said(desk, f"departed/{journey.number}", traveller, traveller, journey.departs)
    for number, voice in enumerate(journey.travellers):
        note = _said(
            desk, f"arrived/{journey.number}/{number}", voice, voice, journey.word - timedelta(minutes=stream.below(25))
        )
        asked = replace(note.about, handle=(journey.recruiter.handles[-1], journey.recruiter.id))
        yield replace(note, about=asked)
    everybody = (*journey.families, *journey.travellers, journey.recruiter)
    for number in range(_CHATTER):
        key = f"chatter/{journey.number}/{number}"
        voice = stream.pick(everybody)
        at = moment(desk.pen.scenario, journey.departs.date() - timedelta(days=stream.between(2, 9)), stream)
        yield replace(_said(desk, key, voice, voice, at), wanted=False, fact="")


def _said(desk: Desk, key: str, by: Person, of: Person, at: datetime) -> Note:
    """A message of one about another; its genre is the first part of its key."""
    genre = key.partition("/")[0]
    asked = about(desk, key, of, at.date())
    if genre == "chatter":
        asked = _small(desk, key, asked)
    asked = replace(asked, place=DESTINATION if genre == "arrived" else of.town)
    return Note(key, genre, GROUP, by, asked, at.date(), language_of(desk, key), fact=part(of), at=at)


def _small(desk: Desk, key: str, asked: Subject) -> Subject:
    """Sums of the household."""
    return replace(asked, amount=desk.chance.stream("small", key).pick((10, 15, 25, 40)))


def _letters(desk: Desk) -> Iterator[Note]:
    """One family writes to its own: to a traveller, or to one who is held."""
    society = desk.pen.society
    held = society.of("PE-VIC")
    ends = (society.of("kin")[0], held[0]) if held else (society.of("family")[0], society.of("PE-MIG")[0])
    creditors = (*society.of("RO-SUP"), *society.of("RO-ENF"), *society.of("RO-LOG"))
    begins = desk.pen.scenario.begins
    at = datetime.combine(begins.replace(month=HELD, day=3), time(9, 0), tzinfo=desk.pen.scenario.opens.tzinfo)
    for number in range(_LETTERS):
        key = f"letter/{number}"
        stream = desk.chance.stream("letter", key)
        at = _daytime(at, stream)
        voice = ends[number % 2]
        owed = bool(held) and number % 4 == 1
        creditor = creditors[number // 4 % min(2, len(creditors))]
        asked = owing(desk, key, creditor) if owed else _small(desk, key, about(desk, key, voice, at.date()))
        yield Note(
            key,
            "debt" if owed else "chatter",
            LETTERS,
            voice,
            asked,
            at.date(),
            "tg",
            wanted=owed,
            fact=part(creditor) if owed else "",
            at=at,
        )


def _daytime(at: datetime, stream: Stream) -> datetime:
    """Some minutes later, or the next day or the one after, in the daytime."""
    if stream.odds(1, 2) and at.hour < _EVENING:
        return at + timedelta(minutes=stream.between(1, 40))
    morning = at.replace(hour=7, minute=0) + timedelta(days=stream.between(1, 2))
    return morning + timedelta(minutes=stream.between(0, 14 * 60))


def _interview(desk: Desk) -> Iterator[Note]:
    """Question and answer with one who was there and is to be protected; the record of a minor at the end."""
    witness = desk.pen.society.people.get("source/0")
    if witness is None:
        return
    at = desk.pen.scenario.opens - _INTERVIEW_BEFORE
    for number, (speaker, genre, of) in enumerate(_turns(desk, witness)):
        key = f"interview/{number}"
        asked = replace(
            about(desk, key, of, at.date()), place=WORKSHOPS if genre in ("question", "withheld") else of.town
        )
        fact = part(of) if genre in ("withheld", "testimony") else ""
        minute = at + timedelta(minutes=number)
        yield Note(key, genre, INTERVIEW, speaker, asked, at.date(), "en", wanted=bool(fact), fact=fact, at=minute)


def _turns(desk: Desk, witness: Person) -> Iterator[tuple[str, str, Person]]:
    society = desk.pen.society
    yield QUESTION, "question", witness
    yield ANSWER, "witness", witness
    known = (*society.of("RO-SUP")[:1], *society.of("RO-ENF")[:1], *society.of("RO-SUP")[:1])
    for person in known:
        yield QUESTION, "question", witness
        yield ANSWER, "withheld", person
    for person in (*society.of("RO-TRA")[:1], *society.of("RO-GUI")[:1], *society.of("RO-REC")[:1]):
        yield QUESTION, "question", witness
        yield ANSWER, "testimony", person
    for person in society.of("PE-VIC"):
        if person.status == MINOR:
            yield QUESTION, "record", person
