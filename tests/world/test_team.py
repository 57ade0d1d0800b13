import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from osint_kit import world
from osint_kit.errors import BadScenario

MASTER = "5d41402abc4b2a76b9719d911017c592"
TEAM = "alpha"
ROLE_WORDS = re.compile(
    r"RO-|PE-|LK-|TY-|organi[sz]er|recruiter|smuggl|traffick|guide|spotter|sarraf|enforcer|look.?alike|namesake|rumour|"
    r"planted|bait|decoy|suspect|trap|truth|network|traveller|migrant|brother|official|dispatcher|private|core\b|noise",
    re.IGNORECASE,
)
FREE_TEXT = {"text", "watermark", "about", "authority", "title", "meaning", "en", "ru", "tg", "fa"}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("team") / "w"
    world.make(path, seed=MASTER, team=TEAM)
    return path


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keyed") / "w"
    world.make(path, seed=MASTER, team=TEAM, with_key=True)
    return path


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_team_bundle_is_the_instructors_without_the_key(team: Path, keyed: Path) -> None:
    whole = files(keyed)
    assert "key/seed.toml" in whole
    assert files(team) == {name: body for name, body in whole.items() if not name.startswith("key/")}
    assert not [path for path in team.rglob("*") if "key" in path.name]


def test_nothing_of_the_key_is_in_a_team_bundle(team: Path, keyed: Path) -> None:
    told = b"\n".join(files(team).values()).decode("utf-8")
    key = "\n".join(body.decode("utf-8") for name, body in files(keyed).items() if name.startswith("key/"))
    hidden = set(re.findall(r'"([tmlx]-[0-9a-f-]+)"', key))
    assert len(hidden) > 1000
    assert not [each for each in hidden if each in told]
    assert MASTER not in told
    assert re.search(r'seed = "([0-9a-f]{32})"', key)[1] not in told  # type: ignore[index]
    assert TEAM not in told


def test_no_role_word_in_names_keys_ids_or_metadata(team: Path) -> None:
    for name, body in files(team).items():
        assert not ROLE_WORDS.search(name)
        if name.endswith((".jsonl", ".json")):
            for line in body.decode("utf-8").splitlines() if name.endswith("l") else [body.decode("utf-8")]:
                for text in _metadata(json.loads(line)):
                    assert not ROLE_WORDS.search(text), (name, text)


def _metadata(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in FREE_TEXT:
                yield from _metadata(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _metadata(inner)
    elif isinstance(value, str):
        yield value


def test_the_commitment_matches_no_number_or_string_of_the_bundle(team: Path) -> None:
    """Whoever tries all they hold, and the first ten thousand numbers, finds no seed."""
    told = b"\n".join(files(team).values()).decode("utf-8")
    committed = re.search(r'commitment = "([0-9a-f]{64})"', told)[1]  # type: ignore[index]
    tried = {str(number) for number in range(10_001)}
    tried |= set(re.findall(r"[0-9]+", told)) | set(re.findall(r"[\w@:+./-]+", told))
    for run in re.findall(r"[0-9a-f]{32,}", told):
        tried |= {run[at : at + 32] for at in range(len(run) - 31)}
    assert len(tried) > 12_000
    found = 0
    for value in tried:
        for seed in _seeds(value):
            found += 1
            assert world.commitment(seed) != committed, value
    assert found > 15_000


def _seeds(value: str) -> Iterator[bytes]:
    try:
        seed = world.seed_of(value)
    except BadScenario:
        yield value.encode()
    else:
        yield seed.bytes
        yield world.team_seed(seed, TEAM).bytes


def test_guesses_regenerate_nothing_of_the_key(tmp_path: Path) -> None:
    keyed = tmp_path / "keyed"
    world.make(keyed, seed=MASTER, team=TEAM, difficulty="easy", with_key=True)
    about = (keyed / "world.toml").read_text("utf-8")
    key = set((keyed / "key/persons.jsonl").read_text("utf-8").splitlines())
    committed = re.search(r'commitment = "([0-9a-f]{64})"', about)[1]  # type: ignore[index]
    for number, guess in enumerate((0, 7, committed[:32], committed[32:])):
        for team_id in (None, TEAM):
            path = tmp_path / f"{number}-{team_id}"
            world.make(path, seed=guess, team=team_id, difficulty="easy", with_key=True)
            made = set((path / "key/persons.jsonl").read_text("utf-8").splitlines())
            assert not made & key
