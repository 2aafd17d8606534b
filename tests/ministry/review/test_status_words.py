"""What people write as a status."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import any_text
from xl_apa.core.messages import LANGUAGES
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.status_words import parse_status, status_word

ACCEPTED = [
    "গৃহীত",
    "গৃহিত",
    " গৃহীত। ",
    "গ্রহন করা হলো",
    "অনুমোদিত",
    "Accepted",
    "ACCEPTED!",
    "acepted",
    "ok",
    "O.K.",
    "ঠিক আছে",
]
TO_CORRECT = [
    *("সংশোধন করতে হবে", "সংশোধণ করতে হবে", "সংশোধন  করতে\nহবে", "সংশোধন", "ফেরৎ", "ফেরত", "গৃহীত হয়নি", "গৃহীত নয়"),
    *("To be corrected", "to-be-corrected", "not accepted", "Returned for correction", "REJECTED", "return"),
]
AGAIN = ["আবার দেখতে হবে", "পুনরায় দেখতে হবে", "To be looked at again", "recheck"]
OPEN = ["", "  ", "সিদ্ধান্ত হয়নি", "Pending", "অপেক্ষমান", "অপেক্ষমাণ", "not decided"]
UNCLEAR = [
    "yes",
    "না",
    "✓",
    "১",
    "accepted?? no",
    "শর্তসাপেক্ষে গৃহীত",
    "partly accepted",
    "accepted not",
    "মন্ত্রী দেখবেন",
    "-",
]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *((text, ReviewStatus.ACCEPTED) for text in ACCEPTED),
        *((text, ReviewStatus.TO_CORRECT) for text in TO_CORRECT),
        *((text, ReviewStatus.AGAIN) for text in AGAIN),
        *((text, ReviewStatus.OPEN) for text in OPEN),
        *((text, ReviewStatus.UNCLEAR) for text in UNCLEAR),
    ],
)
def test_a_status_is_read_in_many_spellings_and_never_guessed(text: str, status: ReviewStatus) -> None:
    assert parse_status(text) is status


@pytest.mark.parametrize("status", [status for status in ReviewStatus if status is not ReviewStatus.UNCLEAR])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_programs_own_words_are_read_back(status: ReviewStatus, lang: str) -> None:
    assert parse_status(status_word(status, lang)) is status


@given(any_text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert parse_status(text) in ReviewStatus
