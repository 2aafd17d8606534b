"""The tidy data as a file for other tools: a row per office and indicator, as CSV or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

from xl_apa.core.errors import CallError
from xl_apa.ministry.export import columns, rows
from xl_apa.ministry.model import MinistryResult
from xl_apa.xlsx.cell_limits import as_text
from xl_apa.xlsx.files.atomic_file import replacing


def write_csv(consolidation: MinistryResult, path: Path) -> None:
    """Write the tidy data as CSV: in UTF-8, with a mark by which Excel knows it, days as 2024-05-16.

    What an office typed and a spreadsheet would take for a formula gets an apostrophe in front. Raise OutputError.
    """
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns.TIDY)
        writer.writerows(_rows(consolidation))


def write_parquet(consolidation: MinistryResult, path: Path) -> None:
    """Write the tidy data as Parquet, with the types of `columns.TIDY`.

    Raise OutputError, and CallError where pyarrow is not installed.
    """
    try:
        import_module("pyarrow")
    except ImportError as error:
        raise CallError("parquet-not-installed") from error
    # Only this needs pandas, which takes longer to load than a small ministry to read.
    from xl_apa.ministry.export import frames

    with replacing(path) as temporary:
        frames.tidy(consolidation).to_parquet(temporary, index=False)


def _rows(consolidation: MinistryResult) -> Iterator[list[object]]:
    for row in rows.tidy(consolidation):
        yield [as_text(value) if isinstance(value, str) else _day(value) for value in row]


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
