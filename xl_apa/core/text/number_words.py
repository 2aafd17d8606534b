"""Numbers written out, 0 to 100, in Bangla and English, in the spellings that officers use."""

from __future__ import annotations

from collections.abc import Iterator

from xl_apa.core.text.lookalikes import clean

# By number, from 0; the first of each is the usual spelling. A few rules below add those that every such word has.
_BANGLA = (
    *("শূন্য শুন্য", "এক", "দুই দু দু'", "তিন", "চার", "পাঁচ", "ছয় ছ", "সাত", "আট", "নয়"),
    *("দশ", "এগারো", "বারো", "তেরো", "চৌদ্দ চোদ্দ চৌদ্দো", "পনেরো", "ষোলো", "সতেরো", "আঠারো", "ঊনিশ"),
    *("বিশ কুড়ি", "একুশ", "বাইশ", "তেইশ", "চব্বিশ", "পঁচিশ", "ছাব্বিশ", "সাতাশ", "আটাশ আঠাশ", "ঊনত্রিশ"),
    *("ত্রিশ তিরিশ", "একত্রিশ", "বত্রিশ", "তেত্রিশ", "চৌত্রিশ", "পঁয়ত্রিশ", "ছত্রিশ", "সাঁইত্রিশ সাতত্রিশ", "আটত্রিশ", "ঊনচল্লিশ"),
    *("চল্লিশ", "একচল্লিশ", "বিয়াল্লিশ বেয়াল্লিশ", "তেতাল্লিশ", "চুয়াল্লিশ চৌচল্লিশ", "পঁয়তাল্লিশ", "ছেচল্লিশ", "সাতচল্লিশ"),
    *("আটচল্লিশ", "ঊনপঞ্চাশ"),
    *("পঞ্চাশ", "একান্ন", "বায়ান্ন বাহান্ন", "তিপ্পান্ন তেপ্পান্ন", "চুয়ান্ন", "পঞ্চান্ন", "ছাপ্পান্ন", "সাতান্ন", "আটান্ন", "ঊনষাট"),
    *("ষাট", "একষট্টি", "বাষট্টি", "তেষট্টি", "চৌষট্টি", "পঁয়ষট্টি", "ছেষট্টি", "সাতষট্টি", "আটষট্টি", "ঊনসত্তর"),
    *("সত্তর", "একাত্তর", "বাহাত্তর", "তিয়াত্তর তেয়াত্তর", "চুয়াত্তর", "পঁচাত্তর", "ছিয়াত্তর", "সাতাত্তর", "আটাত্তর"),
    *("ঊনআশি ঊনাশি",),
    *("আশি", "একাশি", "বিরাশি", "তিরাশি", "চুরাশি", "পঁচাশি", "ছিয়াশি", "সাতাশি", "আটাশি অষ্টাশি", "ঊননব্বই"),
    *("নব্বই", "একানব্বই", "বিরানব্বই", "তিরানব্বই", "চুরানব্বই", "পঁচানব্বই", "ছিয়ানব্বই", "সাতানব্বই", "আটানব্বই", "নিরানব্বই"),
    "একশত একশো একশ শত",
)
_OTHER_BANGLA = {100: ("এক শত", "এক শো", "এক শ"), 12: ("বার",)}
_UP_TO_19 = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _spellings(word: str) -> Iterator[str]:
    """A Bangla word as the table has it, and as it is also written."""
    yield word
    yield word.replace("ঁ", "")
    yield word.replace("ঊন", "উন").replace("ঊনি", "উনি")
    if word.endswith("ো"):
        yield word.removesuffix("ো")
    if word.endswith("নব্বই"):
        yield word.replace("নব্বই", "নব্বুই")
        yield word.replace("ঁ", "").replace("নব্বই", "নব্বুই")
    if word.endswith(("াশি", "আশি")):
        yield word.removesuffix("ি") + "ী"


def _english() -> Iterator[tuple[str, int]]:
    small = _UP_TO_19.split()
    yield from ((word, number) for number, word in enumerate(small))
    for ten, word in enumerate(_TENS.split(), start=2):
        yield word, ten * 10
        yield from ((f"{word}{join}{small[one]}", ten * 10 + one) for one in range(1, 10) for join in "- ")
    yield from ((word, 100) for word in ("hundred", "one hundred", "a hundred"))


def _table() -> Iterator[tuple[str, int]]:
    for number, words in enumerate(_BANGLA):
        for word in (*words.split(), *_OTHER_BANGLA.get(number, ())):
            yield from ((clean(spelling), number) for spelling in _spellings(word))
    yield from _english()


NOT_ALONE = clean("নয়")
"""Nine, but alone in a cell as likely "not"."""

WORD_VALUES: dict[str, int] = dict(_table())
"""Numbers by the word, as `clean` spells it: `WORD_VALUES["দুই"] == 2`."""
