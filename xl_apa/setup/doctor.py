"""What is wrong with this computer: one small function for each thing that goes wrong in offices.

A check returns one `CheckResult`. Its sentence stands in the catalogue and says what to do next; `diagnosis` says how
much it matters. The checks change nothing, and any of them may be asked alone.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xl_apa.addin.names import ADDIN_FILE, PROJECT
from xl_apa.core.errors import CallError
from xl_apa.core.messages import render
from xl_apa.setup.diagnosis import Diagnosis, State
from xl_apa.setup.environment.computer import Computer
from xl_apa.setup.environment.excel import (
    excel_program,
    excel_version,
    is_disabled,
    is_store_edition,
    program_bits,
    trusted_locations_disabled,
)
from xl_apa.setup.environment.folders import (
    documents_folder,
    is_blocked,
    is_readable_by_vba,
    is_store_path,
    onedrive_folders,
)
from xl_apa.setup.environment.region import USUAL_FONT, DateOrder, bangla_fonts, date_order
from xl_apa.setup.install import INTERPRETER, addin_files, read_config, read_record

OLDEST_EXCEL = 14
OLDEST_PYTHON = (3, 11)
_NEEDED = ("xlwings", "XlsxWriter", "xlrd", "olefile", "lxml", "pandas", "openpyxl")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: the code of its sentence in the catalogue, and the parameters."""

    code: Diagnosis
    params: Mapping[str, object] = field(default_factory=dict)
    check: str = ""

    @property
    def state(self) -> State:
        return self.code.state

    def text(self, lang: str) -> str:
        """Return the sentence for the reader, `bn` or `en`."""
        return render(self.code, lang, self.params)


def _found(code: Diagnosis, **params: object) -> CheckResult:
    return CheckResult(code, params)


# ---- Python ---------------------------------------------------------------------------------------------------------


def check_python(computer: Computer) -> CheckResult:
    """Python is new enough, and not the one from the Microsoft Store."""
    shown = ".".join(map(str, computer.python))
    if computer.python < OLDEST_PYTHON:
        return _found(Diagnosis.PYTHON_OLD, version=shown, oldest=".".join(map(str, OLDEST_PYTHON)))
    if is_store_path(computer.base_prefix):
        return _found(Diagnosis.PYTHON_STORE)
    return _found(Diagnosis.PYTHON, version=shown, path=computer.interpreter)


def check_packages(computer: Computer) -> CheckResult:
    """Everything the program needs is there."""
    needed = (*_NEEDED, "pywin32") if computer.is_windows else _NEEDED
    missing = [name for name in needed if computer.package(name) is None]
    return _found(Diagnosis.PACKAGES_MISSING, missing=missing) if missing else _found(Diagnosis.PACKAGES)


# ---- Excel ----------------------------------------------------------------------------------------------------------


def check_excel(computer: Computer) -> CheckResult:
    """Excel for the desktop is there, and other programs can reach it."""
    if is_store_edition(computer):
        return _found(Diagnosis.EXCEL_STORE)
    program, number = excel_program(computer), excel_version(computer)
    if program is None or not program.exists():
        return _found(Diagnosis.EXCEL_MISSING)
    if number is None:
        return _found(Diagnosis.EXCEL_NO_COM)
    if number < OLDEST_EXCEL:
        return _found(Diagnosis.EXCEL_OLD)
    return _found(Diagnosis.EXCEL, version=number, bits=program_bits(program) or "?")


def check_dll(computer: Computer) -> CheckResult:
    """The DLL that belongs to this Excel's 32 or 64 bits and to this xlwings is there: virus scanners take it away."""
    version = computer.package("xlwings")
    if version is None:
        return _found(Diagnosis.PACKAGES_MISSING, missing=["xlwings"])
    program = excel_program(computer)
    bits = (program_bits(program) if program else None) or 64
    wanted = computer.prefix / f"xlwings{bits}-{version}.dll"
    if wanted.exists():
        return _found(Diagnosis.DLL, name=wanted.name)
    others = sorted(path.name for path in computer.prefix.glob(f"xlwings{bits}-*.dll"))
    if others:
        return _found(Diagnosis.DLL_OTHER, name=wanted.name, found=others)
    return _found(Diagnosis.DLL_MISSING, name=wanted.name, path=computer.prefix)


# ---- the add-in -----------------------------------------------------------------------------------------------------


def check_addin(computer: Computer) -> CheckResult:
    """The add-in lies in XLSTART as it was put there, and Excel opens it."""
    addin, record = addin_files(computer).addin, read_record(computer)
    if not addin.exists():
        return _found(Diagnosis.ADDIN_MISSING)
    if is_blocked(addin):
        return _found(Diagnosis.ADDIN_BLOCKED, path=addin)
    if is_disabled(computer, ADDIN_FILE):
        return _found(Diagnosis.ADDIN_SWITCHED_OFF)
    if trusted_locations_disabled(computer):
        return _found(Diagnosis.ADDIN_NOT_TRUSTED)
    if record is None:
        return _found(Diagnosis.ADDIN_NO_RECORD, path=addin)
    return _found(Diagnosis.ADDIN, path=addin)


def check_vba(computer: Computer) -> CheckResult:
    """The add-in's VBA asks for the DLL of the xlwings that is installed."""
    addin, version = addin_files(computer).addin, computer.package("xlwings")
    if not addin.exists():
        return _found(Diagnosis.ADDIN_MISSING)
    try:
        # It is loaded here, since most runs of the program need no VBA.
        from pyopenvba import ExcelFile

        with ExcelFile(str(addin)) as workbook:
            text = "\n".join(workbook.vba_modules().values())
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the file, the next step is the same
        return _found(Diagnosis.VBA_UNREADABLE, path=addin, reason=error)
    if f"xlwings64-{version}.dll" not in text:
        return _found(Diagnosis.VBA_OTHER, version=version or "?")
    return _found(Diagnosis.VBA, version=version)


def check_config(computer: Computer) -> CheckResult:
    """The Python in the settings exists, is whole, and is the one that runs this."""
    config = addin_files(computer).config
    named = read_config(config).get(INTERPRETER, "")
    if not named:
        return _found(Diagnosis.CONFIG_MISSING, path=config)
    interpreter = Path(named)
    if not interpreter.exists() or not _base_exists(interpreter):
        return _found(Diagnosis.INTERPRETER_GONE, path=named)
    if not _same(interpreter, computer.interpreter):
        return _found(Diagnosis.INTERPRETER_OTHER, path=named, name=computer.interpreter)
    return _found(Diagnosis.CONFIG, path=named)


def check_user_name(computer: Computer) -> CheckResult:
    """The user's folder has a name that the add-in's VBA can read."""
    home = computer.folder("USERPROFILE")
    return _found(Diagnosis.HOME_SPELT if is_readable_by_vba(home) else Diagnosis.HOME_NOT_ASCII, path=home)


# ---- the computer ----------------------------------------------------------------------------------------------------


def check_onedrive(computer: Computer) -> CheckResult:
    """The documents stay on this computer."""
    documents = documents_folder(computer)
    for folder in onedrive_folders(computer):
        if documents.is_relative_to(folder):
            return _found(Diagnosis.ONEDRIVE, path=documents)
    return _found(Diagnosis.NO_ONEDRIVE)


def check_dates(computer: Computer) -> CheckResult:
    """05/06 means the fifth of June."""
    order = date_order(computer)
    if order is None:
        return _found(Diagnosis.DATES_UNKNOWN)
    return _found(Diagnosis.DATES_MONTH_FIRST if order is DateOrder.MONTH_FIRST else Diagnosis.DATES)


def check_fonts(computer: Computer) -> CheckResult:
    """Bangla can be shown, in the font that all use."""
    fonts = bangla_fonts(computer)
    if not fonts:
        return _found(Diagnosis.FONTS_NONE, font=USUAL_FONT)
    if USUAL_FONT not in fonts:
        return _found(Diagnosis.FONTS_OTHER, font=USUAL_FONT, found=fonts[0])
    return _found(Diagnosis.FONTS, font=USUAL_FONT)


def check_writing(computer: Computer) -> CheckResult:
    """The folders that the program writes into may be written."""
    folders = [Path(tempfile.gettempdir())]
    if computer.is_windows:
        where = addin_files(computer)
        folders += [_nearest(where.addin.parent), _nearest(where.config.parent)]
    closed = [folder for folder in folders if not os.access(folder, os.W_OK) or not _takes_a_file(folder)]
    return _found(Diagnosis.WRITING_REFUSED, path=closed[0]) if closed else _found(Diagnosis.WRITING)


# ---- all of it ------------------------------------------------------------------------------------------------------

Check = Callable[[Computer], CheckResult]

ANYWHERE: Mapping[str, Check] = {
    "python": check_python,
    "packages": check_packages,
    "writing": check_writing,
}
ON_WINDOWS: Mapping[str, Check] = {
    "excel": check_excel,
    "dll": check_dll,
    "addin": check_addin,
    "vba": check_vba,
    "config": check_config,
    "user-name": check_user_name,
    "onedrive": check_onedrive,
    "dates": check_dates,
    "fonts": check_fonts,
}


def examine(computer: Computer) -> tuple[CheckResult, ...]:
    """Return the result of every check, in the order of the tables; off Windows those of Windows are skipped."""
    results = [_run(name, check, computer) for name, check in ANYWHERE.items()]
    for name, check in ON_WINDOWS.items():
        skipped = CheckResult(Diagnosis.NEEDS_WINDOWS, {}, name)
        results.append(_run(name, check, computer) if computer.is_windows else skipped)
    return tuple(results)


def _run(name: str, check: Check, computer: Computer) -> CheckResult:
    try:
        result = check(computer)
    except CallError as error:
        # Windows did not name a folder; the other checks go on.
        result = CheckResult(Diagnosis.FOLDER_UNKNOWN, error.params)
    except OSError as error:
        result = CheckResult(Diagnosis.NOT_CHECKED, {"reason": error.strerror or str(error)})
    return CheckResult(result.code, result.params, name)


def _base_exists(interpreter: Path) -> bool:
    """A virtual environment runs no more once the Python it was made from is uninstalled."""
    marker = interpreter.parent.parent / "pyvenv.cfg"
    try:
        lines = marker.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return True
    pairs = (line.partition("=") for line in lines)
    home = next((value.strip() for key, _, value in pairs if key.strip() == "home"), "")
    return not home or Path(home).exists()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return os.path.normcase(one) == os.path.normcase(other)


def _nearest(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _takes_a_file(folder: Path) -> bool:
    # Asking is not enough on Windows: what a folder allows is known only when it is tried. And tried by hand, since
    # tempfile goes on trying where it may not write.
    trial = folder / f".{PROJECT}-{secrets.token_hex(6)}.tmp"
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError:
        return False
    return True
