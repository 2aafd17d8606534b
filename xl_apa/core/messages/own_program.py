"""Commands in sentences as they can be copied on this computer: install.bat puts `xl-apa` on no PATH."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

_COMMAND = re.compile(
    r"xl-apa(?= (?:--help|(?:addin|calculate|consolidate|demo|doctor|import|plan|register|score|template)\b))"
)
_WHOLE_COMMAND = re.compile(r'(?:"[^"]*xl-apa\.exe"|\bxl-apa)(?: [a-z-]+)+')
_IN_FILES = ("audit-", "draft-", "help-")


def stays_as_written(code: str) -> bool:
    """Return whether a sentence names the program without a path.

    Help texts are about the program, whatever it is called by here; what goes into a file is read on other computers.
    """
    return code.startswith(_IN_FILES)


def parts_with_commands(text: str) -> list[tuple[str, bool]]:
    """Return a sentence in parts, each with whether it is a command to run."""
    parts, end = [], 0
    for found in _WHOLE_COMMAND.finditer(text):
        parts += [(text[end : found.start()], False), (found[0], True)]
        end = found.end()
    return [*parts, (text[end:], False)]


def runnable(text: str, *, windows: bool = sys.platform == "win32", scripts: Path | None = None) -> str:
    """Return a sentence with the full path of `xl-apa` in its commands, where Windows does not find it by its name.

    `scripts` is the folder of this Python's programs. Off Windows people know their environments.
    """
    if not windows or "xl-apa " not in text or shutil.which("xl-apa"):
        return text
    program = (scripts or Path(sys.executable).parent) / "xl-apa.exe"
    return _COMMAND.sub(lambda _: f'"{program}"', text) if program.is_file() else text
