"""A made-up Windows PC: its folders lie in a temporary folder, its registry is a dictionary."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pyopenvba import ExcelFile, VBAModuleKind

from xl_apa.setup.environment.computer import Computer, RunningExcel
from xl_apa.setup.install import install

APP_PATHS = r"HKEY_LOCAL_MACHINE\Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
CUR_VER = r"HKEY_LOCAL_MACHINE\Software\Classes\Excel.Application\CurVer"
INTERNATIONAL = r"HKEY_CURRENT_USER\Control Panel\International"
FONTS = r"HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts"
USER_FONTS = FONTS.replace("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")
SHELL_FOLDERS = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
SECURITY = r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations"
DISABLED = r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Excel\Resiliency\DisabledItems"
XLWINGS = "0.37.8"
NEEDED = dict.fromkeys(("XlsxWriter", "xlrd", "olefile", "lxml", "pandas", "openpyxl", "pywin32"), "1.0")


@dataclass(frozen=True)
class MadeUpRegistry:
    """Keys with their values; names are compared as Windows does, without regard to capitals."""

    content: dict[str, dict[str, object]] = field(default_factory=dict)

    def value(self, key: str, name: str = "") -> object:
        return self.values(key).get(name)

    def values(self, key: str) -> Mapping[str, object]:
        return next((rows for each, rows in self.content.items() if each.casefold() == key.casefold()), {})

    def keys(self, key: str) -> tuple[str, ...]:
        start = key.casefold() + "\\"
        below = (each[len(start) :] for each in self.content if each.casefold().startswith(start))
        return tuple(dict.fromkeys(each.split("\\")[0] for each in below))


def program(path: Path, machine: int = 0x8664) -> Path:
    """A file with the head of a Windows program: 0x8664 is 64 bit, 0x14C is 32 bit."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x80) + bytes(0x40) + struct.pack("<4sH", b"PE\0\0", machine)
    )
    return path


def healthy(folder: Path, user: str = "officer", **changes: Any) -> Computer:
    """A PC with nothing wrong: Excel 2016 of 64 bits, the usual font, day first, its documents at home."""
    home = folder / "Users" / user
    local, roaming = home / "AppData" / "Local", home / "AppData" / "Roaming"
    prefix = local / "xl_apa" / "venv"
    menu = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    for each in (local, roaming / "Microsoft" / "Excel", menu):
        each.mkdir(parents=True, exist_ok=True)
    excel = program(folder / "Program Files" / "Microsoft Office" / "root" / "Office16" / "EXCEL.EXE")
    interpreter = program(prefix / "Scripts" / "python.exe")
    base = program(local / "Programs" / "Python" / "Python312" / "python.exe").parent
    (prefix / "pyvenv.cfg").write_text(f"home = {base}\nversion = 3.12.4\n", encoding="utf-8")
    for bits in (32, 64):
        (prefix / f"xlwings{bits}-{XLWINGS}.dll").write_bytes(b"MZ")
    registry = {
        APP_PATHS: {"": str(excel)},
        CUR_VER: {"": "Excel.Application.16"},
        INTERNATIONAL: {"sShortDate": "dd/MM/yyyy"},
        FONTS: {"Nikosh (TrueType)": "Nikosh.ttf", "Nirmala UI (TrueType)": "Nirmala.ttf"},
    }
    computer = Computer(
        system="Windows",
        environ={"USERPROFILE": str(home), "APPDATA": str(roaming), "LOCALAPPDATA": str(local)},
        registry=MadeUpRegistry(registry),
        interpreter=interpreter,
        prefix=prefix,
        base_prefix=base,
        python=(3, 12),
        running_excel=lambda _: None,
        short_path=str,
        package={"xlwings": XLWINGS}.get,
        make_shortcut=lambda shortcut: (
            shortcut.path.write_text(" ".join(shortcut.arguments), encoding="utf-8") and None
        ),
    )
    return replace(computer, **changes)


def build_bridge(path: Path) -> None:
    """An add-in with the one line of VBA that matters to `doctor`: which DLL it asks for."""
    with ExcelFile.create_new(str(path)) as workbook:
        line = f'Private Declare PtrSafe Function Run Lib "xlwings64-{XLWINGS}.dll" () As Long\r\n'
        workbook.vba_project().add_module("Bridge", line, kind=VBAModuleKind.standard)
        workbook.save(str(path))


def with_addin(folder: Path) -> Computer:
    """A PC with everything in order and the add-in in place."""
    computer = healthy(folder, package={**NEEDED, "xlwings": XLWINGS}.get)
    install(computer, build_bridge)
    return computer


def with_registry(computer: Computer, changes: dict[str, dict[str, object] | None]) -> Computer:
    """The same PC with other registry keys; None takes a key away."""
    content = {**computer.registry.content, **changes}  # type: ignore[attr-defined]
    return replace(computer, registry=MadeUpRegistry({key: rows for key, rows in content.items() if rows is not None}))


def with_excel_open(computer: Computer, holds_addin: bool) -> Computer:
    startup = Path(computer.environ["APPDATA"]) / "Microsoft" / "Excel" / "XLSTART"
    return replace(computer, running_excel=lambda _: RunningExcel(startup, holds_addin))


def every_file(folder: Path) -> dict[str, bytes]:
    """All files below a folder, with their content, and all folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"folder"
        for path in sorted(folder.rglob("*"))
    }
