"""Ask sites, and bring back what they serve.

In:  Task, Fetch
Out: Hit (search), Capture (collect), and a frame of proposals (rank)
"""

from osint_kit.collect.engine import collect, excludes, search
from osint_kit.collect.patience import patient
from osint_kit.collect.relevance import WORTH_COLLECTING, leads, rank

__all__ = ["WORTH_COLLECTING", "collect", "excludes", "leads", "patient", "rank", "search"]
