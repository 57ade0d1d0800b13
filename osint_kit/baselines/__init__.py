"""What players without a team would submit: nobody, chance, whoever counts links, the hoarder, and the machine alone.

In:  world without its key
Out: Submission

None of them sees an answer key. A world is worth playing only if empty < random < degree_only < reference in total, and
everything < empty at the step that names suspects.
"""

from osint_kit.baselines.chance import random
from osint_kit.baselines.hoard import everything
from osint_kit.baselines.machine import degree_only, empty, reference

__all__ = ["degree_only", "empty", "everything", "random", "reference"]
