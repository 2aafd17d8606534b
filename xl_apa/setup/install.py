"""Puts the add-in on a computer and takes it away again: four files, each ours alone, with a record of them.

`xl_apa.xlam` in XLSTART, the settings `xl_apa.conf`, an entry of the Start menu, and a record of them. Nothing else
is touched: no other add-in, not xlwings' own settings, not the registry. No administrator is needed.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from xl_apa.addin.names import ADDIN_FILE, PROJECT
from xl_apa.core.errors import OutputError
from xl_apa.setup.environment.computer import Computer
from xl_apa.setup.environment.excel import startup_folder
from xl_apa.setup.environment.folders import config_folder, is_readable_by_vba, vba_path
from xl_apa.setup.start_menu import help_entry, make_entry
from xl_apa.xlsx.files.atomic_file import replacing
from xl_apa.xlsx.files.file_digest import file_digest
from xl_apa.xlsx.files.temporary import temporary_folder

BuildAddin = Callable[[Path], None]
"""Writes xl_apa.xlam to a path, from the xlwings that is installed here: the VBA names the DLL with its version."""

INTERPRETER = "INTERPRETER_WIN"
WORKBOOK_FOLDER = "ADD_WORKBOOK_TO_PYTHONPATH"
"""Off: a Python file beside an officer's workbook must not be taken for ours, and in OneDrive it has no path."""


@dataclass(frozen=True, slots=True)
class AddinFiles:
    """Where the three files are on a computer."""

    addin: Path
    config: Path
    record: Path


@dataclass(frozen=True, slots=True)
class Installation:
    """What an installation wrote."""

    addin: Path
    sha256: str
    settings: Mapping[str, str]
    folders: tuple[Path, ...]
    """Folders that were not there before, innermost first."""
    entry: Path | None
    """The entry of the Start menu, where Windows let us make one."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken away, and what was left because it is no longer what we wrote."""

    gone: tuple[Path, ...]
    kept: tuple[Path, ...]


def addin_files(computer: Computer) -> AddinFiles:
    """Return where the add-in's files belong on this computer, whether they are there or not."""
    folder = config_folder(computer)
    return AddinFiles(startup_folder(computer) / ADDIN_FILE, folder / f"{PROJECT}.conf", folder / "installed.json")


def install(computer: Computer, build_addin: BuildAddin) -> Installation:
    """Put add-in and settings in place; again is fine. Raise XlApaError, and then nothing is half done."""
    computer.require_windows()
    where, before = addin_files(computer), read_record(computer)
    _refuse(computer, where, before)
    settings = {INTERPRETER: _interpreter(computer), WORKBOOK_FOLDER: "False"}
    made = _folders_to_make(where)
    # Built elsewhere: Excel opens whatever lies in XLSTART, also what a failed build leaves there.
    with temporary_folder() as folder:
        built = folder / ADDIN_FILE
        try:
            build_addin(built)
        except OutputError as error:
            # Nobody knows the temporary place.
            raise OutputError(error.code, **{**error.params, "path": where.addin}) from error
        folders = tuple(dict.fromkeys((*made, *(before.folders if before else ()))))
        what = Installation(where.addin, file_digest(built), settings, folders, help_entry(computer).path)
        with _all_or_nothing((where.record, where.config), made):
            # The record comes first: what is not written down cannot be taken away again.
            _write(where.record, json.dumps(_as_data(what), ensure_ascii=False, indent=2))
            _write(where.config, _config_text({**read_config(where.config), **settings}))
            _put(built, where.addin)
    _remove_moved(before, where.addin)
    return replace(what, entry=make_entry(computer))


def remove(computer: Computer) -> Removal:
    """Take away what `install` wrote, as far as it is still that. Raise OutputError when nothing is installed."""
    computer.require_windows()
    where, before = addin_files(computer), read_record(computer)
    if before is None:
        raise OutputError("addin-not-installed", path=where.record)
    _refuse_while_open(computer, before.addin)
    gone, kept = [], []
    if before.addin.exists():
        if _digest(before.addin) == before.sha256:
            _unlink(before.addin)
            gone.append(before.addin)
        else:
            kept.append(before.addin)
    if where.config.exists():
        (kept if _forget(where.config, before.settings) else gone).append(where.config)
    if before.entry and before.entry.exists():
        _unlink(before.entry)
        gone.append(before.entry)
    _unlink(where.record)
    for folder in before.folders:
        # Somebody else's file in it keeps a folder.
        with suppress(OSError):
            folder.rmdir()
    return Removal(tuple(gone), tuple(kept))


def read_record(computer: Computer) -> Installation | None:
    """Return the record of the last installation; None when there is none that can be read."""
    try:
        data = json.loads(addin_files(computer).record.read_text(encoding="utf-8"))
        folders = tuple(Path(folder) for folder in data["folders"])
        # Installations of before have no entry.
        entry = Path(data["entry"]) if data.get("entry") else None
        return Installation(Path(data["addin"]), data["sha256"], dict(data["settings"]), folders, entry)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_config(path: Path) -> dict[str, str]:
    """Return the settings in a file as xlwings' VBA reads them: a line `"KEY","value"` each.

    Somebody's own lines may be in an old code page; they come out of `_write` as they went in.
    """
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return {}
    return {row[0]: row[1] for row in csv.reader(text.splitlines()) if len(row) == 2}


# ---- before anything is written -------------------------------------------------------------------------------------


def _refuse(computer: Computer, where: AddinFiles, before: Installation | None) -> None:
    _refuse_while_open(computer, where.addin)
    if where.addin.exists() and (before is None or before.addin != where.addin):
        # Not ours as far as anybody knows; overwriting it could not be undone.
        raise OutputError("addin-not-ours", path=where.addin)


def _refuse_while_open(computer: Computer, addin: Path) -> None:
    running = computer.running_excel(ADDIN_FILE)
    if running is not None and running.holds_addin:
        raise OutputError("addin-open", path=addin)


def _interpreter(computer: Computer) -> str:
    path = vba_path(computer, computer.interpreter)
    if not is_readable_by_vba(path):
        raise OutputError("interpreter-not-ascii", path=computer.interpreter)
    return path


def _folders_to_make(where: AddinFiles) -> tuple[Path, ...]:
    missing = [where.config.parent] if not where.config.parent.exists() else []
    folder = where.addin.parent
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return tuple(missing)


@contextmanager
def _all_or_nothing(paths: Sequence[Path], folders: Sequence[Path]) -> Iterator[None]:
    """Give small files their content back when what follows them fails: Excel holding the add-in, a full disk.

    `folders` are those that were not there before, innermost first.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in paths}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            # On a disk that is full by now whoever empties a file first has lost it.
            with suppress(OSError, OutputError):
                path.unlink(missing_ok=True) if content is None else _replace(path, content)
        for folder in folders:
            with suppress(OSError):
                folder.rmdir()
        raise


# ---- small steps ----------------------------------------------------------------------------------------------------


def _as_data(what: Installation) -> dict[str, object]:
    folders = [str(folder) for folder in what.folders]
    data = {"addin": str(what.addin), "sha256": what.sha256, "settings": dict(what.settings), "folders": folders}
    return data | {"entry": str(what.entry) if what.entry else None}


def _config_text(settings: Mapping[str, str]) -> str:
    return "".join(f'"{key}","{value}"\r\n' for key, value in settings.items())


def _forget(config: Path, settings: Mapping[str, str]) -> bool:
    """Take our settings out of the file; return whether somebody's own are left in it."""
    left = {key: value for key, value in read_config(config).items() if settings.get(key) != value}
    if left:
        _write(config, _config_text(left))
    else:
        _unlink(config)
    return bool(left)


def _remove_moved(before: Installation | None, addin: Path) -> None:
    """XLSTART can move (a new Office, another profile): two copies would load twice."""
    if before is None or before.addin == addin or not before.addin.exists():
        return
    if _digest(before.addin) == before.sha256:
        _unlink(before.addin)


def _write(path: Path, text: str) -> None:
    _replace(path, text.encode("utf-8", "surrogateescape"))


def _replace(path: Path, content: bytes) -> None:
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def _digest(addin: Path) -> str:
    try:
        return file_digest(addin)
    except PermissionError as error:
        raise OutputError("addin-open", path=addin) from error


def _put(built: Path, addin: Path) -> None:
    try:
        with replacing(addin) as temporary:
            shutil.copyfile(built, temporary)
    except OutputError as error:
        if error.code == "output-open":
            # What holds an add-in is Excel, in whatever window.
            raise OutputError("addin-open", path=addin) from error
        raise


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        raise OutputError("addin-open", path=path) from error
