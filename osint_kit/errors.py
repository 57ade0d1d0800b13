"""Every error of the kit, drawn as a tree.

```
OsintKitError
├── ItemError      one item failed: recorded as a failure in the case, the run goes on
│   ├── NotInSandbox · Unparseable · UnexpectedLayout
└── RunError       the run cannot be trusted: stop
    ├── MissingInput · BadScenario · BadMapping · BadSubmission · CaseBusy · CaseVersion · StorageFailed
    ├── OutOfScope · IntegrityBroken · MarkingViolation · NotAllowed · UnknownPlugin
```

A message says what was expected, what was found, and where.
"""

from __future__ import annotations

from osint_kit.messages import _


class OsintKitError(Exception):
    """Root of the tree; `str(error)` is ready to be shown to a person."""

    @classmethod
    def expected(cls, what: str, *, found: str, where: object) -> OsintKitError:
        """Build the standard message: expected …, found …, at …."""
        return cls(_("expected {what}, found {found}, at {where}").format(what=what, found=found, where=where))


class ItemError(OsintKitError):
    """One item failed; the run records it and goes on."""


class NotInSandbox(ItemError):
    """A request left the sandbox: refused before any socket or name look-up."""


class Unparseable(ItemError):
    """Bytes that no reader could turn into text."""


class UnexpectedLayout(ItemError):
    """A page whose structure is not the one its protocol promises."""


class RunError(OsintKitError):
    """The run cannot be trusted; it stops."""


class MissingInput(RunError):
    """A step was asked to run without what the step before it makes."""


class BadScenario(RunError):
    """A scenario file that does not describe a world."""


class BadMapping(RunError):
    """A mapping file and the table it describes do not agree."""


class BadSubmission(RunError):
    """A submission that does not follow its schema or belongs to another world."""


class CaseBusy(RunError):
    """Another process is writing to the case."""


class CaseVersion(RunError):
    """A case or bundle written by another version of the format."""


class StorageFailed(RunError):
    """The disk refused a write; what was reported done before is safe."""


class OutOfScope(RunError):
    """The plan excludes what was asked for."""


class IntegrityBroken(RunError):
    """Something sealed no longer matches its digest, signature or chain."""


class MarkingViolation(RunError):
    """A product would carry what its marking forbids."""


class NotAllowed(RunError):
    """The exercise does not allow this at the step."""


class UnknownPlugin(RunError):
    """A name that no member of the family has."""
