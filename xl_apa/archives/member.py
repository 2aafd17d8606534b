"""A file inside an archive, under a name that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
"""What no file of Windows may be called; a colon there would lead to another drive."""

_OF_THE_SYSTEM = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive.

    `name` is its name there, folders before it with slashes. `read` returns its content and raises what broken
    archives raise. `fault` is the code of an error that says why it cannot be read. `time` is without a zone where the
    archive does not tell it.
    """

    name: str
    size: int
    read: Callable[[], bytes]
    time: datetime | None = None
    fault: str = ""

    @property
    def ending(self) -> str:
        """The ending of its name in small letters, `.xlsx`."""
        return PurePosixPath(self.name).suffix.lower()


def safe_name(name: str) -> str:
    """Return a name from an archive as one that leads nowhere else: no `..`, no drive, nothing that is not shown."""
    shown = name.encode("utf-8", "replace").decode("utf-8").replace("\\", "/")
    parts = (_UNSAFE.sub("_", part).strip() for part in shown.split("/"))
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "_"


def of_the_system(name: str) -> bool:
    """Return whether a file is what Windows or macOS leave behind wherever they look."""
    parts = PurePosixPath(name).parts
    return not _OF_THE_SYSTEM.isdisjoint(parts) or parts[-1].startswith("._")
