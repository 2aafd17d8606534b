"""What `install` and `doctor` ask a computer: all that knows about Windows, the registry and Excel's folders is here.

A `Pc` holds the few things that cannot be had off Windows; the functions below it are plain reading of files, the
environment and the registry, so tests hand them a made-up one. Nothing here changes anything.
"""

from __future__ import annotations

import os
import platform
import re
import struct
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

from xl_apa.core.errors import CallError

PROJECT = "xl_apa"
"""PROJECT_NAME in the add-in's VBA, which looks for its settings in %USERPROFILE%\\.xl_apa\\xl_apa.conf."""

ADDIN_NAME = f"{PROJECT}.xlam"
USUAL_FONT = "Nikosh"

_OFFICE = r"Software\Microsoft\Office"
_POLICY = r"Software\Policies\Microsoft\Office"
_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_FONTS = r"Software\Microsoft\Windows NT\CurrentVersion\Fonts"
_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_STORE_PACKAGES = ("Microsoft.Office.Desktop_8wekyb3d8bbwe", "Microsoft.Office.Desktop.Excel_8wekyb3d8bbwe")
_BANGLA_FONTS = (
    *("Nikosh", "Kalpurush", "SolaimanLipi", "Siyam Rupali", "Noto Sans Bengali", "Noto Serif Bengali"),
    *("Nirmala", "Vrinda", "Shonar Bangla", "Akaash", "Mukti", "Lohit Bengali"),
)
_USER, _MACHINE = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"
_BITS_BY_MACHINE = {0x14C: 32, 0x8664: 64, 0xAA64: 64}
# Zones 3 and 4 are the internet and restricted sites; files of the intranet are not blocked.
_INTERNET = 3
_VARIABLE = re.compile("%([^%]+)%")


class Registry(Protocol):
    """The Windows registry, read only. Keys start with HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE."""

    def value(self, key: str, name: str = "") -> object:
        """A value, or None where key or value are missing."""

    def values(self, key: str) -> Mapping[str, object]:
        """All values of a key; empty when the key is missing."""

    def keys(self, key: str) -> tuple[str, ...]:
        """The names of the keys below; empty when the key is missing."""


@dataclass(frozen=True, slots=True)
class RunningExcel:
    """An Excel that is open now."""

    startup: Path
    holds_addin: bool


@dataclass(frozen=True, slots=True)
class Pc:
    """A computer, as far as it matters for the add-in."""

    system: str
    environ: Mapping[str, str]
    registry: Registry
    interpreter: Path
    prefix: Path
    """Where the packages of this Python live; xlwings puts its DLLs here."""
    base_prefix: Path
    """Where Python itself lives, when this one is a virtual environment."""
    python: tuple[int, int]
    running_excel: Callable[[str], RunningExcel | None]
    """The Excel that is open, if any, and whether it holds the named add-in."""
    short_path: Callable[[Path], str]
    """The old 8.3 name of a path, made of ASCII letters; the path itself where there is none."""
    package: Callable[[str], str | None]
    """The version of an installed package."""

    @property
    def is_windows(self) -> bool:
        return self.system == "Windows"

    def require_windows(self) -> None:
        """Raises CallError where there can be no Excel for Windows."""
        if not self.is_windows:
            raise CallError("not-windows", system=self.system)

    def folder(self, variable: str) -> Path:
        """A folder that Windows names in its environment; CallError when it does not."""
        named = self.environ.get(variable, "")
        if not named:
            raise CallError("folder-unknown", variable=variable)
        return Path(named)


# ---- folders --------------------------------------------------------------------------------------------------------


def startup_folder(pc: Pc) -> Path:
    """XLSTART of this user: what lies there opens with Excel, is trusted, and needs no administrator.

    Excel itself knows best when it runs; else its own list of trusted locations; else where it always is.
    """
    running = pc.running_excel(ADDIN_NAME)
    if running is not None:
        return running.startup
    appdata = pc.folder("APPDATA")
    for location in _trusted_locations(pc):
        if location.name.upper() == "XLSTART" and location.is_relative_to(appdata):
            return location
    return appdata / "Microsoft" / "Excel" / "XLSTART"


def config_folder(pc: Pc) -> Path:
    """The folder of our own settings, where the add-in's VBA looks for them."""
    return pc.folder("USERPROFILE") / f".{PROJECT}"


def documents_folder(pc: Pc) -> Path:
    """Where this user's documents are kept: OneDrive moves it without asking much."""
    named = pc.registry.value(rf"{_USER}\{_SHELL_FOLDERS}", "Personal")
    if isinstance(named, str) and named:
        return Path(_expand(pc, named))
    return pc.folder("USERPROFILE") / "Documents"


def onedrive_folders(pc: Pc) -> tuple[Path, ...]:
    """The folders that OneDrive keeps in step with the internet."""
    named = (pc.environ.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return tuple(dict.fromkeys(Path(each) for each in named if each))


def vba_can_spell(text: str | Path) -> bool:
    """Whether the add-in's VBA can use a path: it reads and opens files in the PC's old code page.

    No Windows has an old code page with Bangla letters, and which one it has is not the same everywhere: ASCII alone
    is safe.
    """
    return str(text).isascii()


def plain_path(pc: Pc, path: Path) -> str:
    """A path as VBA can use it: with a Bangla user name only the short name works."""
    return str(path) if vba_can_spell(path) else pc.short_path(path)


def is_blocked(path: Path) -> bool:
    """Whether Windows marked a file as coming from the internet (Mark-of-the-Web): Excel then stops its macros."""
    try:
        mark = Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    zones = [line.partition("=")[2].strip() for line in mark.splitlines() if line.startswith("ZoneId")]
    return any(zone.isdigit() and int(zone) >= _INTERNET for zone in zones)


# ---- Excel ----------------------------------------------------------------------------------------------------------


def excel_program(pc: Pc) -> Path | None:
    """EXCEL.EXE, where its setup said it is."""
    for root in (_USER, _MACHINE):
        named = pc.registry.value(rf"{root}\{_APP_PATHS}")
        if isinstance(named, str) and named:
            return Path(_expand(pc, named).strip('"'))
    return None


def excel_version(pc: Pc) -> int | None:
    """The main number of the version that COM starts: 14 is Excel 2010, 16 is 2016 and later."""
    for root in (_USER, _MACHINE):
        named = pc.registry.value(rf"{root}\Software\Classes\Excel.Application\CurVer")
        number = named.rpartition(".")[2] if isinstance(named, str) else ""
        if number.isdigit():
            return int(number)
    return None


def is_store_edition(pc: Pc) -> bool:
    """Whether Office came from the Microsoft Store: other programs cannot reach into that one (COM -2147221164)."""
    program = excel_program(pc)
    if program is not None:
        return _in_store(program)
    packages = Path(pc.environ.get("LOCALAPPDATA", "")) / "Packages"
    return any((packages / name).is_dir() for name in _STORE_PACKAGES)


def is_store_python(pc: Pc) -> bool:
    """Whether Python came from the Microsoft Store: what it writes into AppData, Excel never sees."""
    return _in_store(pc.base_prefix)


def program_bits(program: Path) -> int | None:
    """32 or 64, read from the head of a Windows program."""
    try:
        with program.open("rb") as file:
            head = file.read(0x40)
            file.seek(struct.unpack_from("<I", head, 0x3C)[0])
            signature, machine = struct.unpack("<4sH", file.read(6))
    except (OSError, struct.error):
        return None
    return _BITS_BY_MACHINE.get(machine) if signature == b"PE\0\0" else None


def trusts_nothing(pc: Pc) -> bool:
    """Whether trusted locations are switched off, by this user or by the office's administrator."""
    keys = [rf"{_USER}\{root}\{number}\Excel\Security" for root in (_OFFICE, _POLICY) for number in _versions(pc)]
    settings = [pc.registry.value(rf"{key}\Trusted Locations", "AllLocationsDisabled") for key in keys]
    return any(setting == 1 for setting in settings)


def is_switched_off(pc: Pc, name: str) -> bool:
    """Whether Excel put a file on its list of disabled items, as it does after a crash."""
    wanted = name.casefold()
    for number in _versions(pc):
        items = pc.registry.values(rf"{_USER}\{_OFFICE}\{number}\Excel\Resiliency\DisabledItems")
        texts = (item.decode("utf-16-le", "replace") for item in items.values() if isinstance(item, bytes))
        # The path starts at an even or an odd byte, as the head before it has it.
        shifted = (item[1:].decode("utf-16-le", "replace") for item in items.values() if isinstance(item, bytes))
        if any(wanted in text.casefold() for text in (*texts, *shifted)):
            return True
    return False


# ---- region and fonts -----------------------------------------------------------------------------------------------


class DateOrder(StrEnum):
    """What a date typed as 05/06 means on this PC."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"
    YEAR_FIRST = "year first"


def date_order(pc: Pc) -> DateOrder | None:
    """The order of the short date in Windows' region, which Excel goes by."""
    pattern = pc.registry.value(rf"{_USER}\Control Panel\International", "sShortDate")
    first = next((letter for letter in str(pattern or "").lower() if letter in "dmy"), "")
    orders = {"m": DateOrder.MONTH_FIRST, "d": DateOrder.DAY_FIRST, "y": DateOrder.YEAR_FIRST}
    return orders.get(first)


def bangla_fonts(pc: Pc) -> tuple[str, ...]:
    """The Bangla fonts that are installed, the usual one first."""
    installed = [name for root in (_MACHINE, _USER) for name in pc.registry.values(rf"{root}\{_FONTS}")]
    return tuple(font for font in _BANGLA_FONTS if any(name.startswith(font) for name in installed))


# ---- the real one ---------------------------------------------------------------------------------------------------


def this_pc() -> Pc:
    """The computer this runs on."""
    return Pc(
        system=platform.system(),
        # Not a copy: on Windows only the original knows that OneDrive and ONEDRIVE are one name.
        environ=os.environ,
        registry=_WindowsRegistry(),
        interpreter=Path(sys.executable),
        prefix=Path(sys.prefix),
        base_prefix=Path(sys.base_prefix),
        python=sys.version_info[:2],
        running_excel=_running_excel,
        short_path=_short_path,
        package=_package,
    )


class _WindowsRegistry:
    """The registry through winreg; off Windows there is nothing in it."""

    def value(self, key: str, name: str = "") -> object:
        return self.values(key).get(name)

    def values(self, key: str) -> Mapping[str, object]:
        found: dict[str, object] = {}
        if sys.platform == "win32":
            import winreg

            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                try:
                    with _open(key, view) as opened:
                        rows = [winreg.EnumValue(opened, index) for index in range(winreg.QueryInfoKey(opened)[1])]
                except OSError:
                    continue
                found = {name: value for name, value, _ in rows} | found
        return found

    def keys(self, key: str) -> tuple[str, ...]:
        names: dict[str, None] = {}
        if sys.platform == "win32":
            import winreg

            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                try:
                    with _open(key, view) as opened:
                        count = winreg.QueryInfoKey(opened)[0]
                        names.update(dict.fromkeys(winreg.EnumKey(opened, index) for index in range(count)))
                except OSError:
                    continue
        return tuple(names)


if sys.platform == "win32":
    import winreg

    def _open(key: str, view: int) -> winreg.HKEYType:
        root, _, path = key.partition("\\")
        return winreg.OpenKey(getattr(winreg, root), path, 0, winreg.KEY_READ | view)


def _running_excel(addin: str) -> RunningExcel | None:
    if sys.platform != "win32":
        return None
    # Off Windows there is no need to wait for it.
    from xl_apa.excel.xlwings_import import xw

    try:
        for app in xw.apps:
            return RunningExcel(Path(app.startup_path), _holds(app, addin))
    except Exception:  # noqa: BLE001 - Excel busy, half closed or asking something: COM has an error for each of them
        return None
    return None


def _holds(app: object, addin: str) -> bool:
    # Add-ins are not among the books when these are counted, only when asked for by name.
    try:
        app.books[addin]  # type: ignore[attr-defined]
    except KeyError:
        return False
    return True


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


def _trusted_locations(pc: Pc) -> tuple[Path, ...]:
    keys = [rf"{_USER}\{_OFFICE}\{number}\Excel\Security\Trusted Locations" for number in _versions(pc)]
    named = [pc.registry.value(rf"{key}\{below}", "Path") for key in keys for below in pc.registry.keys(key)]
    return tuple(Path(_expand(pc, each)) for each in named if isinstance(each, str) and each)


def _versions(pc: Pc) -> tuple[str, ...]:
    """The Office that COM starts, else every one that left something in the registry, newest first."""
    chosen = excel_version(pc)
    if chosen is not None:
        return (f"{chosen}.0",)
    numbers = [name for name in pc.registry.keys(rf"{_USER}\{_OFFICE}") if name.replace(".", "").isdigit()]
    return tuple(sorted(numbers, key=float, reverse=True))


def _expand(pc: Pc, text: str) -> str:
    """Put in the folders that a registry value names by variable, as `%AppData%` or `%APPDATA%`."""
    values = {name.upper(): value for name, value in pc.environ.items()}
    return _VARIABLE.sub(lambda found: values.get(found[1].upper(), found[0]), text)


def _in_store(path: Path) -> bool:
    return "windowsapps" in str(path).casefold()
