"""The computer that runs this."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from xl_apa.setup.environment.computer import Computer, Shortcut
from xl_apa.setup.environment.excel import running_excel
from xl_apa.setup.environment.registry import WindowsRegistry


def this_computer() -> Computer:
    """Return the computer that runs this."""
    return Computer(
        system=platform.system(),
        # Not a copy: on Windows only the original knows that OneDrive and ONEDRIVE are one name.
        environ=os.environ,
        registry=WindowsRegistry(),
        interpreter=Path(sys.executable),
        prefix=Path(sys.prefix),
        base_prefix=Path(sys.base_prefix),
        python=sys.version_info[:2],
        running_excel=running_excel,
        short_path=_short_path,
        package=_package,
        make_shortcut=_make_shortcut,
    )


def _short_path(path: Path) -> str:
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(32_768)
        if ctypes.windll.kernel32.GetShortPathNameW(str(path), buffer, len(buffer)):
            return buffer.value
    return str(path)


def _package(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _make_shortcut(shortcut: Shortcut) -> None:
    if sys.platform == "win32":
        import pythoncom
        from win32com.shell import shell

        try:
            link = pythoncom.CoCreateInstance(
                shell.CLSID_ShellLink, None, pythoncom.CLSCTX_INPROC_SERVER, shell.IID_IShellLink
            )
            link.SetPath(str(shortcut.program))
            link.SetArguments(subprocess.list2cmdline(shortcut.arguments))
            link.SetDescription(shortcut.hint)
            link.QueryInterface(pythoncom.IID_IPersistFile).Save(str(shortcut.path), 0)
        except pythoncom.com_error as error:
            raise OSError(f"{shortcut.path}: {error}") from error
