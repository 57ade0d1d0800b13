import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from osint_kit import world
from osint_kit.shipped import shipped

ITEM_TABLES = ("ads", "posts", "companies", "statuses", "articles", "messages")


def address(row: dict[str, Any]) -> str:
    return str(row.get("item") or f"https://{row['host']}{row['path']}")


class Bundle:
    """A bundle on disk, key and all, read with nothing but the standard library."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def table(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.path / "tables" / f"{name}.jsonl").read_text("utf-8").splitlines()]

    def key(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.path / "key" / f"{name}.jsonl").read_text("utf-8").splitlines()]

    def seed(self) -> dict[str, Any]:
        return tomllib.loads((self.path / "key" / "seed.toml").read_text("utf-8"))

    def texts(self) -> dict[str, str]:
        return {address(row): row["text"] for row in self.items()}

    def items(self) -> list[dict[str, Any]]:
        return [row for name in ITEM_TABLES for row in self.table(name)]

    def bytes(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.path).as_posix(): path.read_bytes()
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="session")
def make_bundle(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Bundle]:
    made: dict[tuple[tuple[str, object], ...], Bundle] = {}

    def make(**settings: Any) -> Bundle:
        key = tuple(sorted(settings.items()))
        if key not in made:
            path = tmp_path_factory.mktemp("worlds") / "w"
            world.make(path, **settings)
            made[key] = Bundle(path)
        return made[key]

    return make


@pytest.fixture(scope="session")
def standard(make_bundle: Callable[..., Bundle]) -> Bundle:
    return make_bundle(seed=7)


@pytest.fixture(scope="session", params=["easy", "standard", "hard"])
def any_level(request: pytest.FixtureRequest, make_bundle: Callable[..., Bundle]) -> Bundle:
    return make_bundle(seed=7, difficulty=request.param)


@pytest.fixture
def shipped_scenario() -> str:
    """The whole scenario in one text: a folder without `grammar/` is read so."""
    folder = shipped("exercises", "silk-route")
    parts = [folder / "scenario.toml", *(folder / "grammar" / f"{each}.toml" for each in ("tg", "ru", "en", "fa"))]
    return "\n".join(part.read_text("utf-8") for part in parts)
