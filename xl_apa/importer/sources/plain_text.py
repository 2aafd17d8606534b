"""Bytes as text: which encoding they are in, and whether what they hold is values between separators."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_QUOTED_CELL = re.compile(r'(?:^|\t)"(?:[^"]|"")*"(?=\t|$)', re.MULTILINE)
_SEPARATORS = ";,|"
_SURE_ROWS, _SURE_CELLS = 2, 4
"""So many rows in a row, of so many cells each, are no sentences with commas in them."""


def decoded(data: bytes, *, cut: bool = False) -> str | None:
    """Return bytes as text, with `\\n` at the end of lines; None for what is no text. `cut`: more bytes follow.

    Encodings are UTF-8, UTF-16 (with its mark, or told by its zeros), and else Windows-1252, as old text for the font
    SutonnyMJ is.
    """
    text = _decoded(data, cut)
    if text is None or _CONTROLS.search(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_unicode(data: bytes) -> bool:
    """Return whether bytes are whole in UTF-8 or UTF-16."""
    for encoding in _encodings(data):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            return False
    return True


def _decoded(data: bytes, cut: bool) -> str | None:
    for encoding in _encodings(data):
        try:
            return codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
        except UnicodeDecodeError:
            continue
    # Five bytes are none of Windows-1252; they stay as they are.
    return "".join(_one(byte) for byte in data)


def _encodings(data: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    # In UTF-16 the upper half of a pair is 0 for Latin letters and 9 for Bangla.
    for encoding, upper in (("utf-16-le", data[1:400:2]), ("utf-16-be", data[:400:2])):
        if upper and upper.count(0) + upper.count(9) > len(upper) * 0.7:
            return [encoding]
    return ["utf-8"]


def _one(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def separator_of(text: str) -> str | None:
    """Return what stands between the values of a text: a tab, `;`, `,` or `|`; None where it is no table of values."""
    lines = [line for line in text.split("\n") if line.strip()]
    if any("\t" in line for line in lines):
        return "\t"
    most = max(_SEPARATORS, key=lambda each: _longest(lines, each))
    return most if _longest(lines, most) >= _SURE_ROWS else None


def is_separated(text: str) -> bool:
    """Return whether a text is a file of values (.csv), as programs write it, and not lines that a person typed.

    Text with tabs is one only where cells are quoted as Excel quotes them; the text of an OCR program is not.
    """
    separator = separator_of(text)
    return separator is not None and (separator != "\t" or bool(_QUOTED_CELL.search(text)))


def _longest(lines: list[str], separator: str) -> int:
    """The most lines one after another that have as many cells as each other, and enough of them."""
    longest = run = before = 0
    for line in lines:
        cells = re.sub(r'"(?:[^"]|"")*"', "", line).count(separator) + 1
        run = run + 1 if cells == before and cells >= _SURE_CELLS else int(cells >= _SURE_CELLS)
        before = cells
        longest = max(longest, run)
    return longest
