"""The notation of merged cells in the collection of real reports, read through a page of the web."""

from __future__ import annotations

from pathlib import Path

from tests.importer.notation import page_of
from tests.importer.sources.shown import grid, lines, read, spans

TEXT = """শিরোনাম
{r2} কার্যক্রম\t{c2} অর্জন\t{r2}{c1} শাখা
এই ত্রৈমাসিক\tএই বছর
ক\t১ < ২\t৩\tঘ
"""


def test_merged_cells_are_laid_out_as_they_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page_of(TEXT), encoding="utf-8")
    (table,) = read(path).tables
    assert lines(path) == ["শিরোনাম"]
    assert grid(table) == [
        ["কার্যক্রম", "অর্জন", "", "শাখা"],
        ["", "এই ত্রৈমাসিক", "এই বছর", ""],
        ["ক", "১ < ২", "৩", "ঘ"],
    ]
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (2, 1)}
