"""The folder for a USB bundle: whole for Windows, and enough by itself to install from."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.setup.clean_python import run
from xl_apa import __version__
from xl_apa.core.errors import CallError, OutputError
from xl_apa.setup import bundle as bundling
from xl_apa.setup.bundle import build_bundle, checksums, installer, instruction
from xl_apa.setup.platforms import HERE, PYTHONS, this_python

# ---- install.bat ----------------------------------------------------------------------------------------------------

BATCH = installer(PYTHONS)
LINES = BATCH.decode("ascii").replace("\r\n", "\n").splitlines()
A_PATH = re.compile(
    r"%~dp0|%(?:LOCALAPPDATA|ProgramFiles|PLACE|VENV|VENV_PYTHON|LOG|SETUP|CANDIDATE|PY)%", re.IGNORECASE
)


def test_the_installer_is_ascii_with_windows_line_ends() -> None:
    assert BATCH.isascii()
    assert BATCH.count(b"\r\n") == BATCH.count(b"\n") == BATCH.count(b"\r")
    assert b"@VERSION@" not in BATCH and re.search(rb"@[A-Z]+@", BATCH) is None


def test_every_path_stands_in_quotes() -> None:
    """Else a folder such as `C:\\Users\\Office & Co (1)` breaks the line in two."""
    seen = 0
    for line in LINES:
        for found in A_PATH.finditer(line):
            seen += 1
            assert line[: found.start()].count('"') % 2, line
    assert seen > 30


def test_no_path_stands_in_a_block() -> None:
    """A `)` in the name of a folder would end the block."""
    assert [line for line in LINES if line.rstrip().endswith("(")] == []


def test_no_path_ends_in_a_backslash_before_its_quote_and_none_is_called_with() -> None:
    programs = [line for line in LINES if line.startswith(('"%', "start"))]
    assert programs
    assert [line for line in programs if '\\"' in line or '%~dp0"' in line] == []
    # `call` expands its arguments twice.
    assert [
        line for line in LINES if re.search(r"\bcall\b.*[\"%]", line) and not re.search(r"call :\w+ %%V$", line)
    ] == []


def test_every_label_exists_and_is_used() -> None:
    labels = {line[1:].strip() for line in LINES if line.startswith(":")}
    named = {
        name for line in LINES for name in re.findall(r"(?:goto|call) :?(\w+)", line) if not line.startswith("rem")
    }
    assert labels - {"python_found", "place_ready"} <= named
    assert named <= labels


def test_pip_gets_nothing_from_anywhere_else() -> None:
    installs = [line for line in LINES if "pip install" in line]
    assert len(installs) == 2
    assert all('--no-index --find-links "wheels"' in line for line in installs)


def test_it_asks_no_administrator() -> None:
    text = BATCH.decode("ascii").lower()
    assert "runas" not in text
    assert "installallusers=0" in text and "include_launcher=0" in text
    assert not re.search(r"\b(reg|setx|icacls|netsh) ", text)


def test_a_step_that_fails_stops_it() -> None:
    """Every program is followed by a look at its exit status, or is a last word."""
    for line, following in zip(LINES, LINES[1:]):
        if line.startswith('"%') and "doctor" not in line:
            assert "errorlevel" in following, line


def test_it_looks_for_the_pythons_of_the_bundle_alone() -> None:
    text = installer(["3.11", "3.13"]).decode("ascii")
    assert "in (3.13 3.11) do" in text and "in (313 311) do" in text and "[(3, 13), (3, 11)]" in text
    assert "3.12 " not in text


def test_what_it_asks_a_python_is_python(tmp_path: Path) -> None:
    (question,) = re.findall(r'set "SUITS=(.*)"', BATCH.decode("ascii"))
    here = question.replace("'win-amd64'", "sysconfig.get_platform()")
    assert '"' not in question and "%" not in question
    assert run(sys.executable, "-c", here, folder=tmp_path).returncode == (this_python() not in PYTHONS)
    assert run(sys.executable, "-c", here.replace("(3, ", "(2, "), folder=tmp_path).returncode == 1


def test_the_page_opens_as_bangla_in_any_browser() -> None:
    page = instruction(PYTHONS)
    assert page.startswith(b"\xef\xbb\xbf<!DOCTYPE html>")
    text = page.decode("utf-8-sig")
    assert "charset=utf-8" in text and "python-3.13.x-amd64.exe" in text
    assert "http" not in text.replace("http-equiv", "")


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
    assert (whole.returncode, ", 0 bad" in whole.stdout) == (0, True), whole.stdout
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
        assert f"broken or not ours: {name}\n" in broken.stdout
    # An installer of Python put beside it, as the page asks, is no fault.
    (copy / "python-3.12.10-amd64.exe").touch()
    assert "3 bad" in run(sys.executable, "check.py", folder=copy).stdout
