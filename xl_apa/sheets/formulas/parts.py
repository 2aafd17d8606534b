"""Pieces that formulas are put together from, as text.

Text is compared with EXACT and FIND; `=` and SEARCH follow the sorting rules of the PC.
"""

from __future__ import annotations

from collections.abc import Iterable

from xl_apa.sheets.formulas.vocabulary import A_NUMBER, A_PERCENT, DIGITS, LONGEST_NUMBER, WITH_EXPONENT
from xl_apa.sheets.layout import MONTHS

_END = "CHAR(10)"
"""Marks the beginning or end of a text: line breaks in it are blanks before."""


def quoted(text: str) -> str:
    """Return a text as a formula writes it, in quotation marks."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def without(text: str, letters: Iterable[str], instead: str = "") -> str:
    """Return the text with these letters replaced, by nothing unless said otherwise."""
    for letter in letters:
        text = f"SUBSTITUTE({text},{letter_text(letter)},{quoted(instead)})"
    return text


def letter_text(letter: str) -> str:
    """Return a letter as a formula writes it; control characters by their number."""
    return f"CHAR({ord(letter)})" if letter < " " else quoted(letter)


def in_ascii_digits(text: str) -> str:
    """Return the text with ASCII digits in place of Bengali ones."""
    for digit, bangla in enumerate(DIGITS):
        text = f'SUBSTITUTE({text},"{bangla}","{digit}")'
    return text


def in_bangla_digits(text: str) -> str:
    """Return the text with Bengali digits in place of ASCII ones."""
    for digit, bangla in enumerate(DIGITS):
        text = f'SUBSTITUTE({text},"{digit}","{bangla}")'
    return text


def day_in_words(cell: str) -> str:
    """Return the day in a cell in words, `৫ জুন ২০২৪`: nobody takes that for the sixth of May."""
    return in_bangla_digits(f'DAY({cell})&" "&INDEX({MONTHS},MONTH({cell}))&" "&YEAR({cell})')


def only_digits(text: str) -> str:
    """Return the conditions that a text is digits alone, no more than a cell holds: arguments of AND."""
    places = ",".join(map(str, range(1, LONGEST_NUMBER + 1)))
    padded = f'{text}&REPT("0",{LONGEST_NUMBER})'
    found = f'SUMPRODUCT(ISNUMBER(FIND(MID({padded},{{{places}}},1),"0123456789"))*1)={LONGEST_NUMBER}'
    return f"LEN({text})>0,LEN({text})<={LONGEST_NUMBER},{found}"


def without_end_mark(text: str, marks: Iterable[str]) -> str:
    """Return the text without the one of these marks that it ends with, and without blanks around it."""
    text = f"TRIM({text})&{_END}"
    for mark in marks:
        text = f"SUBSTITUTE({text},{quoted(mark)}&{_END},{quoted('')})"
    return f"TRIM(SUBSTITUTE({text},{_END},{quoted('')}))"


def without_starts(text: str, starts: Iterable[str]) -> str:
    """Return the text without each of these words that it begins with."""
    text = f"{_END}&{text}"
    for start in starts:
        text = f"SUBSTITUTE({text},{_END}&{quoted(start)},{quoted('')})"
    return f"TRIM(SUBSTITUTE({text},{_END},{quoted('')}))"


def is_listed(text: str, name: str) -> str:
    """Return the condition that a text is exactly one of those in the cells of a name."""
    return f"SUMPRODUCT(EXACT({text},{name})*1)>0"


def without_listed_ending(text: str, name: str) -> str:
    """Return the text without the longest ending that stands in the cells of a name."""
    longest = f"SUMPRODUCT(MAX(EXACT(RIGHT({text},LEN({name})),{name})*LEN({name})))"
    return f"TRIM(LEFT({text},LEN({text})-{longest}))"


def without_listed_start(text: str, name: str) -> str:
    """Return the text without the longest beginning that stands in the cells of a name; what is long is cut."""
    longest = f"SUMPRODUCT(MAX(EXACT(LEFT({text},LEN({name})),{name})*LEN({name})))"
    return f"TRIM(MID({text},1+{longest},99))"


def first_true(cases: Iterable[tuple[str, object]], otherwise: object) -> str:
    """Return the result of the first condition that holds, else `otherwise`."""
    formula = str(otherwise)
    for condition, result in reversed(list(cases)):
        formula = f"IF({condition},{result},{formula})"
    return formula


def number_kind(typed: str) -> str:
    """Return what stands for the number in a cell: a pasted format may show it as a percent or with an exponent.

    What a person sees is what counts, and CELL alone tells. It changes by itself, so that Excel asks to save a workbook
    that was only looked at; marks for another number than the one that is seen would be worse. Where a program does
    not know the question, formats are not seen.
    """
    # Nothing is found in every text.
    kind = f'FIND(LEFT(CELL("format",{typed})&"-",1),"PS")'
    return f'"{A_NUMBER}"&IFERROR(MID("{A_PERCENT[1:]}{WITH_EXPONENT[1:]}",{kind},1),"")'


def number_in(typed: str, text: str, kind: str = A_NUMBER) -> str:
    """Return the condition that a cell holds a number, shown as one unless said otherwise."""
    return f'AND(ISNUMBER({typed}),{text}="{kind}")'
