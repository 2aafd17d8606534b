"""Which file a path means, as far as the system says."""

from __future__ import annotations

from pathlib import Path


def real_path(path: Path) -> Path:
    """Return the one path of a file that may be reached by several; where the system cannot say, the path as it is.

    Windows cannot for some very long paths and for files that a program keeps in the cloud, no system can for a link
    that leads to itself: it is a single file all the same, and no reason to stop.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()
