"""How much a PDF may hold: a small file may unpack to any size, and draw the same thing any number of times.

pdfminer has no limits of its own. What is unpacked is counted while it is, so that nothing large is ever in memory.
Touches private parts of pdfminer: what its streams are unpacked with, and what it counts with.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from types import ModuleType
from typing import Any

from pdfminer import cmapdb, pdfdocument, pdffont, pdftypes
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.runlength import rldecode

MOST_BYTES, MOST_PAGES = 64 * 1024 * 1024, 200
"""A report has 10 pages; with its evidence scanned behind it some hundred, and many MB."""
MOST_UNPACKED = 96 * 1024 * 1024
"""Pages, fonts and lists of a report unpack to some MB; pictures are not unpacked."""
MOST_DRAWN = 16 * 1024 * 1024
"""What a report's pages draw is written in less than 1 MB."""
MOST_DRAWINGS = 4000
"""Pages, and drawings on them: an emblem on each."""
MOST_COUNTED = 8_000_000
"""A font has 65,536 letters at most, and most have some hundred."""
MOST_SEARCHED, MOST_SEARCHED_BYTES = 10_000, 8 * 1024 * 1024
"""Of a damaged file so many objects, and so many bytes, are searched: a report has some hundred objects, in 1 MB."""
MOST_CORRUPTED = 1024 * 1024
"""Of a stream whose end is damaged so much is tried byte by byte."""
MOST_LINES = 200_000
"""So many crossings of lines a page has at most; a page full of tables has a thousand."""

_MOST_OF_A_RUN = 64
"""So many times longer than its code a run of the same byte is at most."""


class PdfTooLargeError(Exception):
    """A PDF holds more than any report."""


@dataclass(slots=True)
class Allowance:
    """What is still allowed: bytes to be unpacked, and to be drawn, and numbers to be counted."""

    unpacked: int = MOST_UNPACKED
    drawn: int = MOST_DRAWN
    drawings: int = MOST_DRAWINGS
    counted: int = MOST_COUNTED

    def unpack(self, count: int) -> None:
        """Take what was unpacked. Raise PdfTooLargeError."""
        self.unpacked -= count
        if self.unpacked < 0:
            raise PdfTooLargeError

    def draw(self, count: int) -> None:
        """Take a drawing, as often as it is drawn. Raise PdfTooLargeError."""
        self.drawn -= count
        self.drawings -= 1
        if self.drawn < 0 or self.drawings < 0:
            raise PdfTooLargeError

    def range(self, *limits: int) -> range:
        """Return a range as the built-in one does. Raise PdfTooLargeError for one that is too long."""
        numbers = range(*limits)
        # Its length may be more than len() can say.
        self.counted -= max(0, (numbers.stop - numbers.start) // numbers.step)
        if self.counted < 0:
            raise PdfTooLargeError
        return numbers


@contextmanager
def bounded(allowance: Allowance) -> Iterator[None]:
    """Let pdfminer unpack and count only as far as is allowed, for as long as this lasts."""
    corrupted = pdftypes.decompress_corrupted
    replaced: dict[tuple[ModuleType, str], Any] = {
        (pdftypes, "zlib"): _Zlib(allowance),
        (pdftypes, "lzwdecode"): _bounded_lzw(allowance),
        (pdftypes, "rldecode"): _bounded_runs(allowance),
        (pdftypes, "decompress_corrupted"): lambda data: corrupted(data[:MOST_CORRUPTED]),
        (pdfdocument, "PDFXRefFallback"): _FewObjects,
    }
    # Maps of codes and widths name ranges; a few digits are as many numbers as the memory does not hold.
    replaced |= {(module, "range"): allowance.range for module in (cmapdb, pdffont, pdfdocument)}
    usual = {place: vars(place[0]).get(place[1]) for place in replaced}
    for (module, name), value in replaced.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for (module, name), value in usual.items():
            if value is None:
                delattr(module, name)
            else:
                setattr(module, name, value)


class _Offsets(dict[int, tuple[int | None, int, int]]):
    """Where objects stand in a file whose list of them is lost; they are searched one by one."""

    found = 0

    def __setitem__(self, number: int, place: tuple[int | None, int, int]) -> None:
        self.found += 1
        if self.found > MOST_SEARCHED:
            raise PdfTooLargeError
        super().__setitem__(number, place)


class _FewObjects(PDFXRefFallback):
    def __init__(self) -> None:
        super().__init__()
        self.offsets = _Offsets()

    def load(self, parser: PDFParser) -> None:
        if parser.fp.seek(0, io.SEEK_END) > MOST_SEARCHED_BYTES:
            raise PdfTooLargeError
        super().load(parser)


class _Zlib:
    """The part of zlib that pdfminer uses."""

    error = zlib.error

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance

    def decompress(self, data: bytes) -> bytes:
        """Return what zlib would. Raise PdfTooLargeError before it is too much."""
        inflater = zlib.decompressobj()
        unpacked = inflater.decompress(data, self._allowance.unpacked + 1)
        self._allowance.unpack(len(unpacked))
        if not inflater.eof:
            raise zlib.error("incomplete")
        return unpacked

    def decompressobj(self) -> _Inflater:
        return _Inflater(self._allowance)


class _Inflater:
    """Unpacks piece by piece."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance, self._inflater = allowance, zlib.decompressobj()

    def decompress(self, data: bytes) -> bytes:
        unpacked = self._inflater.decompress(data)
        self._allowance.unpack(len(unpacked))
        return unpacked


def _bounded_lzw(allowance: Allowance) -> Callable[[bytes], bytes]:
    def decode(data: bytes) -> bytes:
        pieces = []
        for piece in LZWDecoder(io.BytesIO(data)).run():
            allowance.unpack(len(piece))
            pieces.append(piece)
        return b"".join(pieces)

    return decode


def _bounded_runs(allowance: Allowance) -> Callable[[bytes], bytes]:
    def decode(data: bytes) -> bytes:
        allowance.unpack(_MOST_OF_A_RUN * len(data))
        return rldecode(data)

    return decode


def check_pages(document: PDFDocument) -> None:
    """Raise PdfTooLargeError where a document has more pages than any report; they are counted one by one."""
    if sum(1 for _ in islice(PDFPage.create_pages(document), MOST_PAGES + 1)) > MOST_PAGES:
        raise PdfTooLargeError
