"""The streams that the program is started with: closed ones, those nobody reads any more, and those on a full disk."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

_STANDARD = {0: ("stdin", "r"), 1: ("stdout", "w"), 2: ("stderr", "w")}
_OUT, _ERR = 1, 2


def open_standard_streams() -> None:
    """Give the program the streams that it was started without, leading nowhere.

    Without them the next file that is opened would be taken for one of them, and what is meant for the screen would
    stand in it; on Windows a program without a window has none.
    """
    for number, (name, mode) in _STANDARD.items():
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free, which is this one.
            os.open(os.devnull, os.O_RDWR)
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open


def go_on_without_reader() -> None:
    """Let the work go on when whoever reads the output has read enough, as `head` does after its first lines.

    The exit status then tells of the work, not of the reader. What cannot be written to stderr can be told nowhere.
    """
    sys.stdout = _instead_of(sys.stdout, _PatientOutput, _OUT)
    sys.stderr = _instead_of(sys.stderr, _PatientErrors, _ERR)


def unwritten_output() -> OSError | None:
    """Return why what was printed cannot be written; None where it was. What could not be written is thrown away then.

    Python would try again when it ends, and say so in its own words.
    """
    with suppress(OSError):
        sys.stdout.flush()
    failed = sys.stdout.error if isinstance(sys.stdout, _PatientOutput) else None
    if failed:
        _lead_nowhere(_OUT)
    return failed


class _PatientOutput(io.TextIOWrapper):
    """Stdout, into which everything fits once nobody reads it; `error` is what was wrong with another place.

    The errors are met here and not where bytes are written: somebody who presses Ctrl-C there would have them twice.
    """

    error: OSError | None = None

    def write(self, text: str, /) -> int:
        with self._reader_may_be_gone():
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with self._reader_may_be_gone():
            super().flush()

    @contextmanager
    def _reader_may_be_gone(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            # Windows says of such a pipe that the call makes no sense.
            if error.errno != errno.EPIPE and not (sys.platform == "win32" and error.errno == errno.EINVAL):
                self.error = error
                raise
            _lead_nowhere(_OUT)


class _PatientErrors(io.TextIOWrapper):
    """Stderr, into which everything fits, whatever is wrong with it."""

    def write(self, text: str, /) -> int:
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            _lead_nowhere(_ERR)


def _instead_of(stream: TextIO, kind: type[io.TextIOWrapper], number: int) -> TextIO:
    """Return a stream of a kind that writes where another one did, unless that is a terminal."""
    with suppress(OSError, AttributeError, ValueError):
        if not stream.isatty() and stream.fileno() == number:
            stream.flush()
            return kind(stream.buffer, encoding="utf-8", errors="replace", line_buffering=number == _ERR)
    return stream


def _lead_nowhere(number: int) -> None:
    """Let what is still to be written to a stream go nowhere."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
