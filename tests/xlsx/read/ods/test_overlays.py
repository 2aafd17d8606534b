"""What lies over the cells of a sheet in an .ods file, on a cell or on the sheet itself."""

from __future__ import annotations

import pytest
from lxml import etree

from xl_apa.xlsx.read.grid import CellRange
from xl_apa.xlsx.read.ods.overlays import over_cell, over_sheet

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_OASIS}:{full}:1.0"'
    for name, full in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("style", "style")),
        ("svg", "svg-compatible"),
    )
)
_STYLES = (
    '<office:automatic-styles><style:style style:name="c"><style:table-column-properties style:column-width="1in"/>'
    '</style:style><style:style style:name="r"><style:table-row-properties style:row-height="0.5in"/></style:style>'
    "</office:automatic-styles>"
)
_LINES = (
    '<table:table-column table:style-name="c" table:number-columns-repeated="3"/>'
    '<table:table-column table:style-name="c" table:visibility="collapse"/>'
    '<table:table-column table:style-name="c" table:number-columns-repeated="16000"/>'
    '<table:table-row table:style-name="r" table:number-rows-repeated="1048576"/>'
)
_TEXT = "<draw:text-box><text:p>৪ টি</text:p></draw:text-box>"


def place(left: float, top: float, wide: float = 0.8, high: float = 0.3) -> str:
    return f'svg:x="{left}in" svg:y="{top}in" svg:width="{wide}in" svg:height="{high}in"'


def on_sheet(shapes: str) -> list[tuple[CellRange, str]]:
    root = etree.fromstring(
        f"<x {_NAMES}>{_STYLES}<table:table><table:shapes>{shapes}</table:shapes>{_LINES}</table:table></x>"
    )
    return [(each.area, each.text) for each in over_sheet(root[1], [root])]


@pytest.mark.parametrize(
    ("shapes", "found"),
    [
        (f"<draw:frame {place(1.1, 1.1)}>{_TEXT}</draw:frame>", [(CellRange(2, 1, 2, 1), "৪ টি")]),
        (f"<draw:rect {place(1, 1, 1, 0.5)}><text:p>৪</text:p></draw:rect>", [(CellRange(2, 1, 2, 1), "৪")]),
        (f"<draw:rect {place(1.5, 1.2, 1, 0.5)}><text:p>৪</text:p></draw:rect>", [(CellRange(2, 1, 3, 2), "৪")]),
        (f"<draw:rect {place(3.1, 0)}><text:p>৪</text:p></draw:rect>", [(CellRange(0, 4, 0, 4), "৪")]),
        (f"<draw:custom-shape {place(0, 0)}><text:p>৪</text:p></draw:custom-shape>", [(CellRange(0, 0, 0, 0), "৪")]),
        (f"<draw:g><draw:g><draw:rect {place(0, 0)}><text:p>৪</text:p></draw:rect></draw:g></draw:g>", [(CellRange(0, 0, 0, 0), "৪")]),
        (f"<draw:frame {place(0, 0)}><draw:image/></draw:frame>", [(CellRange(0, 0, 0, 0), "")]),
        (f"<draw:frame {place(0, 0)}><draw:object/><draw:image/></draw:frame>", []),
        (f"<draw:rect {place(0, 0)}><text:p/></draw:rect>", []),
        (f"<draw:rect {place(999, 999)}><text:p>৪</text:p></draw:rect>", [(CellRange(1998, 104, 1998, 104), "৪")]),
        ("<draw:rect><text:p>৪</text:p></draw:rect>", []),
    ],
)  # fmt: skip
def test_a_shape_on_the_sheet_lies_over_the_cells_that_its_lengths_reach(
    shapes: str, found: list[tuple[CellRange, str]]
) -> None:
    assert on_sheet(shapes) == found


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<office:annotation><text:p>৪ টি</text:p></office:annotation>", [(CellRange(8, 12, 8, 12), "৪ টি")]),
        ("<office:annotation><text:p> </text:p></office:annotation>", []),
        (
            '<draw:g table:end-cell-address="x.N10"><draw:rect><text:p>৪</text:p></draw:rect></draw:g>',
            [(CellRange(8, 12, 9, 13), "৪")],
        ),
        ("<draw:circle><text:p>৪</text:p></draw:circle>", [(CellRange(8, 12, 8, 12), "৪")]),
        ("<text:p>৪</text:p>", []),
    ],
)
def test_what_hangs_on_a_cell_lies_over_it(inside: str, found: list[tuple[CellRange, str]]) -> None:
    cell = etree.fromstring(f"<table:table-cell {_NAMES}>{inside}</table:table-cell>")
    assert [(each.area, each.text) for each in over_cell(cell, 8, 12)] == found
