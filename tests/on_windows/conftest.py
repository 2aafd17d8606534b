"""Elsewhere none of this can be seen."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    collect_ignore_glob = ["test_*.py"]
