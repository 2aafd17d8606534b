"""The folder for a USB bundle: whole for Windows, and enough by itself to install from."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.setup.clean_python import run
from xl_apa import __version__
from xl_apa.core.errors import CallError, OutputError
from xl_apa.setup import bundle as bundling
from xl_apa.setup.bundle import build_bundle, checksums
from xl_apa.setup.platforms import HERE

# ---- what is refused -------------------------------------------------------------------------------------------------


def test_a_platform_or_python_that_cannot_be_is_refused(tmp_path: Path) -> None:
    for arguments in ({"platform": "amiga"}, {"pythons": ["3.10"]}, {"pythons": ["3"]}, {"pythons": ["new"]}):
        with pytest.raises(CallError):
            build_bundle(tmp_path / "usb", **arguments)
    with pytest.raises(CallError, match="cannot be made with it"):
        build_bundle(tmp_path / "usb", ["3.99"], HERE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").touch()
    with pytest.raises(OutputError, match="not an empty folder"):
        build_bundle(tmp_path)


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OutputError("bundle-pip", reason="no network")

    monkeypatch.setattr(bundling, "own_wheel", fail)
    with pytest.raises(OutputError, match="no network"):
        build_bundle(tmp_path / "usb")
    assert list(tmp_path.iterdir()) == []


# ---- with a package index -------------------------------------------------------------------------------------------


@pytest.mark.index
def test_the_folder_holds_what_it_should(bundle: Path) -> None:
    assert {path.name for path in bundle.iterdir()} == {
        *("install.bat", "check.py", "nirdeshika.html", "SHA256SUMS", "templates", "wheels")
    }
    assert {path.name for path in (bundle / "templates").iterdir()} == {
        *("2023-24_marks.xlsx", "2023-24_remarks.xlsx", "2023-24_marks.xlsm", "2023-24_remarks.xlsm")
    }
    assert openpyxl.load_workbook(bundle / "templates" / "2023-24_marks.xlsx").sheetnames


@pytest.mark.index
def test_the_folder_alone_is_enough_to_install_from(installed: Path, tmp_path: Path) -> None:
    told = run(installed / "bin" / "xl-apa", "--version", folder=tmp_path)
    assert (told.returncode, __version__ in told.stdout) == (0, True), told.stderr
    doctor = run(installed / "bin" / "python", "-m", "xl_apa", "--lang", "en", "doctor", folder=tmp_path)
    assert doctor.returncode == 0, doctor.stdout + doctor.stderr
    where = run(installed / "bin" / "python", "-c", "import xl_apa; print(xl_apa.__file__)", folder=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed)


@pytest.mark.index
def test_the_check_finds_a_broken_a_missing_and_a_foreign_file(bundle: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copied folder"
    shutil.copytree(bundle, copy)
    whole = run(sys.executable, "check.py", folder=copy)
    assert (whole.returncode, "bad: 0\n" in whole.stdout) == (0, True), whole.stdout
    assert (copy / "SHA256SUMS").read_bytes() == checksums(copy)
    (click_wheel,) = (copy / "wheels").glob("click-*.whl")
    data = bytearray(click_wheel.read_bytes())
    data[len(data) // 2] ^= 1
    click_wheel.write_bytes(data)
    (copy / "nirdeshika.html").unlink()
    (copy / "wheels" / "click-99.0-py3-none-any.whl").write_bytes(b"")
    broken = run(sys.executable, "check.py", folder=copy)
    assert broken.returncode == 1
    for name in (f"wheels/{click_wheel.name}", "nirdeshika.html", "wheels/click-99.0-py3-none-any.whl"):
        assert f"damaged or unexpected file: {name}\n" in broken.stdout
    # An installer of Python put beside it, as the page asks, is no fault.
    (copy / "python-3.12.10-amd64.exe").touch()
    assert "bad: 3\n" in run(sys.executable, "check.py", folder=copy).stdout
