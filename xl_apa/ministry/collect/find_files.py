"""What lies in files and folders: the workbooks to be read, those in archives too, and everything else by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xl_apa.archives.member import of_the_system
from xl_apa.core.errors import CallError, InputError, OutputError
from xl_apa.ministry.collect import other_files
from xl_apa.ministry.collect.look_inside import look_inside
from xl_apa.ministry.collect.real_path import real_path
from xl_apa.ministry.model import Refusal, Source

_MAIL = ".eml"
_NAMED = 5
"""Files that are named where there is no report among them."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The workbooks to be read, each once, in a stable order; what may be a report and cannot be read; what is none.

    A workbook in an archive has an address: the archive's path, a slash, and its name there.
    """

    workbooks: tuple[Path, ...]
    refused: tuple[Refusal, ...] = ()
    aside: tuple[Refusal, ...] = ()


def find_files(
    paths: Iterable[Path], leave_out: Path | None = None, register: Path | None = None, *, imports: bool = False
) -> FoundFiles:
    """Return what there is among files and folders, which are searched recursively.

    `leave_out`, the summary itself, and the register are not spoken of. A file that is named is opened whatever its
    ending. With `imports` documents are to be read too. A folder that cannot be looked into stands among the workbooks:
    it is refused by name when they are read.

    Raise InputError when a path does not exist or nothing is found but folders that cannot be looked into, CallError
    when there is nothing to be read, OutputError when `leave_out` itself is one of the paths.
    """
    given = list(paths)
    own = real_path(leave_out) if leave_out else None
    search = _FolderSearch({own, real_path(register) if register else None}, imports)
    for path in given:
        if _is_folder(path):
            search.look_into(path)
        elif own and real_path(path) == own:
            raise OutputError("output-is-input", path=path)
        elif path.exists():
            search.take(path, named=True)
        else:
            raise InputError("file-missing", path=path)
    search.look_inside()
    found = search.found()
    if not found.workbooks and not found.refused:
        raise _nothing_found(given, found)
    closed = search.closed
    if closed and {real_path(Path(error.filename)) for error in closed}.issuperset(map(real_path, found.workbooks)):
        raise folder_not_readable(closed[0])
    return found


def find_workbooks(paths: Iterable[Path], leave_out: Path | None = None, register: Path | None = None) -> list[Path]:
    """Return the workbooks among files and folders alone. Raise what `find_files` raises."""
    return list(find_files(paths, leave_out, register).workbooks)


def folder_not_readable(error: OSError) -> InputError:
    """Return the error for a folder that cannot be looked into."""
    return InputError("folder-not-readable", path=error.filename, reason=error.strerror or error)


@dataclass
class _FolderSearch:
    """What was found so far, by real paths: `skipped` is not spoken of, `unknown` has yet to be opened."""

    skipped: set[Path | None]
    imports: bool = False
    closed: list[OSError] = field(default_factory=list)
    workbooks: dict[Path, Path] = field(default_factory=dict)
    refused: dict[Path, Refusal] = field(default_factory=dict)
    aside: dict[Path, Refusal] = field(default_factory=dict)
    unknown: dict[Path, Path] = field(default_factory=dict)

    def found(self) -> FoundFiles:
        return FoundFiles(
            tuple(sorted(self.workbooks.values(), key=Path.as_posix)),
            tuple(self.refused.values()),
            tuple(self.aside.values()),
        )

    def look_into(self, folder: Path) -> None:
        before = len(self.closed)
        for parent, folders, names in os.walk(folder, onerror=self.closed.append):
            for name in [name for name in folders if name.startswith((".", "$")) or of_the_system(name)]:
                # What a program keeps for itself: thousands of files that nobody would want named.
                folders.remove(name)
                if name.startswith(".") and not of_the_system(name):
                    self._name(Source(str(Path(parent, name))), "file-hidden", real_path(Path(parent, name)))
            for name in names:
                each = Path(parent, name)
                if not of_the_system(name) and _may_be_read(each):
                    self.take(each)
        for error in self.closed[before:]:
            self._add(Path(error.filename), real_path(Path(error.filename)))

    def take(self, path: Path, named: bool = False) -> None:
        real = real_path(path)
        if real in self.skipped or real in self.workbooks:
            return
        if (named or other_files.may_be_report(path.name)) and not other_files.is_archive(path.name):
            self._add(path, real)
        else:
            self.unknown.setdefault(real, path)

    def look_inside(self) -> None:
        """Add what is in archives, and what files are whose names do not say it."""
        reals = {path: real for real, path in self.unknown.items() if real not in self.workbooks}
        for path, inside in look_inside(list(reals)):
            if inside.error:
                self.refused.setdefault(reals[path], Refusal(Source(str(path)), inside.error))
            elif other_files.is_archive(path.name):
                self._open(path, reals[path], inside.members)
            elif self._may_be_imported(path, inside.code):
                self._add(path, reals[path])
            else:
                self._name(Source(str(path)), inside.code, reals[path])

    def _may_be_imported(self, path: Path, code: str) -> bool:
        """Return whether it is a document that may hold a report, and no register of offices."""
        codes = ("file-is-register", "file-empty")
        return self.imports and other_files.may_be_report(path.name, imports=True) and code not in codes

    def _add(self, path: Path, real: Path) -> None:
        self.workbooks.setdefault(real, path)

    def _open(self, archive: Path, real: Path, members: Sequence[tuple[str, str]] | None) -> None:
        if members is None:
            self._add(archive, real)
            return
        before = len(self.workbooks) + len(self.refused)
        for name, fault in members:
            self._take_member(archive / name, real / name, fault, str(archive))
        if len(self.workbooks) + len(self.refused) == before:
            if self.imports and archive.suffix.lower() == _MAIL:
                self._add(archive, real)  # the report may be written in the mail itself
            else:
                self._name(Source(str(archive)), "archive-without-workbook", real)

    def _take_member(self, path: Path, real: Path, fault: str, archive: str) -> None:
        source = Source(str(path), archive=archive)
        if fault:
            self._name(source, fault, real)
        elif other_files.may_be_report(path.name, self.imports) or other_files.is_archive(path.name):
            self._add(path, real)
        else:
            self._name(source, other_files.code_of_other(path.name), real)

    def _name(self, source: Source, code: str, real: Path) -> None:
        found = self.refused if code in other_files.TO_BE_PUT_RIGHT else self.aside
        found.setdefault(real, Refusal(source, InputError(code, path=source.path)))


def _nothing_found(given: list[Path], found: FoundFiles) -> CallError:
    paths = [str(path) for path in given]
    if not found.aside:
        return CallError("nothing-found", paths=paths)
    others = [Path(each.source.path).name for each in found.aside[:_NAMED]]
    return CallError("nothing-but-others", paths=paths, others=others + ["…"] * (len(found.aside) > _NAMED))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise InputError("file-not-readable", path=path, reason=error.strerror or error) from error


def _may_be_read(path: Path) -> bool:
    """Return whether it is a file, or something whose reading will say what is wrong; no pipe, no dangling link."""
    try:
        return path.is_file()
    except OSError:
        return True
