"""Where a number of the summary comes from, as something to click on: file, sheet and cell."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Links:
    """Links out of a workbook that lies in a folder: files are named from there, so that both can move together.

    `archives`: what lies in an archive, by its path; a link to it opens the archive, as no program opens more.
    """

    folder: Path
    archives: Mapping[str, str] = field(default_factory=dict)

    def to(self, path: str, place: str = "") -> str:
        """Return the target of a link to a file and, in it, to `'১ম ত্রৈমাসিক'!M8`; "" when it cannot be written.

        What is no cell of a workbook (`page 2, row 5`) no link can lead to: it leads to the file.
        """
        if path in self.archives:
            path, place = self.archives[path], ""
        if not path or "#" in path:
            return ""  # behind a # begins the place in the file
        above, name = os.path.split(path)
        file = _beginning(above, self.folder) + name
        return f"{file}#{place}" if "!" in place else file


def within(sheet: str, cell: str) -> str:
    """Return the target of a link to a cell of the same workbook."""
    return f"#'{sheet}'!{cell}"


@lru_cache(maxsize=1024)  # there are many files in a folder
def _beginning(above: str, folder: Path) -> str:
    """Return what stands before the names of the files in a folder, as seen from the other: "" when it is the same."""
    try:
        way = Path(os.path.relpath(above or os.curdir, folder))
    except ValueError:
        way = Path(above).absolute()  # on Windows the other may be on another drive
    return "" if way == Path() else f"{way.as_posix().rstrip('/')}/"
