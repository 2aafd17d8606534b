"""Names for the files of offices: code and name, as every system takes them."""

from __future__ import annotations

import errno
import re
import sys
import unicodedata

from xl_apa.core.text.numerals import to_ascii_digits

_UNFIT = re.compile(r'[<>:"/\\|?*]')
"""Characters that Windows allows in no file name."""
_RESERVED = re.compile(r"(?:con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:[.:].*)?", re.IGNORECASE)
"""Names that are devices on Windows, whatever follows after a dot."""
_JOINERS = "\u200c\u200d"
"""Bangla is spelled with them."""

_LONGEST = 80
_MOST_BYTES = 180
"""Of a name without ending: a folder's path comes before it, and a whole path has 260 characters on Windows; other
systems give a name 255 bytes, of which a Bangla letter takes three."""

_MAX_PATH, _WINDOWS_SAYS_TOO_LONG = 260, 206


def file_stem(code: str, name: str) -> str:
    """Return the name of an office's file without its ending; never empty."""
    text = " ".join(filter(None, (_fit(to_ascii_digits(code)), _fit(name))))
    return as_file(_shortened(text).strip(" .~-_$") or "-")


def as_file(name: str) -> str:
    """Return a name with a `_` before it where Windows would take it for a device: `CON`, `aux.xlsx`."""
    return f"_{name}" if is_device(name) else name


def is_device(name: str) -> bool:
    """Return whether Windows takes a name for a device, whose files nobody finds again."""
    return bool(_RESERVED.fullmatch(name))


def is_too_long(path: str, error: OSError, system: str = sys.platform) -> bool:
    """Return whether a whole path, or a name in it, is longer than the system takes; `system` as in `sys.platform`.

    Windows takes 259 characters (its MAX_PATH is 260), and says of a longer path that there is none.
    """
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _WINDOWS_SAYS_TOO_LONG:
        return True
    return system == "win32" and error.errno in (errno.ENOENT, errno.EINVAL) and len(path) >= _MAX_PATH


def _fit(text: str) -> str:
    """Return a text without what no file name may have, and without what nobody sees in one."""
    plain = unicodedata.normalize("NFC", text)
    seen = "".join(" " if letter.isspace() else letter for letter in plain if _is_seen(letter))
    return " ".join(_UNFIT.sub("-", seen).split())


def _is_seen(letter: str) -> bool:
    return letter in _JOINERS or letter.isspace() or unicodedata.category(letter)[0] != "C"


def _shortened(text: str) -> str:
    """Return a text that is short enough, cut between letters: a vowel sign stays with its letter."""
    if len(text) <= _LONGEST and len(text.encode()) <= _MOST_BYTES:
        return text
    short = text[:_LONGEST].encode()[:_MOST_BYTES].decode("utf-8", "ignore")
    end = len(short)
    while end and _belongs_before(text[end : end + 1] or " ", text[end - 1]):
        end -= 1
    return text[: end or len(short)]


def _belongs_before(letter: str, before: str) -> bool:
    """Return whether a letter cannot be parted from the one before it."""
    joined = "\u09cd" + _JOINERS
    return unicodedata.category(letter)[0] == "M" or letter in _JOINERS or before in joined


def taken_key(name: str) -> str:
    """Return what tells file names apart where capitals do not."""
    return unicodedata.normalize("NFC", name).casefold()
