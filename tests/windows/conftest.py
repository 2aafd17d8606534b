"""The Windows that `make windows-test` prepared, and what was built here to be tried there."""

from __future__ import annotations

import os
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.windows.wine import Wine

PREPARED = os.environ.get("XL_APA_WINDOWS", "")
WINDOWS = pytest.StashKey[ExitStack]()
SCREEN = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without a Windows there is nothing to collect: `make windows-test` prepares one, and names it."""
    return True if not PREPARED and collection_path.name.startswith("test_") else None


def pytest_configure(config: pytest.Config) -> None:
    """Start one screen and one Windows for all: without a screen Wine makes no windows, by which Excel is known."""
    if PREPARED and not hasattr(config, "workerinput"):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x16", "-nolisten", "tcp"]
        config.stash[SCREEN] = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        config.stash[WINDOWS] = ExitStack()
        config.stash[WINDOWS].enter_context(Wine(Path(PREPARED)).switched_on())


def pytest_unconfigure(config: pytest.Config) -> None:
    if WINDOWS in config.stash:
        config.stash[WINDOWS].close()
    if SCREEN in config.stash:
        config.stash[SCREEN].terminate()
        config.stash[SCREEN].wait()


@pytest.fixture(scope="session")
def wine() -> Wine:
    return Wine(Path(PREPARED))
