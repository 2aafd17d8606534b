"""Takes pictures of what people see: LibreOffice in a window of 1366 by 768 pixels on a virtual display.

Needs the Debian packages xvfb, openbox, xdotool and imagemagick besides LibreOffice. One picture of every sheet of a
workbook, as it stands when somebody opens it: `python docs/screens.py FILE FOLDER`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from python_calamine import CalamineWorkbook, SheetVisibleEnum

WIDTH, HEIGHT = 1366, 768
_PATIENCE, _ATTEMPTS = 40, 3
"""Seconds in which a workbook opens, and how often that is tried."""
_SETTLED = 2.0
"""Seconds after which a window has drawn what it was told; nothing says so."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>en-GB</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""
"""Days before months, as on a PC that is set to Bangladesh, and no question about the macros of the macro edition."""


class Screen:
    """A workbook open in LibreOffice, on a display that nobody else uses."""

    def __init__(self, workbook: Path) -> None:
        self._workbook = workbook
        self._home = tempfile.mkdtemp()
        self._running: list[subprocess.Popen[bytes]] = []
        self._environment: dict[str, str] = {}

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        # The server chooses a number that is free, and tells it.
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        self._running.append(subprocess.Popen(server, pass_fds=(write,), stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self._environment = {"HOME": self._home, "PATH": "/usr/bin:/bin", "DISPLAY": display, "LANG": "C.UTF-8"}
        self._start("openbox")
        profile = Path(self._home, ".config", "libreoffice", "4", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        copy = Path(shutil.copy(self._workbook, self._home))
        window = self._open(copy)
        self._tool("windowsize", "--sync", window, str(WIDTH), str(HEIGHT), "windowmove", window, "0", "0")
        time.sleep(_SETTLED)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(subprocess.CalledProcessError):
            self._tool("key", "ctrl+q")
        for process in reversed(self._running):
            self._stop(process)
        shutil.rmtree(self._home, ignore_errors=True)

    def keys(self, *names: str) -> None:
        """Press keys, one after the other: `ctrl+Next` goes to the next sheet."""
        self._close_warnings()
        for name in names:
            self._tool("key", name)
            time.sleep(0.3)
            self._close_warnings()

    def type(self, text: str) -> None:
        """Type a text into the cell without leaving it; of letters that no key has some are lost, so it takes none."""
        if not text.isascii():
            raise ValueError(f"not on the keyboard: {text}")
        self._tool("type", "--delay", "100", text)

    def take(self, path: Path, rows: range = range(HEIGHT)) -> None:
        """Write what the screen shows, or so many rows of its dots, as PNG of few colours: a repository keeps it."""
        time.sleep(_SETTLED)
        self._close_warnings()
        path.parent.mkdir(parents=True, exist_ok=True)
        part = ["-crop", f"{WIDTH}x{len(rows)}+0+{rows.start}", "+repage"]
        small = [*part, "-strip", "-colors", "64", f"PNG8:{path}"]
        subprocess.run(["import", "-window", "root", *small], env=self._environment, check=True)

    def _close_warnings(self) -> None:
        """Close what LibreOffice says about the macros of the macro edition, which it does not run."""
        while self._tool("search", "--name", "^Warning$", check=False):
            self._tool("key", "Return")
            time.sleep(_SETTLED)

    def _start(self, *command: str) -> None:
        silent = subprocess.DEVNULL
        self._running.append(subprocess.Popen(command, env=self._environment, stdout=silent, stderr=silent))

    def _open(self, workbook: Path) -> str:
        """Open a workbook, and return its window; on a busy computer LibreOffice may not come up at first."""
        for _ in range(_ATTEMPTS):
            self._start("soffice", "--norestore", "--nologo", "--nofirststartwizard", "--calc", str(workbook))
            for _ in range(_PATIENCE):
                found = self._tool("search", "--name", f"{workbook.name}.*Calc", check=False)
                if found:
                    return found.split()[-1]
                time.sleep(1)
            self._stop(self._running.pop())
        raise TimeoutError(f"LibreOffice has not opened {workbook.name}")

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        # LibreOffice's own window is a child of the script that starts it.
        subprocess.run(["pkill", "-P", str(process.pid)], check=False)
        process.terminate()
        process.wait(timeout=20)

    def _tool(self, *arguments: str, check: bool = True) -> str:
        command = ["xdotool", *arguments]
        told = subprocess.run(command, env=self._environment, check=check, capture_output=True, text=True)
        return told.stdout


def take_sheets(workbook: Path, folder: Path, name: str = "", most: int | None = None) -> None:
    """Take a picture of every visible sheet of a workbook, or of the first so many: `NAME_1.png` and so on."""
    with CalamineWorkbook.from_path(workbook) as book:
        visible = [sheet for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    with Screen(workbook) as screen:
        for number, _ in enumerate(visible[:most], start=1):
            screen.take(folder / f"{name or workbook.stem}_{number}.png")
            screen.keys("ctrl+Next")


if __name__ == "__main__":
    take_sheets(Path(sys.argv[1]), Path(sys.argv[2]))
