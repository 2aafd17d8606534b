"""Characters that are not seen, or look like others: texts as they are compared, and as values are read in them.

Sources of the characters: what phones, web pages, word processors and right-to-left keyboards leave in a cell. The text
itself stays as it was typed; only these functions look at it in another way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from xl_apa.core.text.bijoy import bijoy_to_unicode, looks_like_bijoy


def _span(first: int, last: int) -> range:
    return range(first, last + 1)


# Soft hyphen, joiners, marks of direction, embeddings, isolates, invisible operators, selectors of variants, fillers.
_INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
        *_span(0x180B, 0x180F),
        *_span(0x200B, 0x200F),
        *_span(0x202A, 0x202E),
        *_span(0x2060, 0x206F),
        *_span(0xFE00, 0xFE0F),
        *_span(0xFFF9, 0xFFFB),
        *_span(0xE0001, 0xE007F),
        *_span(0xE0100, 0xE01EF),
        *(code for code in range(0x20) if not chr(code).isspace()),
        0x7F,
    ]
)

_DASHES = "‐‑‒–—―⁃−⸺⸻﹘﹣－ー➖"
_SLASHES = "\\⁄∕⧸／╱﹨＼"
_BARS = "|¦।॥৷৲ǀ∣│｜"
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in _span(0xFF01, 0xFF5E)}
_ALIKE = str.maketrans(
    {
        **{chr(code): sign for code, sign in _FULL_WIDTH.items()},
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SLASHES, "/"),
        **dict.fromkeys(_BARS, "।"),
        **dict.fromkeys("٪﹪℅", "%"),
        **dict.fromkeys("٫․﹒｡。", "."),
        **dict.fromkeys("٬،﹐、‚", ","),
        **dict.fromkeys("’‘‛ʼʹ′`´＇", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("꞉∶︰﹕：", ":"),
        **dict.fromkeys("﹙❨⁽", "("),
        **dict.fromkeys("﹚❩⁾", ")"),
        "\u2800": " ",
    }
)
# Letters that look right and are typed wrong: অ with া for আ, and vowel signs before or behind their place.
_MISTYPED = (("অা", "আ"), ("াে", "ো"), ("ৗে", "ৌ"))
_NASAL_FIRST = re.compile("ঁ([া-ৌ])")
# Between two digits these are a decimal point, also in words: ৯৬ দশমিক ৫.
_POINT = re.compile(r"(?<=\d)(?:[·•∙⋅‧・]|\s*দশমিক\s*)(?=\d)")
_BANGLA_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# ① to ㊿, ⑴ to ⒛, ⓪ to ⓿, ❶ to ➓: a number of their own, whatever stands beside them.
_ENCLOSED = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]")
_QUOTES = "'\" "
# Spellings of one sound, between which names go back and forth: ী/ি, ূ/ু, ঈ/ই, ঊ/উ, ণ/ন, and a য twice after র.
_ONE_SPELLING = str.maketrans("ীূঈঊণ", "িুইউন")
_DOUBLED, _SINGLE = "র্য্য", "র্য"

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_RAISED_ONLY = re.compile("[⁰¹²³⁴-⁹₀-₉]+[^0-9⁰¹²³⁴-⁹₀-₉]*")
_NOUGHTS, _ONES = "oоοⲟᴏ", "lіiıǀ"
_LETTERS = f"[{_NOUGHTS}{_ONES}]+"
_LETTERS_FOR_DIGITS = re.compile(rf"(?<=[0-9/.-]){_LETTERS}(?![a-zঀ-৿])|(?<![a-zঀ-৿]){_LETTERS}(?=[0-9/.-])")
_AS_DIGITS = str.maketrans({**dict.fromkeys(_NOUGHTS, "0"), **dict.fromkeys(_ONES, "1")})


@lru_cache(maxsize=16_384)  # a ministry's forms repeat the same labels thousands of times
def clean(text: str) -> str:
    """Return the text as it is compared: NFC, characters that nobody sees out, runs of white space as one blank.

    Unicode keeps য় ড় ঢ় in two spellings; NFC brings both to one. Letters that only look right (অা) become those they
    look like (আ).
    """
    plain = " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).split())
    if plain.isascii():
        return plain
    for typed, meant in _MISTYPED:
        plain = plain.replace(typed, meant)
    return _NASAL_FIRST.sub(r"\1ঁ", plain) if "ঁ" in plain else plain


@lru_cache(maxsize=16_384)
def for_reading(text: str) -> str:
    """Return the text as values are read in it: cleaned, Bijoy as Unicode, ASCII digits, small letters.

    Every dash is `-`, every slash `/`, every bar between the parts of a day `।`; full-width and Arabic signs are the
    usual ones, a raised dot or `দশমিক` between digits is a point; a digit in a circle is a number of its own. Quotes
    round the whole are left out (`'96`). Raised digits (`২¹`) stay what they are: they may be a footnote.
    """
    plain = clean(text)
    if looks_like_bijoy(plain):
        plain = bijoy_to_unicode(plain)
    return _usual_signs(plain).strip(_QUOTES).lower()


def usual_signs(text: str) -> str:
    """Return the text as codes are compared: as `for_reading`, but every letter as it is, also those of an old font.

    A dash beside a Latin letter (`N–03`) is a dash here, and no sign of that font.
    """
    return " ".join(_usual_signs(clean(text)).strip(_QUOTES).split())


@lru_cache(maxsize=65_536)  # every office of the country has a name
def letters_alone(name: str) -> str:
    """Return a name as names are compared: its letters and digits alone, and one spelling of what is one sound."""
    letters = "".join(letter for letter in for_reading(name) if unicodedata.category(letter)[0] in "LMN")
    return letters.translate(_ONE_SPELLING).replace(_DOUBLED, _SINGLE)


def raised_digits_lowered(text: str) -> str | None:
    """Return the text with its raised or lowered digits as digits, when it has no others: `⁴` gives `4`."""
    plain = for_reading(text)
    return plain.translate(_RAISED) if _RAISED_ONLY.fullmatch(plain) else None


def letters_as_digits(text: str) -> str | None:
    """Return the text with letters that stand for a digit as that digit: `O৪` gives `04`; None where there are none."""
    plain = for_reading(text)
    changed = _LETTERS_FOR_DIGITS.sub(lambda match: match[0].translate(_AS_DIGITS), plain)
    return None if changed == plain else changed


def _usual_signs(plain: str) -> str:
    plain = plain.translate(_ALIKE)
    if not plain.isascii():
        plain = plain.translate(_BANGLA_DIGITS)
        if not plain.isascii():
            plain = _POINT.sub(".", plain)
            plain = _ENCLOSED.sub(_enclosed, _OTHER_DIGIT.sub(_digit, plain))
    return plain


def _digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))


def _enclosed(match: re.Match[str]) -> str:
    return f" {int(unicodedata.numeric(match[0]))} "
