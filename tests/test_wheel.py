"""What is installed from a wheel is whole: plans and samples travel in it, and the demonstration runs elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, and nothing else, was installed."""
    source = tmp_path_factory.mktemp("source") / "xl_apa"
    left_out = shutil.ignore_patterns(".*", "*.egg-info", "build", "dist", "demo", "tests", "__pycache__")
    shutil.copytree(REPOSITORY, source, ignore=left_out)
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(source)], check=True)
    (wheel,) = wheels.glob("xl_apa-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )


def test_the_demonstration_runs_from_an_installed_wheel(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import xl_apa; print(xl_apa.__file__)").stdout.strip()
    assert Path(where).is_relative_to(installed)
    told = run(installed, tmp_path, "-m", "xl_apa", "--lang", "en", "demo", "shown").stdout
    assert "17.4 of 50" in told and "17.8 of 50" in told
    assert (tmp_path / "shown" / "summary.xlsx").stat().st_size > 10_000


def test_the_command_itself_is_installed(installed: Path) -> None:
    assert any(path.stem == "xl-apa" for path in (installed / "bin").iterdir())
