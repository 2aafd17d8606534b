"""When a workbook was last saved, as the program that saved it wrote into the file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import olefile
from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.file_kind import FileKind, kind_of_start
from xl_apa.xlsx.read.limits import MOST_XLS_BYTES, whole
from xl_apa.xlsx.read.ooxml.package import relations_of
from xl_apa.xlsx.read.xml_parser import parse_xml

_FIRST_YEAR = 2000
"""Programs that do not know the time write the first day they can: of 1601, 1899, 1970 or 1980."""
_MOST_BYTES = 1024 * 1024
_OPENDOCUMENT = "meta.xml"
_DATE = {_OPENDOCUMENT: "{http://purl.org/dc/elements/1.1/}date"}
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def saved_at(file: IO[bytes]) -> datetime | None:
    """Return when a workbook was last saved, by its own words; None where it does not say, or cannot be read.

    .xlsx: `modified` of the core properties; .ods: `dc:date` of meta.xml; .xls: the summary information. Excel writes
    universal time, LibreOffice the time of its own computer without a zone: such a moment is returned without one.
    """
    told = None
    with suppress(InputError), whole(Path(), ArithmeticError, AttributeError, TypeError):
        kind = kind_of_start(file.read(4096))
        file.seek(0)
        if kind is FileKind.ZIP:
            with ZipFile(file) as package:
                told = _in_package(package)
        elif kind is FileKind.OLE:
            told = _in_old_file(file.read(MOST_XLS_BYTES))
    return told if told and told.year >= _FIRST_YEAR else None


def _in_package(package: ZipFile) -> datetime | None:
    parts: Mapping[str, str] = _DATE
    if _OPENDOCUMENT not in package.NameToInfo:
        parts = {part: _MODIFIED for kind, part in relations_of(package, "").values() if kind == "core-properties"}
    for part, name in parts.items():
        if package.getinfo(part).file_size > _MOST_BYTES:
            continue
        found = next(_texts(parse_xml(package.read(part)), name), "")
        return datetime.fromisoformat(found.strip()) if found else None
    return None


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    return (element.text or "" for element in root.iter(name))


def _in_old_file(data: bytes) -> datetime | None:
    with olefile.OleFileIO(io.BytesIO(data)) as storage:
        told = getattr(storage.get_metadata(), "last_saved_time", None)
    return told.replace(tzinfo=UTC) if isinstance(told, datetime) else None
