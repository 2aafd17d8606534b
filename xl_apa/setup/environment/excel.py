"""Excel on a Windows computer: where it is, which one, what it opens and trusts."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from xl_apa.addin.names import ADDIN_FILE
from xl_apa.setup.environment.computer import MACHINE, USER, Computer, RunningExcel
from xl_apa.setup.environment.folders import is_store_path

_OFFICE = r"Software\Microsoft\Office"
_POLICY = r"Software\Policies\Microsoft\Office"
_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_STORE_PACKAGES = ("Microsoft.Office.Desktop_8wekyb3d8bbwe", "Microsoft.Office.Desktop.Excel_8wekyb3d8bbwe")
_BITS_BY_MACHINE = {0x14C: 32, 0x8664: 64, 0xAA64: 64}


def excel_program(computer: Computer) -> Path | None:
    """Return the path of EXCEL.EXE, where its setup said it is; None when no setup said so."""
    for root in (USER, MACHINE):
        named = computer.registry.value(rf"{root}\{_APP_PATHS}")
        if isinstance(named, str) and named:
            return Path(computer.expand(named).strip('"'))
    return None


def excel_version(computer: Computer) -> int | None:
    """Return the main number of the version that COM starts: 14 is Excel 2010, 16 is 2016 and later."""
    for root in (USER, MACHINE):
        named = computer.registry.value(rf"{root}\Software\Classes\Excel.Application\CurVer")
        number = named.rpartition(".")[2] if isinstance(named, str) else ""
        if number.isdigit():
            return int(number)
    return None


def is_store_edition(computer: Computer) -> bool:
    """Return whether Office came from the Microsoft Store: no other program reaches that one (COM -2147221164)."""
    program = excel_program(computer)
    if program is not None:
        return is_store_path(program)
    packages = Path(computer.environ.get("LOCALAPPDATA", "")) / "Packages"
    return any((packages / name).is_dir() for name in _STORE_PACKAGES)


def program_bits(program: Path) -> int | None:
    """Return 32 or 64, from the head of a Windows program; None when the file is none."""
    try:
        with program.open("rb") as file:
            head = file.read(0x40)
            file.seek(struct.unpack_from("<I", head, 0x3C)[0])
            signature, machine = struct.unpack("<4sH", file.read(6))
    except (OSError, struct.error):
        return None
    return _BITS_BY_MACHINE.get(machine) if signature == b"PE\0\0" else None


def trusted_locations_disabled(computer: Computer) -> bool:
    """Return whether trusted locations are switched off, by this user or by the office's administrator."""
    keys = [rf"{USER}\{root}\{number}\Excel\Security" for root in (_OFFICE, _POLICY) for number in _versions(computer)]
    settings = [computer.registry.value(rf"{key}\Trusted Locations", "AllLocationsDisabled") for key in keys]
    return any(setting == 1 for setting in settings)


def is_disabled(computer: Computer, name: str) -> bool:
    """Return whether Excel put a file on its list of disabled items, as it does after a crash."""
    wanted = name.casefold()
    for number in _versions(computer):
        items = computer.registry.values(rf"{USER}\{_OFFICE}\{number}\Excel\Resiliency\DisabledItems")
        texts = (item.decode("utf-16-le", "replace") for item in items.values() if isinstance(item, bytes))
        # The path starts at an even or an odd byte, as the head before it has it.
        shifted = (item[1:].decode("utf-16-le", "replace") for item in items.values() if isinstance(item, bytes))
        if any(wanted in text.casefold() for text in (*texts, *shifted)):
            return True
    return False


def startup_folder(computer: Computer) -> Path:
    """Return XLSTART of this user: what lies there opens with Excel, is trusted, and needs no administrator.

    Excel itself knows best when it runs; else its own list of trusted locations; else where it always is.
    """
    running = computer.running_excel(ADDIN_FILE)
    if running is not None:
        return running.startup
    appdata = computer.folder("APPDATA")
    for location in _trusted_locations(computer):
        if location.name.upper() == "XLSTART" and location.is_relative_to(appdata):
            return location
    return appdata / "Microsoft" / "Excel" / "XLSTART"


def _trusted_locations(computer: Computer) -> tuple[Path, ...]:
    keys = [rf"{USER}\{_OFFICE}\{number}\Excel\Security\Trusted Locations" for number in _versions(computer)]
    named = [
        computer.registry.value(rf"{key}\{below}", "Path") for key in keys for below in computer.registry.keys(key)
    ]
    return tuple(Path(computer.expand(each)) for each in named if isinstance(each, str) and each)


def _versions(computer: Computer) -> tuple[str, ...]:
    """The Office that COM starts, else every one that left something in the registry, newest first."""
    chosen = excel_version(computer)
    if chosen is not None:
        return (f"{chosen}.0",)
    numbers = [name for name in computer.registry.keys(rf"{USER}\{_OFFICE}") if name.replace(".", "").isdigit()]
    return tuple(sorted(numbers, key=float, reverse=True))


# ---- the Excel that is open ------------------------------------------------------------------------------------------


def running_excel(addin: str) -> RunningExcel | None:
    """Return the Excel that is open on this computer, if any, and whether it holds the named add-in."""
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
