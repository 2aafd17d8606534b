"""The data as CSV and Parquet: what other tools read from them is what the summary says."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from tests.ministry.builders import BEST, MINISTRY, NOBODY, make_consolidation, make_office
from tests.strategies import any_text
from xl_apa.core.errors import CallError, OutputError
from xl_apa.ministry.export import columns, frames
from xl_apa.ministry.export.files import write_csv, write_parquet
from xl_apa.xlsx.cell_limits import as_text, cell_text


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_the_rows_and_columns_of_the_tidy_table(tmp_path: Path) -> None:
    write_csv(MINISTRY, tmp_path / "data.csv")
    found, expected = rows(tmp_path / "data.csv"), frames.tidy(MINISTRY)
    assert list(found[0]) == list(columns.TIDY)
    assert [row["indicator"] for row in found] == expected["indicator"].tolist()
    assert [float(row["marks"]) for row in found] == expected["marks"].tolist()
    assert [row["value_date"] for row in found][:2] == ["2023-08-10", ""]


def test_excel_knows_by_its_first_bytes_that_the_csv_is_unicode(tmp_path: Path) -> None:
    write_csv(MINISTRY, tmp_path / "data.csv")
    assert (tmp_path / "data.csv").read_bytes().startswith(b"\xef\xbb\xbfoffice_code,")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+880 1711", "-2+3", "\t=1", "\r=1", '=HYPERLINK("x")', "--x"])
def test_what_a_spreadsheet_would_calculate_is_made_text(tmp_path: Path, text: str) -> None:
    write_csv(make_consolidation(make_office(text, {"1.2.1": text}, code=text)), tmp_path / "data.csv")
    written = {row["office_name"] for row in rows(tmp_path / "data.csv")}
    assert {name[0] for name in written} == {"'"}


@pytest.mark.parametrize("text", ["-", "---", "-2", "+৩", "-৩.৫%", "চলমান", "a=b", "'১ম ত্রৈমাসিক'!M8", ""])
def test_what_is_no_formula_stays_as_it_was_typed(text: str) -> None:
    assert as_text(text) == text


@given(any_text())
def test_no_text_begins_like_a_formula_unless_it_is_a_number_or_a_dash(text: str) -> None:
    kept = as_text(text)
    if kept[:1] in {"=", "@", "\t", "\r", "\n"}:
        pytest.fail(kept)
    assert kept in (cell_text(text), f"'{cell_text(text)}")


def test_parquet_is_the_tidy_table_with_its_types(tmp_path: Path) -> None:
    write_parquet(MINISTRY, tmp_path / "data.parquet")
    expected = frames.tidy(MINISTRY)
    # Parquet counts no whole seconds.
    expected["value_date"] = expected["value_date"].astype("datetime64[ms]")
    assert_frame_equal(pd.read_parquet(tmp_path / "data.parquet"), expected)


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_where_nothing_was_read_there_are_headings_and_no_row(tmp_path: Path, write: object) -> None:
    path = tmp_path / "data.out"
    write(NOBODY, path)  # type: ignore[operator]
    read = pd.read_csv(path) if write is write_csv else pd.read_parquet(path)
    assert (list(read.columns), len(read)) == (list(columns.TIDY), 0)


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path, write: object) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(OutputError):
        write(make_consolidation(BEST), path)  # type: ignore[operator]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_without_pyarrow_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CallError) as caught:
        write_parquet(MINISTRY, tmp_path / "data.parquet")
    assert caught.value.code == "parquet-not-installed"
    assert "--csv" in caught.value.text("en")
