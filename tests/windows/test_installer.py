"""install.bat of a real offline folder, on a PC without internet and without Excel; then doctor and removal."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest

from tests.windows.prepare import compile_modules
from tests.windows.wine import Finished, Wine
from xl_apa.addin.build import build_addin
from xl_apa.cli import main
from xl_apa.core.messages import render
from xl_apa.setup.platforms import this_python

PLACE = PureWindowsPath(r"C:\users\root\AppData\Local\xl_apa")
PYTHON = PLACE / "venv" / "Scripts" / "python.exe"
ADDIN = PureWindowsPath(r"C:\users\root\AppData\Roaming\Microsoft\Excel\XLSTART\xl_apa.xlam")
MENU = PureWindowsPath(r"C:\users\root\AppData\Roaming\Microsoft\Windows\Start Menu\Programs")
SETTINGS = PureWindowsPath(r"C:\users\root\.xl_apa\xl_apa.conf")


@pytest.fixture(scope="module")
def installed(wine: Wine, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """What install.bat said. The folder is named as people name them.

    Compiling what was installed is left to the Python of this computer, which takes a tenth of the time and writes the
    same.
    """
    folder = tmp_path_factory.mktemp("usb") / "usb এপিএ (1) & more"
    assert main(["addin", "bundle", "-o", str(folder), "--python", this_python()]) == 0
    done = wine.run(
        "cmd.exe", "/c", "install.bat", "/quiet", folder=folder, variables={"PIP_NO_COMPILE": "1"}, seconds=2400
    )
    compile_modules(wine.path(PLACE / "venv" / "Lib" / "site-packages"))
    return done


def doctor(wine: Wine) -> dict[str, dict[str, Any]]:
    done = wine.run(PYTHON, "-m", "xl_apa", "doctor", "--json")
    return {check["check"]: check for check in json.loads(done.out)["checks"]}


def test_it_installs_from_the_folder_alone(wine: Wine, installed: Finished, tmp_path: Path) -> None:
    log = wine.path(PLACE / "install.log").read_text(encoding="utf-8", errors="replace")
    assert installed.status == 0, f"{installed}\n{log}"
    assert "usb এপিএ (1) & more" in log
    assert "Traceback" not in log, log
    for path in (PYTHON, ADDIN, SETTINGS):
        assert wine.path(path).is_file(), path
    assert str(PYTHON) in wine.path(SETTINGS).read_text(encoding="utf-8")
    build_addin(tmp_path / "here.xlam")
    assert wine.path(ADDIN).read_bytes() == (tmp_path / "here.xlam").read_bytes()


def test_the_installed_program_works(wine: Wine, installed: Finished, sample: Any) -> None:
    done = wine.run(PYTHON, "-m", "xl_apa", "score", sample("sid_2023-24"), "--quarter", "2", "--json")
    assert json.loads(done.out)["total"] == 17.8, done


def test_the_start_menu_shows_the_findings_as_a_page(wine: Wine, installed: Finished, tmp_path: Path) -> None:
    entry = wine.path(MENU / "এপিএ সহায়তা.lnk").read_bytes()
    assert str(PYTHON.with_name("pythonw.exe")).encode() in entry
    assert f"doctor --html {PLACE / 'doctor.html'} --open".encode("utf-16-le") in entry
    page = tmp_path / "পাতা.html"
    done = wine.run(PYTHON.with_name("pythonw.exe"), "-m", "xl_apa", "--lang", "bn", "doctor", "--html", page)
    assert done.status == 1, done
    assert render("doctor-excel-missing", "bn") in page.read_text(encoding="utf-8-sig")


def test_a_command_in_a_sentence_can_be_copied(wine: Wine, installed: Finished) -> None:
    said = wine.run(PYTHON, "-m", "xl_apa", "--lang", "en", "doctor").out
    program = PYTHON.with_name("xl-apa.exe")
    assert f'"{program}" doctor' in said.replace("\n", ""), said
    assert wine.run(program, "doctor").out == said


def test_doctor_reads_the_real_registry(wine: Wine, installed: Finished) -> None:
    before = doctor(wine)
    assert (before["addin"]["state"], before["config"]["state"], before["dll"]["state"]) == ("ok", "ok", "ok"), before
    assert before["excel"]["code"] == "doctor-excel-missing"
    assert before["vba"]["state"] == "ok"
    region = ("reg.exe", "add", r"HKCU\Control Panel\International", "/v", "sShortDate", "/f", "/d")
    try:
        assert wine.run(*region, "M/d/yyyy").status == 0
        assert doctor(wine)["dates"]["state"] == "error"
        assert wine.run(*region, "dd/MM/yyyy").status == 0
        assert doctor(wine)["dates"]["state"] == "ok"
    finally:
        wine.run(*region, "M/d/yyyy")


def test_it_may_be_removed(wine: Wine, installed: Finished) -> None:
    done = wine.run(PYTHON, "-m", "xl_apa", "addin", "remove")
    assert done.status == 0, done
    assert not wine.path(ADDIN).exists()
    assert not wine.path(SETTINGS).parent.exists()
    assert wine.run(PYTHON, "-m", "xl_apa", "addin", "remove").status == 2
