"""Where the machine is wrong or unsure, and a person must decide: all traps of a world."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.world.draft import Draft
from osint_kit.world.trap_judgement import judgement_traps
from osint_kit.world.trap_people import people_traps
from osint_kit.world.trap_texts import text_traps


def traps(draft: Draft) -> Iterator[dict[str, object]]:
    """Rows of the key's table of traps; how many of each kind depends on the difficulty alone."""
    for trap in (*text_traps(draft), *people_traps(draft), *judgement_traps(draft)):
        yield trap.row(draft)
