"""A cluster that cannot be used is refused before anything is handed out, with the reason."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster, get_worker

from tests.clusters import dask_cluster
from xl_apa.core.errors import CallError
from xl_apa.ministry.collect import dask_cluster as cluster_module
from xl_apa.ministry.collect.scheduler import outcomes, workers
from xl_apa.processes import process_pool


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with dask_cluster() as started:
        yield started


def refusal(address: str) -> str:
    with pytest.raises(CallError) as caught, workers(None, 60, address):
        pass
    assert all(caught.value.text(lang) for lang in ("bn", "en"))
    return caught.value.code


@pytest.mark.parametrize(
    "address", ["nonsense", "http://host:8786", "tcp://", "tcp://host", "tcp://host:x", "tcp://[:1"]
)
def test_an_address_that_leads_to_no_scheduler_is_refused(address: str) -> None:
    assert refusal(address) == "cluster-address-wrong"


def test_without_dask_a_cluster_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal("tcp://localhost:8786") == "cluster-not-installed"


def test_a_scheduler_that_does_not_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "_CONNECTING", 0.1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert refusal(f"tcp://127.0.0.1:{free.getsockname()[1]}") == "cluster-not-reached"


def test_a_scheduler_without_workers_is_refused() -> None:
    with dask_cluster(0) as empty:
        assert refusal(empty.scheduler_address) == "cluster-without-workers"


def test_a_worker_that_does_not_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with dask_cluster(1) as silent:
        monkeypatch.setattr(cluster_module, "_CONNECTING", 1)
        monkeypatch.setattr(cluster_module, "_version_there", lambda: threading.Event().wait(5))
        assert refusal(silent.scheduler_address) == "cluster-workers-silent"


def test_workers_with_another_version_are_refused(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "__version__", "0.0.0")
    assert refusal(cluster.scheduler_address) == "cluster-without-program"


def _stuck_on_a_worker(path: Path) -> str:
    try:
        get_worker()
    except ValueError:
        return f"{path.name} here"
    if path.name == "stuck":
        threading.Event().wait(40)  # a hang, that ends some time after the test
    return path.name


def test_a_worker_that_hangs_is_given_up_and_its_files_are_read_here(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(process_pool, "MOST_SECONDS", 4)
    paths = [tmp_path / name for name in ("a", "b", "stuck", "c")]
    for path in paths:
        path.touch()
    with workers(None, len(paths), cluster.scheduler_address) as executor:
        found = dict(outcomes(_stuck_on_a_worker, paths, executor, lambda path, loss: f"{path.name} lost"))
    assert found[2] == "stuck here"
    assert [found[place].removesuffix(" here") for place in (0, 1, 3)] == ["a", "b", "c"]
