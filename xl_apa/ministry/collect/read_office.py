"""One file, read and assessed, or refused with the reason."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from xl_apa.core.errors import InputError, XlApaError
from xl_apa.ministry.collect.find_files import folder_not_readable
from xl_apa.ministry.model import OfficeResult, Refusal, Source, Task
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.file_digest import file_digest


def read_office(path: Path, task: Task) -> OfficeResult | Refusal:
    """Return one file assessed or refused; nothing that a file contains raises."""
    source = Source(str(path), "", now())
    try:
        _refuse_folder(path)
        source = replace(source, sha256=_digest(path))
        assessed = assess_file(path, task.quarter, plan=task.plan, rule=task.rule, as_of=task.as_of)
    except XlApaError as error:
        return Refusal(source, error)
    except MemoryError:
        return Refusal(source, InputError("memory-limit-reached", path=path))
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return Refusal(source, InputError("reading-failed", path=path, reason=repr(error)))
    return OfficeResult(source, assessed)


def now() -> datetime:
    """Return this moment, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def _refuse_folder(path: Path) -> None:
    """Raise InputError for a folder: only one that could not be looked into stands among the files. Find the reason."""
    try:
        if not path.is_dir():
            return
    except OSError:
        return  # reading it says what is wrong
    try:
        with os.scandir(path):
            raise InputError("folder-not-readable", path=path, reason=os.strerror(errno.EAGAIN))
    except OSError as error:
        raise folder_not_readable(error) from error


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
