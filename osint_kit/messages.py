"""Gettext for every layer.

`_` translates at the moment of use; `N_` marks a text that is translated later (help texts, tables).
Catalogues are in `locale/<language>/LC_MESSAGES/osint_kit.{po,mo}`; English is the source and always complete.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("en", "ru", "tg")
DOMAIN = "osint_kit"
LOCALE = Path(__file__).parent / "locale"

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use_language(language: str | None = None) -> str:
    """Switch the language of all messages; without an argument, `OSINT_KIT_LANG` decides, then English.

    Returns:
        The language now in use; an unknown one falls back to English.
    """
    global _current, _language  # noqa: PLW0603 - the language of a process is one setting, like its locale
    wanted = language or os.environ.get("OSINT_KIT_LANG") or "en"
    _language = wanted if wanted in LANGUAGES else "en"
    _current = gettext.translation(DOMAIN, LOCALE, [_language], fallback=True)
    return _language


def language_in_use() -> str:
    """The language of messages: ISO 639-1."""
    return _language


def _(text: str) -> str:
    """Translate a message into the language in use."""
    return _current.gettext(text) if text else ""


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for a deferred message
    """Mark a message for translation later."""
    return text
