"""Text between two tags as it was meant: references and Excel's own escapes resolved."""

from __future__ import annotations

import re

from xl_apa.xlsx.cell_limits import cell_text

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NO_XML = re.compile(r"[\x00-\x08\v\f\x0e-\x1f]")
_ESCAPE = re.compile("_x([0-9a-fA-F]{4})_")

TRUE = ("1", "true")
"""How an attribute says yes (xsd:boolean)."""


class UnusualError(Exception):
    """The quick way of reading does not know this; the thorough one does, or refuses it."""


def as_xml_has_it(number: str) -> str:
    """Return it. Raise ValueError for numbers that Python reads and no office program does: `9_6`, `৯৬`, `9\\v`."""
    if "_" in number or not number.isascii() or _NO_XML.search(number):
        raise ValueError(f"no number: {number[:20]}")
    return number


def whole_number(text: str) -> int:
    """Return the whole number that a value or an attribute is. Raise ValueError."""
    return int(as_xml_has_it(text))


def decoded(raw: bytes) -> str:
    """Return the characters between two tags, as an XML parser would. Raise UnusualError and UnicodeDecodeError."""
    text = raw.decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def without_escapes(text: str) -> str:
    """Return a text as Excel shows it, which writes letters that XML forbids as `_x0007_`."""
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _referred(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    number = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else 0
    letter = chr(number) if 0 < number < 0x110000 else "\0"
    if not cell_text(letter):  # XML forbids it
        raise UnusualError(match[0])
    return letter
