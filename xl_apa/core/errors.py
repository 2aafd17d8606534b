"""Faults of a file or a call. A fault in the data is a `Finding`, never an exception."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Self

from xl_apa.core.messages import render


class XlApaError(Exception):
    """What went wrong, where, and what to do next: a code of the catalogue and its parameters."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def text(self, lang: str) -> str:
        """Return the sentence for the reader, `bn` or `en`."""
        return render(self.code, lang, self.params)

    def __str__(self) -> str:
        return self.text("en")

    def without_frames(self) -> Self:
        """Return this error alone: Dask, once imported, packs frames and causes, which get through no process."""
        self.__cause__ = self.__context__ = None
        self.__traceback__ = None
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[XlApaError], code: str, params: dict[str, object]) -> XlApaError:
    # Keyword-only arguments do not survive pickling by themselves; errors travel back from worker processes.
    return kind(code, **params)


class InputError(XlApaError):
    """A file that cannot be read, or is not what it should be."""


_OF_THE_CONTENT = (None, errno.EINVAL, errno.EILSEQ)
"""Of an OSError that a library raises for what stands in a file: a place before its beginning, say."""


def damaged(code: str, path: Path, error: Exception) -> InputError:
    """Return what is said of a file that a library could not read: `code` where the file itself is at fault.

    A disk that fails, a network that is gone and a system without file handles are none of its doing: nobody is to be
    asked for another copy of a good file.
    """
    if isinstance(error, OSError) and error.errno not in _OF_THE_CONTENT:
        return InputError("file-not-readable", path=path, reason=error.strerror or error)
    return InputError(code, path=path)


class OutputError(XlApaError):
    """A file that cannot be written."""


class PlanError(XlApaError):
    """A plan that does not exist or does not hold together."""


class CallError(XlApaError):
    """A command or function called with something it cannot use."""
