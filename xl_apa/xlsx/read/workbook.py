"""A workbook that is being read, whatever kind of file it is; of its sheets only those that are asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import date

from xl_apa.core.cells import CellValue
from xl_apa.xlsx.read.conditional import ConditionalLook
from xl_apa.xlsx.read.date_system import EPOCH_1904
from xl_apa.xlsx.read.extras import Extras, HiddenLines
from xl_apa.xlsx.read.grid import COLUMNS, CellRange, Overlay, Rows, shown_value


class OpenWorkbook(ABC):
    """The sheets of a workbook, their cells with all that must be known of them, and what lies over the cells."""

    @property
    @abstractmethod
    def sheet_names(self) -> list[str]:
        """The names of the sheets that hold cells, in order."""

    @property
    @abstractmethod
    def epoch(self) -> date:
        """The day that the number 0 is in this workbook."""

    @abstractmethod
    def contents(self, sheet: str, columns: int = COLUMNS) -> Rows:
        """Return the cells of a sheet from A1 on, so many columns at most. Raise InputError."""

    @abstractmethod
    def merged(self, sheet: str) -> Sequence[CellRange]:
        """Return the merged ranges of a sheet."""

    @abstractmethod
    def overlays(self, sheet: str) -> Sequence[Overlay]:
        """Return what lies over the cells of a sheet. Raise InputError."""

    @abstractmethod
    def cells_in_font(self, sheet: str, wanted: Callable[[str], bool]) -> Collection[tuple[int, int]]:
        """Return rows and columns of the cells that have text in a font whose name is wanted. Raise InputError.

        Reading a form does not ask for it.
        """

    def conditional_looks(self, sheet: str) -> Sequence[ConditionalLook]:
        """Return the conditional formats of a sheet that change what is seen of its cells, as far as the file tells.

        Raise InputError.
        """
        return ()

    def is_unlocked(self, sheet: str) -> bool:
        """Return whether certainly anybody may change any cell of a sheet; False where the file does not tell."""
        return False

    @property
    @abstractmethod
    def hidden_sheets(self) -> Collection[str]:
        """The names of the sheets of any kind that nobody sees."""

    @abstractmethod
    def hidden_lines(self, sheet: str) -> HiddenLines:
        """Return the rows and columns of a sheet that nobody sees. Raise InputError."""

    @abstractmethod
    def unseen_cells(self, sheet: str) -> Collection[tuple[int, int]]:
        """Return rows and columns of cells in whose format nobody sees what stands in them. Raise InputError."""

    @abstractmethod
    def extras(self) -> Extras:
        """Return what the workbook holds that no report needs: macros, links, objects. Raise InputError."""

    @property
    def date_1904(self) -> bool:
        """Whether the workbook counts days as Excel for Macintosh did."""
        return self.epoch == EPOCH_1904

    def first_rows(self, sheet: str, count: int, columns: int = COLUMNS) -> Rows:
        """Return the first rows of a sheet, so many at most; what stands below need not be read. Raise InputError."""
        return self.contents(sheet, columns)[:count]

    def rows(self, sheet: str, columns: int = COLUMNS) -> list[list[CellValue]]:
        """Return the cells of a sheet as people read them, from A1 on. Raise InputError."""
        return [[shown_value(content) for content in row] for row in self.contents(sheet, columns)]
