"""A package index, for the tests that fetch wheels: demanded where XL_APA_REQUIRE_INDEX=1, else done without."""

from __future__ import annotations

import os
import tempfile

import pytest

from xl_apa.core.errors import OutputError
from xl_apa.setup.wheels import run_pip


@pytest.fixture(scope="session")
def index() -> None:
    """Skips where no package can be had, unless the environment demands that it can."""
    if os.environ.get("XL_APA_REQUIRE_INDEX") == "1":
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            run_pip("download", "--no-deps", "--retries", "0", "--timeout", "10", "--dest", folder, "mdurl")
        except OutputError as error:
            pytest.skip(f"no package index: {error}")
