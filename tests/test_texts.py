"""What people read stands in the catalogue, in both languages; elsewhere there are headings of sheets and words that are read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import xl_apa

PACKAGE = Path(xl_apa.__file__).parent
BANGLA_WORD = re.compile("[\u0980-\u09e5\u09f0-\u09ff]{2}")

HEADINGS = (
    "sheets/layout/",
    "ministry/report/strings",
    "ministry/register/columns.py",
    "ministry/review/decision_columns.py",
    "ministry/summary_sheets.py",
)
"""What sheets are headed with: the form is the government's, the summary's tables are named in Bangla alone."""
WORDS = (
    "core/checks/same_count.py",
    "core/text/bijoy",
    "core/text/codes.py",
    "core/typed/dates",
    "core/fiscal.py",
    "core/text/lookalikes.py",
    "core/model/plan.py",
    "core/text/months.py",
    "core/text/number_words.py",
    "core/text/numerals",
    "core/text/unit_names.py",
    "core/typed/offers.py",
    "core/typed/reading.py",
    "core/typed/status_words.py",
    "core/typed/units.py",
    "importer/about.py",
    "importer/sources/pdf/read.py",
    "importer/sources/pdf/written.py",
    "ministry/review/status_words.py",
    "importer/sources/text.py",
    "importer/table/",
    "sheets/formulas/vocabulary.py",
)
"""What officers type, for reading it; and the names of months and units."""


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not path.is_relative_to(PACKAGE / "core" / "messages")]


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module but its docstrings, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_bangla_stands_in_the_catalogue_or_is_a_heading_or_a_word_that_is_read(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if not name.startswith((*HEADINGS, *WORDS)):
        assert [f"{name}:{line}: {text}" for line, text in texts(path) if BANGLA_WORD.search(text)] == []
