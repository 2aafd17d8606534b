"""Text of the font SutonnyMJ (Bijoy) in a document, brought into Unicode; what stood there is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_apa.core.cells import Cell
from xl_apa.core.text.bijoy_words import holds_bijoy, holds_latin, words_to_unicode
from xl_apa.importer.document import Document, Line, Table

_ENOUGH, _SHARE = 3, 0.3
"""So many texts of Bijoy, and such a share of those with Latin letters, make the rest of them Bijoy as well."""


def in_unicode(document: Document) -> Document:
    """Return the document with its Bijoy in Unicode, also where no font told of it; English stays.

    A document in which many texts are plainly Bijoy holds words that alone would not be: `GKK`, `Rb`.
    """
    latin = [text for text in _texts(document) if holds_latin(text)]
    if not latin:
        return document
    plainly = sum(map(holds_bijoy, latin))
    expected = plainly >= _ENOUGH and plainly >= _SHARE * len(latin)
    if not (expected or plainly):
        return document
    return replace(document, blocks=[_block(block, expected=expected) for block in document.blocks])


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.value for row in block.rows for cell in row if isinstance(cell.value, str))


def _block(block: Table | Line, *, expected: bool) -> Table | Line:
    if isinstance(block, Line):
        text = words_to_unicode(block.text, expected=expected)
        return block if text == block.text else Line(text, block.address, block.original or block.text)
    original = dict(block.original)
    rows: list[list[Cell]] = []
    for row, cells in enumerate(block.rows):
        rows.append(list(cells))
        for column, cell in enumerate(cells):
            if isinstance(cell.value, str) and (text := words_to_unicode(cell.value, expected=expected)) != cell.value:
                rows[row][column] = replace(cell, value=text)
                original.setdefault((row, column), cell.value)
    return replace(block, rows=rows, original=original)
