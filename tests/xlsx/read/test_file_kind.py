"""A file is what it holds, whatever its name says; what cannot be read says what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.safe_open import open_workbook

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
FODS = b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
XML_2003 = b'<?xml version="1.0"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'


@pytest.mark.parametrize("name", ["report.xls", "report.ods", "report.xlsm", "report.XLSX", "report.pdf", "report"])
def test_a_workbook_is_read_whatever_its_name_ends_with(filled, name: str) -> None:
    with open_workbook(filled({"1.4.1": 90}, name=name)) as book:
        assert book.contents("২য় ত্রৈমাসিক")[10][12] == 90


def package(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def types(kind: str) -> dict[str, str]:
    return {"[Content_Types].xml": f'<Types><Override PartName="/x" ContentType="{kind}"/></Types>'}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (types(BINARY), "workbook-binary"),
        (types(TEMPLATE), "workbook-template"),
        (types("application/vnd.ms-excel.template.macroEnabled.main+xml"), "workbook-template"),
        (types(WORD), "file-is-document"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "file-is-document"),
        ({"META-INF/manifest.xml": "<x><encryption-data/></x>", "content.xml": "?"}, "workbook-password"),
        ({"readme.txt": "hello"}, "not-a-workbook"),
    ],
)
def test_a_package_of_another_kind_says_what_to_do(tmp_path: Path, parts: dict[str, str], code: str) -> None:
    assert refused(package(tmp_path / "report.xlsx", **parts)) == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "file-is-pdf"),
        (b"{\\rtf1 ", "file-is-document"),
        (FODS, "workbook-flat"),
        (XML_2003, "workbook-xml-2003"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "workbook-web-page"),
        ("\ufeff<HTML><BODY>".encode("utf-16-le"), "workbook-web-page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "workbook-web-page"),
        (b"a;b;c\r\n1;2;3", "workbook-text"),
        (bytes.fromhex("0904060000001000") + bytes(8), "workbook-ancient"),
        (bytes(600), "not-a-workbook"),
        (OLE + "WordDocument".encode("utf-16-le"), "file-is-document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook-password"),
        (OLE + "Workbook".encode("utf-16-le") + bytes(2000), "workbook-damaged"),
        (OLE + bytes(600), "not-a-workbook"),
    ],
)
def test_any_other_file_says_what_to_do(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "report.xls"
    path.write_bytes(content)
    assert refused(path) == code


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught, open_workbook(path):
        pass
    assert caught.value.text("en") and caught.value.text("bn")
    return caught.value.code
