"""What officers typed takes the place of what the template writes, and none of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.sheets.build.built import DATE, MARKS, OFFICE, Q1, Q2, Build, cell_of, merges, sheet_of, shown
from xl_apa.core.model import Layout, Office
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import Typed


def test_typed_values_take_the_place_of_what_the_template_writes(build: Build) -> None:
    typed: Typed = {
        (Q1, "M8"): "চলমান",
        (Q1, "M9"): 1,
        (Q1, "M11"): 96.5,
        (Q1, "M12"): date(2023, 12, 21),
        (Q1, "H4"): "লক্ষ্যমাত্রা ২০২২-২০২৩",
        (Q1, "B8"): "অন্য ক্ষেত্র",
        (Q1, "H8"): None,
        (Q1, "N8"): 3,
        (Q1, "A1"): "অন্য শিরোনাম",
    }
    path = build(layout=Layout.MARKS, office=OFFICE, typed=typed)
    assert {key: shown(path, *key) or None for key in typed} == typed
    sheet = sheet_of(path)
    assert [sheet[cell].number_format for cell in ("M9", "M12", "N8")] == ["[$-5000845]General", DATE, MARKS]
    assert {"H4:L4", "B8:B13"} <= merges(sheet)
    assert sheet["N8"].value == 3


def test_typed_text_reaches_only_its_own_sheet(build: Build) -> None:
    path = build(typed={(Q1, "M8"): "চলমান"})
    assert (shown(path, Q1, "M8"), shown(path, Q2, "M8")) == ("চলমান", "")


@pytest.mark.parametrize("key", [(Q1, "AB8"), (Q1, "B9"), (Q1, "M30"), ("নেই", "A1"), (where.INFO_SHEET, "A1")])
def test_typed_text_without_a_cell_is_refused_and_nothing_is_written(
    build: Build, tmp_path: Path, key: tuple[str, str]
) -> None:
    with pytest.raises(ValueError, match=f"no such cells: {key[0]}!{key[1]}"):
        build(typed={(Q1, "M8"): 1, key: "হারিয়ে যাওয়া লেখা"})
    assert list(tmp_path.iterdir()) == []


def test_text_longer_than_a_cell_holds_is_refused(build: Build) -> None:
    with pytest.raises(ValueError, match="N8"):
        build(typed={(Q1, "N8"): "ক" * 32_768})


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://a")', "https://example.org", "00123", "+8", "{=A1}"])
def test_text_stays_text(build: Build, text: str) -> None:
    path = build(office=Office(text, text, text), typed={(Q1, "N8"): text})
    sheet = sheet_of(path)
    assert (shown(path, Q1, "N8"), cell_of(sheet, "N8").data_type, cell_of(sheet, "N8").hyperlink) == (text, "s", None)
    assert cell_of(sheet_of(path, where.INFO_SHEET), "C3").data_type == "s"


def test_text_that_looks_like_markup_stays_text(build: Build) -> None:
    path = build(typed={(Q1, "N8"): "<r><t>a & b</t></r>", (Q1, "N9"): "ক\x00খ\ufffe"})
    assert str(shown(path, Q1, "N8")).strip() == "<r><t>a & b</t></r>"
    assert shown(path, Q1, "N9") == "কখ"
