"""The text of a scan, made anew as the files that offices send: Word, Excel, web pages, values, mails and archives."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.text.paragraph import Paragraph

from tests.archives.made import mailed, zipped
from tests.bijoy_typing import to_bijoy
from tests.libreoffice import convert

FONT = "SutonnyMJ"
_BANGLA = re.compile(r"[\u0980-\u09ff\u0964]+(?:[\s,./:;()-]+[\u0980-\u09ff\u0964]+)*")

Row = list[str]
BY_LIBREOFFICE = {"xls": "xlsx", "ods": "xlsx", "odt": "docx", "doc": "docx", "rtf": "docx"}
"""Formats that LibreOffice makes, and what it makes them of."""
FORMS = ("txt", "docx", "xlsx", "html", "csv", "bijoy.docx", "bijoy.txt", "eml", "zip")
"""Formats that are made here."""


def rebuilt(source: Path, form: str, folder: Path) -> Path:
    """The text of a scan as a file of another form, in `folder`."""
    text = source.read_text(encoding="utf-8")
    path = folder / f"report.{form}"
    if form in BY_LIBREOFFICE:
        return convert(rebuilt(source, BY_LIBREOFFICE[form], folder), form, folder / "home")
    match form:
        case "txt":
            path.write_text(text, encoding="utf-8")
        case "docx" | "bijoy.docx":
            _word(text, bijoy=form != "docx").save(str(path))
        case "xlsx":
            _pasted(text).save(path)
        case "html":
            path.write_text(_page(text), encoding="utf-8")
        case "csv":
            path.write_text(_values(text), encoding="utf-8-sig")
        case "bijoy.txt":
            path.write_bytes(_BANGLA.sub(lambda match: to_bijoy(match[0]), text).encode("cp1252", "replace"))
        case "eml" | "zip":
            inside = {"report.docx": rebuilt(source, "docx", folder).read_bytes()}
            path.write_bytes(zipped(inside) if form == "zip" else mailed(inside).as_bytes())
        case _:
            raise ValueError(form)
    return path


def _blocks(text: str) -> Iterator[list[Row] | str]:
    """The tables of a text, each as its rows, and the lines between them."""
    table: list[Row] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append([cell.strip() for cell in line.split("\t")])
            continue
        if table:
            width = max(map(len, table))
            yield [row + [""] * (width - len(row)) for row in table]
            table = []
        if line.strip():
            yield line.strip()


def _word(text: str, *, bijoy: bool) -> Document:
    document = docx.Document()
    for block in _blocks(text):
        if isinstance(block, str):
            _write(document.add_paragraph(), block, bijoy=bijoy)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, content in zip(row.cells, texts, strict=True):
                _write(cell.paragraphs[0], content, bijoy=bijoy)
        document.add_paragraph()
    return document


def _write(paragraph: Paragraph, text: str, *, bijoy: bool) -> None:
    """Write a text, with Bangla in runs of the old font where the document is of its time."""
    if not bijoy:
        paragraph.add_run(text)
        return
    place = 0
    for match in _BANGLA.finditer(text):
        paragraph.add_run(text[place : match.start()])
        paragraph.add_run(to_bijoy(match[0])).font.name = FONT
        place = match.end()
    paragraph.add_run(text[place:])


def _pasted(text: str) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for block in _blocks(text):
        for row in [[block]] if isinstance(block, str) else block:
            # Days and numbers in Bangla digits stay text when they are pasted.
            sheet.append([content or None for content in row])
        sheet.append([])
    return book


def _page(text: str) -> str:
    body = []
    for block in _blocks(text):
        if isinstance(block, str):
            body.append(f"<p>{html.escape(block)}</p>")
        else:
            rows = "".join(f"<tr>{''.join(f'<td>{html.escape(each)}</td>' for each in row)}</tr>" for row in block)
            body.append(f"<table border=1>{rows}</table>")
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(body)}</body></html>'


def _values(text: str) -> str:
    held = StringIO()
    writer = csv.writer(held)
    for block in _blocks(text):
        writer.writerows([[block]] if isinstance(block, str) else block)
        writer.writerow([])
    return held.getvalue()
