"""The workbooks in files and folders, and the folders that cannot be looked into."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.xlsx.read.safe_open import ENDINGS


def find_workbooks(paths: Iterable[Path], leave_out: Path | None = None, register: Path | None = None) -> list[Path]:
    """Return the workbooks among files and folders (searched recursively), each once, in a stable order.

    Lock files and temporary files of Excel and LibreOffice are skipped, the register, and `leave_out`, the summary
    itself. A file that is named is taken whatever its ending. A folder that cannot be looked into stands among the
    workbooks: it is refused by name when they are read.

    Raise InputError when a path does not exist or nothing is found but folders that cannot be looked into, CallError
    when nothing is found at all, OutputError when `leave_out` itself is one of the paths.
    """
    given = list(paths)
    found: dict[Path, Path] = {}
    closed: list[OSError] = []
    own = leave_out.resolve() if leave_out else None
    skipped = {own, register.resolve() if register else None}
    for path in given:
        if _is_folder(path):
            for each in _inside(path, closed):
                found.setdefault(each.resolve(), each)
        elif own and path.resolve() == own:
            raise OutputError("output-is-input", path=path)
        elif path.exists():
            found.setdefault(path.resolve(), path)
        else:
            raise InputError("file-missing", path=path)
    workbooks = sorted((path for real, path in found.items() if real not in skipped), key=Path.as_posix)
    if not workbooks:
        raise CallError("nothing-found", paths=[str(path) for path in given])
    if closed and {Path(error.filename).resolve() for error in closed}.issuperset(map(Path.resolve, workbooks)):
        raise folder_not_readable(closed[0])
    return workbooks


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error


def _inside(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Yield workbooks in a folder and below, and folders that cannot be looked into, which are added to `closed`."""
    before = len(closed)
    for parent, _, names in os.walk(folder, onerror=closed.append):
        for name in names:
            each = Path(parent, name)
            if each.suffix.lower() in ENDINGS and not name.startswith(("~$", ".")) and _may_be_read(each):
                yield each
    for error in closed[before:]:
        yield Path(error.filename)


def _may_be_read(path: Path) -> bool:
    """Return whether it is a file, or something whose reading will say what is wrong; no pipe, no dangling link."""
    try:
        return path.is_file()
    except OSError:
        return True


def folder_not_readable(error: OSError) -> InputError:
    """Return the error for a folder that cannot be looked into."""
    return InputError("folder-not-readable", path=error.filename, reason=error.strerror or error)
