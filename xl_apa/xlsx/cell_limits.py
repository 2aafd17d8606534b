"""What a cell can hold."""

from __future__ import annotations

from datetime import date

from xl_apa.xlsx.cell_values import FORBIDDEN_IN_XML

LONGEST_TEXT = 32_767
"""In UTF-16 units, as Excel counts; an emoji takes two."""
LONGEST_LITERAL = 255
"""A formula with a longer text makes Excel call the file damaged."""
LARGEST_NUMBER = 1e308
FIRST_DAY = date(1900, 1, 1)


def cell_text(text: str) -> str:
    """The text as a cell can hold it: without characters that XML forbids, cut to what Excel allows."""
    text = FORBIDDEN_IN_XML.sub("", text)
    if len(text) * 2 > LONGEST_TEXT:
        text = text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", errors="ignore")
    # XlsxWriter writes `<r>...</r>` into the file as it is, taking it for its own formatted text.
    return f"{text[: LONGEST_TEXT - 1]} " if text.startswith("<r>") and text.endswith("</r>") else text
