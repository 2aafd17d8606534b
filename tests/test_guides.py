"""The guides for officers are short: each is two printed pages, its pictures as wide as the page."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pdfplumber
import pytest
from markdown_it import MarkdownIt

from tests.libreoffice import convert_all

DOCS = Path(__file__).parent.parent / "docs"
_WIDTH = 680
"""Dots of a page of A4 between margins of 1.5 cm, 96 to the inch."""
_PAGE = "<style>@page { size: 21cm 29.7cm; margin: 1.5cm } p { font-size: 11pt; margin-bottom: 0.15cm }</style>"


@pytest.mark.parametrize("guide", ["officer.bn", "officer", "centre.bn", "centre"])
def test_a_guide_is_printed_on_two_pages(guide: str, tmp_path: Path) -> None:
    body = MarkdownIt().render((DOCS / f"{guide}.md").read_text(encoding="utf-8"))
    page = tmp_path / "guide.html"
    text = re.sub(r'<img src="([^"]+)"', _wide, body)
    page.write_text(f'<html><head><meta charset="utf-8">{_PAGE}</head><body>{text}</body></html>', encoding="utf-8")
    (printed,) = convert_all([page], "pdf", tmp_path, "--infilter=HTML (StarWriter)")
    with pdfplumber.open(printed) as pdf:
        assert 1 <= len(pdf.pages) <= 2
        pictures = [image for each in pdf.pages for image in each.images]
    assert len(pictures) == body.count("<img ")
    assert all(image["width"] > _WIDTH * 72 / 96 - 5 for image in pictures)


def _wide(image: re.Match[str]) -> str:
    """Return a picture's tag with its size on the page, which LibreOffice does not work out by itself."""
    path = DOCS / image[1]
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return f'<img width="{_WIDTH}" height="{round(height * _WIDTH / width)}" src="{path.as_uri()}"'
