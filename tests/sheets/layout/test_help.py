"""What the sheet of help says, and of which cells."""

from __future__ import annotations

from xl_apa.plans import load_plan
from xl_apa.sheets import layout


def test_lines_speak_of_cells_in_the_order_of_the_work() -> None:
    cells = [line.cell for line in layout.help_lines(load_plan()) if line.cell]
    assert cells[:3] == ["'তথ্য'!C3", "'তথ্য'!C9", "'১ম ত্রৈমাসিক'!M8"]
    assert len(set(cells)) == len(cells)
    assert all(line.text for line in layout.help_lines(load_plan()))
