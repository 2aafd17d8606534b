"""One file, read and assessed, or refused with the reason."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from xl_apa.archives.contents import content_at
from xl_apa.core.errors import InputError, XlApaError
from xl_apa.ministry.collect.find_files import folder_not_readable
from xl_apa.ministry.collect.import_office import IMPORTABLE, import_office
from xl_apa.ministry.collect.other_files import code_of_workbook
from xl_apa.ministry.model import OfficeResult, Refusal, Source, Task
from xl_apa.sheets.assess_workbook import assess_file, quarter_held
from xl_apa.xlsx.files.file_digest import file_digest, is_worth_digesting
from xl_apa.xlsx.files.temporary import folder_for_copies

_ATTEMPTS = 2
"""How often a file is read that changes meanwhile; whoever saves or copies it is done by then, or has just begun."""


def read_office(path: Path, task: Task, passwords: Sequence[str] = ()) -> OfficeResult | Refusal:
    """Return one file assessed or refused; nothing that a file contains raises.

    `passwords` are tried on a workbook that is locked.
    """
    source = Source(str(path), "", now())
    try:
        _refuse_folder(path)
        for _ in range(_ATTEMPTS):
            stamp = _stamp(path)
            try:
                source = replace(source, sha256="")
                source = replace(source, sha256=_digest(path))
                found: OfficeResult | XlApaError = _read(path, task, source, passwords)
            except XlApaError as error:
                found = error
            if _stamp(path) == stamp:
                return found if isinstance(found, OfficeResult) else Refusal(source, found.without_frames())
        return Refusal(replace(source, sha256=""), InputError("file-changing", path=path))
    except XlApaError as error:
        return Refusal(source, error.without_frames())
    except MemoryError:
        pass  # until here the error holds all that was read
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return Refusal(source, InputError("reading-failed", path=path, reason=repr(error)))
    return Refusal(source, InputError("memory-limit-reached", path=path))


def _read(path: Path, task: Task, source: Source, passwords: Sequence[str]) -> OfficeResult:
    try:
        assessed = assess_file(
            path, task.quarter, plan=task.plan, rule=task.rule, as_of=task.as_of, passwords=passwords
        )
    except XlApaError as error:
        told = _recognised(path, task, error, passwords)
        if not task.imports or told.code not in IMPORTABLE:
            raise told from error
    else:
        return OfficeResult(source, assessed)
    return import_office(path, task, source, passwords)


def read_member(
    path: Path, task: Task, scratch: Path | None = None, passwords: Sequence[str] = ()
) -> OfficeResult | Refusal:
    """Return the same of a workbook in an archive: it is read from a copy, in a folder `scratch` where that exists.

    The folder is the caller's to take away when this process is ended meanwhile.
    """
    try:
        content = content_at(path)
        with folder_for_copies(path, scratch if scratch and scratch.is_dir() else None) as folder:
            copy = folder / f"report{path.suffix}"
            copy.write_bytes(content)
            return _at_address(read_office(copy, task, passwords), copy, path)
    except InputError as error:
        return Refusal(Source(str(path), "", now()), error.without_frames())


def _at_address(outcome: OfficeResult | Refusal, copy: Path, path: Path) -> OfficeResult | Refusal:
    """Return the outcome of a copy as that of the address it was copied from."""
    source = replace(outcome.source, path=str(path))
    if isinstance(outcome, OfficeResult):
        return replace(outcome, source=source)
    error = outcome.error
    params = {name: path if str(value) == str(copy) else value for name, value in error.params.items()}
    return Refusal(source, type(error)(error.code, **params))


def now() -> datetime:
    """Return this moment, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def _recognised(path: Path, task: Task, error: XlApaError, passwords: Sequence[str]) -> XlApaError:
    """Return what more can be said of a workbook that has no form, or not that of the quarter.

    An earlier summary and a register are known by what they hold.
    """
    if error.code == "not-a-template":
        code = code_of_workbook(path)
        return InputError(code, path=path) if code else error
    held = quarter_held(path, passwords) if error.code in _QUARTER_GONE else None
    if held is None or held is task.quarter:
        return error
    return InputError("quarter-other", path=path, quarter=task.quarter, held=held)


_QUARTER_GONE = ("sheet-missing", "form-missing", "rows-missing")


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


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what tells that a file was written meanwhile: marks of one content must not be kept for another."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _digest(path: Path) -> str:
    try:
        return file_digest(path) if is_worth_digesting(path) else ""
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error
