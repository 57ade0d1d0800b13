"""Writes a world as a bundle: all or nothing, and the same bytes wherever it is written."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from osint_kit.errors import MissingInput, StorageFailed
from osint_kit.messages import _
from osint_kit.world.datapackage import datapackage
from osint_kit.world.draft import Draft
from osint_kit.world.scenario import State
from osint_kit.world.tables import Rows

FORMAT = 1
_CONFIDENCE = 0.9


def write_bundle(output: Path, public: Mapping[str, str], key: Mapping[str, str]) -> None:
    """Write every file beside the output folder first, then rename: nobody sees half a world.

    Raises:
        MissingInput: the output exists and is not empty. StorageFailed: the disk refused.
    """
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise MissingInput.expected(_("a new or empty folder"), found=_("something there"), where=output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".world-", dir=output.parent))
        try:
            _fill(beside, public)
            if key:
                _fill(beside / "key", key)
            beside.chmod(0o755)
            if output.exists():
                output.rmdir()
            beside.rename(output)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StorageFailed.expected(_("a folder that can be written"), found=str(error), where=output) from error


def _fill(folder: Path, texts: Mapping[str, str]) -> None:
    manifest = ""
    for name, text in sorted(texts.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        manifest += f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n"
    (folder / "MANIFEST.sha256").write_bytes(manifest.encode())


def jsonl(rows: Rows) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def public_files(
    draft: Draft, about: Mapping[str, object], tables: Mapping[str, Rows], files: Mapping[str, str]
) -> dict[str, str]:
    """Every file of the bundle outside `key/`, by path."""
    described = json.dumps(datapackage(str(about["id"]), draft.scenario.watermark), ensure_ascii=False, indent=1)
    return {
        "world.toml": _toml(about) + _described(draft),
        "datapackage.json": described + "\n",
        **{f"tables/{name}.jsonl": jsonl(rows) for name, rows in tables.items()},
        **{f"files/{name}": text for name, text in files.items()},
    }


def key_files(tables: Mapping[str, Rows], seed: Mapping[str, object]) -> dict[str, str]:
    """Every file of `key/`, by name."""
    return {"seed.toml": _toml(seed), **{f"{name}.jsonl": jsonl(rows) for name, rows in tables.items()}}


def _described(draft: Draft) -> str:
    parts = ["\n[brief]\n" + _toml(draft.scenario.brief)]
    parts += ["\n[[sources]]\n" + _toml(asdict(site)) for site in draft.scenario.sites]
    parts += ["\n[[profiles]]\n" + _toml(_profile(draft, state)) for state in draft.scenario.states]
    return "".join(parts)


def _profile(draft: Draft, state: State) -> dict[str, object]:
    here = [place for place in draft.scenario.places.values() if state.code in place.states]
    return {
        "code": state.code,
        "name": state.name,
        "calling_code": state.calling_code,
        "national_digits": 9,
        "plate": state.plate,
        "iban_length": 22,
        "currency": state.currency,
        "languages": list(state.languages),
        "places": list(dict.fromkeys(name for place in here for name in place.names.values())),
        "source": "own compilation, unreviewed",
        "confidence": _CONFIDENCE,
        "fictional": True,
    }


def _toml(values: Mapping[str, object]) -> str:
    """Plain keys and values; a JSON string, number, boolean or list of strings is also a TOML one."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
