"""The stand-in for Excel, run from here."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path, PureWindowsPath
from typing import Any

from tests.windows.wine import CODE, HOME, Finished, Wine

PROGRAM = HOME / "EXCEL.EXE"
"""Beside Python's DLL, since it is Python by another name."""
_PATIENCE = 240


class FakeExcel:
    """The stand-in while it runs, and its log."""

    def __init__(self, wine: Wine, folder: Path) -> None:
        self.wine, self.folder, self.log = wine, folder, folder / "excel.log"
        self.log.touch()
        self.process = start_excel(wine, "-m", "tests.windows.excel", wine.name(self.log))
        self._wait_for("serving")

    def events(self, kind: str) -> list[Any]:
        """Return what the log holds of a kind: written, message, status, asked, …"""
        lines = map(json.loads, self.log.read_text(encoding="utf-8").splitlines())
        return [line for line in lines if kind in line]

    def do(self, *steps: tuple[Any, ...]) -> tuple[list[Any], Finished]:
        """Do steps of `press.Officer`; return what each gave."""
        asked, given = self.folder / "steps.json", self.folder / "results.json"
        asked.write_text(json.dumps(steps, ensure_ascii=False), encoding="utf-8")
        done = self.wine.python("-m", "tests.windows.excel.press", asked, given, folder=CODE, seconds=_PATIENCE)
        assert done.status == 0, done
        return json.loads(given.read_text(encoding="utf-8")), done

    def quit(self) -> None:
        self.wine.python("-c", "import win32com.client as c; c.DispatchEx('Excel.Application').Quit()")
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _wait_for(self, kind: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not self.events(kind):
            if self.process.poll() is not None or time.monotonic() > end:
                raise OSError(f"the stand-in for Excel did not start: {self.process.communicate()[0]!r}")
            time.sleep(0.2)


def start_excel(wine: Wine, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a process that Windows knows as EXCEL.EXE."""
    program = wine.path(PROGRAM)
    if not program.exists():
        program.write_bytes(wine.path(PureWindowsPath(HOME, "python.exe")).read_bytes())
    return subprocess.Popen(
        [wine.loader(), str(PROGRAM), *arguments],
        cwd=CODE,
        env=wine.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
