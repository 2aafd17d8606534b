"""Reports in other shapes than the official one, out of files of several kinds: the right column, and the right line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importer.shapes import SHAPES, Shaped, shaped
from tests.importer.sources.pdf.printing import BUILD, Paper, print_all
from tests.importer.sources.shown import read
from xl_apa.importer.document import Document, Line
from xl_apa.importer.imported_report import Confidence
from xl_apa.importer.read import read_document

SEEDS = range(6)


def text_file(document: Document, path: Path) -> Path:
    """The tables of a document as lines with tabs; merged cells are blank but for the first."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Line):
            lines.append(block.text)
        else:
            lines += [
                "\t".join(block.cell(row, column).text for column in range(block.width))
                for row in range(len(block.rows))
            ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def check(made: Shaped, document: Document, *, scanned: bool = False) -> None:
    report = read_document(document, made.plan)
    rows = {row.indicator.code: row for row in report.rows}
    assert set(rows) == set(made.achieved)
    for code, (text, asked) in made.achieved.items():
        row = rows[code]
        said = row.achievement.achieved.text
        assert said == text or row.confidence is Confidence.UNSURE, (code, said, text)
        if not scanned:
            assert (said, row.confidence is Confidence.UNSURE) == (text, asked), code


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_figure_that_is_reported_is_found_in_every_shape(tmp_path: Path, shape: str, seed: int) -> None:
    made = shaped(shape, seed)
    for kind in ("docx", "xlsx", "html"):
        path = tmp_path / f"shape.{kind}"
        BUILD[kind](made.document, Paper(kind), path)
        check(made, read(path))
    check(made, read(text_file(made.document, tmp_path / "shape.txt")), scanned=True)


@pytest.mark.office
def test_every_shape_is_read_out_of_a_pdf(tmp_path: Path) -> None:
    made = [shaped(shape, seed) for shape in SHAPES for seed in (1, 2)]
    papers = [Paper("docx", "A3", size=8), Paper("html", "A3", size=8)]
    paths = print_all([(each.document, papers[number % 2]) for number, each in enumerate(made)], tmp_path)
    for each, path in zip(made, paths, strict=True):
        check(each, read(path))
