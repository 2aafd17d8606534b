"""Folders of a Windows user, and the paths in them as the add-in's VBA can use them."""

from __future__ import annotations

from pathlib import Path

from xl_apa.addin.names import PROJECT
from xl_apa.setup.environment.computer import USER, Computer

_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
# Zones 3 and 4 are the internet and restricted sites; files of the intranet are not blocked.
_INTERNET = 3


def config_folder(computer: Computer) -> Path:
    """Return the folder of our own settings, where the add-in's VBA looks for them."""
    return computer.folder("USERPROFILE") / f".{PROJECT}"


def documents_folder(computer: Computer) -> Path:
    """Return where this user's documents are kept: OneDrive moves it without asking much."""
    named = computer.registry.value(rf"{USER}\{_SHELL_FOLDERS}", "Personal")
    if isinstance(named, str) and named:
        return Path(computer.expand(named))
    return computer.folder("USERPROFILE") / "Documents"


def onedrive_folders(computer: Computer) -> tuple[Path, ...]:
    """Return the folders that OneDrive keeps in step with the internet."""
    named = (computer.environ.get(name, "") for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return tuple(dict.fromkeys(Path(each) for each in named if each))


def is_readable_by_vba(text: str | Path) -> bool:
    """Return whether the add-in's VBA can use a path: it reads and opens files in the computer's old code page.

    No Windows has an old code page with Bangla letters, and which one it has is not the same everywhere: ASCII alone
    is safe.
    """
    return str(text).isascii()


def vba_path(computer: Computer, path: Path) -> str:
    """Return a path as VBA can use it: with a Bangla user name only the short name works."""
    return str(path) if is_readable_by_vba(path) else computer.short_path(path)


def is_blocked(path: Path) -> bool:
    """Return whether a file is marked as coming from the internet (Mark-of-the-Web): Excel then stops its macros."""
    try:
        mark = Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    zones = [line.partition("=")[2].strip() for line in mark.splitlines() if line.startswith("ZoneId")]
    return any(zone.isdigit() and int(zone) >= _INTERNET for zone in zones)


def is_store_path(path: Path) -> bool:
    """Return whether a program came from the Microsoft Store: what that one writes into AppData, Excel never sees."""
    return "windowsapps" in str(path).casefold()
