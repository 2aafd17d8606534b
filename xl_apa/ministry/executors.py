"""Where many files are read: here, in processes of this computer, or on a cluster; always with the same outcome."""

from __future__ import annotations

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from pickle import PicklingError
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar
from urllib.parse import urlsplit

from xl_apa import __version__
from xl_apa.core.errors import CallError

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
P = ParamSpec("P")

MANY_FILES = 50
"""From here on starting processes pays."""

SCHEMES = ("tcp", "tls")
"""How a scheduler may be reached."""

_CONNECTING = 10
"""Seconds to wait for a scheduler."""

_BATCH = 8
"""Files handed out at a time: well under a second of work, yet little is said per file."""

_AHEAD = 2
"""Batches handed out per worker, so that none waits for the next."""

_UNKNOWN_WIDTH = 16
"""How many workers an executor of the caller's is taken to have; it does not say."""

_LISTENING = 0.5
"""Seconds after which waiting looks up: on Windows Ctrl-C is not heard before."""


class Processes(Executor):
    """Processes of this computer. One that dies takes only its own call with it, and is replaced.

    The call then fails with BrokenProcessPool. `width` is how many processes there are at a time.
    """

    # The standard library's pool ends all its processes when one dies, and waits for ever for one that was killed while
    # it sent a result.

    def __init__(self, width: int) -> None:
        self.width = width
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._lines: list[_Line] = []
        self._ended = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._ended:
            raise RuntimeError("no calls are taken any more")
        future: Future[T] = Future()
        self._calls.put(_Call(future, partial(fn, *args, **kwargs)))
        if len(self._lines) < self.width:
            self._lines.append(_Line(self._calls))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._ended = True
        while cancel_futures and not self._calls.empty():
            with suppress(Empty):
                call = self._calls.get_nowait()
                if call:
                    call.future.cancel()
        for _ in self._lines:
            self._calls.put(None)
        for line in self._lines if wait else ():
            line.join()

    def kill(self) -> None:
        """Ends them at once, whatever they are at: they only read, so nothing is left half done."""
        for line in self._lines:
            line.hang_up()
        self.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Call:
    """What a process is asked for, and who waits for the answer."""

    future: Future[Any]
    asked: Callable[[], object]


class _Line(Thread):
    """One process at a time and the thread that talks to it: it takes call after call until there is None."""

    def __init__(self, calls: SimpleQueue[_Call | None]) -> None:
        super().__init__(daemon=True)
        self._calls = calls
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._down = False
        self._guard = Lock()
        self.start()

    def run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # Processes started by this thread never see Ctrl-C, not even before they can ignore it.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (call := self._calls.get()) is not None:
            if call.future.set_running_or_notify_cancel():
                self._answer(call)
        self._end()

    def hang_up(self) -> None:
        """Ends the process, and starts none any more."""
        with self._guard:
            self._down = True
            if self._process:
                self._process.kill()

    def _answer(self, call: _Call) -> None:
        try:
            pipe = self._connected()
        except Exception as error:  # noqa: BLE001 - no process can be started: whoever asked has to know
            call.future.set_exception(error)
            return
        try:
            pipe.send(call.asked)
            well, answer = pipe.recv()
        except (EOFError, OSError) as error:
            self._end()
            call.future.set_exception(BrokenProcessPool(repr(error)))
        except Exception as error:  # noqa: BLE001 - what was asked cannot be sent, or its answer not be read
            call.future.set_exception(error)
        else:
            call.future.set_result(answer) if well else call.future.set_exception(answer)

    def _connected(self) -> Connection:
        with self._guard, _STARTING:
            if self._down:
                raise BrokenProcessPool("ended meanwhile")
            if self._pipe is None:
                self._pipe, there = Pipe()
                self._process = get_context().Process(target=_serve, args=(there,), daemon=True)
                self._process.start()
                there.close()
            return self._pipe

    def _end(self) -> None:
        with self._guard:
            if self._process and self._pipe:
                self._process.kill()
                self._process.join()
                self._pipe.close()
            self._process = self._pipe = None


# A process started at the same moment would inherit the other end of a pipe, and hold it open when its owner dies.
_STARTING = Lock()


def _serve(pipe: Connection) -> None:
    """What a process does all its life."""
    # Ctrl-C reaches every process of a terminal; the one that was started by hand ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        while True:
            asked = pipe.recv()
            try:
                answer = (True, asked())
            except BaseException as error:  # noqa: BLE001 - it is raised again where it was asked for
                answer = (False, error)
            try:
                pipe.send(answer)
            except (TypeError, AttributeError, PicklingError) as error:
                pipe.send((False, RuntimeError(repr(error))))


class Cluster(Executor):
    """The workers of a Dask scheduler; `width` is how many files they could read at a time when it was reached."""

    def __init__(self, client: Client) -> None:
        self.width = sum(client.nthreads().values())
        # Two files may hold the same, so that no call may stand for another.
        self._executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future


@contextmanager
def workers(jobs: int | None, files: int, address: str = "") -> Iterator[Executor | None]:
    """What to read files with; None where one after the other is quicker: without `jobs`, below 50 files.

    With the address of a Dask scheduler, such as `tcp://host:8786`, its workers. Raises CallError when it cannot be
    used. When the block ends by an exception, Ctrl-C too, what runs on this computer is ended at once, and what waits
    on the cluster is called off.
    """
    if address:
        with _cluster(address) as cluster:
            yield cluster
        return
    wanted = min(jobs or (os.cpu_count() or 1 if files >= MANY_FILES else 1), files)
    if wanted <= 1:
        yield None
        return
    processes = Processes(wanted)
    try:
        yield processes
    except BaseException:
        processes.kill()
        raise
    processes.shutdown()


def outcomes(
    work: Callable[[Path], T], paths: Sequence[Path], executor: Executor | None, lost: Callable[[Path], T]
) -> Generator[tuple[int, T], None, None]:
    """What `work` gives for every path, with its position among them, as it is ready. Any executor gives the same.

    A file that ends its process becomes `lost`; those that were read together with it are tried again, one at a time in
    a process of their own, while the rest goes on in new processes.

    Nothing is lost with an executor of the caller's, or with a cluster. What its workers fail to bring back is tried
    again here in the same way. When it is gone altogether, by a broken connection or a shutdown, the rest is read on
    this computer: whoever waits for a summary is better served by a slower one than by none. A cluster gets absolute
    paths; when it has brought nothing back yet and cannot see a file that is here, the folder is not shared with it,
    and that is a CallError.

    Close the generator when it is left early: then nothing goes on behind the caller's back.
    """
    if executor is None:
        for position, path in enumerate(paths):
            yield position, work(path)
    else:
        yield from _Reading(work, paths, executor, lost).outcomes()


@dataclass(frozen=True, slots=True)
class _Flight:
    """What was handed out in one go, and to whom."""

    positions: Sequence[int]
    carrier: Executor


class _Reading(Generic[T]):
    """One run over all files: what waits, what is in flight, and what has to be read alone."""

    def __init__(
        self, work: Callable[[Path], T], paths: Sequence[Path], executor: Executor, lost: Callable[[Path], T]
    ) -> None:
        self._work, self._paths, self._lost = work, paths, lost
        self._carrier = executor
        self._width = executor.width if isinstance(executor, (Processes, Cluster)) else _UNKNOWN_WIDTH
        # Few files are spread over all workers, and each gets several rounds.
        size = max(1, min(_BATCH, len(paths) // (self._width * 4)))
        batches = (range(at, min(at + size, len(paths))) for at in range(0, len(paths), size))
        self._waiting: deque[Sequence[int]] = deque(batches)
        self._suspects: deque[int] = deque()
        self._flights: dict[Future[list[T]], _Flight] = {}
        self._alone = Processes(1)
        self._substitute: Processes | None = None
        # Whether anything came back at all.
        self._fruitful = False

    def outcomes(self) -> Generator[tuple[int, T], None, None]:
        try:
            while self._hand_out():
                done, _ = wait(self._flights, timeout=_LISTENING, return_when=FIRST_COMPLETED)
                for future in done:
                    # It may have been given up together with its executor meanwhile.
                    flight = self._flights.pop(future, None)
                    if flight:
                        yield from self._landed(future, flight)
        finally:
            self._end()

    def _hand_out(self) -> bool:
        """Keeps every worker busy, and the one for suspects; False when there is nothing left to wait for."""
        while self._waiting and self._flying(self._carrier) < self._width * _AHEAD:
            positions = self._waiting.popleft()
            try:
                self._submit(self._carrier, positions)
            except Exception:
                if isinstance(self._carrier, Processes):
                    raise
                self._waiting.appendleft(positions)
                self._carry_on_here()
        if self._suspects and not self._flying(self._alone):
            self._submit(self._alone, [self._suspects.popleft()])
        return bool(self._flights)

    def _flying(self, carrier: Executor) -> int:
        return sum(flight.carrier is carrier for flight in self._flights.values())

    def _submit(self, carrier: Executor, positions: Sequence[int]) -> None:
        paths = [self._paths[position] for position in positions]
        if isinstance(carrier, Cluster):
            future = carrier.submit(_read_elsewhere, self._work, [path.absolute() for path in paths])
        else:
            future = carrier.submit(_read, self._work, paths)
        self._flights[future] = _Flight(positions, carrier)

    def _landed(self, future: Future[list[T]], flight: _Flight) -> list[tuple[int, T]]:
        """The outcomes that came back; none when the files are to be tried again."""
        try:
            results = future.result()
        except BrokenExecutor:
            if flight.carrier is self._alone:
                return [(position, self._lost(self._paths[position])) for position in flight.positions]
            self._suspects.extend(flight.positions)
            if flight.carrier is self._carrier and not isinstance(flight.carrier, Processes):
                self._carry_on_here()
        except CancelledError:
            # Nobody here cancels before the end: the connection is lost, and with it all that was under way.
            self._waiting.append(flight.positions)
            self._give_up(flight.carrier)
        except Exception as error:
            if isinstance(flight.carrier, Processes):
                raise
            if isinstance(error, FileNotFoundError) and not self._fruitful:
                self._require_shared(flight)
            self._suspects.extend(flight.positions)
        else:
            self._fruitful = True
            return list(zip(flight.positions, results))
        return []

    def _carry_on_here(self) -> None:
        self._carrier = self._substitute = Processes(os.cpu_count() or 1)
        self._width = self._substitute.width

    def _give_up(self, carrier: Executor) -> None:
        if carrier is self._carrier:
            self._carry_on_here()
        for future in [each for each, flight in self._flights.items() if flight.carrier is carrier]:
            self._waiting.append(self._flights.pop(future).positions)

    def _require_shared(self, flight: _Flight) -> None:
        for position in flight.positions:
            if self._paths[position].exists():
                raise CallError("cluster-folder-not-shared", path=self._paths[position])

    def _end(self) -> None:
        for future, flight in self._flights.items():
            # Closing the cluster's client calls all of it off in one go.
            if not isinstance(flight.carrier, Cluster):
                future.cancel()
        self._alone.kill()
        if self._substitute:
            self._substitute.kill()


def _read(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    return [work(path) for path in paths]


def _read_elsewhere(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """The same on a computer that may not see the folder at all."""
    for path in paths:
        path.stat()
    return _read(work, paths)


def _version_there() -> str:
    return __version__


@contextmanager
def _cluster(address: str) -> Iterator[Cluster]:
    """The workers of the scheduler at an address, as long as the block lasts."""
    if not _leads_somewhere(address):
        raise CallError("cluster-address-wrong", address=address)
    try:
        import distributed
    except ImportError as error:
        raise CallError("cluster-not-installed") from error
    with _hushed("distributed"), _hushed("distributed.client"), _hushed("tornado.application"):
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
    """Raises CallError unless there are workers and all of them read files as this program does."""
    try:
        versions = client.run(_version_there)
    except ImportError as error:
        raise CallError("cluster-without-program", version=__version__) from error
    if not versions:
        raise CallError("cluster-without-workers", address=address)
    if set(versions.values()) != {__version__}:
        raise CallError("cluster-without-program", version=__version__)


@contextmanager
def _hushed(name: str) -> Iterator[None]:
    """Keeps a library from telling on the screen, in words of its own, what is dealt with here."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
