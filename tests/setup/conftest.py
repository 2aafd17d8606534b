"""A package index, demanded where XL_APA_REQUIRE_INDEX=1, else done without; and a bundle made and installed from it."""

from __future__ import annotations

import os
import tempfile
import venv
from pathlib import Path

import pytest

from tests.setup.clean_python import run
from xl_apa.cli import main
from xl_apa.cli.commands import addin_bundle
from xl_apa.core.errors import OutputError
from xl_apa.core.model import Layout, Plan
from xl_apa.setup.pip_runner import run_pip
from xl_apa.setup.platforms import HERE, this_python


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


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory, index: None) -> Path:
    """A bundle for this computer, in a folder as people name them."""
    folder = tmp_path_factory.mktemp("usb") / "এপিএ বান্ডল (1) & more"

    def macro_template(plan: Plan, path: Path, *, layout: Layout) -> None:
        path.write_bytes(layout.value.encode())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addin_bundle, "build_macro_template", macro_template)
        assert main(["addin", "bundle", "-o", str(folder), "--python", this_python(), "--platform", HERE]) == 0
    return folder


@pytest.fixture(scope="session")
def installed(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with nothing in it but what the folder gave, by the steps of install.bat."""
    place = tmp_path_factory.mktemp("place") / "xl_apa দপ্তর"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    done = run(
        python,
        "-m",
        "pip",
        "install",
        "--no-compile",
        "--no-index",
        "--find-links",
        "wheels",
        "--upgrade",
        "xl_apa",
        folder=bundle,
    )
    assert done.returncode == 0, done.stderr
    return place
