"""Where a number of the summary comes from, as something to click on: file, sheet and cell."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Links:
    """Links out of a workbook that lies in a folder: files are named from there, so that both can move together."""

    folder: Path

    def to(self, path: str, place: str = "") -> str:
        """The target of a link to a file and, in it, to `'১ম ত্রৈমাসিক'!M8`; "" when there is no way to write it."""
        file = _from_folder(path, self.folder)
        return f"{file}#{place}" if file and place else file


def within(sheet: str, cell: str) -> str:
    """The target of a link to a cell of the same workbook."""
    return f"#'{sheet}'!{cell}"


@lru_cache(maxsize=64)  # the rows of an office come one after the other
def _from_folder(path: str, folder: Path) -> str:
    if not path or "#" in path:
        return ""  # behind a # begins the place in the file
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).absolute().as_posix()  # on Windows the other may be on another drive
