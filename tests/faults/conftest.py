"""A desk with all that the commands read, on a made-up PC."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.faults.outputs import SID
from tests.setup.fake_computer import healthy
from xl_apa.cli.commands import addin_install
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.write import write_register
from xl_apa.samples import Sample, build_sample
from xl_apa.setup import bundle
from xl_apa.setup.own_wheel import own_wheel
from xl_apa.xlsx.files.leftovers import clear_leftovers

_INFO = {"office_code": "N-01", "office_name": "নমুনা দপ্তর", "parent": "নমুনা মন্ত্রণালয়"}


@pytest.fixture(scope="session")
def desk_as_it_was(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all tests; they work on copies."""
    folder = tmp_path_factory.mktemp("faults") / "desk"
    form = folder / "office.xlsx"
    build_sample(Sample(Layout.REMARKS, Quarter.Q2, _INFO, {}, ({"code": "1.4.1", "achieved": 96},)), form)
    for name, source in (
        ("reports/a.xlsx", form),
        ("out/office.xlsx", form),
        ("documents/a.txt", SID),
        ("documents/b.txt", SID),
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(source, folder / name)
    offices = [Registered("M", "নমুনা মন্ত্রণালয়"), Registered("N-01", "নমুনা দপ্তর", parent="M")]
    write_register(folder / "register.xlsx", offices)
    healthy(folder / "pc")
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program itself, packed once: it takes seconds."""
    return own_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def desk(desk_as_it_was: Path, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports, documents and a register, and the folder `out` into which all is written."""
    # What others made is fetched from an index, which is none of these tests' business.
    monkeypatch.setattr(bundle, "resolve", lambda *_: ())
    monkeypatch.setattr(bundle, "download", lambda *_: None)
    monkeypatch.setattr(bundle, "own_wheel", lambda folder: Path(shutil.copy(wheel, folder)))
    folder = tmp_path / "desk"
    shutil.copytree(desk_as_it_was, folder)
    computer = healthy(folder / "pc")
    monkeypatch.setattr(addin_install, "this_computer", lambda: computer)
    # A run is another process, which has looked into no folder yet.
    clear_leftovers.cache_clear()
    return folder


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads and writes a single file in a process of its own does so in this one, where it is watched."""
    for command in ("calculate", "import_report", "plan"):
        module = import_module(f"xl_apa.cli.commands.{command}")
        monkeypatch.setattr(module, "isolated", lambda _, function, *given, **named: function(*given, **named))


@pytest.fixture
def small_disk(desk: Path) -> Iterator[Path]:
    """The folder `out` on a disk of 8 kB, empty, where one can be had."""
    folder = desk / "out"
    shutil.rmtree(folder)
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
