"""A folder for what is needed for a moment only; what an ended run left there the next one takes away."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from xl_apa.core.errors import InputError
from xl_apa.xlsx.files.leftovers import clear_leftovers, own_prefix

_ONLY_WRITING = frozenset(getattr(errno, name, errno.ENOSPC) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EROFS"))
_READING_TOO = frozenset({errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR})


@contextmanager
def temporary_folder(inside: Path | None = None) -> Iterator[Path]:
    """Yield a new folder, in the system's for temporary files or `inside` another; it goes again, come what may.

    Raise OSError where it cannot be made.
    """
    clear_leftovers(inside or Path(gettempdir()))
    with TemporaryDirectory(prefix=own_prefix(), dir=inside, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def folder_for_copies(path: Path, inside: Path | None = None) -> Iterator[Path]:
    """Yield such a folder for copies of what is read from a file.

    Raise InputError where they cannot be written: the file is not at fault then.
    """
    try:
        with temporary_folder(inside) as folder:
            yield folder
    except OSError as error:
        # What copies a file names the one it reads, whichever of the two is at fault.
        of_reading = error.filename and Path(error.filename) in (path, *path.parents)
        if error.errno not in _ONLY_WRITING and (of_reading or error.errno not in _READING_TOO):
            raise
        place = inside.parent if inside else Path(gettempdir())
        raise InputError("temporary-not-written", path=path, folder=place, reason=error.strerror or error) from error
