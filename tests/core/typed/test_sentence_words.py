"""What the words beside a figure say of it: done, not done, or nothing."""

from __future__ import annotations

import pytest

from tests.core.builders import YEAR
from tests.core.typed.offer_sentences import AT_MOST, NO_ACHIEVEMENT, OFFERED
from xl_apa.core.model import Status, Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.core.typed.sentence_words import LONGEST, is_achieved, is_named_only, is_withheld, says_done, takes_back

DONE = [
    *(
        "সভা অনুষ্ঠিত হয়েছে",
        "সভা অনুষ্ঠিত হ\u09dfেছে।",
        "প্রতিবেদন প্রেরণ করা হইয়াছে",
        "কর্মশালা করেছি",
        "প্রশিক্ষণ দিয়েছেন",
        "সভা হলো",
    ),
    *("কর্মশালা সম্পন্ন", "প্রতিবেদন দাখিলকৃত", "প্রশিক্ষণ আয়োজিত", "প্রতিবেদন প্রেরিত হয়েছিল", "সভা করা হয়"),
    *("3 workshops held", "report submitted", "trainings were conducted", "Completed"),
]
NOT_SAID = [
    *(
        "সভা রয়েছে",
        "কাজ আছে",
        "অর্জনের ইচ্ছা",
        "দাখিলের কাজ",
        "চূড়ান্তকরণের কাজ",
        "সভা",
        "অর্জনযোগ্য",
        "রহিয়াছে",
        "করছে",
    ),
    *("household", "beheld", "undone things", "wasted", "unsent"),
]


@pytest.mark.parametrize("sentence", DONE)
def test_a_verb_of_the_past_says_that_it_was_done(sentence: str) -> None:
    assert says_done(sentence)


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_a_noun_or_a_verb_of_the_present_does_not(sentence: str) -> None:
    assert not says_done(sentence)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "৩টি",
            "৩টি সভা",
            "মোট ৩ টি",
            "০৪ টি প্রশিক্ষণ",
            "কর্মশালা-৩টি",
            "৯৬%",
            "নিষ্পত্তির হার ৯৬ শতাংশ",
            "(৩) জন কর্মকর্তা",
            "৩",
        ),
        *(
            "১৬ মে ২০২৪ তারিখে",
            "গত ১৬ই মে, ২০২৪ খ্রিঃ",
            "Total 3 workshops",
            "16th May, 2024",
            "তিনটি কর্মশালা",
            "১ম ত্রৈমাসিকে ২টি",
        ),
        *("২ জ্যৈষ্ঠ ১৪৩১ বঙ্গাব্দ/১৬ মে ২০২৪", "বৃহস্পতিবার ১৬/০৫/২০২৪", "জুলাই-সেপ্টেম্বরের ২টি প্রতিবেদন"),
    ],
)
def test_names_beside_a_figure_say_nothing_of_it(text: str) -> None:
    assert is_named_only(text, of_day=True)
    assert is_achieved(text, of_day=True)


@pytest.mark.parametrize(
    "text",
    ["৩টি করার ইচ্ছা", "৩টি চূড়ান্তকরণ", "জুনের মধ্যে ৩টি", "প্রমাণক ৩টি", "সংযুক্তি ৩টি", "৩টি hopefully", "৩টি গাড়ি", "সূত্র ৩টি"],
)
def test_a_word_that_nobody_knows_is_no_name(text: str) -> None:
    assert not is_named_only(text)
    assert not is_achieved(text)


WITHHELD = [
    *(
        "{} হলে",
        "যদি {} হয়",
        "{} অনুমোদন পেলে",
        "{} অনুমোদন সাপেক্ষে",
        "{} প্রয়োজন",
        "{} দরকার",
        "{} করা আবশ্যক",
        "{} চাওয়া হয়েছে",
        "{} সম্ভব হয়েছে",
    ),
    *(
        "{} অনিশ্চিত",
        "{} বিলম্বিত হয়েছে",
        "{} পিছিয়ে গেছে",
        "{} ব্যর্থ হয়েছে",
        "{} বন্ধ হয়েছে",
        "{} প্রত্যাখ্যান করা হয়েছে",
        "{} প্রত্যাহার করা হয়েছে",
    ),
    *("{} করিনি", "{} পারিনি", "{} ঘটেনি", "{} জমা পড়েনি", "{} দেননি", "{} করেননি", "{} হইনি", "{} করিনাই", "{} আসেনাই"),
    *(
        "প্রতি মাসে {} হয়েছে",
        "প্রত্যেক দপ্তরে {} হয়েছে",
        "গড়ে {} হয়েছে",
        "দৈনিক {} হয়েছে",
        "{} করে হয়েছে",
        "{}-এর কাছাকাছি হয়েছে",
        "{} অর্জনযোগ্য",
    ),
    *(
        "{} চেষ্টা করা হয়েছে",
        "{} প্রেরণের তাগিদ দেওয়া হয়েছে",
        "মেয়াদ {} শেষ হয়েছে",
        "{} এর আগেই",
        "{} এর পূর্বেই সম্পন্ন",
        "{} পরেও হয়েছে",
    ),
    *(
        "{} ফেরত পাঠানো হয়েছে",
        "{} ভুল হয়েছে",
        "{} সম্পন্ন করতে বলা হয়েছে",
        "{} নির্ধারণ করা হয়েছে",
        "{} মনোনয়ন দেওয়া হয়েছে",
        "{} খারিজ হয়েছে",
    ),
    *(
        "if {} is approved",
        "{} subject to approval",
        "{} was required",
        "{} can be done",
        "{} couldn't be done",
        "{} didn't",
        "{} rejected",
    ),
    *(
        "{} on hold",
        "{} TBC",
        "{} in process",
        "each {} held",
        "{} per month held",
        "upto {}",
        "{} w.e.f",
        "once {} is done",
        "{} delayed",
    ),
]
FIGURES = [(Unit.NUMBER, "৩টি"), (Unit.PERCENT, "৯৬%"), (Unit.DATE, "১৬/০৫/২০২৪")]


@pytest.mark.parametrize(("unit", "figure"), FIGURES)
@pytest.mark.parametrize("sentence", WITHHELD)
def test_what_takes_a_figure_back_wins_over_what_was_done(sentence: str, unit: Unit, figure: str) -> None:
    text = sentence.format(figure)
    assert is_withheld(text)
    assert takes_back(text)
    reading = parse_achievement(text, unit, YEAR)
    assert (reading.status, reading.value, reading.offer) == (Status.UNREADABLE, None, None)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "তিনি ৩টি সভা করেছেন",
            "খানি",
            "জ্বালানি বিভাগে ৩টি সভা হয়েছে",
            "শুনানি ৩টি হয়েছে",
            "রপ্তানি বিষয়ে ৩টি সভা হয়েছে",
            "কোম্পানির ৩টি সভা হয়েছে",
        ),
        *(
            "আওতাধীন দপ্তরে ৩টি সভা হয়েছে",
            "৩টি workshops held",
            "Minutes of 3টি meetings issued",
            "স্বাধীনতা দিবসে ৩টি সভা হয়েছে",
        ),
    ],
)
def test_words_that_only_sound_like_a_denial_are_none(text: str) -> None:
    assert not is_withheld(text)


@pytest.mark.parametrize(
    ("unit", "sentence"), [(unit, sentence) for unit, sentences in NO_ACHIEVEMENT.items() for sentence in sentences]
)
def test_a_sentence_that_tells_of_no_achievement_offers_none(unit: Unit, sentence: str) -> None:
    reading = parse_achievement(sentence, unit, YEAR)
    assert (reading.status, reading.value, reading.offer) == (Status.UNREADABLE, None, None)


@pytest.mark.parametrize(("unit", "sentence", "most"), AT_MOST)
def test_a_sentence_that_tells_of_several_offers_the_one_or_none(unit: Unit, sentence: str, most: str) -> None:
    reading = parse_achievement(sentence, unit, YEAR)
    assert (reading.status, reading.value) == (Status.UNREADABLE, None)
    assert reading.offer is None or str(reading.offer) == most


@pytest.mark.parametrize(("unit", "sentence", "offer"), OFFERED)
def test_a_sentence_that_tells_of_an_achievement_offers_it(unit: Unit, sentence: str, offer: str) -> None:
    reading = parse_achievement(sentence, unit, YEAR)
    assert (reading.status, reading.value, str(reading.offer)) == (Status.UNREADABLE, None, offer)


def test_what_is_longer_than_any_sentence_tells_of_no_achievement() -> None:
    sentence = "৪টি সভা অনুষ্ঠিত হয়েছে। "
    assert is_achieved(sentence * (LONGEST // len(sentence)))
    assert not is_achieved(sentence * (LONGEST // len(sentence) + 1))


@pytest.mark.parametrize(
    ("era", "achieved"), [("খ্রি. ", True), ("বি. ", True), ("খি.", True), ("বাতিলকৃত. ", False), ("বি ", False)]
)
def test_what_stands_with_a_dot_between_a_day_and_dated_is_its_era(era: str, achieved: bool) -> None:
    assert is_achieved(f"দপ্তরসমূহকে গত ২১/০৯/২০২৩ {era}তারিখে পত্র প্রদান করা হয়েছে") is achieved
