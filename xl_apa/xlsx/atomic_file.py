"""A file is replaced whole or not at all: nobody meets half a workbook, and a failure leaves the old one in place."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from xl_apa.core.errors import OutputError, XlApaError
from xl_apa.core.text.file_names import is_device, is_too_long
from xl_apa.xlsx.leftovers import clear_leftovers, own_prefix

_LITTLE_SPACE = 1024 * 1024
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a temporary path to write to; it takes the target's place when the block ends well, else nothing changes.

    The path lies in the target's folder, has its suffix, and starts with a dot, so that a scan of the folder skips it.
    A target that cannot be replaced is refused before the block runs.
    """
    real, temporary = _prepare(target)
    try:
        mode = stat.S_IMODE((real if real.exists() else temporary).stat().st_mode)
        yield temporary
        _flush(temporary)
        temporary.chmod(mode)
        _move(temporary, target, real)
    except XlApaError:
        raise
    except Exception as error:
        # XlsxWriter hands a full disk on inside an exception of its own.
        faults = [each for each in (error, error.__cause__, *error.args) if isinstance(each, OSError)]
        if faults:
            raise _failed(target, faults[0]) from error
        raise
    finally:
        # Moved away when all went well. On Windows a file still open cannot be removed; what went wrong matters more.
        with suppress(OSError):
            temporary.unlink()


def _prepare(target: Path) -> tuple[Path, Path]:
    """Refuse what cannot be replaced, then take a name beside it that nobody uses."""
    try:
        # A link stays a link: what it points at is replaced.
        real = Path(os.path.realpath(target)) if target.is_symlink() else target
        _refuse(target, real)
        real.parent.mkdir(parents=True, exist_ok=True)
        # The name is short and ASCII: a long Bangla name with an addition would pass the 255 bytes a name may have.
        # Made by hand, since tempfile gives mode 0600, and on Windows keeps trying in a folder it may not write to.
        temporary = real.with_name(f".{own_prefix()}{secrets.token_hex(6)}{real.suffix}")
        clear_leftovers(real.parent)
        temporary.touch(exist_ok=False)
    except OSError as error:
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise OutputError("output-read-only", path=target) from error
        raise _failed(target, error) from error
    return real, temporary


def _refuse(target: Path, real: Path) -> None:
    # Windows writes it to a device, says that all went well, and nobody finds it again.
    if sys.platform == "win32" and is_device(real.name):
        raise OutputError("output-device", path=target)
    if real.is_dir():
        raise OutputError("output-is-folder", path=target)
    # Replacing a file asks only for a writable folder; a file marked read-only was marked so on purpose.
    if real.exists() and not real.stat().st_mode & _ANY_WRITE:
        raise OutputError("output-read-only", path=target)
    for lock in (f"~${real.name}", f".~lock.{real.name}#"):
        if os.path.lexists(real.with_name(lock)):
            raise OutputError("output-locked", path=target, lock=lock)


def _flush(temporary: Path) -> None:
    """Bring the content to the disk first: a power cut after the move must not leave an empty file."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())


def _move(temporary: Path, target: Path, real: Path) -> None:
    try:
        temporary.replace(real)
    except PermissionError as error:
        # On Windows a file that a program holds open cannot be replaced.
        raise OutputError("output-open", path=target) from error


def _failed(target: Path, error: OSError) -> OutputError:
    # The temporary name may be the longer one.
    whole = max((str(Path(path).absolute()) for path in (target, error.filename or target)), key=len)
    if is_too_long(whole, error):
        return OutputError("path-too-long", path=target, length=len(whole))
    if error.errno == errno.ENOSPC and _is_full(tempfile.gettempdir()) and not _is_full(target.parent):
        # XlsxWriter writes its parts there first.
        return OutputError("output-temporary-full", path=target, folder=tempfile.gettempdir())
    return OutputError("output-failed", path=target, reason=error.strerror or str(error))


def _is_full(folder: str | Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE_SPACE
    except OSError:
        return False
