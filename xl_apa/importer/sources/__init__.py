"""Files that reports come in, each kind with a small module of its own; all are read into the same: a `Document`.

What a file is, its content says and not its name. Libraries for a kind are loaded when a file of that kind is read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, SourceKind, Sources
from xl_apa.importer.sources.bijoy import in_unicode
from xl_apa.importer.sources.kinds import kind_of

__all__ = ["read_documents", "read_sources"]


def read_documents(path: Path, passwords: Sequence[str] = ()) -> Sequence[Document]:
    """Return what a file holds: one document, or one for each report in a mail or an archive.

    Raise InputError for what cannot be read, with the reason and what to do; `read_sources` tells besides what could
    not be read in an archive from which something could.
    """
    return read_sources(path, passwords).documents


def read_sources(path: Path, passwords: Sequence[str] = ()) -> Sources:
    """Return the documents that a file holds, and why others in it are none. Raise InputError where none is.

    `passwords` are tried on workbooks that are locked.
    """
    kind = kind_of(path)
    if kind not in (SourceKind.MAIL, SourceKind.ARCHIVE):
        return _read_single(path, kind, passwords)
    from xl_apa.importer.sources.mail import read_archive

    found = read_archive(path, kind, partial(_read_member, passwords=passwords))
    documents = [_finished(document, document.kind) for document in found.documents]
    if any(document.blocks for document in documents):
        return Sources([document for document in documents if document.blocks], found.refused)
    raise found.refused[0] if len(found.refused) == 1 else InputError("source-archive-empty", path=path)


def _read_member(path: Path, passwords: Sequence[str]) -> Sources:
    kind = kind_of(path)
    # Archives in archives are looked into by their names; one that hides its own is none of a person's.
    if kind in (SourceKind.MAIL, SourceKind.ARCHIVE):
        raise InputError("archive-too-deep", path=path)
    return _read_single(path, kind, passwords)


def _read_single(path: Path, kind: SourceKind, passwords: Sequence[str]) -> Sources:
    document = _finished(_read(path, kind, passwords), kind)
    if not document.blocks:
        raise InputError("source-pictures-alone" if _has_pictures(path) else "source-empty", path=path)
    return Sources([document])


def _has_pictures(path: Path) -> bool:
    """Whether a package of Office holds pictures: a report may be a photograph on a page."""
    try:
        with zipfile.ZipFile(path) as package:
            return any("/media/" in name or name.startswith("Pictures/") for name in package.NameToInfo)
    except (zipfile.BadZipFile, OSError):
        return False


def _finished(document: Document, kind: SourceKind) -> Document:
    return in_unicode(replace(document, kind=kind))


def _read(path: Path, kind: SourceKind, passwords: Sequence[str]) -> Document:
    match kind:
        case SourceKind.TEXT:
            from xl_apa.importer.sources.text import read_text

            return read_text(path)
        case SourceKind.DOCX:
            from xl_apa.importer.sources.docx import read_docx

            return read_docx(path)
        case SourceKind.WORKBOOK:
            from xl_apa.importer.sources.workbook import read_workbook

            return read_workbook(path, passwords)
        case SourceKind.BINARY_WORKBOOK:
            from xl_apa.importer.sources.xlsb import read_xlsb

            return read_xlsb(path)
        case SourceKind.PDF:
            from xl_apa.importer.sources.pdf.read import read_pdf

            return read_pdf(path)
        case SourceKind.OFFICE:
            from xl_apa.importer.sources.office import read_office

            return read_office(path)
        case SourceKind.CSV:
            from xl_apa.importer.sources.csv import read_csv

            return read_csv(path)
        case SourceKind.HTML:
            from xl_apa.importer.sources.html import read_html

            return read_html(path)
    raise NotImplementedError(kind)
