"""A call in a process of its own that is ended when it takes far more processor time than linear work would.

No test asks how long something took: the limit is some fifty times what the call needs here, and what grows with the
square of 8 MB would need hours.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LIMIT = 60
"""Seconds of processor time."""

SIZE = 8_000_000
"""Bytes of hostile XML: just under what `safe_open` lets a sheet have."""

_CHILD = """
import resource, sys
from importlib import import_module
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, ({limit}, {limit}))
module, name, path = sys.argv[1:]
print(getattr(import_module(module), name)(Path(path)), end="")
"""


def answer(module: str, function: str, path: Path) -> str:
    """Return what `function` of `module` gives for `path`; fail when it needs more processor time than the limit."""
    command = [sys.executable, "-c", _CHILD.format(limit=LIMIT), module, function, str(path)]
    child = subprocess.run(command, capture_output=True, text=True, check=False)
    assert child.returncode == 0, f"{function} needs more than {LIMIT} s of processor time, or failed: {child.stderr}"
    return child.stdout
