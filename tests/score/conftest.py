from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import small_world

from osint_kit.bundle import World, open_world
from osint_kit.exercise.scoring import serving
from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score, StepScore, open_key, score
from osint_kit.score.key import (
    Alias,
    Consistency,
    KeyElement,
    KeyEvent,
    KeyHypothesis,
    KeyIndicator,
    KeyItem,
    KeyLink,
    KeyQuestion,
    KeyRequest,
    KeyTypology,
    Mention,
    Protected,
    Role,
)
from osint_kit.score.measures import measures
from osint_kit.score.perfect import from_key
from osint_kit.score.sheet import FetchAt, Sheet
from osint_kit.shipped import shipped


@pytest.fixture(scope="session")
def world() -> World:
    return open_world(shipped("fixtures", "silk-route"))


@pytest.fixture(scope="session")
def key(world: World) -> AnswerKey:
    return open_key(world.path)


@pytest.fixture(scope="session")
def fetch_at(world: World) -> FetchAt:
    return serving(world)


@pytest.fixture(scope="session")
def perfect(key: AnswerKey, world: World, fetch_at: FetchAt) -> Submission:
    return from_key(key, world, fetch_at)


@pytest.fixture
def scored(key: AnswerKey, world: World, fetch_at: FetchAt) -> Callable[..., Score]:
    def run(submission: object, allowed: object = None) -> Score:
        return score(submission, key, world, fetch_at, allowed=allowed or {})

    return run


@pytest.fixture
def changed(perfect: Submission) -> Callable[..., Submission]:
    """The perfect submission with the rows of one step passed through a function."""

    def change(step: str, function: object) -> list[Row]:
        return replace(perfect, steps={**perfect.steps, step: tuple(function(list(perfect.steps[step])))})

    return change


HOST = "bozor.example"
NAMES = {
    "t-org": "Olim Rahbarov",
    "t-fin": "Farid Sarrofov",
    "t-tra": "Tohir Ronandov",
    "t-tro": "Temur Mashinov",
    "t-mig": "Munis Safarov",
    "t-vic": "Vafo Korgarov",
    "t-lka": "Latif Mehmonov",
    "t-fam": "Fotima Safarova",
    "t-src": "Sino Guvohov",
}
ROLES = {
    "t-org": "RO-ORG",
    "t-fin": "RO-FIN",
    "t-tra": "RO-TRA",
    "t-tro": "RO-TRA",
    "t-mig": "PE-MIG",
    "t-vic": "PE-VIC",
    "t-lka": "LK-3",
}
WHY = {"t-mig": "traveller", "t-vic": "presumed victim", "t-lka": "honest look-alike", "t-src": "source"}


def address(number: int) -> str:
    return f"https://{HOST}/ad/{number}"


def _tiny_text(number: int) -> str:
    """Two people an item, in turn; every person stands in four of eighteen items."""
    names = list(NAMES.values())
    return f"{names[number % 9]} met {names[(number * 2 + 1) % 9]} on day {number}"


@pytest.fixture(scope="session")
def tiny_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    ads = [
        {
            "id": f"a{number}",
            "host": HOST,
            "path": f"/ad/{number}",
            "category": "travel",
            "place": "Obigul",
            "author": "@someone",
            "language": "en",
            "published": "2031-06-01T09:00:00+05:00",
            "removed": None,
            "text": _tiny_text(number),
        }
        for number in range(18)
    ]
    site = {"host": HOST, "kind": "classifieds", "title": "Bozor", "language": "en", "disallow": []}
    empty = dict.fromkeys(("channels", "posts", "companies", "files"), ())
    return open_world(small_world.write(tmp_path_factory.mktemp("tiny") / "w", {"sites": [site], "ads": ads, **empty}))


def _tiny_mentions() -> Iterator[Mention]:
    for number in range(18):
        text = _tiny_text(number)
        for truth, name in NAMES.items():
            if (start := text.find(name)) >= 0:
                end = start + len(name)
                yield Mention(f"m-{number}-{truth}", address(number), start, end, "person", name, truth)


@pytest.fixture(scope="session")
def tiny_key(tiny_world: World) -> AnswerKey:
    """A key of nine people and eighteen items: small enough to reckon by hand."""
    items = tuple(
        KeyItem(address(n), HOST, "@someone", "false" if n == 17 else "true", "", True, "en", "s", "C", "3")  # noqa: FBT003 - rows of a table
        for n in range(18)
    )
    events = tuple(
        KeyEvent(f"e-{n}", "leg", f"2031-06-{n + 1:02d}T10:00:00+05:00", "", "", (), (), "", (address(n),), n < 5)
        for n in range(6)
    )
    marks = {"H1": 1, "H2": -1, "H3": 0, "H4": -1, "H5": -1, "H6": 0}
    return AnswerKey(
        tiny_world.path,
        mentions=tuple(_tiny_mentions()),
        items=items,
        links=(KeyLink("l-1", "t-org", "t-tra", "Call", True, "", "", (address(0), address(2)), "core"),),  # noqa: FBT003 - a row
        roles=tuple(Role(*each) for each in ROLES.items()),
        sources=(),
        protected=tuple(Protected(truth, why, True) for truth, why in WHY.items()),  # noqa: FBT003 - rows of a table
        traps=(),
        aliases=tuple(Alias(truth, name, "Latin", "") for truth, name in NAMES.items()),
        events=events,
        typologies=(
            KeyTypology("y-1", "TY-HOLD", ("t-fin",), tuple(map(address, range(4)))),
            KeyTypology("y-2", "TY-FANIN", ("t-fin",), tuple(map(address, range(4, 6)))),
        ),
        indicators=tuple(KeyIndicator(f"i-{n}", address(n), "FI-14", 0, 5) for n in range(4)),
        elements=tuple(KeyElement(f"n-{n}", f"SOM-{n}", (address(n),)) for n in range(1, 5)),
        hypotheses=tuple(KeyHypothesis(f"H{n}", n == 1) for n in range(1, 7)),
        consistency=tuple(Consistency(address(n), marks, n < 2) for n in range(12)),
        questions=tuple(KeyQuestion(f"Q{n}", n % 2 == 0) for n in range(1, 6)),
        requests=(KeyRequest("r-1", "mla", "QN", "CH-6", ("TLP:AMBER",), ("C",)),),
        injects=(),
        tables={"phones": ({"id": "p-1", "phone": "+281551234567", "holder": "t-src"},)},
    )


@pytest.fixture(scope="session")
def tiny(tiny_world: World, tiny_key: AnswerKey) -> Submission:
    """The tiny key's own answers."""
    return from_key(tiny_key, tiny_world, serving(tiny_world))


@pytest.fixture
def measured(tiny: Submission, tiny_key: AnswerKey, tiny_world: World) -> Callable[..., StepScore]:
    """A measure over the tiny key's own answers, with the rows of its step passed through a function."""

    def run(measure: str, change: object = list) -> StepScore:
        found = measures[measure]
        step = found(Sheet(tiny, tiny_key, tiny_world, serving(tiny_world))).step
        rows = tuple(change(list(tiny.steps[step])))
        changed = replace(tiny, steps={**tiny.steps, step: rows})
        return found(Sheet(changed, tiny_key, tiny_world, serving(tiny_world)))

    return run


@pytest.fixture
def said(tiny: Submission) -> Callable[..., Row]:
    """A row of one's own, as a person would decide it."""

    def row(**values: object) -> Row:
        first = next(iter(tiny.steps["S1"]))
        return Row("ALPHA", first.at, "as we see it", (f"own-{len(values)}",), values)

    return row


@pytest.fixture(scope="session")
def cite(tiny_key: AnswerKey) -> Callable[..., list[dict[str, object]]]:
    """The whole text of an item as evidence."""

    def cited(number: int) -> list[dict[str, object]]:
        text = _tiny_text(number)
        return [{"item": address(number), "start": 0, "end": len(text), "original": text}]

    return cited


@pytest.fixture(scope="session")
def who(tiny_key: AnswerKey) -> Callable[[str], dict[str, object]]:
    """An entity that stands for somebody of the tiny world."""

    def entity(truth: str) -> dict[str, object]:
        found = [each for each in tiny_key.mentions if each.truth == truth]
        places = [{"item": m.item, "start": m.start, "end": m.end, "kind": m.kind} for m in found]
        return {"id": truth, "mentions": places}

    return entity
