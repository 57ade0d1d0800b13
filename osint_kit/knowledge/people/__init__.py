"""People and firms in running text: which words may be part of a name, which announce one, which never are.

In:  a word as written, folded
Out: Mark
"""

from osint_kit.knowledge.people.arabic import mark as arabic_mark
from osint_kit.knowledge.people.cased import inflected, rooted
from osint_kit.knowledge.people.cased import mark as cased_mark
from osint_kit.knowledge.people.marking import Mark
from osint_kit.knowledge.people.words import announced, given, given_names, group, key, pattern_of, script_of, written

__all__ = [
    "Mark",
    "announced",
    "arabic_mark",
    "cased_mark",
    "given",
    "given_names",
    "group",
    "inflected",
    "key",
    "pattern_of",
    "rooted",
    "script_of",
    "written",
]
