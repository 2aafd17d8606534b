"""The name of a unit as people write it: what of it multiplies (লক্ষ, কোটি), and what it counts or measures.

Sources: the units of column 6 in published reports (সংখ্যা (জন), কোটি টাকা, হাজার কোটি টাকা, জনঘন্টা, মেঃ টন, দিন …) and the
spellings of the same words in what officers type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from xl_apa.core.text.lookalikes import for_reading

_SPELLING = str.maketrans({"ণ": "ন", "ী": "ি", "ূ": "ু", "শ": "স", "ষ": "স", "ঁ": None})
_SIGNS = str.maketrans({sign: f" {sign} " for sign in "%৳$"} | dict.fromkeys(".,:;ঃ()[]{}/\\-_'\"।=+&", " "))


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a unit's name in one spelling: `মেঃ টন` and `মে. টন` are the same two."""
    return tuple(for_reading(text).translate(_SIGNS).translate(_SPELLING).split())


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(fold(word)) for word in words)


_SIZES: Mapping[int, tuple[str, ...]] = {
    100: ("শত", "hundred"),
    1000: ("হাজার", "thousand"),
    100_000: ("লক্ষ", "লাখ", "lakh", "lakhs", "lac", "lacs"),
    1_000_000: ("মিলিয়ন", "নিযুত", "million", "mn"),
    10_000_000: ("কোটি", "crore", "crores"),
    1_000_000_000: ("বিলিয়ন", "billion", "bn"),
}
_MAGNITUDES = {"".join(fold(word)): size for size, words in _SIZES.items() for word in words}
_SIZE_SHOWN = {"".join(fold(word)): word for words in _SIZES.values() for word in words}

# What measures, by its first spelling: between two of such there are others.
_MEASURES = (
    ("টাকা", "৳", "tk", "taka", "bdt"),
    ("ডলার", "$", "usd", "dollar", "dollars", "মার্কিন ডলার"),
    ("মেট্রিক টন", "মেঃ টন", "মেট্রিকটন", "এমটি", "mt", "metric ton", "metric tons", "metric tonne", "metric tonnes"),
    ("টন", "ton", "tons", "tonne", "tonnes"),
    ("কেজি", "কে.জি.", "কিলোগ্রাম", "kg", "kgs"),
    ("কিলোমিটার", "কিমি", "কিঃ মিঃ", "km", "kms", "kilometre", "kilometer"),
    ("বর্গ কিলোমিটার", "বর্গকিমি", "বর্গ কিমি", "sq km"),
    ("মিটার", "metre", "meter"),
    ("বর্গ মিটার", "বর্গফুট", "বর্গ ফুট"),
    ("ঘনমিটার", "ঘন মিটার"),
    ("লিটার", "litre", "liter", "litres"),
    ("একর", "acre", "acres"),
    ("হেক্টর", "ha", "hectare", "hectares"),
    ("মেগাওয়াট", "mw", "megawatt"),
    ("ঘণ্টা", "hour", "hours", "hr", "hrs"),
    ("জনঘণ্টা", "person hour", "person hours", "man hour", "man hours", "manhour", "manhours"),
    ("কর্মঘণ্টা", "work hour", "work hours"),
    ("জনদিন", "জন দিবস", "person day", "person days", "man day", "man days"),
    ("কর্মদিবস", "working day", "working days", "কার্যদিবস"),
    ("দিন", "দিবস", "day", "days"),
    ("মাস", "month", "months"),
    ("বছর", "বৎসর", "year", "years"),
)
_MEASURE_OF = {spelling: min(_folded(each[:1])) for each in _MEASURES for spelling in _folded(each)}
MONEY = min(_folded(("টাকা",)))

# What counts anything (৪ টি), and what counts one kind of thing (৪ জন).
_COUNTERS = _folded(("টি", "টা", "খানা", "খানি", "টির", "টো", "খান", "সংখ্যক"))
_PERSON = min(_folded(("জন",)))
_COUNTED_OF = {
    **dict.fromkeys(_folded(("জন", "জনের", "person", "persons", "people")), _PERSON),
    **{word: word for word in _folded(("বার", "দফা"))},
}
# Words that add nothing to a unit's name.
_NOTHING = _folded(("সংখ্যা", "সংখ্যায়", "number", "numbers", "count", "no", "nos", "পরিমাণ", "মোট", "মাত্র"))


@dataclass(frozen=True, slots=True)
class UnitName:
    """What a unit's name says: `সংখ্যা (লক্ষ জন)` counts persons, in lakhs.

    `magnitudes` are its words of size, `base` what it counts or measures, "" for mere numbers; `counter` whether a word
    for things of any kind stands in it (টি).
    """

    magnitudes: tuple[str, ...] = ()
    base: str = ""
    counter: bool = False

    @property
    def magnitude(self) -> int:
        """How many of its base one is: 10,000,000 for `কোটি টাকা`."""
        return prod(_MAGNITUDES[word] for word in self.magnitudes)

    @property
    def measures(self) -> bool:
        """Whether it measures (টাকা, টন, ঘণ্টা) and does not count."""
        return self.base in _MEASURES_SET

    @property
    def counts_one_kind(self) -> bool:
        """Whether it counts one kind of thing that has a word of its own: জন, বার, দফা."""
        return self.base in _COUNTED_OF

    @property
    def plain(self) -> bool:
        """Whether it is a mere number of whatever the indicator names: `সংখ্যা`, `টি`, blank."""
        return not self.base and not self.magnitudes

    @property
    def takes_decimals(self) -> bool:
        """Whether between two whole numbers of it there are others: what is measured, or counted in lakhs."""
        return self.measures or bool(self.magnitudes)


_MEASURES_SET = frozenset(_MEASURE_OF.values())


@lru_cache(maxsize=4096)
def parse_unit_name(text: str) -> UnitName:
    """Return what a unit's name says, also of a name that nobody knows: then it is the base."""
    words = fold(text)
    magnitudes = tuple(word for word in words if word in _MAGNITUDES)
    others = [word for word in words if word not in _MAGNITUDES and word not in _NOTHING]
    base = "".join(word for word in others if word not in _COUNTERS)
    return UnitName(magnitudes, _MEASURE_OF.get(base, _COUNTED_OF.get(base, base)), any(w in _COUNTERS for w in others))


def magnitude_of(word: str) -> int | None:
    """Return how much a word of size is: 100,000 for `লক্ষ`; None for any other word."""
    return _MAGNITUDES.get("".join(fold(word)))


def is_money(name: UnitName) -> bool:
    """Return whether a unit is an amount of taka, which people write as ৳ ৫,০০০/- too."""
    return name.base == MONEY


# ---- spellings ------------------------------------------------------------------------------------------------------

_ENDS = re.compile(r"[।.:ঃ]$")


def spellings(text: str) -> tuple[str, ...]:
    """Return how the name of a unit is written behind a number, most like the plan's own spelling first.

    In small letters and without a mark at the end, for whoever looks for it letter by letter.
    """
    name = parse_unit_name(text)
    bare = " ".join(re.sub(r"[()\[\]]", " ", text).split())
    without = " ".join(word for word in bare.split() if not set(fold(word)) <= _NOTHING)
    found = [text, bare, without, *_ways_of(name)]
    found += [word.replace("ন্ট", "ণ্ট") for word in found] + [word.replace("ণ্ট", "ন্ট") for word in found]
    plain = (_ENDS.sub("", " ".join(word.lower().split())).strip() for word in found)
    return tuple(dict.fromkeys(word for word in plain if word))


def _ways_of(name: UnitName) -> Iterable[str]:
    """The words of size alone and with each spelling of the base."""
    sizes = " ".join(_SIZE_SHOWN[word] for word in name.magnitudes)
    bases = next((each for each in _MEASURES if name.base in _folded(each[:1])), ())
    if name.magnitudes:
        yield sizes
    yield from (f"{sizes} {base}".strip() for base in bases)
