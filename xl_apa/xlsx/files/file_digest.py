"""The SHA-256 of files: by it a file is known again, wherever it lies."""

from __future__ import annotations

import hashlib
from pathlib import Path

from xl_apa.xlsx.read.limits import MOST_BYTES


def is_worth_digesting(path: Path) -> bool:
    """Return whether a file is small enough to be a report's: of a larger one nothing is read but its beginning.

    Raise OSError when it cannot be looked at.
    """
    return path.stat().st_size <= MOST_BYTES


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's content as 64 hexadecimal digits. Raise OSError when it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
