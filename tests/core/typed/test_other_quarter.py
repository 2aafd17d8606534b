"""Nothing is offered of a sentence that tells of another quarter than the report's."""

from __future__ import annotations

import pytest

from tests.core.builders import YEAR, assess_form, make_form
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Unit
from xl_apa.core.typed.other_quarter import offered_in_quarter, tells_of_other
from xl_apa.core.typed.reading import parse_achievement

OF_THE_FIRST = [
    "১ম ত্রৈমাসিকে ৩টি সভা অনুষ্ঠিত হয়েছে",
    "প্রথম প্রান্তিকে ৩টি সভা অনুষ্ঠিত হয়েছে",
    "১ম কোয়ার্টারের ৩টি প্রতিবেদন প্রেরণ করা হয়েছে",
    "জুলাই-সেপ্টেম্বর ২০২৩ সময়ে ৩টি সভা অনুষ্ঠিত হয়েছে",
    "১ম ত্রৈমাসিকে ৩টি",
]


@pytest.mark.parametrize("sentence", OF_THE_FIRST)
def test_in_the_quarter_that_a_sentence_names_its_figure_is_offered_and_in_no_other(sentence: str) -> None:
    reading = parse_achievement(sentence, Unit.NUMBER, YEAR)
    offers = [offered_in_quarter(reading, Unit.NUMBER, quarter).offer for quarter in Quarter]
    assert offers == [3, None, None, None]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("৩টি সভা অনুষ্ঠিত হয়েছে", []),
        ("১ম ও ২য় ত্রৈমাসিকে ৩টি", [1, 3, 4]),
        ("জুলাই-ডিসেম্বর সময়ে ৩টি", [1, 3, 4]),
        ("Q3: 3 meetings held", [1, 2, 4]),
        ("৪র্থ শিল্পবিপ্লব বিষয়ক ৩টি কর্মশালা", []),
    ],
)
def test_a_quarter_is_named_by_its_number_or_its_last_month(text: str, others: list[int]) -> None:
    assert [quarter for quarter in Quarter if tells_of_other(text, quarter)] == others


def test_a_day_says_by_itself_when_it_was() -> None:
    reading = parse_achievement("১ম ত্রৈমাসিকের প্রতিবেদন ১৬/০৫/২০২৪ তারিখে প্রেরণ করা হয়েছে", Unit.DATE, YEAR)
    assert reading.offer is not None
    assert offered_in_quarter(reading, Unit.DATE, Quarter.Q4) == reading


@pytest.mark.parametrize(("quarter", "offer"), [(Quarter.Q1, 3), (Quarter.Q2, None)])
def test_a_report_offers_only_what_its_own_quarter_says_in_result_and_finding(
    quarter: Quarter, offer: int | None
) -> None:
    # The marks that the office claims say the same number: they are no offer either.
    form = make_form(achieved={"1.2.1": OF_THE_FIRST[0]}, cells={"1.2.1": {"claimed": 3}}, quarter=quarter)
    assessed = assess_form(form)
    assert next(each.offer for each in assessed.results if each.indicator.code == "1.2.1") == offer
    assert [each.params["offer"] for each in assessed.findings if "offer" in each.params] == [offer]
