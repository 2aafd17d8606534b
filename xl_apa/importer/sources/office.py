"""Old Word files (.doc), .odt and .rtf: LibreOffice makes a .docx of them, where it is present.

It runs with a profile of its own, so that one that is open on the desk is not disturbed, within a limit of time, and
without macros. Of processes only the one that was started here is ended.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, SourceKind
from xl_apa.importer.sources.docx import read_docx
from xl_apa.processes.process_pool import FILE_SECONDS
from xl_apa.xlsx.files.temporary import folder_for_copies

SECONDS = max(1, FILE_SECONDS * 3 // 4)
"""The first start on an old PC takes half a minute. Less than a file may take, so that whoever started it ends it."""

MOST_BYTES = 32 * 1024 * 1024

_WINDOWS = (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS"
_NO_MACROS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" '
    'oor:op="fuse"><value>3</value></prop></item></oor:items>'
)


def read_office(path: Path) -> Document:
    """Return what is in a file that LibreOffice can read. Raise InputError, also where LibreOffice is missing."""
    if path.stat().st_size > MOST_BYTES:
        raise InputError("workbook-too-large", path=path)
    program = find_soffice()
    if program is None:
        raise InputError("source-needs-libreoffice", path=path)
    with folder_for_copies(path) as folder:
        made = _converted(program, path, folder)
        return replace(read_docx(made), path=path, kind=SourceKind.OFFICE, notes=("source-converted",))


def find_soffice() -> str | None:
    """Return the command of LibreOffice, None where it is not on this computer."""
    name = "soffice.com" if sys.platform == "win32" else "soffice"
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), *_WINDOWS, _MAC])
    return shutil.which(name, path=places)


def _converted(program: str, path: Path, folder: Path) -> Path:
    profile, source, target = folder / "profile", folder / f"source{_ending(path)}", folder / "made"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_NO_MACROS, encoding="utf-8")
    # A copy, under a name that no shell and no filter takes amiss.
    shutil.copyfile(path, source)
    command = [
        *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target), str(source)),
    ]
    try:
        _run(command)
    except (OSError, subprocess.SubprocessError) as error:
        raise InputError("source-not-converted", path=path) from error
    made = target / "source.docx"
    if not made.is_file():
        raise InputError("source-not-converted", path=path)
    return made


def _ending(path: Path) -> str:
    """The ending by what the file is: LibreOffice goes by it."""
    with path.open("rb") as file:
        start = file.read(4)
    return ".odt" if start == b"PK\x03\x04" else ".rtf" if start.startswith(b"{\\rt") else ".doc"


def _run(command: list[str]) -> None:
    """Run a command within its time, with what it starts in a group of its own. Raise subprocess.TimeoutExpired."""
    # With another Python on the PATH, or named in the environment, that of LibreOffice does not start.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    own_group = sys.platform != "win32"
    silent = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, stdin=silent, stdout=silent, stderr=silent, start_new_session=own_group
    )
    try:
        process.wait(SECONDS)
    except BaseException:
        _end(process)
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what was started: `soffice` is a script that starts the program itself."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
