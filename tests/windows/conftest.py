"""The Windows that `make windows-test` prepared, and what was built here to be tried there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.wine import Wine

PREPARED = os.environ.get("XL_APA_WINDOWS", "")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without a Windows there is nothing to collect: `make windows-test` prepares one, and names it."""
    return True if not PREPARED and collection_path.name.startswith("test_") else None


@pytest.fixture(scope="session")
def wine() -> Wine:
    return Wine(Path(PREPARED))


@pytest.fixture(scope="session", autouse=True)
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A screen that nobody sees: without one Wine makes no windows, and Excel is known by its windows."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x16", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    yield
    server.terminate()
    server.wait()
