"""What may be wrong with a file besides that it is broken; `limits.whole` says each in a sentence of its own."""

from __future__ import annotations


class DoubledPartsError(Exception):
    """A package holds two parts under names that readers take for one, or a name that leads out of the package."""


class PartTooLargeError(Exception):
    """A part is larger than any report's."""


class SheetTooLargeError(Exception):
    """A sheet has more cells with content than any report's."""


class LockedPartError(Exception):
    """A part has a password."""
