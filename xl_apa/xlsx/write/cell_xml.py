"""Cells as the file of a sheet has them: what follows a cell's address, and formulas for links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_limits import LONGEST_LITERAL, cell_text
from xl_apa.xlsx.cell_values import FormulaCell, Link, Result

BLANK = "/>"
"""The end of a cell in which nothing stands."""


def escaped(text: str) -> str:
    """Return the text as XML has it between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def number(value: int | float) -> str:
    """Return the end of a cell that holds a number, as XlsxWriter writes it."""
    return f"><v>{value:.16G}</v></c>"


def shared_text(index: int) -> str:
    """Return the end of a cell that holds a text of the workbook's table of texts."""
    return f' t="s"><v>{index}</v></c>'


def formula(text: str, result: Result) -> str:
    """Return the end of a cell with a formula and its result, as XlsxWriter writes it."""
    kind, shown = (' t="str"' if result else "", escaped(result)) if isinstance(result, str) else ("", str(result))
    return f"{kind}><f>{escaped(text.removeprefix('='))}</f><v>{shown}</v></c>"


def short_formula(text: str, result: Result) -> str:
    """Return the same with the result to 16 digits: in long tables a binary fraction needs no more."""
    kind, shown = (' t="str"', escaped(cell_text(result))) if isinstance(result, str) else ("", format(result, ".16G"))
    return f"{kind}><f>{escaped(text.removeprefix('='))}</f><v>{shown}</v></c>"


def link_formula(link: Link) -> FormulaCell | None:
    """Return the formula of a link, None when Excel would not take it."""
    target, shown = link.target.replace('"', '""'), link.shown
    if isinstance(shown, str):
        shown = cell_text(shown).replace('"', '""')
    if not target or target != cell_text(target) or max(len(target), len(str(shown))) > LONGEST_LITERAL:
        return None
    text = f'HYPERLINK("{target}","{shown}")' if isinstance(shown, str) else f'HYPERLINK("{target}",{shown:.16G})'
    return FormulaCell(text, link.shown)


def plain_formulas(row: int, cells: Mapping[int, FormulaCell]) -> tuple[str, str]:
    """Return formula cells of a row that have no format: all but the last, and the last."""
    return _plain_formulas(row, tuple(sorted(cells.items())))


@lru_cache(maxsize=256)  # rows that nobody has filled in yet are the same in every office's workbook
def _plain_formulas(row: int, cells: tuple[tuple[int, FormulaCell], ...]) -> tuple[str, str]:
    written = [f'<c r="{cell_name(row, column)}"{formula(*cell)}' for column, cell in cells]
    return "".join(written[:-1]), written[-1]
