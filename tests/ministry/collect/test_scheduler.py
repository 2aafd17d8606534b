"""Where files are read makes no difference to what comes of it, and a process that dies takes one file with it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace

import pytest
from distributed import Client, LocalCluster
from pebble.pool import process as pebble_process

from tests.clusters import dask_cluster
from xl_apa.core.errors import CallError
from xl_apa.core.fiscal import Quarter
from xl_apa.ministry.collect import dask_cluster as cluster_module
from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.find_files import find_workbooks
from xl_apa.ministry.collect.read_offices import read_offices
from xl_apa.ministry.collect.scheduler import MANY_FILES, outcomes, workers
from xl_apa.ministry.model import MinistryResult, Task
from xl_apa.plans import load_plan
from xl_apa.processes import process_pool
from xl_apa.processes.process_pool import LocalProcesses

TASK = Task(Quarter.Q2, load_plan())
LOST = Loss.PROCESS_DIED


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with dask_cluster() as started:
        yield started


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    filled({"1.4.1": 90, "1.5.1": 4}, name="reports/a.xlsx", code="A")
    filled({"1.4.1": 61}, name="reports/district/c.xlsx", code="C")
    filled({}, name="reports/d.xlsx", code="D")
    (tmp_path / "reports/broken.xlsx").write_bytes(b"PK\x03\x04")
    return tmp_path / "reports"


def paths(count: int) -> list[Path]:
    return [Path(str(number)) for number in range(count)]


def lost(_: Path, loss: Loss) -> Loss:
    return loss


def name(path: Path) -> str:
    return path.name


def read_all(work: Callable[[Path], object], files: list[Path], executor: Executor | None) -> list[object]:
    """The outcomes in the order of the files, each exactly once."""
    found = list(outcomes(work, files, executor, lost))
    assert sorted(position for position, _ in found) == list(range(len(files)))
    return [outcome for _, outcome in sorted(found, key=lambda each: each[0])]


# ---- how many workers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jobs", "files", "expected"),
    [
        (None, 1, 1),
        (None, MANY_FILES - 1, 1),
        (None, MANY_FILES, 4),
        (1, 200, 1),
        (3, 200, 3),
        (3, 2, 2),
        (3, 1, 1),
    ],
)
def test_there_are_as_many_processes_as_pay(
    jobs: int | None, files: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    with workers(jobs, files) as executor:
        pids = read_all(pid, paths(files), executor)
        assert isinstance(executor, LocalProcesses)
        assert executor.width == expected
    assert os.getpid() not in pids
    assert len(set(pids)) <= expected


def pid(_: Path) -> int:
    return os.getpid()


def test_where_nothing_is_to_be_read_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool.pebble, "ProcessPool", lambda *_, **__: pytest.fail("started"))
    with workers(4, 100) as executor:
        assert read_all(pid, [], executor) == []


def test_where_no_process_can_be_started_files_are_read_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with workers(2, 60) as executor:
        assert read_all(pid, paths(60), executor) == [os.getpid()] * 60


# ---- batches --------------------------------------------------------------------------------------------------------


class Counting(ThreadPoolExecutor):
    """Threads, and how many calls they got."""

    calls = 0

    def submit(self, *arguments, **options):
        self.calls += 1
        return super().submit(*arguments, **options)


def test_many_files_travel_in_batches_and_only_some_of_them_at_a_time() -> None:
    with Counting(max_workers=2) as executor, closing(outcomes(name, paths(2000), executor, lost)) as results:
        next(results)
        assert executor.calls <= 40
        assert len(list(results)) == 1999
        assert executor.calls == 250


def test_few_files_are_spread_over_all_workers() -> None:
    with Counting(max_workers=2) as executor:
        assert read_all(name, paths(60), executor) == [path.name for path in paths(60)]
        assert executor.calls == 60


def test_results_come_while_other_files_are_still_being_read() -> None:
    held = threading.Event()

    def work(path: Path) -> str:
        if path.name == "0":
            held.wait()
        return path.name

    with ThreadPoolExecutor(max_workers=2) as executor, closing(outcomes(work, paths(9), executor, lost)) as results:
        first = [next(results) for _ in range(8)]
        held.set()
        assert sorted(first) == [(number, str(number)) for number in range(1, 9)]
        assert list(results) == [(0, "0")]


@pytest.mark.parametrize("pool", [None, LocalProcesses, ProcessPoolExecutor, ThreadPoolExecutor])
def test_a_fault_of_the_work_itself_is_not_hidden(pool: type[Executor] | None) -> None:
    executor = pool(2) if pool else None
    with pytest.raises(ZeroDivisionError):
        list(outcomes(divide, paths(60), executor, lost))
    if executor:
        executor.shutdown()


def divide(path: Path) -> float:
    return 1 / (int(path.name) - 30)


# ---- processes that die ---------------------------------------------------------------------------------------------


def dying(path: Path, killers: frozenset[str]) -> str:
    if path.name in killers:
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


@pytest.mark.parametrize("pool", [LocalProcesses, ProcessPoolExecutor])
@pytest.mark.parametrize("killers", [{"7"}, {"0", "59"}, {"20", "21"}])
def test_files_that_kill_their_process_are_lost_and_no_others(pool: type[Executor], killers: set[str]) -> None:
    with pool(2) as executor:
        found = read_all(partial(dying, killers=frozenset(killers)), paths(60), executor)
    assert found == [LOST if path.name in killers else path.name for path in paths(60)]


def test_a_run_in_which_every_file_kills_its_process_comes_to_an_end() -> None:
    names = frozenset(path.name for path in paths(6))
    with workers(2, 6) as executor:
        assert read_all(partial(dying, killers=names), paths(6), executor) == [LOST] * 6


def dying_once(path: Path, folder: Path) -> str:
    try:
        (folder / "died").touch(exist_ok=False)
    except FileExistsError:
        return path.name
    os._exit(9)


def test_a_file_whose_process_died_for_another_reason_is_read_after_all(tmp_path: Path) -> None:
    with workers(2, 60) as executor:
        found = read_all(partial(dying_once, folder=tmp_path), paths(60), executor)
    assert found == [path.name for path in paths(60)]


def met(folder: Path) -> bool:
    """Waits until two processes have come here, but not for ever."""
    (folder / str(os.getpid())).touch()
    for _ in range(1000):
        if len(list(folder.iterdir())) > 1:
            return True
        time.sleep(0.01)
    return False


def meeting(path: Path, folder: Path) -> int:
    """The first file kills its process when the other is at work; of the late ones, each needs two to be read."""
    if int(path.name) < 28:
        met(folder / "early")
    else:
        assert met(folder / "late")
    if path.name == "0":
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_after_a_death_the_rest_is_read_by_as_many_processes_as_before(tmp_path: Path) -> None:
    for each in ("early", "late"):
        (tmp_path / each).mkdir()
    with workers(2, 60) as executor:
        found = read_all(partial(meeting, folder=tmp_path), paths(60), executor)
    # The first is read again, alone.
    assert found[0] == LOST
    assert len(set(found[28:])) == 2
    assert os.getpid() not in found


# ---- what one file costs --------------------------------------------------------------------------------------------


def noting(path: Path, folder: Path, fatal: str, act: Callable[[], object]) -> str:
    """Notes that it was begun; the fatal file does what ends its process, or never ends."""
    with (folder / path.name).open("a") as file:
        file.write("x")
    if path.name == fatal:
        act()
    return path.name


def hang() -> None:
    threading.Event().wait()


def crash() -> None:
    os.kill(os.getpid(), signal.SIGABRT)


@pytest.mark.parametrize("fatal", ["0", "3", "6", "59"])
@pytest.mark.parametrize(("act", "loss"), [(hang, Loss.TOO_SLOW), (crash, Loss.PROCESS_DIED)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_hangs_or_crashes_is_begun_once_and_ends_no_other(
    jobs: int, act: Callable[[], object], loss: Loss, fatal: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    with workers(jobs, 60) as executor:
        found = read_all(partial(noting, folder=tmp_path, fatal=fatal, act=act), paths(60), executor)
    assert found == [loss if path.name == fatal else path.name for path in paths(60)]
    begun = {path.name: (tmp_path / path.name).read_text() for path in paths(60)}
    assert begun[fatal] == "x"
    # The others of its call are read again in another.
    assert all(len(times) <= 2 for times in begun.values())


def slow(path: Path) -> str:
    time.sleep(0.4)
    return path.name


def test_files_of_one_call_that_take_longer_than_one_may_are_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 2)
    with workers(1, 28) as executor:
        assert read_all(slow, paths(28), executor) == [path.name for path in paths(28)]


def stuck(path: Path, names: frozenset[str]) -> str:
    if path.name in names:
        threading.Event().wait()
    return path.name


@pytest.mark.parametrize("names", [{"7"}, {"0", "59"}])
@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_take_too_long_are_lost_and_no_others(
    jobs: int, names: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    with workers(jobs, 60) as executor:
        found = read_all(partial(stuck, names=frozenset(names)), paths(60), executor)
    assert found == [Loss.TOO_SLOW if path.name in names else path.name for path in paths(60)]


@pytest.mark.parametrize("step", [100_000, -100_000])
def test_a_clock_that_is_set_meanwhile_gives_up_no_file(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = count(2_000_000_000, step)
    # The pool's clock alone: threads of a cluster in this process look at theirs all the time.
    clock = SimpleNamespace(**{**vars(time), "time": lambda: next(moments)})
    monkeypatch.setattr(pebble_process, "time", clock)
    with workers(1, 4) as executor:
        assert read_all(slow, paths(4), executor) == [path.name for path in paths(4)]


def test_a_single_file_has_its_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    with workers(None, 1) as executor:
        assert read_all(partial(stuck, names=frozenset({"0"})), paths(1), executor) == [Loss.TOO_SLOW]


def half_sent(path: Path) -> str:
    if path.name == "5":

        def send_half(self: Connection, message: bytes) -> None:
            os.write(self.fileno(), message[: len(message) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

        Connection._send = send_half
    return path.name


def test_a_process_that_dies_while_it_answers_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    # What it leaves behind makes the pool report nothing any more, and that shows by the time alone.
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    monkeypatch.setattr(process_pool, "_GRACE_SECONDS", 1)
    monkeypatch.setattr(process_pool, "_END_SECONDS", 1)
    with workers(2, 60) as executor:
        found = read_all(half_sent, paths(60), executor)
    assert found == [LOST if path.name == "5" else path.name for path in paths(60)]


def test_no_process_is_left_when_the_reading_is_broken_off(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        workers(2, 60) as executor,
        closing(outcomes(partial(waiting, folder=tmp_path), paths(60), executor, lost)) as results,
    ):
        next(results)
        raise KeyboardInterrupt
    pids = [int(each.name) for each in tmp_path.iterdir()]
    assert pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def waiting(path: Path, folder: Path) -> int:
    """Only the first batch comes back: whoever reads more is at it for ever."""
    (folder / str(os.getpid())).touch()
    if int(path.name) >= 7:
        threading.Event().wait()
    return os.getpid()


# ---- executors of the caller's --------------------------------------------------------------------------------------


class Failing(ThreadPoolExecutor):
    """Every third call comes back with a fault of its own."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(max_workers=2)
        self.fault, self.calls = fault, 0

    def submit(self, *arguments, **options):
        self.calls += 1
        if self.calls % 3:
            return super().submit(*arguments, **options)
        future: Future[object] = Future()
        future.set_exception(self.fault)
        return future


@pytest.mark.parametrize("fault", [RuntimeError("worker killed"), CancelledError(), OSError("no connection")])
def test_what_an_executor_fails_to_bring_back_is_read_here(fault: Exception) -> None:
    with Failing(fault) as executor:
        assert read_all(name, paths(60), executor) == [path.name for path in paths(60)]


def test_an_executor_that_was_shut_down_meanwhile_stops_nothing() -> None:
    executor = ThreadPoolExecutor(max_workers=2)
    results = outcomes(name, paths(600), executor, lost)
    first = next(results)
    executor.shutdown()
    assert sorted([first, *results]) == [(number, str(number)) for number in range(600)]


def test_an_executor_whose_connection_is_lost_is_asked_for_nothing_more() -> None:
    with Failing(CancelledError()) as executor:
        read_all(name, paths(600), executor)
        assert executor.calls <= 35


# ---- a cluster ------------------------------------------------------------------------------------------------------


def at_one_time(consolidation: MinistryResult) -> MinistryResult:
    """The same without the times of reading, in a form that can be compared."""
    same = datetime(2024, 1, 1)
    offices = tuple(replace(each, source=replace(each.source, read_at=same)) for each in consolidation.offices)
    refused = [replace(each, source=replace(each.source, read_at=same)) for each in consolidation.refused]
    told = tuple((each.source, each.error.code, each.error.text("bn")) for each in refused)
    return replace(consolidation, offices=offices, refused=told)


def test_a_cluster_gives_what_this_computer_gives(cluster: LocalCluster, ministry: Path) -> None:
    files = [*find_workbooks([ministry]), ministry / "gone.xlsx"]
    with workers(None, len(files), cluster.scheduler_address) as executor:
        there = read_offices(files, TASK, executor)
    assert at_one_time(there) == at_one_time(read_offices(files, TASK))


def test_files_read_on_a_cluster_are_named_as_they_were_given(
    cluster: LocalCluster, ministry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ministry)
    files = find_workbooks([Path("a.xlsx"), Path("broken.xlsx")])
    with workers(None, len(files), cluster.scheduler_address) as executor:
        there = read_offices(files, TASK, executor)
    assert [each.source.path for each in there.offices] == ["a.xlsx"]
    assert [(each.source.path, each.error.params["path"]) for each in there.refused] == [("broken.xlsx", "broken.xlsx")]


def touched(folder: Path, count: int) -> list[Path]:
    files = [folder / str(number) for number in range(count)]
    for file in files:
        file.touch()
    return files


def test_several_workers_of_a_cluster_read(cluster: LocalCluster, tmp_path: Path) -> None:
    (tmp_path / "met").mkdir()
    with workers(None, 60, cluster.scheduler_address) as executor:
        found = read_all(partial(meeting_there, folder=tmp_path / "met"), touched(tmp_path, 60), executor)
    assert len(set(found)) == 2
    assert os.getpid() not in found


def meeting_there(path: Path, folder: Path) -> int:
    assert met(folder)
    return os.getpid()


def test_a_file_that_kills_a_worker_of_the_cluster_is_lost_and_no_other(cluster: LocalCluster, tmp_path: Path) -> None:
    files = touched(tmp_path, 60)
    with workers(None, 60, cluster.scheduler_address) as executor:
        found = read_all(partial(dying, killers=frozenset({"30"})), files, executor)
    assert found == [LOST if path.name == "30" else path.name for path in files]


def test_an_executor_that_dask_gave_the_caller_fits_too(cluster: LocalCluster) -> None:
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        assert read_all(name, paths(60), client.get_executor()) == [path.name for path in paths(60)]


def test_when_the_scheduler_goes_away_the_rest_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster_module, "_CONNECTING", 1)
    files = touched(tmp_path, 200)
    with dask_cluster(1) as passing, workers(None, 200, passing.scheduler_address) as executor:
        results = outcomes(name, files, executor, lost)
        first = next(results)
        passing.close()
        assert sorted([first, *results]) == [(number, str(number)) for number in range(200)]
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a path that one process alone can see")
def test_a_folder_that_the_cluster_cannot_see_is_refused(cluster: LocalCluster, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with (tmp_path / "a").open() as file, workers(None, 1, cluster.scheduler_address) as executor:
        high = os.dup2(file.fileno(), 987)
        with pytest.raises(CallError) as caught:
            list(outcomes(name, [Path(f"/proc/self/fd/{high}")], executor, lost))
        os.close(high)
    assert caught.value.code == "cluster-folder-not-shared"
