"""What went wrong, kept for whoever is asked for help: where in the program it was, and no word of an office.

An error's own words may hold a cell's text; of them only those of the system are kept, which name files.
"""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from xl_apa._version import __version__

_FRAME = '  File "'
_BETWEEN = ("Traceback (most recent", "During handling of", "The above exception")
_KIND = re.compile(
    r"[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Expired|Traceback|Warning|Iteration)(?=:|$)", re.ASCII
)
_OF_SYSTEM = re.compile(r"[A-Za-z_.]+: \[(?:Errno|WinError) \d+\] ")
_LINES_OF_FRAME = 2
"""The line of the program, and the marks below it."""


def write_fault_log() -> Path:
    """Write what went wrong just now into a file that the user can send; return its path.

    It lies among the documents, or among the temporary files where these cannot be written.
    """
    from platformdirs import user_documents_path  # only here: Excel waits for whatever a button imports

    documents = user_documents_path()
    lines = (
        f"xl_apa {__version__}",
        f"Python {sys.version}",
        platform.platform(),
        *_without_words(traceback.format_exc()),
    )
    for folder in (documents, Path(tempfile.gettempdir())):
        path = folder / "xl_apa-fault.log"
        with suppress(OSError):
            path.write_text("\n".join(lines), encoding="utf-8")
            break
    return path


def _without_words(trace: str) -> Iterator[str]:
    """Yield the lines of a trace that say where it was and of which kind, those of other processes too."""
    of_frame = 0
    for line in trace.splitlines():
        if line.startswith(_FRAME):
            of_frame = _LINES_OF_FRAME
            yield line
        elif of_frame and line.startswith("    "):
            of_frame -= 1
            yield line
        else:
            of_frame = 0
            if line.startswith(_BETWEEN) or _OF_SYSTEM.match(line):
                yield line
            elif kind := _KIND.match(line):
                yield kind[0]
