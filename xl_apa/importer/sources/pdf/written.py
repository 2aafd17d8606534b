"""Bangla as it is written, out of files that hold it as it is drawn: ি ে ৈ before their consonants."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from xl_apa.importer.document import Line, Table

_CONSONANT = "[ক-হৎ\u09dc\u09dd\u09df]"
_SIGN_FIRST = re.compile(rf"(?<![\u0980-\u09ff])[িেৈ](?={_CONSONANT})")
_SIGN_LAST = re.compile("[িেৈ](?![\u0980-\u09ff])")
_AS_DRAWN = re.compile(f"([িেৈ])({_CONSONANT}(?:্{_CONSONANT})*)")


def in_written_order(blocks: Sequence[Table | Line]) -> Sequence[Table | Line]:
    """Return blocks as they are written."""
    texts = [block.text for block in blocks if isinstance(block, Line)]
    texts += [cell.text for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    # Written words end with these signs and never begin with them; drawn ones begin with them and never end so.
    first, last = (sum(len(sign.findall(text)) for text in texts) for sign in (_SIGN_FIRST, _SIGN_LAST))
    if first <= last:
        return blocks
    return [_written(block) for block in blocks]


def _written(block: Table | Line) -> Table | Line:
    if isinstance(block, Line):
        return Line(_as_written(block.text), block.address, block.original)
    rows = [
        [replace(cell, value=_as_written(cell.value)) if isinstance(cell.value, str) else cell for cell in cells]
        for cells in block.rows
    ]
    return replace(block, rows=rows)


def _as_written(text: str) -> str:
    return unicodedata.normalize("NFC", _AS_DRAWN.sub(r"\2\1", text))
