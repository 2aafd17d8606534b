"""What is offered from a sentence is never better than what it says."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.builders import YEAR, assess_form, make_form
from xl_apa.core.model import Status, Unit
from xl_apa.core.typed.offers import offered_count, offered_day, offered_percent
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.core.typed.sentence_words import is_withheld

# "{}" is the figure: a count, a percent or a day.
TAKEN_BACK = [
    *("{} হয়নি", "{} হ\u09dfনি", "{} হয় নি", "{} হয় নাই", "{} করা যায়নি", "{} সম্পন্ন করা হয়নি", "{} বাকি", "{} বাকী আছে"),
    *("{} হবার কথা", "{} হওয়ার কথা ছিল", "{} নির্ধারিত", "পূর্বের {}"),
    *("{} অবশিষ্ট", "{} অসম্পন্ন", "{} অনিষ্পন্ন", "{} বকেয়া", "{} স্থগিত", "{} বাতিল করা হয়েছে", "{} ঘাটতি", "{} পাওয়া যায়নি"),
    *("আগামী {}", "আগামীতে {}", "{} (সম্ভাব্য)", "সম্ভাব্য {}", "প্রস্তাবিত {}", "পরিকল্পিত {}", "{} অনুষ্ঠিত হবে", "{} করা হইবে"),
    *(
        "{} পাঠানো হবে",
        "{} সম্পন্ন করবে",
        "{} এর পরিকল্পনা রয়েছে",
        "পরবর্তী ত্রৈমাসিকে {}",
        "লক্ষ্যমাত্রা {}",
        "লক্ষ্য {}",
        "টার্গেট: {}",
    ),
    *(
        "{} এর পূর্বে",
        "{} এর আগে",
        "{} এর পরে",
        "প্রায় {}",
        "আনুমানিক {}",
        "{} এর অধিক",
        "{} এর বেশি",
        "{} এর কম",
        "কমপক্ষে {}",
    ),
    *("অন্তত {}", "ন্যূনতম {}", "সর্বোচ্চ {}", "{} ছাড়া", "{} ব্যতীত", "{} চলমান", "{} প্রক্রিয়াধীন", "{} অপেক্ষমাণ", "{} নেই"),
    *(
        "{} planned",
        "planned {}",
        "due {}",
        "{} due",
        "will be {}",
        "{} not done",
        "{} pending",
        "target {}",
        "Target: {}",
    ),
    *(
        "{} remaining",
        "{} left",
        "about {}",
        "approx. {}",
        "more than {}",
        "at least {}",
        "up to max {}",
        "scheduled {}",
    ),
    *("~{}", "≥ {}", "{}±", "{}?", "{} (?)", "{} ?"),
    *(
        "{} হয়নাই",
        "{} আংশিক",
        "{} আংশিকভাবে সম্পন্ন",
        "{} খসড়া প্রস্তুত",
        "{} পর্যালোচনাধীন",
        "{} বিবেচনাধীন আছে",
        "{} তদন্তাধীন",
        "{} ক্রয়াধীন",
    ),
    *("{} করার পরিকল্পনা", "{} আয়োজনের প্রস্তাব প্রেরণ করা হয়েছে", "{} সভা আহ্বান করা হয়েছে", "{} নোটিশ জারি করা হয়েছে"),
    *("{} করার জন্য পত্র দেওয়া হয়েছে", "{} আয়োজনের লক্ষ্যে কমিটি গঠন", "{} অনুমোদনের জন্য প্রেরিত", "{} কার্যক্রম শুরু হয়েছে"),
    *(
        "{} করার সিদ্ধান্ত হয়েছে",
        "{} কাজ চলিতেছে",
        "{} হচ্ছে",
        "{} করা যেতে পারে",
        "আরও {}",
        "{} ধরা হয়েছে",
        "{} পর্যন্ত সময় বৃদ্ধি",
    ),
    *(
        "শেষ তারিখ {}",
        "সময়সীমা {}",
        "গত বছর {}",
        "বিগত অর্থবছরে {}",
        "{} প্রাক্কলিত",
        "{} প্রক্ষেপণ",
        "{} হ্রাস",
        "{} বেড়েছে",
        "{} বরাদ্দ",
    ),
    *("deadline {}", "{} draft", "{} partially done", "started {}", "{} requested", "last year {}", "{} projected"),
]
FIGURES = [
    (Unit.NUMBER, "৪টি"),
    (Unit.NUMBER, "4 টি"),
    (Unit.PERCENT, "৯৬%"),
    (Unit.DATE, "১৬/০৫/২০২৪"),
    (Unit.DATE, "16 May 2024"),
]


@pytest.mark.parametrize(("unit", "figure"), FIGURES)
@pytest.mark.parametrize("sentence", TAKEN_BACK)
def test_what_is_not_or_not_yet_or_not_surely_achieved_is_neither_read_nor_offered(
    sentence: str, unit: Unit, figure: str
) -> None:
    reading = parse_achievement(sentence.format(figure), unit, YEAR)
    assert (reading.status, reading.value, reading.offer) == (Status.UNREADABLE, None, None)
    assert is_withheld(sentence.format(figure))


@pytest.mark.parametrize(
    ("sentence", "unit", "offer"),
    [
        ("৩টি সভা অনুষ্ঠিত হয়েছে", Unit.NUMBER, 3),
        ("মোট ৩টি", Unit.NUMBER, 3),
        ("৫টির মধ্যে ৩টি", Unit.NUMBER, 3),
        ("৫ জনের মধ্যে ৩ জন", Unit.NUMBER, 3),
        ("৩টি (৫টির মধ্যে)", Unit.NUMBER, 3),
        ("কর্মপরিকল্পনা অনুযায়ী ৩টি প্রশিক্ষণ প্রদান করা হয়েছে", Unit.NUMBER, 3),
        ("আওতাধীন দপ্তরে ৩টি প্রশিক্ষণ হয়েছে", Unit.NUMBER, 3),
        ("সেবা সহজিকরণের লক্ষ্যে ৩টি কর্মশালা আয়োজন করা হয়েছে", Unit.NUMBER, 3),
        ("ইতোমধ্যে ২টি কর্মশালা আয়োজন করা হয়েছে", Unit.NUMBER, 2),
        ("শতভাগ নিষ্পত্তি হয়েছে", Unit.PERCENT, 100),
        ("নিষ্পত্তির হার ৯৬ শতাংশ", Unit.PERCENT, 96),
        ("১৬/০৫/২০২৪ তারিখে সম্পন্ন হয়েছে", Unit.DATE, date(2024, 5, 16)),
        ("গত ১৬ মে ২০২৪ তারিখে প্রেরণ করা হয়েছে", Unit.DATE, date(2024, 5, 16)),
    ],
)
def test_what_was_achieved_is_offered(sentence: str, unit: Unit, offer: int | date) -> None:
    reading = parse_achievement(sentence, unit, YEAR)
    assert (reading.status, reading.offer) == (Status.UNREADABLE, offer)


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "২–৩ টি",
            "২-৩টি",
            "২ - ৩ টি",
            "২/৩টি",
            "২~৩টি",
            "২ বা ৩ টি",
            "২টি বা ৩টি",
            "২ থেকে ৩টি",
            "২ হতে ৩ টি",
            "২ অথবা ৩টি",
        ),
        *("দুই-তিনটি", "দুই তিনটি", "দু'তিনটি", "দুই বা তিনটি", "দু-একটি", "2 to 3 টি", "2 or 3 টি", "২, ৩ টি"),
    ],
)
def test_a_span_of_counts_is_not_offered(sentence: str) -> None:
    assert parse_achievement(sentence, Unit.NUMBER).value is None
    assert offered_count(sentence) is None


@pytest.mark.parametrize(
    "sentence", ["৮৫-৯৬%", "৮৫–৯৬%", "৮৫% - ৯৬%", "৮৫ থেকে ৯৬%", "৮৫% হতে ৯৬%", "৮৫/৯৬%", "85 to 96%"]
)
def test_a_span_of_percents_is_not_offered(sentence: str) -> None:
    assert parse_achievement(sentence, Unit.PERCENT).value is None
    assert offered_percent(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "১৪-১৬/০৫/২০২৪",
        "১৪–১৬/০৫/২০২৪",
        "১৪/০৫-১৬/০৫/২০২৪",
        "১৪/০৫/২০২৪-১৬/০৫/২০২৪",
        "১৪/০৫/২০২৪ - ১৬/০৫/২০২৪",
        "১৪-০৫-২০২৪–১৬-০৫-২০২৪",
        "১৪.০৫.২০২৪ হতে ১৬.০৫.২০২৪",
        "১৪ হতে ১৬/০৫/২০২৪",
        "১৪-১৬ মে ২০২৪",
        "১৪ ও ১৬ মে, ২০২৪",
        "১৪, ১৫ ও ১৬ মে ২০২৪",
        "১৪ মে-১৬ মে ২০২৪",
        "May 14-16, 2024",
        "১৬/০৫/২০২৪ ও ১৪/০৫/২০২৪",
    ],
)
def test_a_span_of_days_is_offered_by_its_last(sentence: str) -> None:
    reading = parse_achievement(sentence, Unit.DATE, YEAR)
    assert (reading.value, reading.offer) == (None, date(2024, 5, 16))


@pytest.mark.parametrize(
    "sentence",
    [
        "স্মারক নং ১২.১১.২০২৩",
        "স্মারক নং-১২.১১.২০২৩ মোতাবেক",
        "স্মারক নম্বর: ১২/১১/২০২৩",
        "১২.১১.২০২৩ নং স্মারক",
        "১২.১১.২০২৩ সংখ্যক স্মারক",
        "নথি নং ০১.০২.২০২৪",
        "Memo No. 12.11.2023",
        "পত্র সংখ্যা ১২.১১.২০২৩",
        "অফিস আদেশ নং ১২.১১.২০২৩",
        "ID 12.11.2023",
        "12.11.2023.pdf",
        "Version 12.11.2023",
        "v12.11.2023",
        "www.example.gov.bd/12/11/2023",
        "05.00.0000.012.2023",
        "স্মারক নং ০৫.০০.০০০০.০১২.১২.১১.২০২৩",
        "০৫.৪২.০০০০.১২.১১.২০২৩.১২৩",
    ],
)
def test_a_memo_number_is_no_day(sentence: str) -> None:
    reading = parse_achievement(sentence, Unit.DATE, YEAR)
    assert (reading.value, reading.offer) == (None, None)
    assert parse_achievement(sentence, Unit.NUMBER, YEAR).offer is None


def test_the_day_beside_a_memo_number_is_offered() -> None:
    sentence = "স্মারক নং ০৫.০০.০০০০.০১২.১২.১১.২০২৩, তারিখ: ১৬/০৫/২০২৪ মূলে প্রেরিত"
    assert offered_day(sentence, YEAR) == date(2024, 5, 16)


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("৩২/০৫/২০২৪", None),
        ("৩১/১১/২৩২৩", None),
        ("৪৫/০৫/২০২৪", None),
        ("৯৯/০৫/২০২৪", None),
        ("১৬/১৩/২০২৪", None),
        ("১৬/২১/২০২৪", None),
        ("৩১/০৬/২০২৪", date(2024, 6, 30)),
        ("১০৭/০৯/২০২৩", date(2023, 9, 7)),
        ("৩১৭/০৫/২০২৪", date(2024, 5, 31)),
        ("১১৬/০৫/২০২৪", date(2024, 5, 16)),
        ("গত ৩২/০৫/২০২৪ তারিখে হয়েছে", None),
        ("৩০/০৫/২০২৪ হতে ৩২/০৫/২০২৪", None),
        ("আগামী ৩১/০৬/২০২৪", None),
    ],
)
def test_of_a_day_that_does_not_exist_no_earlier_one_is_offered(typed: str, offer: date | None) -> None:
    reading = parse_achievement(typed, Unit.DATE, YEAR)
    assert (reading.value, reading.offer) == (None, offer)


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("১ ৬/০৫/২০২৪", date(2024, 5, 16)),
        ("২ ৬/৫/২৪ তারিখে সম্পন্ন", date(2024, 5, 26)),
        ("১৬/০৫/২০ ২৪", date(2024, 5, 16)),
        ("১৬/০৫/২০২৪ ২ টি", None),
        ("৪ ১৬/০৫/২০২৪", None),
    ],
)
def test_a_day_broken_by_a_blank_is_never_offered_too_early(typed: str, offer: date | None) -> None:
    assert parse_achievement(typed, Unit.DATE, YEAR).offer == offer


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("৯৬ .৫%", Unit.PERCENT),
        ("৯ ০%", Unit.PERCENT),
        ("১০ ০% অর্জিত", Unit.PERCENT),
        ("৯ ০ শতাংশ", Unit.PERCENT),
        ("১ ২টি", Unit.NUMBER),
    ],
)
def test_of_a_number_broken_by_a_blank_no_part_is_offered(typed: str, unit: Unit) -> None:
    reading = parse_achievement(typed, unit)
    assert (reading.value, reading.offer) == (None, None)


@pytest.mark.parametrize("typed", ["৩ (দুই) টি", "২ (তিন)টি সভা হয়েছে", "০৪ (পাঁচ) টি"])
def test_where_digits_and_words_disagree_there_is_a_question_and_no_offer(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.status, reading.offer) == (Status.UNREADABLE, None)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("পৌনে ৪টি", Unit.NUMBER),
        ("সাড়ে ৪টি", Unit.NUMBER),
        ("পৌনে ৯৬%", Unit.PERCENT),
        ("সাড়ে ৯৬%", Unit.PERCENT),
        ("সোয়া ৯৬ শতাংশ", Unit.PERCENT),
    ],
)
def test_a_number_of_which_a_word_takes_or_adds_a_part_is_not_offered(typed: str, unit: Unit) -> None:
    reading = parse_achievement(typed, unit)
    assert (reading.value, reading.offer) == (None, None)


@pytest.mark.parametrize("typed", ["নং ৩", "৩ নং", "No. 3", "ক্রমিক ৩", "৩য়", "Q3"])
def test_a_label_with_a_number_is_no_count(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.value, reading.offer) == (None, None)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("৫টি ইউনিটের ৩টিতে সম্পন্ন", Unit.NUMBER),
        ("৩০ জনকে নিয়ে ১টি কর্মশালা হয়েছে", Unit.NUMBER),
        ("৫টি উপজেলায় ৩ প্রশিক্ষণ হয়েছে", Unit.NUMBER),
        ("৮ দপ্তরের ৫টি প্রতিবেদন, ৩ দপ্তরের নাই", Unit.NUMBER),
        ("৩টি+", Unit.NUMBER),
        ("৩+ টি", Unit.NUMBER),
        ("৯৬ ৷৫%", Unit.PERCENT),
        ("৯৬'৫%", Unit.PERCENT),
        ("৮০ এর ৯৬%", Unit.PERCENT),
    ],
)
def test_beside_another_figure_no_figure_is_offered(typed: str, unit: Unit) -> None:
    reading = parse_achievement(typed, unit, YEAR)
    assert (reading.status, reading.value, reading.offer) == (Status.UNREADABLE, None, None)


@pytest.mark.parametrize(
    ("typed", "unit", "offer"),
    [
        ("১ম ত্রৈমাসিকে ২টি", Unit.NUMBER, 2),
        ("২০২৩-২৪ অর্থবছরে ৩টি সভা হয়েছে", Unit.NUMBER, 3),
        ("৩ দিনব্যাপী ১টি কর্মশালা অনুষ্ঠিত হয়েছে", Unit.NUMBER, 1),
        ("০৩ (তিন) টি সভা, ৩টিই সম্পন্ন", Unit.NUMBER, 3),
        ("১.৫.১ এর আওতায় ৩টি সভা হয়েছে", Unit.NUMBER, 3),
        ("৫০টির মধ্যে ৪৮টি (৯৬%)", Unit.PERCENT, 96),
        ("৫০টি নথির মধ্যে ৪৮টি নিষ্পন্ন, ৯৬%", Unit.PERCENT, 96),
    ],
)
def test_a_number_that_is_no_figure_keeps_nothing_back(typed: str, unit: Unit, offer: int) -> None:
    assert parse_achievement(typed, unit, YEAR).offer == offer


@pytest.mark.parametrize("typed", ["৪*", "৪†", "•৪", "=৪", "৪,", "#৪", "৪ টি*"])
def test_a_mark_round_a_value_is_looked_through_and_asked_about(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.value, reading.offer) == (None, 4)
    percent = parse_achievement(typed.replace(" টি", "").replace("৪", "৯৬%"), Unit.PERCENT)
    assert percent.offer == 96


def test_of_another_fiscal_year_nothing_is_offered() -> None:
    for sentence in ("২০২২-২৩ অর্থবছরে ৩টি সভা হয়েছে", "২০২২ সালে ৩টি সভা হয়েছে"):
        assert parse_achievement(sentence, Unit.NUMBER, YEAR).offer is None
        assert parse_achievement(sentence, Unit.NUMBER).offer == 3
    assert parse_achievement("২০২২-২৩ অর্থবছরে ৯৬% নিষ্পন্ন হয়েছে", Unit.PERCENT, YEAR).offer is None


@pytest.mark.parametrize("typed", ["~৪", "<৪", ">৪", "±৪", "৪?", "৪+"])
def test_a_sign_that_says_about_or_more_is_not(typed: str) -> None:
    reading = parse_achievement(typed, Unit.NUMBER)
    assert (reading.value, reading.offer) == (None, None)


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("২৮/০৪/২০২৪ হতে ১৬/০৫/২০২৪ পর্যন্ত", date(2024, 5, 16)),
        ("১৪ থেকে ১৬ মে ২০২৪ পর্যন্ত অনুষ্ঠিত হয়েছে", date(2024, 5, 16)),
        ("১৪/১৫/১৬ মে ২০২৪", date(2024, 5, 16)),
        ("from 14/05/2024 to 16/05/2024", date(2024, 5, 16)),
        ("অধিদপ্তর হতে ১৬/০৫/২০২৪ তারিখে জারি করা হয়েছে", date(2024, 5, 16)),
        ("১৬/০৫/২০২৪ পর্যন্ত", None),
        ("১৬/০৫/২০২৪ হতে", None),
        ("১৬/০৫/২০২৪ তারিখ হতে কার্যক্রম সম্পাদিত হয়েছে", None),
        ("from 16/05/2024", None),
        ("since 16/05/2024 done", None),
        ("১৬/০৫/২০২৪ হতে ৩০/০৬/২০২৪ পর্যন্ত মেয়াদ", None),
    ],
)
def test_from_a_day_on_is_no_day_of_achievement_but_a_span_ends(typed: str, offer: date | None) -> None:
    assert parse_achievement(typed, Unit.DATE, YEAR).offer == offer


@pytest.mark.parametrize(
    "typed",
    [
        *("১৬/০৫/২০২৪ বাং", "০২/০২/৩১ বাং", "১৬/০৫/২০২৪ বঙ্গাব্দ", "০২/০২/২০৩১ বাংলা", "০৮/১১/২০৪৫ হিজরি", "২ জ্যৈষ্ঠ ১৪৩১"),
        *("গত ১৬/০৫/২০২৪ বঙ্গাব্দ তারিখে সম্পন্ন হয়েছে", "১৬ মাঘ ২০২৪"),
    ],
)
def test_a_day_of_another_calendar_is_neither_read_nor_offered(typed: str) -> None:
    reading = parse_achievement(typed, Unit.DATE, YEAR)
    assert (reading.status, reading.value, reading.offer) == (Status.UNREADABLE, None, None)


@pytest.mark.parametrize("typed", ["১২ ভাদ্র ১৪৩০ বঙ্গাব্দ/২৭ আগস্ট ২০২৩ খ্রিস্টাব্দ", "২৭ আগস্ট ২০২৩/১২ ভাদ্র ১৪৩০"])
def test_the_day_beside_one_of_another_calendar_is_offered(typed: str) -> None:
    assert parse_achievement(typed, Unit.DATE, YEAR).offer == date(2023, 8, 27)


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("১৬ নভেম্ভর ২০২৩", date(2023, 11, 16)),
        ("১৬ জনুয়ারি, ২০২৪", date(2024, 1, 16)),
        ("১৬ই সেপ্টেম্ব ২০২৩ খ্রি.", date(2023, 9, 16)),
        ("16 Februray 2024", None),
        ("16 Febuary 2024", date(2024, 2, 16)),
        ("১৬//০৫//২০২৪", date(2024, 5, 16)),
        ("১৬>০৫>২০২৪", date(2024, 5, 16)),
        ("১৬ ফাল্গুন ২০২৪", None),
    ],
)
def test_the_day_of_a_misspelled_month_is_offered(typed: str, offer: date | None) -> None:
    reading = parse_achievement(typed, Unit.DATE, YEAR)
    assert (reading.value, reading.offer) == (None, offer)


def test_marks_that_an_office_claims_are_no_offer_where_its_sentence_takes_them_back() -> None:
    def offer(sentence: str) -> object:
        form = make_form(achieved={"1.2.1": sentence}, cells={"1.2.1": {"claimed": 1}})
        return next(each.offer for each in assess_form(form).results if each.indicator.code == "1.2.1")

    assert offer("কর্মশালা আয়োজন করা হয়েছে") == 1
    assert offer("কর্মশালা আয়োজন করা হয়নি") is None


def test_who_took_part_is_offered_in_a_row_that_counts_persons_alone() -> None:
    for sentence in (
        "৩০ জন কর্মকর্তাকে প্রশিক্ষণ প্রদান করা হয়েছে",
        "৩০ জন কর্মকর্তা নিয়ে প্রশিক্ষণ অনুষ্ঠিত হয়েছে",
        "৩০ জন কর্মকর্তা প্রশিক্ষণ সম্পন্ন করেছেন",
    ):
        assert parse_achievement(sentence, Unit.NUMBER, YEAR, "জন").offer == 30
        assert parse_achievement(sentence, Unit.NUMBER, YEAR).offer is None
