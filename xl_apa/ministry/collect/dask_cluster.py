"""The workers of a Dask scheduler, found able before they are used."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import urlsplit

from xl_apa._version import __version__
from xl_apa.core.errors import CallError
from xl_apa.processes import process_pool

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
P = ParamSpec("P")

SCHEMES = ("tcp", "tls")
"""How a scheduler may be reached."""

_CONNECTING = 10
"""Seconds to wait for a scheduler."""


class Cluster(Executor):
    """The workers of a Dask scheduler; `width` is how many files they could read at a time when it was reached."""

    def __init__(self, client: Client) -> None:
        self.width = sum(client.nthreads().values())
        # Two files may hold the same, so that no call may stand for another.
        self._executor = client.get_executor(pure=False)
        self._last_sign = time.monotonic()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        self._note_sign(future)
        future.add_done_callback(self._note_sign)
        return future

    @property
    def stalled(self) -> bool:
        """Whether no call came back for longer than a file may take; asked while there are calls under way.

        A worker of a cluster watches no clock over its files, and one that hangs takes its calls with it.
        """
        return time.monotonic() - self._last_sign > process_pool.MOST_SECONDS

    def _note_sign(self, _: Future[T]) -> None:
        self._last_sign = time.monotonic()


def _version_there() -> str:
    return __version__


@contextmanager
def open_cluster(address: str) -> Iterator[Cluster]:
    """Yield the workers of the scheduler at an address, as long as the block lasts."""
    if not _leads_somewhere(address):
        raise CallError("cluster-address-wrong", address=address)
    try:
        import distributed
    except ImportError as error:
        raise CallError("cluster-not-installed") from error
    with _silenced("distributed"), _silenced("distributed.client"), _silenced("tornado.application"):
        try:
            client = distributed.Client(address, timeout=_CONNECTING, set_as_default=False)
        except Exception as error:
            raise CallError("cluster-not-reached", address=address) from error
        try:
            _require_able(client, address)
            yield Cluster(client)
        finally:
            client.close()


def _leads_somewhere(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in SCHEMES and bool(parts.hostname) and bool(parts.port)
    except ValueError:
        return False


def _require_able(client: Client, address: str) -> None:
    """Raise CallError unless there are workers and all of them read files as this program does."""
    try:
        # Handed on to what waits for the answers: a computer that hangs would keep us waiting for ever.
        versions = client.run(_version_there, callback_timeout=_CONNECTING)
    except TimeoutError as error:
        raise CallError("cluster-workers-silent", address=address) from error
    except ImportError as error:
        raise CallError("cluster-without-program", version=__version__) from error
    if not versions:
        raise CallError("cluster-without-workers", address=address)
    if set(versions.values()) != {__version__}:
        raise CallError("cluster-without-program", version=__version__)


@contextmanager
def _silenced(name: str) -> Iterator[None]:
    """Keep a library from telling on the screen, in words of its own, what is dealt with here."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
