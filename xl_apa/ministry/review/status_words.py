"""What the ministry's people write as the status of a report, in Bangla and English, and what it means."""

from __future__ import annotations

import re
import unicodedata

from xl_apa.core.messages import LANGUAGES, render
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.ministry.model import ReviewStatus

_WORDS = {
    ReviewStatus.ACCEPTED: (
        *("গৃহীত", "গৃহীত হলো", "গৃহীত হয়েছে", "গ্রহণ", "গ্রহণ করা হলো", "গ্রহণ করা হয়েছে", "গ্রহণযোগ্য", "গৃহীত হল"),
        *("অনুমোদিত", "অনুমোদন", "অনুমোদন করা হলো", "অনুমোদিত হলো", "ঠিক আছে", "ঠিক", "সঠিক", "সন্তোষজনক", "গ্রহণ করা হইল"),
        *("accepted", "accept", "is accepted", "approved", "approve", "ok", "okay", "okey", "fine", "acceptable"),
    ),
    ReviewStatus.TO_CORRECT: (
        *("সংশোধন করতে হবে", "সংশোধন", "সংশোধনের জন্য", "সংশোধনের জন্য ফেরত", "সংশোধন প্রয়োজন", "সংশোধনীয়", "সংশোধন দরকার"),
        *("সংশোধন করুন", "সংশোধনযোগ্য", "সংশোধন লাগবে", "ফেরত", "ফেরত দেওয়া হলো", "ফেরত দেয়া হলো", "ফেরৎ", "ফেরত পাঠানো হলো"),
        *("গৃহীত নয়", "গৃহীত হয়নি", "গৃহীত হয় নি", "গ্রহণযোগ্য নয়", "অগ্রহণযোগ্য", "অগৃহীত", "বাতিল", "ঠিক নেই", "সঠিক নয়"),
        *("to be corrected", "to correct", "needs correction", "for correction", "correction", "correction needed"),
        *("correction required", "return", "returned", "return for correction", "returned for correction", "send back"),
        *("sent back", "not accepted", "not ok", "unaccepted", "rejected", "reject", "not approved", "please correct"),
    ),
    ReviewStatus.AGAIN: (
        *("আবার দেখতে হবে", "আবার দেখুন", "পুনরায় দেখতে হবে", "পুনরায় দেখুন", "পুনঃযাচাই", "পুনরায় যাচাই"),
        *("to be looked at again", "look again", "look at again", "review again", "recheck", "again"),
    ),
    ReviewStatus.OPEN: (
        *("সিদ্ধান্ত হয়নি", "সিদ্ধান্ত হয় নি", "দেখা হয়নি", "দেখা হয় নি", "দেখতে হবে", "দেখা হচ্ছে", "যাচাই চলছে", "যাচাইাধীন"),
        *("অপেক্ষমাণ", "অপেক্ষমান", "বিবেচনাধীন", "চলমান", "not decided", "open", "pending", "to be looked at", "not yet"),
        *("under review", "in review", "undecided", "waiting", "tbd", "n/a", "na"),
    ),
}

# Vowels that are one sound, and letters that officers mix up; the same letter twice is once.
_ONE_SOUND = str.maketrans({"ী": "ি", "ূ": "ু", "ণ": "ন", "ষ": "স", "শ": "স", "ৎ": "ত", "ঃ": ""})
_NUKTA = "\u09bc"
_TWICE = re.compile(r"([a-z])\1+")


def parse_status(text: str) -> ReviewStatus:
    """Return what a typed status means, in whatever spelling; `UNCLEAR` for words that are not known.

    Nothing is guessed: a report is accepted only where somebody clearly said so.
    """
    if not text.strip():
        return ReviewStatus.OPEN
    return _MEANINGS.get(_folded(text), ReviewStatus.UNCLEAR)


def status_word(status: ReviewStatus, lang: str) -> str:
    """Return the word for a status, in the language `bn` or `en`."""
    return render(f"review-{status.value}", lang)


def _folded(text: str) -> str:
    """Return a text as statuses are compared: its letters alone, one spelling for each sound."""
    plain = unicodedata.normalize("NFD", for_reading(text)).replace(_NUKTA, "")
    letters = "".join(letter for letter in plain if unicodedata.category(letter)[0] in "LM")
    return _TWICE.sub(r"\1", letters.translate(_ONE_SOUND))


def _meanings() -> dict[str, ReviewStatus]:
    meanings = {_folded(word): status for status, words in _WORDS.items() for word in words}
    for status in (ReviewStatus.ACCEPTED, ReviewStatus.TO_CORRECT, ReviewStatus.AGAIN, ReviewStatus.OPEN):
        meanings |= {_folded(status_word(status, lang)): status for lang in LANGUAGES}
    return meanings


_MEANINGS = _meanings()
