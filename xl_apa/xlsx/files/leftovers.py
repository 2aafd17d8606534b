"""Temporary files of runs that were ended in the middle: the next run takes away what is its own and nobody uses.

A temporary file's name says on which computer and by which process it was made. On Windows a process cannot be asked
after without ending it by mistake, and another computer's never: there an hour decides. Where it can be asked after,
what a process has that goes on stays for a week.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from socket import gethostname

_NAME = re.compile(r"\.?xl_apa-(?:([0-9a-f]{8})-([0-9]+)-)?[0-9A-Za-z_]{8,12}(?:\.[a-z]+)?")
_ABANDONED_SECONDS = 3600
"""No file takes a thousandth of it to be written."""
_OTHERS_SECONDS = 7 * 24 * 3600
"""After which a process that goes on cannot be the one that made a file; no run takes a day."""


@lru_cache(maxsize=1)
def _computer() -> str:
    return sha256(gethostname().encode("utf-8", "replace")).hexdigest()[:8]


def own_prefix() -> str:
    """Return how the names of this process' temporary files begin; hidden ones have a dot before it."""
    return f"xl_apa-{_computer()}-{os.getpid()}-"


@lru_cache(maxsize=64)
def clear_leftovers(folder: Path) -> None:
    """Take away temporary files and folders of ours that an ended run left in a folder; once for each folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match and not entry.is_symlink() and _is_abandoned(entry, match):
                _remove(entry)


def _is_abandoned(entry: os.DirEntry[str], match: re.Match[str]) -> bool:
    own = match[1] == _computer() and os.name == "posix"
    if own and not _is_alive(int(match[2])):
        return True
    try:
        age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    except OSError:
        return False
    # Its number may be another program's by now; but a run over a slow network, or a clock that is set, is none.
    return age > (_OTHERS_SECONDS if own else _ABANDONED_SECONDS)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _remove(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            Path(entry.path).unlink()
