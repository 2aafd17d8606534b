"""The Windows that `make windows-test` prepared, and what was built here to be tried there."""

from __future__ import annotations

import os
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
