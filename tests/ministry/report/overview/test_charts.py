"""The charts of the overview ask the workbook's own cells, and stand apart from each other."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.utils import range_boundaries
from openxml_audit import OpenXmlValidator

from tests.ministry.builders import Write, make_consolidation, make_office
from tests.ministry.report import bangla
from tests.ministry.report.bangla import OVERVIEW_SHEET
from tests.ministry.report.ministries import MINISTRIES, charts
from tests.ministry.written import formulas


def test_few_offices_are_ranked_by_their_own_cells(summary: Path) -> None:
    ranking = charts(summary)["দপ্তরের অবস্থান: মোট নম্বর (২৫-এর মধ্যে)"]
    assert ranking == [("", ["শ্রম অধিদপ্তর", "=1+1 পরিদপ্তর", "নিম্নতম মজুরি বোর্ড"], [24.6, 4.2, 0])]


def test_of_many_offices_a_chart_shows_the_spread(written: dict[str, Path]) -> None:
    found = charts(written["many"])
    assert "দপ্তরের অবস্থান: মোট নম্বর (২৫-এর মধ্যে)" not in found
    ((_, labels, counts),) = found["মোট নম্বরের বিন্যাস: ২৫-এর কত % কত দপ্তরের"]
    assert (labels[0], labels[-2:]) == ("০-১০%", ["৯০-১০০%", "প্রতিবেদন নেই"])
    assert counts == [0, 5, 0, 8, 0, 0, 0, 0, 0, 9, 3]


def test_the_charts_show_tiers_areas_and_submissions(summary: Path) -> None:
    found = charts(summary)
    names = ["১.১.১ সূচক 1.1.1", "১.২.১ সূচক 1.2.1", "১.৩.১ সূচক 1.3.1", "২.১.১ সূচক 2.1.1"]
    tiers = found["কোন সূচকে কত দপ্তর কোন স্তরে"]
    assert [name for name, _, _ in tiers] == ["১০০%", "৯০%", "৮০%", "৭০%", "৬০%", "সময় হয়নি", "০", "প্রতিবেদন নেই"]
    assert (tiers[0], tiers[-1][2]) == (("১০০%", names, [1, 0, 1, 1]), [1, 1, 1, 1])
    areas = ["ক্ষেত্র 1", "ক্ষেত্র 2"]
    assert found["কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর (৩টি দপ্তর)"] == [
        ("গড় নম্বর", areas, [7.93, 1.67]),
        ("ঘাটতি", areas, [12.07, 3.33]),
    ]
    words = ["প্রতিবেদন দিয়েছে", "ফাঁকা প্রতিবেদন", "ফাইল বাদ গেছে"]
    assert found["প্রতিবেদন ও ফাইল"] == [("", words, [2, 1, 1])]


def test_without_offices_there_is_only_the_chart_of_what_came(written: dict[str, Path]) -> None:
    assert list(charts(written["refused"])) == ["প্রতিবেদন ও ফাইল"]
    assert list(charts(written["refused-registered"])) == ["প্রতিবেদন দাখিল (দপ্তর)"]
    assert charts(written["empty"]) == {}


@pytest.mark.parametrize("name", ["nan", "inf", "0123", "=1+1", "<r>&x"])
def test_a_chart_keeps_an_offices_name_as_text(write: Write, name: str) -> None:
    path = write(make_consolidation(make_office(name, {"1.2.1": 4})))
    with ZipFile(path) as archive:
        drawn = "".join(archive.read(each).decode() for each in archive.namelist() if "charts/chart" in each)
    assert "<c:v>nan</c:v>" not in drawn
    assert "<c:v>inf</c:v>" not in drawn
    assert not re.findall(r"<c:f>(?!'[^']+'!\$[A-Z]+\$\d+)[^<]*</c:f>", drawn)
    assert OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("name", list(MINISTRIES))
def test_charts_stand_on_a_page_of_their_own_and_apart(written: dict[str, Path], name: str) -> None:
    page = formulas(written[name], OVERVIEW_SHEET)
    placed = [
        (anchor._from.row, anchor.to.row, anchor._from.col, anchor.to.col)
        for anchor in (chart.anchor for chart in page._charts)
    ]
    for place, (top, bottom, left, right) in enumerate(placed):
        assert right < 16 or (right, page._charts[place].anchor.to.colOff) == (16, 0)
        for other_top, other_bottom, other_left, other_right in placed[place + 1 :]:
            assert bottom < other_top or other_bottom < top or right < other_left or other_right < left
    areas = [area.rpartition("!")[2] for area in page.print_area.split(",")] if page.print_area else []
    if not MINISTRIES[name].offices:
        assert areas == []
        return
    numbers, charts = (range_boundaries(area.replace("$", "")) for area in areas)
    assert (numbers[:3], numbers[3] + 1, charts[2]) == ((1, 1, 16), charts[1], 16)
    below = [cell.value for row in page for cell in row if cell.value is not None and cell.row > numbers[3]]
    assert below == [bangla.WORDS.word("charts-title")]
    assert page.cell(charts[1], 1).value == bangla.WORDS.word("charts-title")
    for top, bottom, _, _ in placed:
        assert (top < bottom < numbers[3]) or (numbers[3] <= top < bottom <= charts[3])
