"""Programs run as on a computer where nothing of this one is set up."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
CLEAN |= {"PIP_CONFIG_FILE": os.devnull, "LANG": "C.UTF-8"}


def run(*command: object, folder: Path) -> subprocess.CompletedProcess[str]:
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, cwd=folder, env=CLEAN, capture_output=True, text=True, encoding="utf-8")
