"""What lies among files and is none: reading it may never end, and writing it is no keeping."""

from __future__ import annotations

import stat
from pathlib import Path


def is_special(path: Path, *, pipe: bool = False) -> bool:
    """Return whether something is there that is neither a file nor a folder; with `pipe` a pipe will do, too."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False  # opening it says what is wrong
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or (pipe and stat.S_ISFIFO(mode)))
