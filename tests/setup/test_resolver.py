"""Which packages another computer needs: conditions are asked of that computer, not of this one."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from xl_apa.core.errors import CallError, OutputError
from xl_apa.setup.own_wheel import own_wheel
from xl_apa.setup.pip_runner import run_pip
from xl_apa.setup.platforms import PYTHONS, Target
from xl_apa.setup.resolver import download, resolve


def made_wheel(folder: Path, name: str, *requires: str, version: str = "1.0", tag: str = "py3-none-any") -> Path:
    """A wheel with nothing in it but what it requires."""
    wheel = folder / f"{name}-{version}-{tag}.whl"
    notes = f"{name}-{version}.dist-info"
    metadata = [
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}",
        *(f"Requires-Dist: {each}" for each in requires),
    ]
    metadata += [f"Provides-Extra: {each}" for each in ("fast", "slow")]
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{notes}/METADATA", "\n".join(metadata) + "\n")
        archive.writestr(f"{notes}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        archive.writestr(f"{notes}/RECORD", "")
    return wheel


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels, the only place where pip is set up to look."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "none.conf"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def names(requirements: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+)==", requirements, re.MULTILINE))


@pytest.mark.parametrize(("python", "more"), [("3.11", {"old"}), ("3.12", set())])
def test_conditions_are_asked_of_the_computer_it_is_for(shelf: Path, python: str, more: set[str]) -> None:
    made_wheel(shelf, "winpart")
    made_wheel(shelf, "plain", 'speedup; extra == "fast"', 'slowdown; extra == "slow"', 'old; python_version < "3.12"')
    made_wheel(shelf, "speedup")
    made_wheel(shelf, "old")
    wheel = made_wheel(
        shelf.parent,
        "tool",
        'winpart>=1; platform_system == "Windows"',
        'macpart; sys_platform == "darwin"',
        "plain[fast]",
    )
    found = resolve(wheel, Target(python))
    assert names(found) == {"winpart", "plain", "speedup"} | more
    assert found.count("--hash=sha256:") == len(names(found))


def test_what_is_optional_comes_when_it_is_asked_for(shelf: Path) -> None:
    for name in ("plain", "speedup"):
        made_wheel(shelf, name)
    wheel = made_wheel(shelf.parent, "tool", "plain", 'speedup; extra == "import"')
    assert names(resolve(wheel, Target("3.12"))) == {"plain"}
    assert names(resolve(wheel, Target("3.12"), ("import",))) == {"plain", "speedup"}


def test_a_wheel_for_another_computer_does_not_count(shelf: Path) -> None:
    made_wheel(shelf, "compiled", tag="cp311-cp311-manylinux2014_x86_64")
    wheel = made_wheel(shelf.parent, "tool", "compiled")
    with pytest.raises(OutputError, match="compiled"):
        resolve(wheel, Target("3.11"))
    made_wheel(shelf, "compiled", tag="cp311-cp311-win_amd64")
    assert names(resolve(wheel, Target("3.11"))) == {"compiled"}


def test_what_was_resolved_is_fetched_and_nothing_else(shelf: Path, tmp_path: Path) -> None:
    made_wheel(shelf, "plain")
    wheel = made_wheel(shelf.parent, "tool", "plain")
    requirements = resolve(wheel, Target("3.12"))
    made_wheel(shelf, "plain", version="2.0")
    download(requirements, Target("3.12"), tmp_path / "got")
    assert [path.name for path in (tmp_path / "got").iterdir()] == ["plain-1.0-py3-none-any.whl"]


def test_a_wheel_that_changed_since_it_was_resolved_is_refused(shelf: Path, tmp_path: Path) -> None:
    made_wheel(shelf, "plain")
    requirements = resolve(made_wheel(shelf.parent, "tool", "plain"), Target("3.12"))
    made_wheel(shelf, "plain", "something-else")
    with pytest.raises(OutputError, match="HASH"):
        download(requirements, Target("3.12"), tmp_path / "got")


def test_without_uv_the_next_step_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uv", None)
    with pytest.raises(CallError, match="pip install uv") as refusal:
        resolve(tmp_path / "tool-1.0-py3-none-any.whl", Target("3.11"))
    assert refusal.value.code == "bundle-needs-uv"


# ---- with a package index -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, index: None) -> Path:
    """Our own, in a folder as people name them."""
    folder = tmp_path_factory.mktemp("own") / "এপিএ (1) & more"
    folder.mkdir()
    return own_wheel(folder)


@pytest.mark.index
@pytest.mark.parametrize("python", PYTHONS)
def test_what_reads_other_forms_has_wheels_for_windows_too(wheel: Path, python: str) -> None:
    more = names(resolve(wheel, Target(python), ("import",))) - names(resolve(wheel, Target(python)))
    assert more >= {"rapidfuzz", "scipy", "pdfplumber", "python-calamine"}


@pytest.mark.index
@pytest.mark.parametrize("python", PYTHONS)
def test_everything_needed_has_a_wheel_for_windows(wheel: Path, python: str, tmp_path: Path) -> None:
    """As pip itself answers for that computer, without fetching."""
    target = Target(python)
    pinned, report = tmp_path / "pinned.txt", tmp_path / "report.json"
    pinned.write_text(resolve(wheel, target), encoding="utf-8")
    nowhere = ("--target", str(tmp_path / "nowhere"), "--ignore-installed", "--dry-run", "--report", str(report))
    run_pip("install", "--no-deps", *nowhere, *target.pip_options, "--requirement", str(pinned))
    chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    files = {item["metadata"]["name"].lower(): item["download_info"]["url"].rpartition("/")[2] for item in chosen}
    short = python.replace(".", "")
    suits = re.compile(
        rf".*-(py3-none-any|py2\.py3-none-any|(cp{short}-cp{short}|cp3\d+-abi3|py3-none)-win_amd64)\.whl"
    )
    assert [name for name in files.values() if not suits.fullmatch(name)] == []
    assert {"xlwings", "pywin32", "lxml", "pandas", "numpy", "xlrd", "xlsxwriter"} <= files.keys()
