"""Faults of a file or a call. A fault in the data is a `Finding`, never an exception."""

from __future__ import annotations

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


class OutputError(XlApaError):
    """A file that cannot be written."""


class PlanError(XlApaError):
    """A plan that does not exist or does not hold together."""


class CallError(XlApaError):
    """A command or function called with something it cannot use."""
