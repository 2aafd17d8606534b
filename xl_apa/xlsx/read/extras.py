"""What a workbook holds besides sheets that no report needs: macros, links out of the file, objects of other programs.

None of it is ever run, opened or followed: that it is there is all that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum


class ExtraKind(Enum):
    """What kind of thing it is: macros, something outside that is opened with the file, an object."""

    MACROS = "macros"
    LINK = "link"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Extra:
    """One such thing; `name` is the part, stream or address that shows it.

    `project` is the VBA project as a file of its own, None for all that is none.
    """

    kind: ExtraKind
    name: str
    project: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Extras:
    """All such things in a workbook."""

    found: Sequence[Extra] = ()

    def names(self, kind: ExtraKind) -> list[str]:
        """Return the names of one kind, each once."""
        return list(dict.fromkeys(extra.name for extra in self.found if extra.kind is kind))


NO_EXTRAS = Extras()


LEAST_HEIGHT, LEAST_WIDTH = 3.0, 0.75
"""Points and characters; of a lower row or a narrower column nobody reads anything."""


@dataclass(frozen=True, slots=True)
class HiddenLines:
    """Rows and columns of a sheet, counted from 0, that nobody sees."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
