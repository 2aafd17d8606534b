"""The names of a package's parts: no two that any reader could take for one, none that leads out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote
from zipfile import ZipFile

from xl_apa.xlsx.read.faults import DoubledPartsError

_UNUSUAL = re.compile(r"[\\%:\0]|//|(?:^|\n)[/ ]|(?:^|[\n/])\.{1,2}(?:[/\n]|$)|[. ](?:[/\n]|$)|[^\x20-\x7e\n]")
"""Anything by which two names may differ and mean the same part; names are joined by line ends."""


def check_names(names: Sequence[str]) -> None:
    """Raise DoubledPartsError unless every name of a package means a part of its own, inside the package.

    Capitals do not matter (ECMA-376 part 2, 6.2.2), some programs write backslashes, and libraries disagree on `./`,
    `//`, `%41`, blanks and dots at an end: whoever writes two names that differ in nothing else wants two readers to
    read two things.
    """
    lower = [name.lower() for name in names]
    if _UNUSUAL.search("\n".join(lower)):
        lower = [_meant(name) for name in names]
    if len(set(lower)) != len(lower):
        raise DoubledPartsError


def stored_name(package: ZipFile, part: str) -> str:
    """Return the name under which a part lies in the package; itself where there is no such part."""
    names = package.NameToInfo
    if part in names:
        return part
    wanted = _plain(part)
    return next((name for name in names if _plain(name) == wanted), part)


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


def _meant(name: str) -> str:
    """The part that a name can be taken for. Raise DoubledPartsError where it leads out of the package."""
    plain = unicodedata.normalize("NFKC", unquote(name)).replace("\\", "/").partition("\0")[0].casefold()
    pieces = [piece.strip(" .") if piece.strip(".") else piece for piece in normpath(plain).split("/")]
    if ".." in pieces or ":" in plain:
        raise DoubledPartsError
    return "/".join(filter(None, pieces))
