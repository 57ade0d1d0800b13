"""Interview: the plan of one interview with a traveller as a witness, safeguards first.

In:  frames ENTITIES, ROLES, LINKS, STATEMENTS, ELEMENTS
Out: frame INTERVIEW, proposals that the team decides on

The stages are those of PEACE, the safeguards those of the Méndez Principles and those for smuggled migrants (doctrine).
A traveller is heard as a witness, not as a suspect for having been moved. Questions come from what is not known; they
name nobody and give away no evidence: what lies behind one stands in its reason, for the interviewer alone.
"""

from osint_kit.interview.gate import gate
from osint_kit.interview.planning import plan
from osint_kit.interview.questions import describe, faults

__all__ = ["describe", "faults", "gate", "plan"]
