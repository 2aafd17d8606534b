"""Word files (.docx, .docm): tables with their merged cells, and the text around them, in headers, footers and boxes.

A table that goes on over pages is one table here as in Word; two tables one below the other stay two. Source: ECMA-376
part 1, 17.4 (tables), 17.10 (headers and footers).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.errors import InputError, damaged
from xl_apa.importer.document import Document, Line, SourceKind, Span, Table
from xl_apa.importer.sources.docx_text import TextReader, W, read_fonts
from xl_apa.importer.sources.grid_table import GridTable, of_report_size
from xl_apa.xlsx.read.grid import COLUMNS
from xl_apa.xlsx.read.looks.rich_text import Run, counted_text
from xl_apa.xlsx.read.ooxml.package import relations_of, workbook_part
from xl_apa.xlsx.read.xml_parser import BROKEN_PACKAGE, parse_xml

MOST_PARTS, MOST_XML_BYTES = 4000, 48 * 1024 * 1024
"""A report has 20 parts and 1 MB of XML; with photographs of a workshop it has some hundred. They are not unpacked."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MOST_DEEP = 20
"""Tables within tables, and boxes within boxes."""


def read_docx(path: Path) -> Document:
    """Return the tables and lines of a Word file. Raise InputError."""
    try:
        with zipfile.ZipFile(path) as package, of_report_size(path):
            parts = package.infolist()
            xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
            if len(parts) > MOST_PARTS or xml > MOST_XML_BYTES:
                raise InputError("workbook-too-large", path=path)
            return Document(path, _of_package(package), SourceKind.DOCX)
    except (OSError, RecursionError, TypeError, *BROKEN_PACKAGE) as error:
        raise damaged("source-damaged", path, error) from error


def _of_package(package: zipfile.ZipFile) -> list[Table | Line]:
    main = workbook_part(package)
    folder, _, name = main.rpartition("/")
    has_relations = f"{folder}/_rels/{name}.rels".lstrip("/") in package.NameToInfo
    related = list(relations_of(package, main).values()) if has_relations else []
    by_kind = {kind: part for kind, part in related if part in package.NameToInfo}
    styles = _root(package, by_kind["styles"]) if "styles" in by_kind else None
    reader = _Reader(TextReader(read_fonts(styles)))
    body = _root(package, main).find(f"{W}body")
    reader.read_around(_roots(package, related, "header"), "header")
    if body is not None:
        reader.read(body, "paragraph")
    reader.read_around(_roots(package, related, "footer"), "footer")
    return reader.blocks


def _root(package: zipfile.ZipFile, part: str) -> etree._Element:
    return parse_xml(package.read(part).replace(_STRICT, _USUAL))


def _roots(package: zipfile.ZipFile, related: list[tuple[str, str]], wanted: str) -> Iterator[etree._Element]:
    for kind, part in related:
        if kind == wanted and part in package.NameToInfo:
            yield _root(package, part)


@dataclass(slots=True)
class _Reader:
    """Blocks as they are found; tables are numbered as a person counts them, those within others after these."""

    text: TextReader
    blocks: list[Table | Line] = field(default_factory=list)
    tables: int = 0
    paragraphs: int = 0
    boxes: int = 0
    depth: int = 0

    def read_around(self, roots: Iterator[etree._Element], place: str) -> None:
        """Read headers or footers; what several pages repeat counts once."""
        known: set[str] = set()
        for root in roots:
            start = len(self.blocks)
            self.paragraphs = 0
            self.read(root, place)
            found, self.blocks[start:] = self.blocks[start:], []
            for block in found:
                if isinstance(block, Table) or block.text not in known:
                    self.blocks.append(block)
                if isinstance(block, Line):
                    known.add(block.text)
        self.paragraphs = 0

    def read(self, parent: etree._Element, place: str) -> None:
        """Read paragraphs and tables; `place` is what a paragraph is called in addresses: `paragraph 5`."""
        for element in _content(parent):
            if element.tag == f"{W}tbl":
                self._table(element)
            else:
                self.paragraphs += 1
                self._paragraph(element, place)

    def _paragraph(self, element: etree._Element, place: str) -> None:
        runs, original = self.text.runs(element)
        content = counted_text(tuple(runs))
        text = content.text if isinstance(content, Cell) else content or ""
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                # The first line keeps what stood in the whole paragraph.
                line_original = original if number == 0 else ""
                self.blocks.append(Line(line.strip(), f"{place} {self.paragraphs}", line_original))
        self._boxes()

    def _boxes(self) -> None:
        """What lies in the text boxes that were found, below what they hang on."""
        boxes, self.text.boxes = self.text.boxes, []
        if self.depth >= _MOST_DEEP:
            return
        self.depth += 1
        for box in boxes:
            self.boxes += 1
            paragraphs, self.paragraphs = self.paragraphs, 0
            self.read(box, f"text box {self.boxes}, paragraph")
            self.paragraphs = paragraphs
        self.depth -= 1

    def _table(self, element: etree._Element) -> None:
        if self.depth >= _MOST_DEEP:
            return
        self.depth += 1
        self.tables += 1
        table = GridTable(f"table {self.tables}")
        nested: list[etree._Element] = []
        open_cells: dict[int, _OpenCell] = {}
        rows = [row for row in _content(element, f"{W}tr") if not _is_deleted(row)]
        for number, row in enumerate(rows):
            open_cells = self._row(row, number, open_cells, table, nested)
        for cell in open_cells.values():
            cell.put(table)
        if table.rows:
            self.blocks.append(table.table())
        else:
            self.tables -= 1
        self._boxes()
        for inner in nested:
            self._table(inner)
        self.depth -= 1

    def _row(
        self,
        element: etree._Element,
        row: int,
        above: dict[int, _OpenCell],
        table: GridTable,
        nested: list[etree._Element],
    ) -> dict[int, _OpenCell]:
        """Read a row's cells. Return those that may go on below; those above that end here are put into the table."""
        here: dict[int, _OpenCell] = {}
        column = _grid_before(element)
        for tc in _content(element, f"{W}tc"):
            properties = tc.find(f"{W}tcPr")
            wide = _number(properties, "gridSpan")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            if _is_continued_to_the_right(properties) and (before := here.get(_left_of(here, column))) is not None:
                before.columns += wide
            elif goes_on and column in above:
                here[column] = above.pop(column)
                here[column].rows += 1
                self._cell(tc, nested)
            else:
                here[column] = _OpenCell(row, column, wide, *self._cell(tc, nested))
                here[column].open = merged is not None
            column += wide
        for cell in [*above.values(), *(cell for cell in here.values() if not cell.open)]:
            cell.put(table)
        return {column: cell for column, cell in here.items() if cell.open}

    def _cell(self, tc: etree._Element, nested: list[etree._Element]) -> tuple[Cell, str]:
        """A cell's content without its place, and what stands there in the file where that is something else."""
        runs: list[Run] = []
        original: list[str] = []
        converted = False
        for element in _content(tc):
            if element.tag == f"{W}tbl":
                nested.append(element)
                continue
            found, was = self.text.runs(element)
            if not any(run.text.strip() for run in found):
                continue
            if runs:
                runs.append(Run("\n"))
            runs += found
            converted = converted or bool(was)
            original.append(was or "".join(run.text for run in found))
        content = counted_text(tuple(_trimmed(runs)))
        cell = content if isinstance(content, Cell) else Cell(content.strip()) if content else BLANK
        return cell, "\n".join(original) if converted else ""


@dataclass(slots=True)
class _OpenCell:
    """A cell of which it is not known yet how many rows it takes; `open`: it may go on below."""

    row: int
    column: int
    columns: int
    content: Cell
    original: str
    rows: int = 1
    open: bool = False

    def put(self, table: GridTable) -> None:
        cell = BLANK if self.content.blank else table.placed(self.row, self.column, self.content)
        table.put(self.row, self.column, cell, Span(self.rows, min(self.columns, COLUMNS - self.column)), self.original)


def _content(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The paragraphs and tables of an element, or its rows, or its cells, also those in content controls."""
    wanted = tags or (f"{W}p", f"{W}tbl")
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _AROUND:
            yield from _content(child, *wanted)


def _is_deleted(row: etree._Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _grid_before(row: etree._Element) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else min(int(before.get(f"{W}val", "0")), COLUMNS)


def _number(properties: etree._Element | None, name: str) -> int:
    mark = None if properties is None else properties.find(f"{W}{name}")
    return 1 if mark is None else max(1, min(int(mark.get(f"{W}val", "1")), COLUMNS))


def _is_continued_to_the_right(properties: etree._Element | None) -> bool:
    mark = None if properties is None else properties.find(f"{W}hMerge")
    return mark is not None and mark.get(f"{W}val", "continue") == "continue"


def _left_of(cells: dict[int, _OpenCell], column: int) -> int:
    return max((each for each in cells if each < column), default=-1)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Runs without blanks at both ends, so that a blank that looks otherwise than the text is no part of it."""
    while runs and not runs[-1].text.strip():
        runs.pop()
    return runs
