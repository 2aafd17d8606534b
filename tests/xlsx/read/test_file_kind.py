"""A file is what it holds, whatever its name says; what cannot be read says what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.libreoffice import convert
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.file_kind import FileKind, kind_of_storage
from xl_apa.xlsx.read.safe_open import open_workbook

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
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
        (types(WORD.replace("wordprocessingml.document", "presentationml.presentation")), "file-is-presentation"),
        (
            {
                "mimetype": SPREADSHEET,
                "META-INF/manifest.xml": "<x><encryption-data/></x>",
                "encrypted-package": "?",
            },
            "workbook-password",
        ),
        (
            {"META-INF/manifest.xml": "<x>encryption-data</x>", "content.xml": "<x/>", "mimetype": SPREADSHEET},
            "not-a-workbook",
        ),
        ({"readme.txt": "hello"}, "file-is-archive"),
        ({"reports/N-01.xlsx": "PK"}, "file-is-archive"),
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
        (bytes(600), "workbook-damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "file-is-document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "workbook-password"),
        (OLE + "Workbook".encode("utf-16-le") + bytes(2000), "workbook-damaged"),
        (OLE + bytes(600), "workbook-damaged"),
        (b"\xef\xbb\xbf{\\rtf1 ", "file-is-document"),
        (b"\xef\xbb\xbf%PDF-1.4", "file-is-pdf"),
        (bytes(900) + b"%PDF-1.4", "file-is-pdf"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "file-is-document"),
        (b"<FRAMESET><FRAME src='1.htm'></FRAMESET>", "workbook-web-page"),
        (b"<tr><td>1</td></tr>", "workbook-web-page"),
        ("তারিখ;১৫/০৮/২০২৩".encode("utf-16-be"), "workbook-text"),
        (b"BM,1.4.1,96\n" * 3, "workbook-text"),
        (b"BM\x36\x03\0\0" + bytes(60), "file-is-picture"),
        (b"\xff\xd8\xff\xe0", "file-is-picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "file-is-picture"),
        (b"\0\0\0\x18ftypheic", "file-is-picture"),
        (b"Rar!\x1a\x07\x01\0", "file-is-archive"),
        (b"7z\xbc\xaf'\x1c\0\4", "file-is-archive"),
        (b"\x1f\x8b\x08\0", "file-is-archive"),
        (b"PK\x05\x06" + bytes(18), "workbook-damaged"),
        (b"MZ\x90\0\3\0\0\0" + bytes(60), "not-a-workbook"),
        (bytes.fromhex("0900060002001000") + bytes(8), "workbook-ancient"),
        (bytes.fromhex("0908080000050500") + bytes(8), "workbook-ancient"),
    ],
)
def test_any_other_file_says_what_to_do(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "report.xls"
    path.write_bytes(content)
    assert refused(path) == code


@pytest.mark.office
def test_a_word_document_that_speaks_of_workbooks_is_one(tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_text("<meta charset=utf-8><p>দপ্তর Workbook EncryptedPackage</p>", encoding="utf-8")
    convert(tmp_path / "letter.html", "doc:MS Word 97", tmp_path / "doc")
    path = tmp_path / "doc" / "letter.doc"
    assert "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
    assert refused(path) == "file-is-document"


@pytest.mark.office
def test_an_xls_that_speaks_of_locks_is_read(filled, tmp_path: Path) -> None:
    report = filled({"1.4.1": "EncryptedPackage দেখুন"})
    convert(report, "xls", tmp_path / "xls")
    path = tmp_path / "xls" / f"{report.stem}.xls"
    assert "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
    with open_workbook(path) as book:
        assert book.contents("২য় ত্রৈমাসিক")[10][12] == "EncryptedPackage দেখুন"


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ({"workbook", "mbd0001"}, FileKind.OLE),
        ({"book"}, FileKind.OLE),
        ({"encryptedpackage", "encryptioninfo"}, FileKind.OLE),
        ({"encryptedpackage", "\6dataspaces"}, FileKind.LOCKED),
        ({"workbook", "\tdrmcontent"}, FileKind.LOCKED),
        ({"worddocument", "1table"}, FileKind.WORD),
        ({"powerpoint document"}, FileKind.PRESENTATION),
        ({"__properties_version1.0"}, FileKind.MAIL),
        ({"contents"}, FileKind.OTHER),
    ],
)
def test_an_old_file_is_what_its_streams_say(names: set[str], kind: FileKind) -> None:
    assert kind_of_storage(frozenset(names)) is kind


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught, open_workbook(path):
        pass
    assert caught.value.text("en") and caught.value.text("bn")
    return caught.value.code
