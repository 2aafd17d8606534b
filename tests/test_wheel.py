"""What is installed from a wheel is whole: plans, samples and macros travel in it, and the demonstration runs elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from xl_apa.addin.build import build_addin, build_macro_template
from xl_apa.core.model import Office
from xl_apa.plans import load_plan

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, and nothing else, was installed."""
    source = tmp_path_factory.mktemp("source") / "xl_apa"
    everywhere = shutil.ignore_patterns(".*", "*.egg-info", "__pycache__")
    made_here = {"build", "dist", "demo", "tests"}

    def left_out(folder: str, names: list[str]) -> set[str]:
        return everywhere(folder, names) | (made_here if Path(folder) == REPOSITORY else set())

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
    assert "17.40 of 50" in told and "17.80 of 50" in told
    assert (tmp_path / "shown" / "summary.xlsx").stat().st_size > 10_000


def test_the_add_in_and_the_macro_edition_are_built_from_an_installed_wheel(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "-m", "xl_apa", "addin", "build", "-o", "xl_apa.xlam")
    run(installed, tmp_path, "-m", "xl_apa", "template", "--edition", "macro", "-o", "form.xlsm")
    build_addin(tmp_path / "here.xlam")
    assert (tmp_path / "xl_apa.xlam").read_bytes() == (tmp_path / "here.xlam").read_bytes()
    build_macro_template(load_plan(), tmp_path / "here.xlsm", office=Office("", "", ""))
    assert (tmp_path / "form.xlsm").read_bytes() == (tmp_path / "here.xlsm").read_bytes()


def test_the_wheel_has_every_macro_and_every_room(installed: Path) -> None:
    packed = {path.name: path.read_bytes() for path in (installed / "xl_apa" / "macros").iterdir()}
    assert packed == {
        path.name: path.read_bytes() for path in (REPOSITORY / "macros").iterdir() if path.suffix != ".md"
    }
    rooms = {path.parent.relative_to(REPOSITORY) for path in (REPOSITORY / "xl_apa").rglob("*.py")}
    assert [room for room in sorted(rooms) if not (installed / room / "__init__.py").is_file()] == []


def test_the_command_itself_is_installed(installed: Path) -> None:
    assert any(path.stem == "xl-apa" for path in (installed / "bin").iterdir())
