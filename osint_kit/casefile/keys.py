"""Signing keys: one per call sign, in the user's configuration folder, never in a case."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from osint_kit.casefile.disk import storing, sync_folder
from osint_kit.errors import IntegrityBroken
from osint_kit.messages import _
from osint_kit.preserve.custody import Signer


def config_folder() -> Path:
    """`OSINT_KIT_CONFIG`, else the system's own place for settings."""
    given = os.environ.get("OSINT_KIT_CONFIG")
    if given:
        return Path(given)
    if os.name == "nt":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "osint-kit"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "osint-kit"


def signer(callsign: str) -> Signer:
    """The signer of a call sign; its key is made at first use, readable by its owner alone."""
    path = config_folder() / "keys" / f"{callsign}.key"
    if not path.exists():
        _make(path)
    try:
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except ValueError as error:
        raise IntegrityBroken.expected(_("64 hexadecimal digits"), found=_("something else"), where=path) from error
    return Signer(callsign, key)


def _make(path: Path) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with storing(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        if not path.exists():
            os.replace(part, path)  # noqa: PTH105 - one name for the fault tests to catch
        sync_folder(path.parent)
