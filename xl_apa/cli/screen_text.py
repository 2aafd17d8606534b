"""What offices and files are called and what they typed, as a screen may be given it.

A terminal obeys some characters: they move the cursor, change colours or its title, clear the screen, make links
(ECMA-48), or turn the direction of what follows. None of them is part of what a person reads.
"""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""All but tab and line end; lone surrogates become question marks when they are written."""
_ESCAPED = re.compile(_OBEYED.pattern + "|[\ud800-\udfff]")


def for_screen(text: str) -> str:
    """Return a text without the characters that a terminal obeys."""
    return _OBEYED.sub("", text)


def escaped(json: str) -> str:
    """Return JSON that means the same, with such characters as `\\u009b`; half letters too, which no file can hold."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json)
