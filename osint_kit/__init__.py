"""osint-kit: a training toolkit for investigators, over fictional worlds.

The cycle, each step a folder of pure functions, each noun in `model/`:

```
world ─ renders ─► sites ─ sandbox ─► plan ► collect ► preserve ► extract ► resolve ► grade ► link ► analyse ► report
  └─► answer key ─────────────────────── score ◄─── submission = decided rows only ◄───────────────────────────┘
```

The machine proposes, the team decides: proposals are frames, decisions are appended to the case, and only decided
rows are submitted. Start with `pipeline.py`, which is the whole cycle on one screen.

>>> import osint_kit
>>> found = osint_kit.extract_text("Пишите @navo_204, цена 1500 USD")
>>> list(found.columns)[:5]
['start', 'end', 'kind', 'text', 'value']
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osint_kit import sandbox
    from osint_kit.bundle import open_world
    from osint_kit.casefile import create_case, open_case
    from osint_kit.extract import extract_text, extract_texts
    from osint_kit.knowledge import names
    from osint_kit.world import make as make_world

__version__ = "0.1.0"

__all__ = ["create_case", "extract_text", "extract_texts", "make_world", "names", "open_case", "open_world", "sandbox"]

_HOMES = {
    "create_case": ("osint_kit.casefile", "create_case"),
    "extract_text": ("osint_kit.extract", "extract_text"),
    "extract_texts": ("osint_kit.extract", "extract_texts"),
    "make_world": ("osint_kit.world", "make"),
    "names": ("osint_kit.knowledge.names", ""),
    "open_case": ("osint_kit.casefile", "open_case"),
    "open_world": ("osint_kit.bundle", "open_world"),
    "sandbox": ("osint_kit.sandbox", ""),
}


def __getattr__(name: str) -> object:
    """Resolve a public name at first use, so that importing the package loads nothing heavy."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    home = importlib.import_module(module)
    return getattr(home, attribute) if attribute else home


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
