"""Mails and archives: every report in them is a document under its address, and what is none is told."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from tests.archives.made import mailed, outlook, zipped
from tests.importer.sources.shown import grid, read, refusal
from xl_apa.importer.document import SourceKind
from xl_apa.importer.sources import read_documents, read_sources

TEXT = "ক্রম\tসূচক\tঅর্জন\n১\tসেবা\t-\n".encode()
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


FILES = {"দপ্তর/N-01.docx": word("এক"), "N-02.txt": TEXT, "photo.png": PICTURE}


def write(folder: Path, name: str, data: bytes | EmailMessage) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return path


def found(path: Path) -> dict[str, SourceKind]:
    return {document.path.relative_to(path).as_posix(): document.kind for document in read_documents(path)}


@pytest.mark.parametrize(("name", "make"), [("a.zip", zipped), ("a.eml", mailed), ("a.msg", outlook)])
def test_every_report_is_a_document_under_its_address(tmp_path: Path, name: str, make) -> None:
    path = write(tmp_path, name, make(FILES))
    assert found(path) == {"দপ্তর/N-01.docx": SourceKind.DOCX, "N-02.txt": SourceKind.TEXT}
    assert [grid(document.tables[0])[0][0] for document in read_documents(path)] == ["এক", "ক্রম"]


@pytest.mark.parametrize("make", [zipped, mailed, outlook])
def test_what_a_file_is_its_content_says_and_not_its_name(tmp_path: Path, make) -> None:
    assert len(found(write(tmp_path, "no ending", make(FILES)))) == 2
    assert len(found(write(tmp_path, "wrong.docx", make(FILES)))) == 2


def test_what_is_no_report_is_told_with_its_address(tmp_path: Path) -> None:
    path = write(tmp_path, "a.zip", zipped({**FILES, "half.docx": word("x")[:3000], "empty.xlsx": b""}))
    told = {error.params["path"].relative_to(path).as_posix(): error.code for error in read_sources(path).refused}
    assert told == {"photo.png": "source-picture", "half.docx": "source-damaged", "empty.xlsx": "file-empty"}
    assert all("a.zip" in error.text("bn") for error in read_sources(path).refused)


def test_archives_in_archives_are_looked_into(tmp_path: Path) -> None:
    path = write(tmp_path, "a.eml", mailed({"all.zip": zipped({"b/N-02.txt": TEXT})}))
    assert found(path) == {"all.zip/b/N-02.txt": SourceKind.TEXT}


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = write(folder, "a.zip", zipped({"../../evil.txt": TEXT, "/etc/x.txt": TEXT, "C:\\y.txt": TEXT}))
    assert set(found(path)) == {"evil.txt", "etc/x.txt", "C_/y.txt"}
    assert [each.name for each in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_a_table_in_the_body_of_a_mail_is_read(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "প্রতিবেদন", "a@example.org"
    mail.set_content("দেখুন")
    mail.add_alternative("<p>নিচে ছক</p><table><tr><td>সূচক<td>৩</table>", subtype="html")
    mail.add_attachment(TEXT, maintype="text", subtype="plain", filename="N-02.txt")
    path = write(tmp_path, "a.eml", mail)
    documents = read_documents(path)
    assert [document.path for document in documents] == [path / "N-02.txt", path]
    assert grid(documents[1].tables[0]) == [["সূচক", "৩"]]
    assert documents[1].kind is SourceKind.HTML


def test_the_body_of_a_mail_without_attachments_is_its_text(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content(TEXT.decode())
    document = read(write(tmp_path, "a.eml", mail))
    assert (grid(document.tables[0])[0], document.kind) == (["ক্রম", "সূচক", "অর্জন"], SourceKind.MAIL)
    assert "সংযুক্ত" not in [
        line.text for each in read_documents(write(tmp_path, "b.eml", mailed(FILES))) for line in each.lines
    ]


def test_the_only_report_says_itself_why_it_is_not_read(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, "a.zip", zipped({"photo.png": PICTURE}))) == "source-picture"


def test_archives_without_a_report_are_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, "a.zip", zipped({}) or b"PK\x05\x06" + bytes(18))) in (
        "source-archive-empty",
        "source-unknown",
    )
    assert refusal(write(tmp_path, "a.zip", zipped({"a.png": PICTURE, "b.png": PICTURE}))) == "source-archive-empty"


def test_hostile_archives_are_refused(tmp_path: Path) -> None:
    many = zipped({f"{number}.txt": b"" for number in range(2500)})
    assert refusal(write(tmp_path, "a.zip", many)) == "archive-too-large"
    bomb = zipped({f"{number}.txt": b" " * 60_000_000 for number in range(10)})
    assert refusal(write(tmp_path, "b.zip", bomb)) == "archive-too-large"
    hidden = zipped({"x.txt": zipped({"y.txt": TEXT})})
    assert refusal(write(tmp_path, "c.zip", hidden)) == "archive-too-deep"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("a.txt", TEXT)
    locked = bytearray(held.getvalue())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(write(tmp_path, "d.zip", bytes(locked))) == "archive-password"
    assert refusal(write(tmp_path, "e.zip", zipped(FILES)[:5000])) in ("source-damaged", "archive-damaged")
