"""Report: the case as one HTML page that needs no network and runs no script.

In:  ReportInput; for the half page: questions, brief, frames ENTITIES, LINKS, GRADES
Out: Product; frame SUMMARY

Names and quotations are escaped, right-to-left text keeps its direction, and the watermark of an exercise is on every
printed page.
"""

from osint_kit.report.chronology import picture as timeline_picture
from osint_kit.report.figure import picture as network_picture
from osint_kit.report.page import render
from osint_kit.report.sections import Block, ReportInput, StepLine, section, sections
from osint_kit.report.summary import summary

__all__ = [
    "Block",
    "ReportInput",
    "StepLine",
    "network_picture",
    "render",
    "section",
    "sections",
    "summary",
    "timeline_picture",
]
