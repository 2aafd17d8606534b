"""An executor for where the system lets no process be started."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec, TypeVar

R = TypeVar("R")
P = ParamSpec("P")


class InThisProcess(Executor):
    """Does every call at once, in this process; what it raises `submit` raises."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        return future
