"""What went wrong, kept for whoever is asked for help."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from xl_apa._version import __version__


def write_fault_log() -> Path:
    """Write what went wrong just now into a file that the user can send, among the documents; return its path."""
    from platformdirs import user_documents_path  # only here: Excel waits for whatever a button imports

    documents = user_documents_path()
    path = (documents if documents.is_dir() else Path(tempfile.gettempdir())) / "xl_apa-fault.log"
    with suppress(OSError):
        lines = (f"xl_apa {__version__}", f"Python {sys.version}", platform.platform(), traceback.format_exc())
        path.write_text("\n".join(lines), encoding="utf-8")
    return path
