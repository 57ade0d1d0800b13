import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from osint_kit.errors import BadScenario
from osint_kit.world import Scenario, load_scenario
from osint_kit.world.draft import make_draft

CORE = ["advert", "recruit", "thanks", "driver", "contact", "warning", "pair", "staff", "notice", "kin"]
HONEST = ["agency", "exchange", "hosting", "haulier", "labour", "aid"]


def load(folder: Path, text: str) -> Scenario:
    (folder / "scenario.toml").write_text(text, "utf-8")
    return load_scenario(folder)


def test_the_shipped_scenario_has_what_a_world_needs(tmp_path: Path, shipped_scenario: str) -> None:
    scenario = load(tmp_path, shipped_scenario)
    assert [state.code for state in scenario.states] == ["QM", "QN", "QO", "QP"]
    assert len({state.calling_code for state in scenario.states}) == 4
    for language, grammar in scenario.grammar.items():
        assert {genre: len(grammar[genre]) for genre in CORE + HONEST if len(grammar[genre]) < 6} == {}, language
        assert len(grammar["background"]) >= 25
    assert all(set(place.names) == {"tg", "ru", "en", "fa"} for place in scenario.places.values())


CASES: dict[str, tuple[Callable[[str], str], str, str]] = {
    "towns missing": (
        lambda text: text.replace("towns = [", "villages = [", 2),
        "a list of towns",
        "atlas.states[0].towns",
    ),
    "towns of the second state": (
        lambda text: text.replace('people = "uzbek"\ntowns = [', 'people = "uzbek"\ntowns = "none"\nvillages = ['),
        "expected a list of towns, found 'none'",
        "atlas.states[1].towns",
    ),
    "a town without a Russian name": (
        lambda text: text.replace('ru = "Навзамин", ', ""),
        "found nothing",
        "atlas.states[0].towns[0].ru",
    ),
    "a real host": (lambda text: text.replace("kanal.example", "kanal.org"), ".example", "sites[1].host"),
    "an unknown slot": (
        lambda text: text.replace("Поездка {from}", "Поездка {whence}"),
        "whence",
        "grammar.ru.advert[0]",
    ),
    "a template without what links rest on": (
        lambda text: text.replace("{person} without {other}", "{person} alone"),
        "other",
        "grammar.en.pair[5]",
    ),
    "a part in a town that is not": (lambda text: text.replace('["badganj"]', '["paris"]'), "paris", "cast.RO-ORG"),
    "no name stock": (lambda text: text.replace("[names.dari]", "[names.elf]"), "a table", "names.dari"),
    "no site of a kind": (lambda text: text.replace('kind = "register"', 'kind = "gazette"'), "register", "sites"),
    "a genre missing": (lambda text: text.replace("\nkin = [", "\nkith = ["), "kin", "grammar.tg.kin"),
    "a name in two languages": (
        lambda text: text.replace("Карим|Карим|Karim", "Карим|Karim"),
        "Tajik",
        "names.tajik.men",
    ),
    "a town of the story renamed": (
        lambda text: text.replace('"obigul"', '"riverside"'),
        "expected places with the ids obigul, found",
        "atlas.states",
    ),
    "a crossing of the story renamed": (
        lambda text: text.replace('"south-bridge"', '"bridge"'),
        "expected places with the ids south-bridge, found north-road, bridge",
        "atlas.crossings",
    ),
    "the organiser lives nowhere": (lambda text: text.replace("RO-ORG =", "RO-BOSS ="), "ids of towns", "cast.RO-ORG"),
    "a list of words missing": (lambda text: text.replace("\nkunya =", "\nname ="), "a list", "words.kunya"),
    "too few words": (
        lambda text: text.replace("\nchannel = [", '\nchannel = ["one"]\nmore = ['),
        "8",
        "words.channel",
    ),
    "a word in one language": (lambda text: text.replace("Савдо|Торг|Trade", "Савдо"), "Tajik", "words.trade"),
    "goods in two languages": (lambda text: text.replace('\nen = ["green', '\nfr = ["green'), "a list", "goods.en"),
    "an honest genre missing": (lambda text: text.replace("\naid = [", "\nhelp = ["), "a list", "grammar.tg.aid"),
    "an article without a title": (
        lambda text: text.replace("Bridge closed || ", "Bridge closed. "),
        "a title, then",
        "grammar.en.error[0]",
    ),
    "one newspaper only": (
        lambda text: text.replace('kind = "news"', 'kind = "archive"', 1),
        "2 sites of the kind news",
        "sites",
    ),
    "a question that names what is not": (
        lambda text: text.replace("agency {agency} take", "agency {bank} take"),
        "5 questions with slots among",
        "questions.en",
    ),
    "an empty list": (
        lambda text: text.replace('languages = ["ru"]', "languages = []"),
        "languages",
        "atlas.states[1]",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_scenario_is_refused_by_file_and_key(case: str, tmp_path: Path, shipped_scenario: str) -> None:
    change, said, where = CASES[case]
    changed = change(shipped_scenario)
    assert changed != shipped_scenario
    with pytest.raises(BadScenario) as caught:
        load(tmp_path, changed)
    assert said in str(caught.value)
    assert f"{tmp_path / 'scenario.toml'}: {where}" in str(caught.value)


@pytest.mark.parametrize("body", [b"name = [", b"\xff\xfe", b""])
def test_a_broken_file_is_refused(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_bytes(body)
    with pytest.raises(BadScenario, match=r"scenario\.toml"):
        load_scenario(tmp_path)


def test_the_texts_of_a_language_may_stand_in_a_file_of_their_own(tmp_path: Path, shipped_scenario: str) -> None:
    head, mark, texts = shipped_scenario.partition("[grammar.fa]")
    (tmp_path / "grammar").mkdir()
    beside = tmp_path / "grammar" / "fa.toml"
    beside.write_text(mark + texts, "utf-8")
    apart = load(tmp_path, head)
    beside.write_text((mark + texts).replace("\ntip = [", "\nhint = ["), "utf-8")
    with pytest.raises(BadScenario) as caught:
        load(tmp_path, head)
    assert f"{beside}: grammar.fa.tip" in str(caught.value)
    beside.write_text(mark + texts + "# changed\n", "utf-8")
    assert load(tmp_path, head).digest != apart.digest
    beside.unlink()
    assert load(tmp_path, shipped_scenario).grammar == apart.grammar


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadScenario, match="no such file"):
        load_scenario(tmp_path)


def test_a_scenario_short_of_anything_is_refused_or_still_makes_a_world(tmp_path: Path, shipped_scenario: str) -> None:
    def without(text: str, name: str) -> str:
        return re.sub(rf"(?m)^(\[+(?:\w+\.)*)?{re.escape(name)}( =|\]+)", rf"\g<1>no-{name}\2", text)

    keys = re.findall(r"(?m)^(?:([\w-]+) =|\[+([\w.]+)\]+)", shipped_scenario)
    shortest = shipped_scenario
    for name in sorted({name or heading.rpartition(".")[2] for name, heading in keys}):
        with contextlib.suppress(BadScenario):
            load(tmp_path, without(shipped_scenario, name))
            shortest = without(shortest, name)
    assert "no-LK-1" in shortest
    assert make_draft(load(tmp_path, shortest), bytes(16), "standard").items
