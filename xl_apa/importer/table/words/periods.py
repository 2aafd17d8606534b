"""The quarter that a heading or a title names, also where a scan has torn or misread its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from xl_apa.core.fiscal import Quarter
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.numerals import clean

_MONTHS_OF: Mapping[Quarter, str] = {quarter: clean(quarter.months_bn) for quarter in Quarter}
_ORDINALS = {
    for_reading(word): number
    for number, words in enumerate(("প্রথম first", "দ্বিতীয় second", "তৃতীয় third", "চতুর্থ fourth"), start=1)
    for word in words.split()
}
# Scans lose the joined letters of ত্রৈমাসিক more than any others.
_QUARTER_WORDS = re.compile(
    rf"(?:(?P<number>[1-4])\s*(?:{clean('ম|য়|য|র্থ|থ')}|st|nd|rd|th)?|(?P<word>{'|'.join(_ORDINALS)}))\s*"
    rf"(?:{clean('ত[^ 0-9]{0,5}মাস[িী]?ক|কোয়ার্টার|কোয়াটার|কোয়াটার|প্রান্তিক')}|quarter)|\bq\s*(?P<short>[1-4])\b"
)


def quarter_in(text: str) -> Quarter | None:
    """Return the quarter a heading names: by its number, or by its first and last month; None where it names none."""
    plain = for_reading(text)
    numbered = _QUARTER_WORDS.search(plain)
    if numbered:
        return Quarter(int(numbered["number"] or numbered["short"] or _ORDINALS[numbered["word"]]))
    tight = plain.replace(" ", "")
    return next((quarter for quarter, months in _MONTHS_OF.items() if months.replace(" ", "") in tight), None)
