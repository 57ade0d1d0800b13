"""Report: the case as one HTML page that needs no network and runs no script.

In:  ReportInput
Out: Product

Names and quotations are escaped, right-to-left text keeps its direction, and the watermark of an exercise is on every
printed page.
"""

from osint_kit.report.page import render
from osint_kit.report.sections import Block, ReportInput, StepLine, section, sections

__all__ = ["Block", "ReportInput", "StepLine", "render", "section", "sections"]
