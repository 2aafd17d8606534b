"""Text typed for the font SutonnyMJ (Bijoy), brought into Unicode: `96 kZvsk` is `96 শতাংশ`.

Such text is Latin letters that a font shows as Bangla; without the font it is unreadable. Only its letters are
converted: digits are digits in both. What stands in the table are the glyphs of the words that reports use; a glyph
that is not in it stays as it is, and the text is then no value.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqrstuvwxyz~",
        "অইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ\u09dc\u09dd\u09dfৎংঃঁািীুুূ",
    )
)
_REPH = "\ue000"  # a mark for র্, which is typed after its consonant
# Signs of vowels and joined consonants, as glyph=letters.
_TABLE = (
    "†=ে ‡=ে ˆ=ৈ ‰=ৈ Š=ৗ „=ৃ …=ৃ æ=ু “=ু ¨=্য Ö=্র ª=্র «=্র ^=্ব ¡=্ব ¤=ম "
    "¯=স্ ®=ষ্ ú=্প œ=্ন §=্ম ¢=্ভ ¬=্ল ¸=গু ï=শু û=হু °=ক্ক ±=ক্ট ³=ক্ত "
    "µ=ক্র ¶=ক্ষ ÿ=ক্ষ ·=ক্স »=গ্ধ ¼=ঙ্ক ½=ঙ্গ ¾=জ্জ Á=জ্ঞ Â=ঞ্চ Ä=ঞ্জ "
    "Æ=ট্ট È=ণ্ট Ê=ণ্ড Ë=ত্ত Í=্ত Î=ত্র Ï=দ্দ ×=দ্ধ Ø=দ্ব š=ন্ Û=ন্ড Ü=ন্ধ "
    "Þ=প্ট ß=প্ত å=ভ্র ã=ব্দ ä=ব্ধ ó=ষ্ট ô=ষ্ঠ ò=ষ্ণ ÷=স্ট ý=হ্ন"
)
_GLYPHS = {"©": _REPH, **dict(each.split("=") for each in _TABLE.split())}
_TO_UNICODE = str.maketrans({**_LETTERS, **_GLYPHS})

_ANY_GLYPH = "A-Za-z_`~^" + "".join(map(re.escape, (glyph for glyph in _GLYPHS if glyph != "^")))
_TOKEN = re.compile(rf"[{_ANY_GLYPH}]*[A-Za-z][{_ANY_GLYPH}]*")
# Signs that stand beside Latin letters in this font only.
_SIGN = re.compile(r"[†‡ˆ‰][A-Za-z`_]|[A-Za-z`_][†‡©¨Öª«¯¤¶ÿµÞÍš]")
# Words of reports that are typed with plain letters alone, so that nothing else gives them away.
_PLAIN_WORDS = re.compile(
    r"(?<![A-Za-z])(?:[A-Za-z`]*wU|kZvsk|kZKiv|kZ|fvM|kZfvM|Rb|Lvbv|Pjgvb|bvB|evwK|nqwb|n‡e|mfv|ZvwiL|wLt|AvMvgx"
    r"|Rvbyqvwi|Rvbyqvix|gvm|AvM[ó÷]|Ryb|RyjvB|GK|`yB|wZb|Pvi|cuvP|cvuP|Qq|mvZ|AvU|bq|`k|wWwRUvj)(?![A-Za-z])"
)

_CONSONANT = "[ক-হৎ\u09dc\u09dd\u09df]"
_CLUSTER = f"{_CONSONANT}(?:্{_CONSONANT})*"
_SIGN_BEFORE = re.compile(f"([িেৈ])({_CLUSTER})")
_REPH_AFTER = re.compile(f"({_CLUSTER})([ািীুূৃেৈ]*){_REPH}")
_NASAL_BEFORE = re.compile("ঁ([া-ৈৗ]+)")


def looks_like_bijoy(text: str) -> bool:
    """Return whether a text holds a word that only this font's text has: `‡g`, `kZvsk`, `৩wU`."""
    return bool(_SIGN.search(text) or _PLAIN_WORDS.search(text))


def bijoy_to_unicode(text: str) -> str:
    """Return the text with its Latin letters read as SutonnyMJ; digits, blanks and Unicode Bangla stay."""
    return unicodedata.normalize("NFC", _TOKEN.sub(_word, text))


def _word(match: re.Match[str]) -> str:
    # The vowel signs ি ে ৈ are typed before their consonants, র্ after them; "Av" is one letter.
    word = match[0].replace("Av", "আ").translate(_TO_UNICODE).replace("্্", "্")
    word = _REPH_AFTER.sub(r"র্\1\2", _SIGN_BEFORE.sub(r"\2\1", word))
    return _NASAL_BEFORE.sub(r"\1ঁ", word)
