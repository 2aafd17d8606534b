"""Small files that unpack, draw or count without end are refused before they fill the memory."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pdfminer import cmapdb, pdfdocument, pdffont, pdftypes

from tests.importer.sources.pdf.made import HEAD, HELVETICA, PAGE, made_pdf, stream
from tests.importer.sources.shown import read, refusal
from xl_apa.importer.sources.pdf.limits import MOST_PAGES, Allowance, PdfTooLargeError, bounded

FLATE = "/Filter/FlateDecode"
SHOWN = "BT /F1 12 Tf 50 700 Td (Report) Tj ET"
LARGE = 200 * 1024 * 1024


def inflating(times: int = 1) -> bytes:
    data = bytes(LARGE)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def forms(depth: int) -> list[str | bytes]:
    """Drawings of which each draws the next one ten times."""
    draws = [
        stream("/A Do " * 10, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {7 + at} 0 R>>>>")
        for at in range(depth)
    ]
    return [*draws, stream(SHOWN, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>")]


def with_widths(widths: str) -> list[str | bytes]:
    font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    inner = (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>{widths}>>"
    )
    return [*HEAD, PAGE, stream(SHOWN), font, inner]


def cmap(start: str, end: str) -> bytes:
    return stream(f"begincmap\n1 beginbfrange\n<{start}> <{end}> <0041>\nendbfrange\nendcmap")


HOSTILE: dict[str, Callable[[], list[str | bytes]]] = {
    "a page that unpacks to 200 MB": lambda: [*HEAD, PAGE, stream(inflating(), FLATE), HELVETICA],
    "a page packed twice": lambda: [*HEAD, PAGE, stream(inflating(2), "/Filter[/FlateDecode/FlateDecode]"), HELVETICA],
    "a page of runs": lambda: [*HEAD, PAGE, stream(b"\x81 " * 1_000_000, "/Filter/RunLengthDecode"), HELVETICA],
    "drawings in drawings": lambda: [*HEAD, PAGE, stream("/A Do"), HELVETICA, *forms(9)],
    "a page drawn at great length": lambda: [*HEAD, PAGE, stream(zlib.compress(b"q Q " * 5_000_000), FLATE), HELVETICA],
    "widths of two milliard letters": lambda: [*with_widths("/W[0 2000000000 500]"), cmap("00", "01")],
    "a map of two milliard letters": lambda: [*with_widths(""), cmap("00000000", "7FFFFFFF")],
    "lines that cross each other everywhere": lambda: [
        *HEAD,
        PAGE,
        stream("".join(f"{at} 0 m {at} 800 l S 0 {at} m 600 {at} l S\n" for at in range(580)) + SHOWN),
        HELVETICA,
    ],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_has_no_end_is_refused(tmp_path: Path, kind: str) -> None:
    assert refusal(made_pdf(tmp_path / "x.pdf", HOSTILE[kind]())) == "source-pdf-large"


@pytest.mark.parametrize("kind", ["a page that unpacks to 200 MB", "a page packed twice"])
def test_what_unpacks_to_much_is_never_whole_in_memory(tmp_path: Path, kind: str) -> None:
    path = made_pdf(tmp_path / "x.pdf", HOSTILE[kind]())
    tracemalloc.start()
    try:
        assert refusal(path) == "source-pdf-large"
        assert tracemalloc.get_traced_memory()[1] < LARGE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("data", [b"1 0 obj <<>> endobj\n" * 15_000, b"1 0 obj\n" + bytes(9_000_000)])
def test_what_a_damaged_file_holds_is_searched_so_far_as_a_report_goes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7\n" + data)
    assert refusal(path) == "source-pdf-large"


def test_pages_are_counted_no_further_than_a_report_has_them(tmp_path: Path) -> None:
    pages = 5000
    kids = " ".join(f"{3 + at} 0 R" for at in range(pages))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    path = made_pdf(tmp_path / "x.pdf", [HEAD[0], f"<</Type/Pages/Kids[{kids}]/Count {pages}>>", *[page] * pages])
    assert pages > MOST_PAGES
    assert refusal(path) == "source-pdf-large"


def test_a_small_page_is_read_whatever_it_is_packed_with(tmp_path: Path) -> None:
    for content in (
        stream(zlib.compress(SHOWN.encode()), FLATE),
        stream(zlib.compress(zlib.compress(SHOWN.encode())), "/Filter[/FlateDecode/FlateDecode]"),
        # The end of the stream, with its checksum, is torn off.
        stream(zlib.compress(SHOWN.encode())[:-4], FLATE),
        stream(bytes([len(SHOWN) - 1]) + SHOWN.encode() + b"\x80", "/Filter/RunLengthDecode"),
    ):
        document = read(made_pdf(tmp_path / "x.pdf", [*HEAD, PAGE, content, HELVETICA]))
        assert [line.text for line in document.lines] == ["Report"]


def test_what_pdfminer_counts_and_unpacks_with_is_its_own_again_afterwards() -> None:
    before = [dict(vars(module)) for module in (pdftypes, cmapdb, pdffont, pdfdocument)]
    with pytest.raises(PdfTooLargeError), bounded(Allowance(unpacked=10)):
        pdftypes.zlib.decompress(zlib.compress(bytes(11)))
    assert [dict(vars(module)) for module in (pdftypes, cmapdb, pdffont, pdfdocument)] == before
