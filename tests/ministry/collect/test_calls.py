"""A file that ends its process is begun once, whatever the pool hears first: that a call began, or that it is over."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pebble.pool import process as pool

from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.scheduler import outcomes, workers
from xl_apa.processes.process_pool import LocalProcesses

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is ended by a signal of POSIX")

FILES = [Path(str(number)) for number in range(60)]
FATAL = "0"


@pytest.fixture
def deaths_are_heard_first(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The pool learns that its first call began only after it found that call's process gone; yield its codes."""
    codes: list[int] = []
    held: list[tuple[Any, int, int]] = []
    start, inspect = pool.TaskManager.task_start, pool.WorkerManager.inspect_workers

    def begin(self: Any, task: int, worker: int) -> None:
        if task == 0 and not codes:
            held.append((self, task, worker))
        else:
            start(self, task, worker)

    def look(self: Any) -> tuple[tuple[int, int], ...]:
        ended = inspect(self)
        codes.extend(code for _, code in ended)
        return ended

    def update(self: Any) -> None:
        work_on(self)
        while codes and held:
            start(*held.pop())

    work_on = pool.PoolManager.update_workers
    monkeypatch.setattr(pool.TaskManager, "task_start", begin)
    monkeypatch.setattr(pool.WorkerManager, "inspect_workers", look)
    monkeypatch.setattr(pool.PoolManager, "update_workers", update)
    yield codes


def noting(path: Path, folder: Path, number: int, others: int) -> str:
    """Note that a file was begun; the fatal one ends its process while so many others are at work, and stay at it."""
    with (folder / path.name).open("a") as file:
        file.write("x")
    process = folder / f"process-{os.getpid()}"
    if path.name == FATAL:
        while len(list(folder.glob("process-*"))) < others:
            pass
        (folder / "fatal").write_text(str(os.getpid()))
        os.kill(os.getpid(), number)
    elif others and not process.exists() and not (folder / "fatal").exists():
        process.touch()
        while not is_gone(folder / "fatal"):
            pass
    return path.name


def is_gone(noted: Path) -> bool:
    """Whether the process whose number was noted has ended, and the pool has seen it."""
    try:
        os.kill(int(noted.read_text()), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError):
        pass  # not noted yet
    return False


def begun(folder: Path) -> dict[str, int]:
    return {path.name: len((folder / path.name).read_text()) for path in FILES}


def read_all(folder: Path, jobs: int, number: int) -> list[object]:
    work = partial(noting, folder=folder, number=number, others=jobs - 1)
    with workers(jobs, len(FILES)) as executor:
        found = list(outcomes(work, FILES, executor, lambda _, loss: loss))
    assert sorted(position for position, _ in found) == list(range(len(FILES)))
    return [outcome for _, outcome in sorted(found, key=lambda each: each[0])]


@pytest.mark.usefixtures("deaths_are_heard_first")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGABRT, signal.SIGSEGV])
def test_a_crash_that_is_heard_of_before_its_call_began_is_begun_once_and_ends_no_other(
    jobs: int, number: int, tmp_path: Path
) -> None:
    assert read_all(tmp_path, jobs, number) == [Loss.PROCESS_DIED, *(path.name for path in FILES[1:])]
    assert begun(tmp_path)[FATAL] == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_somebody_else_may_have_ended_is_read_once_more_alone(
    deaths_are_heard_first: list[int], jobs: int, tmp_path: Path
) -> None:
    assert read_all(tmp_path, jobs, signal.SIGKILL) == [Loss.PROCESS_DIED, *(path.name for path in FILES[1:])]
    assert begun(tmp_path)[FATAL] == 2
    assert deaths_are_heard_first[0] == -signal.SIGKILL


def ended_while_idle(path: Path, folder: Path) -> str:
    """The process that read the first file again is ended from outside, then another file has to be read again."""
    first_time, again = folder / f"begun-{path.name}", folder / "again"
    came_back = folder / "came-back"
    if path.name in ("0", "30") and not first_time.exists():
        first_time.touch()
        if path.name == "30":
            # Only then it has nothing to do.
            while not came_back.exists():
                pass
            os.kill(int(again.read_text()), signal.SIGKILL)
            while not is_gone(again):
                pass
        os._exit(9)
    if path.name == "0":
        again.write_text(str(os.getpid()))
    return path.name


def test_a_process_that_is_ended_while_it_has_nothing_to_do_costs_no_file(tmp_path: Path) -> None:
    work = partial(ended_while_idle, folder=tmp_path)
    with workers(1, len(FILES)) as executor:
        found: dict[int, object] = {}
        for position, outcome in outcomes(work, FILES, executor, lambda _, loss: loss):
            found[position] = outcome
            if position == 0:
                (tmp_path / "came-back").touch()
    assert [found[position] for position in range(len(FILES))] == [path.name for path in FILES]


@pytest.fixture
def no_process_is_started_after(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the system refuse every process after so many, as it does when a user has as many as are allowed."""

    def refuse(most: int) -> None:
        start, started = multiprocessing.process.BaseProcess.start, []

        def refusing(self: Any) -> None:
            if len(started) == most:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            start(self)
            started.append(self)

        monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refusing)

    return refuse


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_a_process_that_cannot_be_replaced_costs_the_file_that_ended_it_alone(
    jobs: int, tmp_path: Path, no_process_is_started_after: Any
) -> None:
    no_process_is_started_after(jobs)
    work = partial(noting, folder=tmp_path, number=signal.SIGSEGV, others=0)
    with workers(jobs, len(FILES)) as executor:
        found = dict(outcomes(work, FILES, executor, lambda _, loss: loss))
    assert found == {number: Loss.PROCESS_DIED if not number else path.name for number, path in enumerate(FILES)}
    assert begun(tmp_path)[FATAL] == 1


@pytest.mark.parametrize("most", [1, 2, 3])
def test_where_not_all_processes_can_be_started_there_are_fewer(most: int, no_process_is_started_after: Any) -> None:
    no_process_is_started_after(4 + most)
    with workers(4, len(FILES)) as first, workers(4, len(FILES)) as executor:
        assert isinstance(first, LocalProcesses) and isinstance(executor, LocalProcesses)
        first.start()
        found = list(outcomes(lambda_free, FILES, executor, lambda _, loss: loss))
    assert sorted(found) == [(number, path.name) for number, path in enumerate(FILES)]


def lambda_free(path: Path) -> str:
    return path.name
