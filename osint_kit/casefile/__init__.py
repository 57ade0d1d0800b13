"""The case folder: everything a team collected, decided and derived, and nothing lost when a process is killed.

In:  a folder
Out: Case

```
case/
├── case.toml        what the case is about, call sign, levels of assistance
├── evidence/        WARC files: the evidentiary copies, never rewritten
├── incoming/        captures that wait to be sealed
├── custody.jsonl    append-only, hash-chained, signed
├── decisions.jsonl  append-only; searches.jsonl and failures.jsonl likewise
├── worksheets/      tables to fill in
└── case.db          derived tables: delete it and the next command makes it anew
```
"""

from osint_kit.casefile.case import Case
from osint_kit.casefile.deciding import by_reference, judged
from osint_kit.casefile.merge import MergeReport
from osint_kit.casefile.opening import create_case, open_case
from osint_kit.casefile.overview import overview, table
from osint_kit.casefile.reporting import report_input
from osint_kit.casefile.settings import Settings

__all__ = [
    "Case",
    "MergeReport",
    "Settings",
    "by_reference",
    "create_case",
    "judged",
    "open_case",
    "overview",
    "report_input",
    "table",
]
