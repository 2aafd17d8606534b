"""The entry এপিএ সহায়তা of the Start menu: one click shows what is wrong with this PC, as a page in Bangla."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from xl_apa.addin.names import PROJECT
from xl_apa.core.messages import render
from xl_apa.setup.environment.computer import Computer, Shortcut


def help_entry(computer: Computer) -> Shortcut:
    """Return the entry as it belongs on this computer. Raise CallError when Windows does not name its folders."""
    menu = computer.folder("APPDATA") / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    page = computer.folder("LOCALAPPDATA") / PROJECT / "doctor.html"
    return Shortcut(
        menu / f"{render('start-menu-entry', 'bn')}.lnk",
        # The Python without a console: no black window comes up with the page.
        computer.interpreter.with_name("pythonw.exe"),
        ("-m", PROJECT, "--lang", "bn", "doctor", "--html", str(page), "--open"),
        render("start-menu-hint", "bn"),
    )


def make_entry(computer: Computer) -> Path | None:
    """Put the entry into the Start menu and return its path; None where Windows does not let us: the rest works."""
    entry = help_entry(computer)
    with suppress(OSError):
        entry.path.parent.mkdir(parents=True, exist_ok=True)
        computer.make_shortcut(entry)
        return entry.path
    return None
