"""Files that reports come in, each kind with a small module of its own; all are read into the same: a `Document`.

What a file is, its content says and not its name. Libraries for a kind are loaded when a file of that kind is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, SourceKind
from xl_apa.importer.sources.bijoy import in_unicode
from xl_apa.importer.sources.kinds import kind_of

__all__ = ["read_documents"]


def read_documents(path: Path) -> Sequence[Document]:
    """Return what a file holds: one document, or one for each report in a mail or an archive.

    Raise InputError for what cannot be read, with the reason and what to do.
    """
    kind = kind_of(path)
    document = in_unicode(replace(_read(path, kind), kind=kind))
    if not any(block for block in document.blocks):
        raise InputError("source-empty", path=path)
    return [document]


def _read(path: Path, kind: SourceKind) -> Document:
    match kind:
        case SourceKind.TEXT:
            from xl_apa.importer.sources.text import read_text

            return read_text(path)
        case SourceKind.DOCX:
            from xl_apa.importer.sources.docx import read_docx

            return read_docx(path)
        case SourceKind.WORKBOOK:
            from xl_apa.importer.sources.workbook import read_workbook

            return read_workbook(path)
        case SourceKind.BINARY_WORKBOOK:
            from xl_apa.importer.sources.xlsb import read_xlsb

            return read_xlsb(path)
        case SourceKind.PDF:
            from xl_apa.importer.sources.pdf import read_pdf

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
