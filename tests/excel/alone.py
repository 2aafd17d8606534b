"""A script in a Python of its own, for what depends on how xlwings was imported."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import xl_apa


def run_alone(script: str, given_text: str = "", **environment: str) -> str:
    """What a script prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        input=given_text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(xl_apa.__file__).parents[1]), "PYTHONUTF8": "1", **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
