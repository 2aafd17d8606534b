"""Files as Windows holds, names and forbids them: one clear sentence each, and what was there stays."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Filler
from xl_apa.cli import main
from xl_apa.core.messages import render

Said = pytest.CaptureFixture[str]
READ, NOBODY_ELSE, OPEN_EXISTING, INVALID = 0x80000000, 0, 3, ctypes.c_void_p(-1).value


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The file as a program holds it that shares it with nobody."""
    open_file = ctypes.windll.kernel32.CreateFileW
    open_file.restype = ctypes.c_void_p
    handle = open_file(str(path), READ, NOBODY_ELSE, None, OPEN_EXISTING, 0, None)
    assert handle != INVALID
    try:
        yield
    finally:
        ctypes.windll.kernel32.CloseHandle(ctypes.c_void_p(handle))


def template(target: Path) -> int:
    return main(["--lang", "en", "template", "--office-code", "N-01", "--office-name", "x", "-o", str(target)])


def test_a_target_that_is_open_elsewhere_is_told_and_stays(tmp_path: Path, capsys: Said) -> None:
    target = tmp_path / "form.xlsx"
    assert template(target) == 0
    target.write_bytes(before := b"what another program shows")
    with held(target):
        assert main(["--lang", "en", "register", "new", "-o", str(target)]) == 2
    said = capsys.readouterr().err
    assert "open in another program" in said or "exists already" in said, said
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["form.xlsx"]


def test_a_summary_that_is_open_elsewhere_is_told_and_stays(tmp_path: Path, filled: Filler, capsys: Said) -> None:
    filled({"1.4.1": 96})
    target = tmp_path / "summary" / "সারাংশ.xlsx"
    arguments = ["--lang", "en", "consolidate", str(tmp_path / "office.xlsx"), "--quarter", "2", "-o", str(target)]
    assert main(arguments) in (0, 1)
    before = target.read_bytes()
    capsys.readouterr()
    with held(target):
        assert main(arguments) == 2
    assert capsys.readouterr().err.strip() == render("output-open", "en", {"path": target})
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_report_that_nobody_may_read_is_told(filled: Filler, capsys: Said) -> None:
    path = filled({"1.4.1": 96})
    with held(path):
        assert main(["--lang", "en", "score", str(path)]) == 2
    said = capsys.readouterr().err
    assert str(path) in said and "Traceback" not in said, said


def test_a_report_that_excel_shows_is_read(filled: Filler) -> None:
    """Excel lets others read what it holds."""
    path = filled({"1.4.1": 96})
    with path.open("rb"):
        assert main(["score", str(path)]) in (0, 1)


def test_a_file_marked_read_only_stays(tmp_path: Path, capsys: Said) -> None:
    target = tmp_path / "form.xlsx"
    target.write_bytes(b"marked")
    assert subprocess.run(["attrib", "+r", str(target)], check=False).returncode == 0
    try:
        assert template(target) == 2
        said = capsys.readouterr().err
        assert "may not be written" in said or "exists already" in said, said
        assert target.read_bytes() == b"marked"
    finally:
        subprocess.run(["attrib", "-r", str(target)], check=False)


@pytest.mark.parametrize("name", ["NUL.xlsx", "aux.xlsx", "con.XLSX", "lpt1.xlsx"])
def test_a_device_is_no_file(tmp_path: Path, capsys: Said, name: str) -> None:
    assert template(tmp_path / name) == 2
    assert "device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["form.xlsx.", "form.xlsx ", 'fo"rm.xlsx', "fo?rm.xlsx", "fo|rm.xlsx"])
def test_a_name_that_windows_has_not_is_refused(tmp_path: Path, capsys: Said, name: str) -> None:
    assert main(["--lang", "en", "template", "-o", f"{tmp_path}\\{name}"]) == 2
    said = capsys.readouterr().err
    assert "form" in said.replace('"', "").replace("?", "").replace("|", ""), said
    assert list(tmp_path.iterdir()) == []


def test_a_path_of_more_than_260_characters_is_written_and_read(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path
    while len(str(folder)) < 300:
        folder /= "কৃষি সম্প্রসারণ অধিদপ্তর (আঞ্চলিক)"
    path = folder / "form.xlsx"
    assert template(path) == 0
    assert main(["--lang", "en", "consolidate", str(tmp_path), "--quarter", "1", "-o", str(tmp_path / "s.xlsx")]) in (
        0,
        1,
    )
    assert "N-01" in capsys.readouterr().out


def test_a_path_as_windows_itself_spells_it_is_read(filled: Filler, tmp_path: Path) -> None:
    filled({"1.4.1": 96})
    verbatim = f"\\\\?\\{tmp_path}"
    assert main(["consolidate", verbatim, "--quarter", "2", "-o", str(tmp_path / "out" / "s.xlsx")]) in (0, 1)


def test_two_processes_read_many_reports(filled: Filler, tmp_path: Path, capsys: Said) -> None:
    """Windows starts each worker anew: nothing is inherited."""
    for number in range(24):
        filled({"1.4.1": number}, name=f"in/দপ্তর {number}.xlsx", code=f"N-{number}")
    command = ["--lang", "en", "consolidate", str(tmp_path / "in"), "--quarter", "2", "-o", str(tmp_path / "s.xlsx")]
    assert main([*command, "--jobs", "2"]) in (0, 1)
    said = capsys.readouterr().out
    assert all(f"N-{number} " in said for number in range(24)), said


def test_what_a_killed_run_leaves_does_not_hinder_the_next(filled: Filler, tmp_path: Path) -> None:
    for number in range(10):
        filled({"1.4.1": number}, name=f"in/{number}.xlsx", code=f"N-{number}")
    command = ["consolidate", str(tmp_path / "in"), "--quarter", "2", "-o", str(tmp_path / "s.xlsx")]
    running = subprocess.Popen([sys.executable, "-m", "xl_apa", *command])
    time.sleep(2)
    running.kill()
    running.wait()
    assert main(command) in (0, 1)
    assert (tmp_path / "s.xlsx").is_file()


@pytest.mark.parametrize("user", ["রহিম উদ্দিন", "O'Neil & co (1) 100%"])
def test_the_add_in_comes_and_goes_for_any_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, user: str
) -> None:
    home = tmp_path / user
    for name, folder in (("USERPROFILE", ""), ("APPDATA", "AppData/Roaming"), ("LOCALAPPDATA", "AppData/Local")):
        (home / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    assert main(["--lang", "en", "addin", "install"]) == 0, capsys.readouterr().err
    written = sorted(path.name for path in home.rglob("*") if path.is_file())
    assert written == sorted(["xl_apa.conf", "installed.json", "xl_apa.xlam", "এপিএ সহায়তা.lnk"])
    assert main(["--lang", "en", "addin", "remove"]) == 0
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_an_add_in_that_excel_holds_stays_and_excel_is_to_be_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    for name, folder in (("USERPROFILE", ""), ("APPDATA", "AppData/Roaming"), ("LOCALAPPDATA", "AppData/Local")):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / folder))
    assert main(["addin", "install"]) == 0
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    (addin,) = (path for path in files if path.suffix == ".xlam")
    for command in ("install", "remove"):
        capsys.readouterr()
        with held(addin):
            assert main(["--lang", "en", "addin", command]) == 2
        assert capsys.readouterr().err.strip() == render("addin-open", "en", {"path": addin})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_the_start_menu_entry_leads_to_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from xl_apa.setup.environment.this_computer import this_computer
    from xl_apa.setup.start_menu import make_entry

    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "রহিম"))
    entry = make_entry(this_computer())
    assert entry is not None and entry.is_file()
    content = entry.read_bytes()
    for text in ("pythonw.exe", "--html", "রহিম", "doctor.html"):
        assert text.encode("utf-16-le") in content, text


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
@pytest.mark.parametrize("legacy", ["", "1"])
def test_bangla_reaches_a_pipe_whatever_the_code_page(encoding: str, legacy: str) -> None:
    changes = {"PYTHONIOENCODING": encoding, "PYTHONLEGACYWINDOWSSTDIO": legacy}
    done = subprocess.run(
        [sys.executable, "-m", "xl_apa", "--lang", "bn", "plan", "show", "2023-24"],
        env=os.environ | changes,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "সূচক" in done.stdout.decode("utf-8")


def test_python_without_a_console_writes_the_page(tmp_path: Path) -> None:
    """As the Start menu starts it: there is no screen to print on."""
    page = tmp_path / "পাতা.html"
    program = Path(sys.executable).with_name("pythonw.exe")
    done = subprocess.run([program, "-m", "xl_apa", "--lang", "bn", "doctor", "--html", page], check=False)
    assert done.returncode in (0, 1)
    assert "এপিএ সহায়তা" in page.read_text(encoding="utf-8-sig")
