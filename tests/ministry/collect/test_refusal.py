"""A refused file comes back from a process whatever libraries have made of pickling."""

from __future__ import annotations

from xl_apa.core.errors import InputError
from xl_apa.ministry.collect.read_office import now
from xl_apa.ministry.model import Refusal, Source


def test_a_refusal_carries_neither_frames_nor_causes() -> None:
    try:
        try:
            raise ValueError("inside")
        except ValueError as error:
            raise InputError("reading-failed") from error
    except InputError as error:
        refusal = Refusal(Source("a.xlsx", "", now()), error)
        assert (error.__cause__, error.__context__, error.__traceback__) == (None, None, None)
    assert refusal.error.code == "reading-failed"
