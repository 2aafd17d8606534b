"""XML of files that anyone may have sent: parsed without asking for anything outside, or growing."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar
from zipfile import BadZipFile

from lxml import etree

T = TypeVar("T")

BROKEN_PACKAGE = (BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError, etree.XMLSyntaxError)
"""What a file that is no workbook, or a broken one, does to zipfile and lxml."""

# Nothing outside the file is asked for, and no text grows while it is read.
_WHOLE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, strip_cdata=False)
_READ = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)


_MOST_NAMESPACES = 20_000
"""In a part; most have a dozen, some programs repeat one in every cell."""


def parse_xml(data: bytes, *, whole: bool = False) -> etree._Element:
    """Return the root of an XML text, without its comments unless `whole`.

    Raise BadZipFile where it carries a document type, or so many namespaces that libxml2 takes minutes.
    """
    if data.count(b"xmlns") > _MOST_NAMESPACES:
        raise BadZipFile("more namespaces than any program writes")
    root = etree.fromstring(data, _WHOLE if whole else _READ)
    # Office never writes a document type; it serves only to blow a file up.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadZipFile("a document type")
    return root


def remembered(read: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """Return the same function, which knows the last 128 small parts it has read: a ministry's forms are built alike.

    What it returns must not be changed.
    """
    known = lru_cache(maxsize=128)(read)

    @wraps(read)
    def reads(part: bytes) -> T:
        return known(part) if len(part) <= _SMALL else read(part)

    return reads


_SMALL = 64 * 1024
"""Bytes; larger parts are rare, and would fill the memory."""
