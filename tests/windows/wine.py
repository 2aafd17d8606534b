"""A Windows of our own under Wine: its folder, its paths, and programs run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

CODE = Path(__file__).resolve().parents[2]
"""The checkout that is tested."""
HOME = PureWindowsPath(r"C:\Program Files\Python311")
LOADERS = ("/usr/lib/wine/wine64", "wine64", "wine")
_LEFT_OUT = ("PYTHON", "PIP_", "UV_", "XL_APA_", "WINE", "LC_", "LANG", "VIRTUAL_ENV", "PYTEST", "COV_", "XDG_")


@dataclass(frozen=True, slots=True)
class Finished:
    """What a program said, and its exit status."""

    status: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"exit status {self.status}\n--- out\n{self.out}\n--- err\n{self.err}"


@dataclass(frozen=True, slots=True)
class Wine:
    """A Windows in a folder: drive C:, registry, home of its user. Drive Z: is this computer's own disk."""

    root: Path

    @property
    def drive(self) -> Path:
        return self.root / "windows" / "drive_c"

    def path(self, name: PureWindowsPath | str) -> Path:
        """Return where a file of drive C: or Z: is on this computer."""
        windows = PureWindowsPath(name)
        start = self.drive if windows.drive.upper() == "C:" else Path("/")
        return start.joinpath(*windows.parts[1:])

    def name(self, path: Path) -> str:
        """Return what Windows calls a file of this computer."""
        absolute = path.absolute()
        if absolute.is_relative_to(self.drive):
            return str(PureWindowsPath("C:\\", *absolute.relative_to(self.drive).parts))
        return str(PureWindowsPath("Z:\\", *absolute.parts[1:]))

    def environment(self, variables: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return what a program in this Windows finds in its environment, apart from Windows' own variables."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
        return kept | {
            "HOME": str(self.root / "home"),
            "WINEPREFIX": str(self.root / "windows"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No menus on this computer's desktop, and no offer to download .NET or a browser.
            "WINEDLLOVERRIDES": "winemenubuilder.exe,mscoree,mshtml=d",
            # A locale that every Debian has: arguments come through whole, and the code pages are 1252 and, in a console, 437.
            "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            **(variables or {}),
        }

    def start(self) -> None:
        """Make the Windows in an empty folder."""
        (self.root / "home").mkdir(exist_ok=True)
        done = self.run("wineboot.exe", "-i")
        if done.status or not self.drive.is_dir():
            raise OSError(f"Wine could not make a Windows: {done}")

    @contextmanager
    def switched_on(self) -> Iterator[None]:
        """Keep this Windows running.

        It need not start again for every program, and its services, which live as long as any program does, hold none of the pipes through which a program's output comes.
        """
        idle = subprocess.Popen(
            [self.loader(), str(HOME / "python.exe"), "-c", "print('on', flush=True); import time; time.sleep(86400)"],
            cwd=self.root,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert idle.stdout
        idle.stdout.readline()
        try:
            yield
        finally:
            idle.kill()
            idle.wait()
            self._end()

    def run(
        self,
        *command: object,
        variables: Mapping[str, str] | None = None,
        folder: Path | None = None,
        seconds: float = 600,
    ) -> Finished:
        """Run a Windows program to its end. What it prints comes through pipes: into a file, Wine loses it."""
        arguments = [part if isinstance(part, str) else self._argument(part) for part in command]
        done = subprocess.run(
            [self.loader(), *arguments],
            cwd=folder or self.root,
            env=self.environment(variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
        )
        out, err = (text.decode("utf-8", "replace").replace("\r\n", "\n") for text in (done.stdout, done.stderr))
        return Finished(done.returncode, out, err)

    def python(self, *arguments: object, **how: object) -> Finished:
        """Run Windows' Python."""
        return self.run(HOME / "python.exe", *arguments, **how)  # type: ignore[arg-type]

    def program(self, *arguments: object, **how: object) -> Finished:
        """Run xl-apa."""
        return self.python("-m", "xl_apa", *arguments, **how)

    def _end(self) -> None:
        """End what is left in this Windows, and its server; other Windows of this computer have servers of their own."""
        server = Path(self.loader()).with_name("wineserver")
        subprocess.run([server if server.exists() else "wineserver", "-k"], env=self.environment(), check=False)

    @staticmethod
    def loader() -> str:
        """Return the program that runs programs of 64-bit Windows. Raise OSError where Wine is missing."""
        found = next((each for each in map(shutil.which, LOADERS) if each), None)
        if found is None:
            raise OSError("Wine is missing")
        return found

    def _argument(self, part: object) -> str:
        return self.name(part) if isinstance(part, Path) else str(part)
