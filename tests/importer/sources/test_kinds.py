"""What kind of file a report came in, whatever its name ends with."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from fpdf import FPDF

from tests.archives.made import mailed, outlook, zipped
from xl_apa.core.errors import InputError
from xl_apa.importer.document import SourceKind
from xl_apa.importer.sources.kinds import kind_of

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def word() -> bytes:
    held = io.BytesIO()
    docx.Document().save(held)
    return held.getvalue()


def word_with_macros() -> bytes:
    files = {}
    with zipfile.ZipFile(io.BytesIO(word())) as source:
        for name in source.namelist():
            usual = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            files[name] = source.read(name).replace(usual, b"vnd.ms-word.document.macroEnabled.main+xml")
    return zipped(files)


def workbook() -> bytes:
    held = io.BytesIO()
    openpyxl.Workbook().save(held)
    return held.getvalue()


def pdf() -> bytes:
    made = FPDF()
    made.add_page()
    return bytes(made.output())


def opendocument(kind: str, manifest: str = "") -> bytes:
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(),
            "content.xml": b"<x/>",
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def package(content_type: str) -> bytes:
    return zipped(
        {"[Content_Types].xml": f'<Types><Override ContentType="application/{content_type}"/></Types>'.encode()}
    )


def old(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


KINDS = {
    "Word": (word, SourceKind.DOCX),
    "Word with macros": (word_with_macros, SourceKind.DOCX),
    "Excel": (workbook, SourceKind.WORKBOOK),
    "Excel, binary": (lambda: package("vnd.ms-excel.sheet.binary.macroEnabled.main"), SourceKind.BINARY_WORKBOOK),
    "a template of Excel": (
        lambda: package("vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"),
        SourceKind.WORKBOOK,
    ),
    ".ods": (lambda: opendocument("spreadsheet"), SourceKind.WORKBOOK),
    ".ods with a password": (lambda: opendocument("spreadsheet", "encryption-data"), SourceKind.WORKBOOK),
    ".odt": (lambda: opendocument("text"), SourceKind.OFFICE),
    "old Word": (lambda: old("WordDocument"), SourceKind.OFFICE),
    "old Excel": (lambda: old("Workbook"), SourceKind.WORKBOOK),
    "a workbook with a password": (lambda: old("EncryptedPackage"), SourceKind.WORKBOOK),
    ".rtf": (lambda: b"{\\rtf1 x}", SourceKind.OFFICE),
    "PDF": (pdf, SourceKind.PDF),
    "a web page": (lambda: b"<!DOCTYPE html><p>x", SourceKind.HTML),
    "a table that was pasted": (lambda: "﻿<table><tr><td>ক</table>".encode(), SourceKind.HTML),
    "a web page in UTF-16": (lambda: "<html><p>x".encode("utf-16"), SourceKind.HTML),
    "a mail": (lambda: mailed({"a.txt": b"x"}).as_bytes(), SourceKind.MAIL),
    "a mail with other ends of lines": (lambda: b"Received: x\r\n\tby y\r\nFrom: a@b\r\n\r\ntext", SourceKind.MAIL),
    "a mail of Outlook": (lambda: outlook({"a.txt": b"x"}), SourceKind.MAIL),
    "a .zip": (lambda: zipped({"a.txt": b"x"}), SourceKind.ARCHIVE),
    "values": (lambda: b"a;b;c;d\n1;2;3;4\n", SourceKind.CSV),
    "text with tabs": (lambda: "ক\tখ\n".encode(), SourceKind.TEXT),
    "text": (lambda: b"Subject: not a mail, only a line\n\nx", SourceKind.TEXT),
    "text of Bijoy": (lambda: "Kg©m¤úv`b".encode("cp1252"), SourceKind.TEXT),
    "flat XML of LibreOffice": (
        lambda: b'<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
        SourceKind.WORKBOOK,
    ),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("ending", [".docx", ".dat"])
def test_the_content_tells(tmp_path: Path, name: str, ending: str) -> None:
    make, kind = KINDS[name]
    path = tmp_path / f"file{ending}"
    path.write_bytes(make())
    assert kind_of(path) is kind


REFUSED = {
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(50), "source-picture"),
    "a scan": (b"II*\0" + bytes(50), "source-picture"),
    "a presentation": (
        package("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        "source-presentation",
    ),
    "an old presentation": (old("PowerPoint Document"), "source-presentation"),
    "slides of LibreOffice": (opendocument("presentation"), "source-presentation"),
    "half a file": (word()[:3000], "source-damaged"),
    "a program": (b"MZ\x90\0\3\0\0\0" + bytes(range(256)), "source-unknown"),
    "nothing": (b"", "file-empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_refused_by_name(tmp_path: Path, name: str) -> None:
    data, code = REFUSED[name]
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        kind_of(path)
    assert error.value.code == code
    assert str(path) in error.value.text("bn") and str(path) in error.value.text("en")


def test_a_file_that_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.docx"):
        with pytest.raises(InputError) as error:
            kind_of(path)
        assert error.value.code == "file-missing"


def test_a_zip_that_only_begins_as_a_document_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("[Content_Types].xml", b"x")
    path.write_bytes(held.getvalue()[:-10])
    with pytest.raises(InputError) as error:
        kind_of(path)
    assert error.value.code == "source-damaged"


@pytest.mark.parametrize(
    ("name", "code"), [("cut.doc", "source-damaged"), ("cut.dot", "source-damaged"), ("drawing.vsd", "source-unknown")]
)
def test_an_old_office_file_of_another_kind_is_no_workbook(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(old("VisioDocument" if name.endswith("vsd") else "nothing"))
    with pytest.raises(InputError) as refused:
        kind_of(tmp_path / name)
    assert refused.value.code == code


def test_what_is_called_a_workbook_is_told_about_as_one(tmp_path: Path) -> None:
    (tmp_path / "cut.xls").write_bytes(old("nothing"))
    assert kind_of(tmp_path / "cut.xls") is SourceKind.WORKBOOK
