"""The rows of a form in a table."""

from __future__ import annotations

import pytest

from tests.importer.table.test_head import table
from xl_apa.core.fiscal import FiscalYear
from xl_apa.importer.table.rows import FormRows, read_rows

YEAR = FiscalYear(2023)
HEAD = "কার্যক্রম|কর্মসম্পাদন সূচক|একক|কর্মসম্পাদন সূচকের মান|লক্ষ্যমাত্রা|অর্জন|মন্তব্য"


def rows(*lines: str) -> FormRows:
    found = read_rows(table(HEAD, *lines), YEAR)
    assert found is not None
    return found


def test_a_row_with_a_unit_is_an_indicators_and_one_with_a_coded_title_too() -> None:
    found = rows("[১.১] ক|[১.১.১] খ গ ঘ|সংখ্যা|৪|৪|৩|", "|[১.১.২] চ ছ জ||৩|২|১|")
    assert [row.number for row in found.rows] == [1, 2]


def test_what_continues_a_title_is_put_back_to_it() -> None:
    found = rows("[১.১] ক|[১.১.১] খ গ ঘ|সংখ্যা|৪|৪|৩|", "|আয়োজিত এবং নির্বাচিত|||||")
    (row,) = found.rows
    assert [cell.text for cell in row.label_more] == ["আয়োজিত এবং নির্বাচিত"]


def test_what_continues_a_sentence_is_put_back_behind_it_over_a_new_head() -> None:
    found = rows(
        "[১.১] ক|[১.১.১] খ গ ঘ|সংখ্যা|৪|৪|দপ্তরসমূহকে গত|",
        HEAD,
        "১|২|৩|৪|৫|২১/০৯/২০২৩ তারিখে পত্র দেওয়া হয়েছে|৭|৮|৯",
        "[১.১] ক|[১.১.২] চ ছ জ|সংখ্যা|৩|২|১|",
    )
    assert found.rows[0].text_at(5) == "দপ্তরসমূহকে গত ২১/০৯/২০২৩ তারিখে পত্র দেওয়া হয়েছে"
    assert len(found.rows) == 2


@pytest.mark.parametrize("line", ["মোট|||৫০|||", "সর্বমোট নম্বর|||৫০|||"])
def test_a_subtotal_is_no_indicator(line: str) -> None:
    found = rows("[১.১] ক|[১.১.১] খ গ ঘ|সংখ্যা|৪|৪|৩|", line)
    assert len(found.rows) == 1
    assert "৫০" in [cell.text for cell in found.left_out]


def test_the_second_line_of_an_indicator_belongs_to_it() -> None:
    found = read_rows(
        table(
            "কর্মসম্পাদন সূচক|সূচকের মান|একক|বার্ষিক লক্ষ্যমাত্রা|লক্ষ্যমাত্রা/অর্জন|১ম কোয়ার্টার|২য় কোয়ার্টার|মোট অর্জন",
            "অনুষ্ঠিত সভা|৪|সংখ্যা|৪|লক্ষ্যমাত্রা|১|১|",
            "||||অর্জন|১|২|৩",
        ),
        YEAR,
    )
    assert found is not None
    (row,) = found.rows
    assert [cell.text for cell in row.lines[0]][5:] == ["১", "২", "৩"]


def test_a_table_without_headings_has_no_rows_unless_it_goes_on() -> None:
    first = rows("[১.১] ক|[১.১.১] খ গ ঘ|সংখ্যা|৪|৪|৩|")
    second = table("[১.১] ক|[১.১.২] চ ছ জ|সংখ্যা|৩|২|১|")
    assert read_rows(second, YEAR) is None
    more = read_rows(second, YEAR, first.rows[-1].head, first)
    assert more is first
    assert len(first.rows) == 2
