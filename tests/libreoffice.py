"""A real LibreOffice for the tests: what only saves workbooks goes to one that stays open, the rest has one of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PATIENCE = 240

_RECALCULATING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Settings of a LibreOffice that throws every stored result away when it opens a workbook of Excel."""


def convert(source: Path, ending: str, home: Path) -> Path:
    """The workbook saved by LibreOffice in another format, in `home`."""
    (converted,) = convert_all([source], ending, home)
    return converted


def convert_all(sources: Sequence[Path], ending: str, home: Path, *options: str) -> list[Path]:
    """The workbooks saved by LibreOffice in another format, in `home`."""
    return _open_office().save(sources, ending, home, *options)


def recalculate(folder: Path, *sources: Path) -> list[Path]:
    """The workbooks, opened, calculated anew and saved by LibreOffice as .xlsx in a folder of its own."""
    return _open_office(_RECALCULATING).save(sources, "xlsx", folder / "recalculated")


def convert_with(settings: str, source: Path, ending: str, home: Path) -> Path:
    """The workbook saved in another format, in `home`, by a LibreOffice of its own with these settings."""
    home.mkdir(exist_ok=True)
    return _save(_soffice(home, settings), [source], ending, home, home)[0]


def close_offices() -> None:
    """End what was kept open, when the tests of this process are over."""
    for office in _OPEN:
        office.close()
    _OPEN.clear()
    _open_office.cache_clear()


def fill(source: Path, cells: Mapping[str, Mapping[str, str | float]], home: Path, *endings: str) -> list[Path]:
    """The workbook with values typed in, by sheet and cell, saved by LibreOffice in each format."""
    home.mkdir(exist_ok=True)
    wanted = home / "cells.json"
    wanted.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    targets = [home / f"filled.{ending}" for ending in endings]
    script = Path(__file__).with_name("uno_fill.py")
    _run(["/usr/bin/python3", str(script), str(source), str(wanted), *map(str, targets)], home)
    return targets


def lock(source: Path, password: str, home: Path) -> Path:
    """The workbook saved by LibreOffice as .xls with a password."""
    home.mkdir(exist_ok=True)
    target = home / "locked.xls"
    script = Path(__file__).with_name("uno_lock.py")
    _run(["/usr/bin/python3", str(script), str(source), password, str(target)], home)
    return target


def enter(source: Path, cells: Mapping[str, Mapping[str, str]], home: Path) -> Path:
    """The workbook with texts typed in as by a keyboard, by sheet and cell: LibreOffice decides what they are."""
    home.mkdir(exist_ok=True)
    wanted, target = home / "typed.json", home / "typed.xlsx"
    wanted.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    script = Path(__file__).with_name("uno_enter.py")
    _run(["/usr/bin/python3", str(script), str(source), str(wanted), str(target)], home)
    return target


def sort_and_filter(source: Path, cells: tuple[str, str], by: int, chosen: tuple[int, str], target: Path) -> list[int]:
    """Which rows (as people count) are shown with a text chosen in a column; `cells` are a sheet and its filter's range.

    `target` is the workbook as it is sorted by a column by then; columns are counted from 0.
    """
    home = target.parent / "home"
    home.mkdir(exist_ok=True)
    script = Path(__file__).with_name("uno_sort.py")
    asked = [str(source), *cells, str(by), str(chosen[0]), chosen[1], str(target)]
    shown: list[int] = json.loads(_run(["/usr/bin/python3", str(script), *asked], home))
    return shown


@dataclass(frozen=True)
class Opened:
    """A workbook opened with macros switched on: its modules, the buttons and the shown cells of each sheet."""

    modules: list[str]
    buttons: dict[str, list[list[str]]]
    cells: dict[str, list[list[str]]]


def open_with_macros(source: Path, home: Path, columns: str, rows: range) -> Opened:
    """What is in a workbook; of the cells the given columns (`S,T,V`) and rows (as people count), calculated anew."""
    home.mkdir(exist_ok=True)
    script = Path(__file__).with_name("uno_macros.py")
    asked = [str(source), columns, str(rows[0]), str(rows[-1])]
    return Opened(**json.loads(_run(["/usr/bin/python3", str(script), *asked], home)))


class _OpenOffice:
    """A LibreOffice with a home of its own that stays open.

    A start takes four times as long as a workbook. A second `soffice` with the same home hands its files to the one
    that is open, which saves them in the same way, and ends when that is done; were none open, it would do it itself.
    """

    def __init__(self, settings: str | None) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="xl_apa-office-"))
        self._soffice = _soffice(self._home, settings)
        self._pipe = Path(f"/tmp/OSL_PIPE_{os.getuid()}_{self._home.name}")
        # A blank workbook keeps it open. When this process ends, in whatever way, the shell's input does, and
        # LibreOffice with it.
        options = ["--norestore", "--nologo", f"--accept=pipe,name={self._home.name};urp;", "private:factory/scalc"]
        self._running = subprocess.Popen(
            ["sh", "-c", 'trap : TERM; "$@" & read -r _; kill -- -$$; wait', "sh", *self._soffice, *options],
            env=_environment(self._home),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # The pipe for which it is asked is there as soon as it takes files.
        until = time.monotonic() + _PATIENCE
        while not self._pipe.exists() and time.monotonic() < until:
            time.sleep(0.05)

    def save(self, sources: Sequence[Path], ending: str, folder: Path, *options: str) -> list[Path]:
        """Return the files as they are saved in another format in a folder."""
        return _save([*self._soffice, *options], sources, ending, folder, self._home)

    def close(self) -> None:
        assert self._running.stdin
        self._running.stdin.close()
        try:
            self._running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            # A process that a test left behind may have the other end of the pipe too.
            os.killpg(self._running.pid, signal.SIGKILL)
            self._running.wait()
        self._pipe.unlink(missing_ok=True)
        shutil.rmtree(self._home, ignore_errors=True)


_OPEN: list[_OpenOffice] = []


@cache
def _open_office(settings: str | None = None) -> _OpenOffice:
    """Return the LibreOffice with these settings that is open in this process."""
    _OPEN.append(_OpenOffice(settings))
    return _OPEN[-1]


def _soffice(home: Path, settings: str | None) -> list[str]:
    """Return the command of a LibreOffice that has its settings in `home`."""
    if settings:
        (home / "user").mkdir(parents=True)
        (home / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    return ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless"]


def _save(soffice: Sequence[str], sources: Sequence[Path], ending: str, folder: Path, home: Path) -> list[Path]:
    _run([*soffice, "--convert-to", ending, "--outdir", *map(str, (folder, *sources))], home)
    return [folder / f"{source.stem}.{ending}" for source in sources]


def _environment(home: Path) -> dict[str, str]:
    # With another Python on the PATH LibreOffice's own does not start.
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def _run(command: list[str], home: Path) -> bytes:
    return subprocess.run(command, env=_environment(home), check=True, capture_output=True, timeout=_PATIENCE).stdout
