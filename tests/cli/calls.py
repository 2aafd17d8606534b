"""A call of the command line, as people and scripts meet it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Run:
    """What a call gave: exit status and what was printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Run]


def refused(result: Run, part: str) -> None:
    """Nothing done: status 2, the reason on stderr, nothing else."""
    assert (result.status, result.out) == (2, "")
    assert part in result.err
