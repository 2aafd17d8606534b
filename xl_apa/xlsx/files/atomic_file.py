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
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix
from xl_apa.xlsx.files.special_files import is_special

_LITTLE_SPACE = 1024 * 1024
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_ATTEMPTS = 5
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a temporary path to write to; it takes the target's place when the block ends well, else nothing changes.

    The path lies in the target's folder, has its suffix, and starts with a dot, so that a scan of the folder skips it.
    A target that cannot be replaced is refused before the block runs. Folders that were made for it go again when it
    fails.
    """
    real, temporary, made = _prepare(target)
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
            raise output_error(target, faults[0]) from error
        raise
    finally:
        # Moved away when all went well. On Windows a file still open cannot be removed; what went wrong matters more.
        with suppress(OSError):
            temporary.unlink()
        _remove_empty(made)


def move_into_place(finished: Path, target: Path) -> None:
    """Let a finished file on the same disk take the target's place. Raise OutputError where that cannot be."""
    try:
        real = _real(target)
        _refuse(target, real)
        _move(finished, target, real)
    except OSError as error:
        raise output_error(target, error) from error


def require_writable(target: Path) -> None:
    """Raise OutputError where no file can be made in the place of the target; nothing of the attempt stays.

    For work that takes long: whoever waited for it should not hear of its end that it cannot be kept. What may be over
    by then, such as a target that is open elsewhere, is not looked at.
    """
    if target.is_dir():
        raise OutputError("output-is-folder", path=target)
    _, temporary, made = _prepare(target, refuse=False)
    with suppress(OSError):
        temporary.unlink()
    _remove_empty(made)


@contextmanager
def new_folders(folder: Path) -> Iterator[None]:
    """Make a folder with those above it; those that are new and empty go again when the block fails.

    Raise OutputError where they cannot be made.
    """
    made: list[Path] = []
    try:
        try:
            made = _missing(folder)
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output_error(folder, error) from error
        yield
    finally:
        _remove_empty(made)


def _real(target: Path) -> Path:
    """Return what is replaced: a link stays a link, and what it points at is another file then."""
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def _prepare(target: Path, refuse: bool = True) -> tuple[Path, Path, list[Path]]:
    """Refuse what cannot be replaced, then take a name beside it that nobody uses; return the folders made for it."""
    made: list[Path] = []
    try:
        real = _real(target)
        if refuse:
            _refuse(target, real)
        # The name is short and ASCII: a long Bangla name with an addition would pass the 255 bytes a name may have.
        # Made by hand, since tempfile gives mode 0600, and on Windows keeps trying in a folder it may not write to.
        temporary = real.with_name(f".{own_prefix()}{secrets.token_hex(6)}{real.suffix}")
        for left in reversed(range(_ATTEMPTS)):
            made = [*_missing(real.parent), *made]
            try:
                real.parent.mkdir(parents=True, exist_ok=True)
                clear_leftovers(real.parent)
                temporary.touch(exist_ok=False)
                break
            except FileNotFoundError:
                # Another run had made the folder, failed or only tried it, and took it away again.
                if not left:
                    raise
    except OSError as error:
        _remove_empty(made)
        raise output_error(target, error) from error
    return real, temporary, made


def _missing(folder: Path) -> list[Path]:
    """Return the folders on the way to a folder, itself included, that are not there yet, innermost first."""
    missing = []
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _refuse(target: Path, real: Path) -> None:
    # Windows writes it to a device, says that all went well, and nobody finds it again.
    if sys.platform == "win32" and is_device(real.name):
        raise OutputError("output-device", path=target)
    if real.is_dir():
        raise OutputError("output-is-folder", path=target)
    # An administrator may put a file in the place of /dev/null, and nothing works any more.
    if is_special(real):
        raise OutputError("path-special", path=target)
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


def output_error(target: Path, error: OSError) -> OutputError:
    """Return what is said of a target that could not be written: what is wrong, and what to do."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        if error.filename and not _lies_by(Path(error.filename).absolute(), target.absolute()):
            # Something else that is needed, such as the folder for temporary files.
            return OutputError("output-interrupted", path=target, reason=f"{error.strerror}: {error.filename}")
        return OutputError("output-read-only", path=target)
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        for folder in target.absolute().parents:
            if folder.is_file():
                return OutputError("output-below-file", path=target, file=folder)
    # The temporary name may be the longer one.
    whole = max((str(Path(path).absolute()) for path in (target, error.filename or target)), key=len)
    if is_too_long(whole, error):
        return OutputError("path-too-long", path=target, length=len(whole))
    if error.errno == errno.ENOSPC and is_full(tempfile.gettempdir()) and not is_full(target.parent):
        # XlsxWriter writes its parts there first.
        return OutputError("output-temporary-full", path=target, folder=tempfile.gettempdir())
    code = "output-failed" if error.errno in _NO_ROOM else "output-interrupted"
    return OutputError(code, path=target, reason=error.strerror or str(error))


def _lies_by(path: Path, target: Path) -> bool:
    """Return whether a path is one that the target needs: itself, a folder above it, or what grows beside it."""
    temporary = Path(tempfile.gettempdir()).absolute()
    if temporary in path.parents and temporary not in target.parents:
        return False
    return path == target or path in target.parents or target.parent in path.parents


def is_full(folder: str | Path) -> bool:
    """Return whether the disk of a folder has no room for a workbook."""
    try:
        return shutil.disk_usage(folder).free < _LITTLE_SPACE
    except OSError:
        return False
