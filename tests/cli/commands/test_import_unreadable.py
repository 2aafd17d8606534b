"""What is no report, or cannot be read: a sentence that says what to do, status 2, and nothing written."""

from __future__ import annotations

import io
import wave
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import msoffcrypto
import openpyxl
import pytest
from fpdf import FPDF
from msoffcrypto.format.ooxml import OOXMLFile

from tests.archives.made import zipped
from tests.cli.calls import refused
from tests.importer.rebuilt import rebuilt

FILES = Path(__file__).parents[2] / "files"
SID = FILES / "sid_2023-24_q2.txt"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(300)
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def saved(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("স্মারক নং ১২, তারিখ ০২/০১/২০২৪")
    document.add_paragraph("বিষয়: ২০২৩-২৪ অর্থবছরের ২য় ত্রৈমাসিক প্রতিবেদন প্রেরণ")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def table_of(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def other_workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (("পণ্য", "দাম"), ("কলম", 10), ("খাতা", 60)):
        book.worksheets[0].append(row)
    return saved(book)


def with_password(folder: Path) -> bytes:
    held = io.BytesIO()
    OOXMLFile(rebuilt(SID, "xlsx", folder).open("rb")).encrypt("secret", held)
    assert msoffcrypto.OfficeFile(io.BytesIO(held.getvalue())).is_encrypted()
    return held.getvalue()


def sound() -> bytes:
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(2000))
    return held.getvalue()


def blank_page() -> bytes:
    page = FPDF()
    page.add_page()
    return bytes(page.output())


def presentation() -> bytes:
    return zipped(
        {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>", "ppt/slides/slide1.xml": b"<p/>"}
    )


def mail(**files: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "office@example.org", "প্রতিবেদন"
    message.set_content("সংযুক্ত দেখুন।")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def of_another_plan() -> bytes:
    head = "কর্মসম্পাদন সূচক\tএকক\tকর্মসম্পাদন সূচকের মান\tলক্ষ্যমাত্রা\t২য় ত্রৈমাসিক অর্জন"
    rows = ("রোপিত চারা\tসংখ্যা\t৭\t৯০০\t৮০০", "খননকৃত খাল\tকিলোমিটার\t৯\t৭৭\t৬০", "বিতরণকৃত সার\tটন\t১১\t৫০০\t৪০০")
    return "\n".join(["কৃষি কর্মপরিকল্পনা ২০২৩-২৪", head, *rows]).encode()


def without_achievements() -> bytes:
    """The plan alone, before anybody reported."""
    lines = SID.read_text(encoding="utf-8").split("\n")
    return "\n".join("\t".join(line.split("\t")[:12]) for line in lines).encode()


UNREADABLE: dict[str, Callable[[Path], bytes]] = {
    "photo.jpg": lambda _: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500),
    "photo.png": lambda _: PNG,
    "photo named as a report.docx": lambda _: PNG,
    "song.mp3": lambda _: b"ID3\x04\x00\x00\x00\x00\x00\x21" + bytes(range(256)) * 4,
    "voice.wav": lambda _: sound(),
    "film.mp4": lambda _: b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 4,
    "program.exe": lambda _: b"MZ\x90\x00" + bytes(range(256)) * 4,
    "nothing.txt": lambda _: b"",
    "nothing.docx": lambda _: b"",
    "blanks.txt": lambda _: b" \n\t\n  \n",
    "only a mark.txt": lambda _: b"\xef\xbb\xbf",
    "letter.txt": lambda _: "স্মারক নং ১২\nপ্রতিবেদন এতদ্‌সঙ্গে প্রেরণ করা হলো।".encode(),
    "letter.docx": lambda _: letter(),
    "letter.html": lambda _: "<html><body><p>প্রতিবেদন প্রেরণ করা হলো।</p></body></html>".encode(),
    "staff.docx": lambda _: table_of(("ক্রম", "নাম", "পদবি"), ("১", "ক", "সহকারী পরিচালক")),
    "other.xlsx": lambda _: other_workbook(),
    "blank.xlsx": lambda _: saved(openpyxl.Workbook()),
    "other.csv": lambda _: b"product,price,stock,place\npen,10,5,a\nbook,60,7,b\nink,70,9,c\n",
    "another plan.txt": lambda _: of_another_plan(),
    "plan alone.txt": lambda _: without_achievements(),
    "half.docx": lambda folder: half(rebuilt(SID, "docx", folder)),
    "half.xlsx": lambda folder: half(rebuilt(SID, "xlsx", folder)),
    "half.zip": lambda folder: half(rebuilt(SID, "zip", folder)),
    "damaged.docx": lambda folder: damaged(rebuilt(SID, "docx", folder)),
    "password.xlsx": with_password,
    "old.doc": lambda _: OLE + bytes(504) + b"\xec\xa5" + bytes(3000),
    "slides.pptx": lambda _: presentation(),
    "blank page.pdf": lambda _: blank_page(),
    "half.pdf": lambda _: blank_page()[:150],
    "empty archive.zip": lambda _: zipped({}),
    "photos.zip": lambda _: zipped({"a.png": PNG, "b.png": PNG}),
    "archive in archives.zip": lambda _: zipped(
        {"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": b"x"})})})}
    ),
    "no attachment.eml": lambda _: mail(),
    "photo attached.eml": lambda _: mail(photo=PNG),
    "picture.svg": lambda _: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    "data.json": lambda _: b'{"report": []}',
    "signed.p7m": lambda _: b"0\x82\x0f\xa0\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x02" + bytes(range(256)) * 3,
}


def half(path: Path) -> bytes:
    data = path.read_bytes()
    return data[: len(data) // 2]


def damaged(path: Path) -> bytes:
    """A Word file whose text is no XML any more."""
    held = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(held, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if name == "word/document.xml" else data)
    return held.getvalue()


@pytest.mark.parametrize("lang", ["bn", "en"])
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_report_is_refused_with_a_sentence_and_nothing_is_written(
    run, tmp_path: Path, name: str, lang: str
) -> None:
    source = tmp_path / name
    source.write_bytes(UNREADABLE[name](tmp_path))
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("--lang", lang, "import", source, "-o", folder / "N-01.xlsx")
    refused(result, source.name)
    assert len(result.err.split()) > 5
    assert not list(folder.iterdir())


def test_a_file_that_is_not_there_is_refused_too(run, tmp_path: Path) -> None:
    refused(run("import", tmp_path / "not there.docx", "-o", tmp_path / "N-01.xlsx"), "not there.docx")
    assert not list(tmp_path.iterdir())
