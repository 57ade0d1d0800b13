"""Assess: which part somebody seems to play, which elements of law are carried, which explanation stands.

In:  frames STATEMENTS, DOCUMENTS, ENTITIES, LINKS, TRANSFERS, TYPOLOGIES, INDICATORS, and the measures of the graph
Out: frames ROLES, ELEMENTS, MATRIX, HYPOTHESES; proposals with their reason

A score is a lead, not evidence. It reads structure, times, sums and kinds of statement, never name, language, script,
gender or nationality; where signs of a traveller or a victim are there, no part of a suspect is put forward.
"""

from osint_kit.assess.elements import elements
from osint_kit.assess.hypotheses import HYPOTHESES_ASKED, hypotheses, sensitivity
from osint_kit.assess.matrix import matrix
from osint_kit.assess.roles import THRESHOLD, roles

__all__ = ["HYPOTHESES_ASKED", "THRESHOLD", "elements", "hypotheses", "matrix", "roles", "sensitivity"]
