"""A workbook that was filled in for one more office is the workbook that would have been built for it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from xl_apa.addin.build import build_macro_template
from xl_apa.core.model import Layout, Office
from xl_apa.plans import load_plan
from xl_apa.sheets.build.prototype import fits_prototype
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import INFO_SHEET, INFO_VALUE_COLUMN, Info, info_row
from xl_apa.sheets.read.report import read_report
from xl_apa.xlsx.addresses import cell_name

PLAN = load_plan()
OFFICE = Office("০৩২০", "জেলা শ্রম দপ্তর, রংপুর", "শ্রম অধিদপ্তর")

# Whoever types the year that stands there anyway changes nothing, and has the workbook built cell by cell.
_YEAR = cell_name(info_row(Info.FISCAL_YEAR), INFO_VALUE_COLUMN)
TYPED = {(INFO_SHEET, _YEAR): PLAN.fiscal_year.label_bn}

words = st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=30)


def both(build: object, folder: Path, office: Office, layout: Layout) -> tuple[bytes, bytes]:
    filled, built = folder / "filled", folder / "built"
    build(PLAN, filled, layout=layout, office=office)  # type: ignore[operator]
    build(PLAN, built, layout=layout, office=office, typed=TYPED)  # type: ignore[operator]
    return filled.read_bytes(), built.read_bytes()


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("build", [build_template, build_macro_template], ids=["native", "macro"])
@pytest.mark.parametrize(
    "office",
    [OFFICE, Office("", "", ""), Office("", OFFICE.name, ""), Office("7", "", "মন্ত্রণালয়" * 20)],
    ids=["all", "nothing", "name", "long"],
)
def test_filled_in_or_built_the_bytes_are_the_same(
    tmp_path: Path, build: object, office: Office, layout: Layout
) -> None:
    filled, built = both(build, tmp_path, office, layout)
    assert filled == built


@settings(max_examples=25, deadline=None)
@given(code=words, name=words, parent=words)
@example("a&b", "<r>ক</r>", "'=1+1")
@example("_x0041_", " ফাঁকা ", "এক\nদুই")
@example("ক", "ক", "ক")
@example("", "", "%")  # a unit of the plan: one string with the office's word
@example("১", "দপ্তর\u200e", "\u202eঅধিদপ্তর")
def test_any_words_of_an_office_are_read_as_when_it_was_built(code: str, name: str, parent: str) -> None:
    office = Office(code, name, parent)
    with TemporaryDirectory() as folder:
        filled, built = both(build_template, Path(folder), office, Layout.REMARKS)
        assert filled == built
        path = Path(folder) / "office.xlsx"
        path.write_bytes(filled)
        with CalamineWorkbook.from_path(path) as book:
            assert "\ue000" not in str([book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names])


def test_one_office_after_another_gets_its_own_words(tmp_path: Path) -> None:
    offices = [Office(str(number), f"দপ্তর {number}", "অধিদপ্তর") for number in range(1, 4)]
    for office in offices:
        build_template(PLAN, tmp_path / office.code, office=office)
    assert [read_report(tmp_path / office.code).office for office in offices] == offices


@pytest.mark.parametrize(
    "office",
    [
        Office("a&b", "", ""),
        Office("", " ক", ""),
        Office("ক", "ক", ""),
        Office("", "এক\nদুই", ""),
        Office("", "", "ক" * 256),
    ],
    ids=str,
)
def test_words_that_a_workbook_writes_otherwise_are_not_put_into_a_blank(office: Office) -> None:
    assert not fits_prototype(office)
    assert fits_prototype(OFFICE)
