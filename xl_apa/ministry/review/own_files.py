"""Which files in the folder of letters are the program's own: nobody else's is ever overwritten.

A letter says so in its properties. Whoever saves it in a spreadsheet program makes it theirs: Excel changes the time of
saving in the file, LibreOffice the name of the program.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from xl_apa.core.fiscal import FiscalYear, Quarter

_PROPERTIES, _PROGRAM = "docProps/core.xml", "docProps/app.xml"
_WRITTEN_AS = "<Application>Microsoft Excel</Application>"
"""What the library writes that we write workbooks with."""
_MOST_BYTES = 65_536
_KEYWORDS = re.compile(r"<cp:keywords>([^<]*)</cp:keywords>")
_TIMES = re.compile(r"<dcterms:(created|modified)[^>]*>([^<]*)<")


def letter_mark(year: FiscalYear, quarter: Quarter) -> str:
    """Return what the properties of a letter about a quarter say."""
    return f"xl_apa feedback {year.label} Q{int(quarter)}"


def is_own_letter(path: Path, mark: str = "") -> bool:
    """Return whether a file is a letter as the program wrote it, about a certain quarter or (mark "") about any."""
    try:
        with zipfile.ZipFile(path) as package:
            text, program = _start(package, _PROPERTIES), _start(package, _PROGRAM)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return False
    found = _KEYWORDS.search(text)
    marked = found is not None and (found[1] == mark if mark else found[1].startswith("xl_apa feedback "))
    times = dict(_TIMES.findall(text))
    return marked and times.get("created") == times.get("modified") and _WRITTEN_AS in program


def _start(package: zipfile.ZipFile, name: str) -> str:
    with package.open(name) as part:
        return part.read(_MOST_BYTES).decode("utf-8", "replace")


def own_letters(folder: Path, mark: str) -> Iterator[Path]:
    """Yield the letters about a quarter that lie in a folder."""
    for path in sorted(folder.glob("*.xlsx")) if folder.is_dir() else ():
        if path.is_file() and is_own_letter(path, mark):
            yield path
