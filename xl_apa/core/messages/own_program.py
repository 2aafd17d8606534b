"""Commands in sentences as they can be copied on this computer: install.bat puts `xl-apa` on no PATH."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

_COMMAND = re.compile(r"xl-apa(?= (?:addin|calculate|consolidate|demo|doctor|import|plan|register|score|template)\b)")


def runnable(text: str, *, windows: bool = sys.platform == "win32", scripts: Path | None = None) -> str:
    """Return a sentence with the full path of `xl-apa` in its commands, where Windows does not find it by its name.

    `scripts` is the folder of this Python's programs. Off Windows people know their environments.
    """
    if not windows or "xl-apa " not in text or shutil.which("xl-apa"):
        return text
    program = (scripts or Path(sys.executable).parent) / "xl-apa.exe"
    return _COMMAND.sub(lambda _: f'"{program}"', text) if program.is_file() else text
