"""The nouns that pass between the steps.

Few-of-a-kind nouns are frozen dataclasses; bulk nouns are pandas frames declared in `tables.py`.
"""

from osint_kit.model.capture import Capture, Clock, Fetch, Headers, Outcome
from osint_kit.model.decision import DIRECTED, MACHINE, Action, Assist, Decision, Ledger
from osint_kit.model.document import Document, Part
from osint_kit.model.exhibit import CustodyEntry, Exhibit
from osint_kit.model.grade import Grade
from osint_kit.model.judgement import Assessment, Confidence, Finding, Hypothesis, Product
from osint_kit.model.plan import CollectionPlan, Hit, Preparation, Requirement, Task
from osint_kit.model.serial import Json, canonical, content_id, from_dict, sha256, to_dict
from osint_kit.model.statement import (
    FORMS,
    KINDS,
    NAME_KINDS,
    SELECTOR_KINDS,
    Statement,
    mention_subject,
    selector_subject,
    well_formed,
)
from osint_kit.model.submission import SUBMISSION_FORMAT, Row, Submission, by_machine

__all__ = [
    "DIRECTED",
    "FORMS",
    "KINDS",
    "MACHINE",
    "NAME_KINDS",
    "SELECTOR_KINDS",
    "SUBMISSION_FORMAT",
    "Action",
    "Assessment",
    "Assist",
    "Capture",
    "Clock",
    "CollectionPlan",
    "Confidence",
    "CustodyEntry",
    "Decision",
    "Document",
    "Exhibit",
    "Fetch",
    "Finding",
    "Grade",
    "Headers",
    "Hit",
    "Hypothesis",
    "Json",
    "Ledger",
    "Outcome",
    "Part",
    "Preparation",
    "Product",
    "Requirement",
    "Row",
    "Statement",
    "Submission",
    "Task",
    "by_machine",
    "canonical",
    "content_id",
    "from_dict",
    "mention_subject",
    "selector_subject",
    "sha256",
    "to_dict",
    "well_formed",
]
