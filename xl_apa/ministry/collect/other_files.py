"""What lies among the reports and is none: named, with what to do about it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from xl_apa.archives.contents import ARCHIVES
from xl_apa.core.errors import InputError
from xl_apa.core.messages import LANGUAGES, render
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.summary_sheets import is_summary
from xl_apa.xlsx.read.safe_open import ENDINGS, open_workbook

OPENED = (*ENDINGS, ".xlsb", ".xltx", ".xltm", ".xlt", ".fods", ".ots")
"""The endings of what is opened as a report; what a file is then, its content says."""

IMPORTED = (".doc", ".docx", ".docm", ".odt", ".rtf", ".pdf", ".html", ".htm", ".csv", ".tsv", ".txt")
"""The endings of what else may hold a report, where reports in another form are read."""

_LOCKS = ("~$", ".~lock.")
"""How Excel and LibreOffice begin the names of files that say that another one is open."""
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp")
_OTHER_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab")
_DOCUMENTS = (".doc", ".docx", ".docm", ".odt", ".rtf", ".ppt", ".pptx", ".odp")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic")
_TABLES = (".csv", ".tsv", ".txt")
_FEW_BYTES = 8 * 1024 * 1024
"""A register of all offices of the country takes 4 MB."""

_BY_ENDING = {
    **dict.fromkeys(_UNFINISHED, "file-unfinished"),
    **dict.fromkeys(_OTHER_ARCHIVES, "archive-other-kind"),
    **dict.fromkeys(_DOCUMENTS, "file-is-document"),
    **dict.fromkeys(_PICTURES, "file-is-picture"),
    ".pdf": "file-is-pdf",
}

TO_BE_PUT_RIGHT = frozenset(
    {
        *("file-empty", "file-unfinished", "file-ending-wrong", "archive-other-kind"),
        *("archive-password", "archive-damaged", "archive-too-deep"),
    }
)
"""Codes of files in which a report may be lost; the others need not be there."""

RECOGNISED = frozenset(
    {"file-is-summary", "file-is-register", "file-is-feedback", "file-is-decisions", "import-no-table"}
)
"""Codes of workbooks of ours that are no reports, and of letters and other texts without any table."""

_OF_A_REGISTER = ("register-code-missing", "register-code-twice", "register-parent-unknown", "register-circle")
"""What is wrong with a file that has the headings of a register."""


def may_be_report(name: str, imports: bool = False) -> bool:
    """Return whether a file is opened as a report; with `imports` also what is no workbook."""
    path = PurePosixPath(name)
    return path.suffix.lower() in (OPENED + IMPORTED if imports else OPENED) and not path.name.startswith((".", "~$"))


def is_archive(name: str) -> bool:
    """Return whether a file is looked into for reports."""
    path = PurePosixPath(name)
    return path.suffix.lower() in ARCHIVES and not path.name.startswith((".", "~$"))


def code_of_other(name: str) -> str:
    """Return the code that says what a file is by its name, when it is neither a report nor an archive."""
    path = PurePosixPath(name)
    if path.name.startswith(_LOCKS):
        return "file-lock"
    if path.name.startswith("."):
        return "file-hidden"
    return _BY_ENDING.get(path.suffix.lower(), "file-not-read")


def code_of_file(path: Path) -> str:
    """Return the same of a file on the disk, which is looked into where its name does not tell."""
    code = code_of_other(path.name)
    if code in ("file-lock", "file-hidden"):
        return code
    try:
        size = path.stat().st_size
    except OSError:
        return code
    if not size:
        return "file-empty"
    if code != "file-not-read":
        return code
    if path.suffix.lower() in _TABLES:
        return "file-is-register" if size <= _FEW_BYTES and is_register(path) else code
    return "file-ending-wrong" if _opens(path) else code


def is_looked_into(path: Path) -> bool:
    """Return whether `code_of_file` has to open a file to say what it is."""
    try:
        return code_of_other(path.name) == "file-not-read" and path.stat().st_size > 0
    except OSError:
        return False


def is_register(path: Path) -> bool:
    """Return whether a file is a register of offices, be it with mistakes."""
    try:
        read_register(path)
    except InputError as error:
        return error.code in _OF_A_REGISTER
    except Exception:  # noqa: BLE001 - whatever it is, it is none
        return False
    return True


def code_of_workbook(path: Path) -> str:
    """Return the code of a workbook of ours that is no report, "" when it is none of ours."""
    try:
        with open_workbook(path) as book:
            names = book.sheet_names
    except InputError:
        return ""
    if is_summary(names):
        return "file-is-summary"
    for sheet, code in (("letter-sheet", "file-is-feedback"), ("decisions-sheet", "file-is-decisions")):
        if any(render(sheet, lang) in names for lang in LANGUAGES):
            return code
    return "file-is-register" if is_register(path) else ""


def _opens(path: Path) -> bool:
    try:
        with open_workbook(path):
            return True
    except InputError as error:
        return error.code == "workbook-password"
