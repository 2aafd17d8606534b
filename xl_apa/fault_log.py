"""What went wrong, kept for whoever is asked for help: where in the program it was, and no word of an office.

An error's own words may hold a cell's text; of them only those of the system are kept, which name files.
"""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from xl_apa._version import __version__
from xl_apa.core.errors import XlApaError
from xl_apa.core.messages import Phrase
from xl_apa.xlsx.files.atomic_file import replacing

_FRAME = '  File "'
_BETWEEN = ("Traceback (most recent", "During handling of", "The above exception")
_KIND = re.compile(
    r"[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Expired|Traceback|Warning|Iteration)(?=:|$)", re.ASCII
)
_OF_SYSTEM = re.compile(r"[A-Za-z_.]+: \[(?:Errno|WinError) \d+\] ")
_LINES_OF_FRAME = 2
"""The line of the program, and the marks below it."""


def write_fault_log() -> Path | None:
    """Write what went wrong just now into a file that the user can send; return its path.

    It lies among the documents, or among the temporary files where these cannot be written; None where neither can be.
    Of two programs that fail at once the later one's is there, whole. Nothing is raised: the fault itself is yet to be
    told.
    """
    lines = (
        f"xl_apa {__version__}",
        f"Python {sys.version}",
        platform.platform(),
        *_without_words(traceback.format_exc()),
    )
    # A name that no other program could spell is in a path as half a character.
    content = "\n".join(_without_home(lines)).encode("utf-8", "backslashreplace")
    for place in (_documents, tempfile.gettempdir):
        with suppress(OSError, XlApaError):
            path = Path(place()) / "xl_apa-fault.log"
            if path.parent.is_dir():  # nobody looks into a folder that he does not have
                with replacing(path) as temporary:
                    temporary.write_bytes(content)
                return path
    return None


def log_params() -> dict[str, object]:
    """Write the log; return what a sentence says of it: where it is, or that there is none."""
    return {"log": write_fault_log() or Phrase("no-fault-log")}


def _documents() -> Path:
    from platformdirs import user_documents_path  # only here: Excel waits for whatever a button imports

    return user_documents_path()


def _without_home(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines in which the folder of the user, which has a person's name, is called `~`."""
    home = ""
    with suppress(RuntimeError):
        home = str(Path.home())
    for line in lines:
        yield line.replace(home, "~") if len(home) > 1 else line


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
