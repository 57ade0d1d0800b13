import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from osint_kit import world
from osint_kit.errors import BadScenario, MissingInput, StorageFailed
from osint_kit.shipped import shipped

GOLDEN = {
    "tables/ads.jsonl": "fd6698508e99dbaefce6592a2cc1f087d5a8206ec5e13eea0c47e9df569913d2",
    "tables/posts.jsonl": "f09a851ad3b8a431aa8880d818daf22ceeccadf84ed76674cdb689fb955dee19",
    "tables/companies.jsonl": "39e40a2fbcd37f407bb384d16f8ac38cbcd95cae6e321c84f170a135b850863b",
    "tables/channels.jsonl": "c07b9ea746e79e25592c5735bcca067df86c2b1bbc0e726917093e2a9c0adbf4",
    "tables/statuses.jsonl": "22c7a2201252b36c3b902c64d9880cb47642efd436c839fd0f38145efb75e548",
    "tables/articles.jsonl": "fdad490f25551576b98dbb0ea88b9f9cc555d019938542a6f5195398a2326311",
    "tables/mementos.jsonl": "fb6edc8301648221463bccaee184fa70c0bcd4b42073c337d1b62ec3b6b240d8",
    "tables/messages.jsonl": "25172214304c51a5d733d1659e64a27da3d190b4c0446cb5c2ed8e55003e551f",
    "tables/questions.jsonl": "025a4308d033e0ee979a7b9e2bed1cd212a5842fe9dddec3c27f07473b20f327",
    "files/calls.csv": "65b99215a4c5a9b1da2ee5a2ed7a2f6f5af1deeeccc1e41c7661f4a367c4b4ac",
    "files/mobile_money.csv": "7a0740e041d7cc985f3a55a0a71d95c6e4196e66646bbb5cff2407b42fd798a7",
    "files/chat/result.json": "fda936f6f6efb92a756fa999f1590f553dfc6482c771bccbe77a42b88363f96d",
    "key/mentions.jsonl": "2f291ae5c7a4adc37e35a227d7d61342163186b76b808cd12893f940fbc81b7d",
    "key/links.jsonl": "887589fcab7012a46cc3bbc83aabda769d25c3c2ac7e284bd6ff86ba7ccadd27",
    "key/items.jsonl": "9644a3db7054ce06173464570b39f5df9a7cb91b8001936cacc2b8021567e5cf",
}
TRAP_TABLES = ("traps", "persons", "organisations", "roles", "protected")


def digests(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


def test_golden_digests_of_the_demo_world(standard: Any) -> None:
    found = digests(standard.bytes())
    assert {name: found[name] for name in GOLDEN} == GOLDEN


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(tmp_path: Path, standard: Any) -> None:
    code = "import sys, pathlib; from osint_kit import world; world.make(pathlib.Path(sys.argv[1]), seed=7)"
    made = []
    for hash_seed, name in (("1", "spring"), ("4242", "other-name-zq")):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Tokyo"}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / name)], check=True, env=env)
        made.append(
            {
                p.relative_to(tmp_path / name).as_posix(): p.read_bytes()
                for p in (tmp_path / name).rglob("*.*")
                if p.is_file()
            }
        )
    assert made[0] == made[1] == standard.bytes()
    assert not [name for name, body in made[1].items() if b"other-name-zq" in body]


def test_the_committed_fixture_is_what_the_generator_makes(standard: Any) -> None:
    fixture = shipped("fixtures", "silk-route")
    committed = {p.relative_to(fixture).as_posix(): p.read_bytes() for p in fixture.rglob("*") if p.is_file()}
    assert digests(committed) == digests(standard.bytes())


def test_another_seed_tells_another_story_of_the_same_shape(make_bundle: Callable[..., Any], standard: Any) -> None:
    for seed in (8, "00112233445566778899aabbccddeeff"):
        other = make_bundle(seed=seed)
        for table in TRAP_TABLES:
            assert len(other.key(table)) == len(standard.key(table)), table
        kinds = [sorted((row["step"], row["kind"]) for row in each.key("traps")) for each in (other, standard)]
        assert kinds[0] == kinds[1]
        numbers = [{row["phone"] for row in each.key("phones")} for each in (other, standard)]
        assert not numbers[0] & numbers[1]
        ids = [{row["id"] for row in each.key("persons")} for each in (other, standard)]
        assert not ids[0] & ids[1]
        same = set(other.texts().values()) & set(standard.texts().values())
        assert len(same) < len(standard.texts()) // 50
        assert len(other.texts()) == len(standard.texts())


def test_the_order_of_ids_does_not_follow_the_cast(make_bundle: Callable[..., Any]) -> None:
    places = []
    for seed in range(4):
        bundle = make_bundle(seed=seed + 1, difficulty="easy")
        order = sorted(row["id"] for row in bundle.key("persons"))
        organiser = next(row["truth"] for row in bundle.key("roles") if row["role"] == "RO-ORG")
        places.append(order.index(organiser))
    assert len(set(places)) > 1
    assert [row["id"] for row in bundle.key("persons")] == order


def test_a_refused_output_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(MissingInput, match="empty folder"):
        world.make(tmp_path / "w", seed=1, difficulty="easy")
    assert [path.name for path in tmp_path.rglob("*")] == ["w", "mine.txt"]


def test_an_empty_folder_is_taken_and_nothing_is_left_beside(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    made = world.make(tmp_path / "w", seed=1, difficulty="easy")
    assert [path.name for path in tmp_path.iterdir()] == ["w"]
    assert made.with_key
    assert made.demo
    assert made.counts["ads"] == len((tmp_path / "w/tables/ads.jsonl").read_text("utf-8").splitlines())


def test_an_unknown_difficulty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadScenario, match="easy, standard, hard"):
        world.make(tmp_path / "w", seed=1, difficulty="deadly")
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_no_half_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _body: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(StorageFailed, match="No space left"):
            world.make(tmp_path / "w", seed=1, difficulty="easy")
    assert not list(tmp_path.iterdir())


def test_bundles_stay_small(any_level: Any) -> None:
    assert sum(map(len, any_level.bytes().values())) < 5_000_000


def test_the_world_id_depends_on_seed_difficulty_and_scenario(
    tmp_path: Path, make_bundle: Callable[..., Any], shipped_scenario: str
) -> None:
    ids = {make_bundle(**each).seed()["id"] for each in ({"seed": 7}, {"seed": 8}, {"seed": 7, "difficulty": "easy"})}
    (tmp_path / "scenario.toml").write_text(shipped_scenario + "\n# another\n", "utf-8")
    ids.add(world.make(tmp_path / "w", seed=7, scenario_dir=tmp_path).id)
    assert len(ids) == 4


def test_the_seed_in_the_key_makes_the_same_world_again(tmp_path: Path, make_bundle: Callable[..., Any]) -> None:
    master = "5d41402abc4b2a76b9719d911017c592"
    team = make_bundle(seed=master, team="bravo", difficulty="easy", with_key=True)
    world.make(tmp_path / "w", seed=team.seed()["seed"], difficulty=team.seed()["difficulty"])
    again = {p.relative_to(tmp_path / "w").as_posix(): p.read_bytes() for p in (tmp_path / "w").rglob("*.*")}
    assert again == team.bytes()
