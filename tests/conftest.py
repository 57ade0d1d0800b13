"""The sandbox rule, held for every test: no socket leaves the process."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from osint_kit.messages import use_language

sys.path.insert(0, str(Path(__file__).parent))  # tests import `factory`


collect_ignore = ["slow/browse.py"]
"""A script for the environment of a browser's driver, not a module of this one."""

collect_ignore_glob = ["bench/*", "gold/*"]
"""Scripts that measure; some run in environments of their peers."""


class SocketRefused(RuntimeError):
    """A test tried to reach a network."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **_: object) -> None:
        raise SocketRefused(f"a test reached for the network: {arguments[:2]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture(autouse=True)
def own_configuration(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signing keys of tests never touch the user's."""
    monkeypatch.setenv("OSINT_KIT_CONFIG", str(tmp_path_factory.getbasetemp() / "config"))
    monkeypatch.delenv("OSINT_KIT_LANG", raising=False)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins in English; one that speaks another language leaves nothing behind."""
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")
    yield
    use_language("en")
