"""A single file is read in a process of its own too: one that crashes a library, or never ends, costs a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from xl_apa.core.errors import InputError, XlApaError

T = TypeVar("T")
P = ParamSpec("P")


def isolated(path: Path, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what a function returns, called in another process with the limits that reading many files has.

    `path` is the file that is read. Raise InputError for a file that ended the process, took too long or too much
    memory, and what the function raises. Where the system lets no process be started it is called in this one.
    """
    # It takes longer to load than the rest of a command.
    from xl_apa.processes import process_pool

    processes = process_pool.LocalProcesses(1)
    try:
        try:
            processes.start(1)
        except OSError:
            return function(*args, **kwargs)
        # The limit is kept here: Pebble goes by the clock on the wall, which may be set meanwhile.
        (told,) = processes.submit_each(_told, [(function, args, kwargs)]).result(process_pool.FILE_SECONDS)
    except process_pool.PROCESS_DIED as error:
        raise InputError("worker-died", path=path) from error
    except TimeoutError as error:
        raise InputError("file-too-slow", path=path, seconds=process_pool.FILE_SECONDS) from error
    except MemoryError as error:
        raise InputError("memory-limit-reached", path=path) from error
    finally:
        processes.kill()
    if isinstance(told, XlApaError):
        raise told
    return told


def _told(call: tuple[Callable[..., T], tuple[object, ...], dict[str, object]]) -> T | XlApaError:
    """Return what a function returns or raises."""
    function, args, kwargs = call
    try:
        return function(*args, **kwargs)
    except XlApaError as error:
        return error.without_frames()
