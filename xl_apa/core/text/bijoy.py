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
# Marks for what is typed in another order than Unicode has it: র্ after its consonant, ি ে ৈ before it.
_REPH = "\ue000"
_BEFORE = {"ি": "\ue001", "ে": "\ue002", "ৈ": "\ue003"}
# Signs of vowels and joined consonants, as glyph=letters. The first halves of joined letters end with ্, the second
# begin with it; ্্ is one.
_TABLE = (
    "†=ে ‡=ে ˆ=ৈ ‰=ৈ Š=ৗ „=ৃ …=ৃ æ=ু “=ু ƒ=ূ ‚=ূ ¨=্য Ö=্র ª=্র «=্র ^=্ব ¡=্ব Ÿ=্ব ¦=্ব "
    "¤=ম্ ¯=স্ ®=ষ্ š=ন্ ›=ন্ ˜=দ্ ™=দ্ •=ঙ্ ”=চ্ ú=্প œ=্ন §=্ম ¥=্ম ¢=্ভ £=্ভ্র ¬=্ল ø=্ল è=্ণ ‹=্ক Œ=্ক্র "
    "Í=্ত —=্ত ‘=্তু ’=্থ ¿=্ত্র ¸=গু ï=শু û=হু ü=হৃ °=ক্ক ±=ক্ট ³=ক্ত ´=ক্ম µ=ক্র ¶=ক্ষ ÿ=ক্ষ ²=ক্ষ্ম ·=ক্স "
    "»=গ্ধ ¼=ঙ্ক ½=ঙ্গ ¾=জ্জ À=জ্ঝ Á=জ্ঞ Â=ঞ্চ Ã=ঞ্ছ Ä=ঞ্জ Å=ঞ্ঝ Æ=ট্ট Ç=ড্ড È=ণ্ট É=ণ্ঠ Ê=ণ্ড "
    "Ë=ত্ত Ì=ত্থ Î=ত্র Ï=দ্দ ×=দ্ধ Ø=দ্ব Ù=দ্ম Ú=ন্ঠ Û=ন্ড Ü=ন্ধ Ý=ন্স Þ=প্ট ß=প্ত à=প্প á=প্স "
    "â=ব্জ ã=ব্দ ä=ব্ধ å=ভ্র ç=ম্ফ é=ল্ক ê=ল্গ ë=ল্ট ì=ল্ড í=ল্প î=ল্ফ ð=শ্চ ñ=শ্ছ ò=ষ্ণ ó=ষ্ট ô=ষ্ঠ õ=ষ্ফ "
    "ö=স্খ ù=স্ফ ÷=স্ট ý=হ্ন þ=হ্ম"
)
_GLYPHS = {"©": _REPH, **dict(each.split("=") for each in _TABLE.split()), "\u00ad": "্ল", "&": "্"}
_PUNCTUATION = {"|": "।", "Ñ": "—", "Ð": "–", "Ò": "“", "Ó": "”", "Ô": "‘", "Õ": "’"}
_TO_UNICODE = str.maketrans({**_LETTERS, **_GLYPHS})
for _glyph in "w†‡ˆ‰":
    _TO_UNICODE[ord(_glyph)] = _BEFORE[{**_LETTERS, **_GLYPHS}[_glyph]]

GLYPHS = frozenset(_GLYPHS) - frozenset("^&“”‘’—•…‚‹›™®\u00ad")
"""Glyphs that are no letters of ASCII, nor signs that other text has beside its words."""
_STRONG = "".join(map(re.escape, sorted(GLYPHS)))
_ANY_GLYPH = "A-Za-z_`~^&\u00ad" + _STRONG
# Signs of punctuation are glyphs where they stand as one: beside the halves of joined letters, inside of words.
_INNER = (
    "(?<=[š¯®])[‘’—]|(?<=[¯®])‹|(?<=[i`ªÖ«µÎ])[“‚]|(?<=[A-Z_`a-uª«©À-ÿ])[…‚](?=[A-Za-zÀ-ÿ†‡`•©])"
    "|”(?=[PQT])|•(?=[¶ÿLNg])|›(?=[U`Ø])|™(?=[¢£])|®(?=[‹Œú§c])"
)
PART = f"(?:[{_ANY_GLYPH}]|{_INNER})"
"""A glyph of a word, as a pattern."""
_TOKEN = re.compile(f"{PART}*(?:[A-Za-z]|[{_STRONG}]){PART}*")
# Signs that stand beside Latin letters in this font only.
_SIGN = re.compile(r"[†‡ˆ‰][A-Za-z`_]|[A-Za-z`_][†‡©¨Öª«¯¤¶ÿµÞÍš]")
# Words of reports that are typed with plain letters alone, so that nothing else gives them away.
_PLAIN_WORDS = re.compile(
    r"(?<![A-Za-z])(?:[A-Za-z`]*wU|kZvsk|kZKiv|kZ|fvM|kZfvM|Rb|Lvbv|Pjgvb|bvB|evwK|nqwb|n‡e|mfv|ZvwiLt?|Zvst|wLt|AvMvgx"
    r"|Rvbyqvwi|Rvbyqvix|gvm|AvM[ó÷]|Ryb|RyjvB|GK|`yB|wZb|Pvi|cuvP|cvuP|Qq|mvZ|AvU|bq|`k|wWwRUvj|gvb|GKK)(?![A-Za-z])"
    # ইং behind a year.
    r"|(?<=[0-9০-৯])\s?Bs(?![A-Za-z])"
)

_CONSONANT = "[ক-হৎ\u09dc\u09dd\u09df]"
_VOWELS = "[া-ৈৗ]"
_CLUSTER = f"{_CONSONANT}(?:্{_CONSONANT})*"
_JOINED_AFTER = re.compile(f"({_VOWELS}|{_REPH})((?:্{_CONSONANT})+)")
_SIGN_BEFORE = re.compile(f"([\ue001-\ue003])({_CLUSTER})")
_REPH_AFTER = re.compile(f"({_CLUSTER})({_VOWELS}*){_REPH}")
_NASAL_BEFORE = re.compile("ঁ([া-ৈৗ]+)")
_AFTER = str.maketrans({mark: sign for sign, mark in _BEFORE.items()})


def looks_like_bijoy(text: str) -> bool:
    """Return whether a text holds a word that only this font's text has: `‡g`, `kZvsk`, `৩wU`."""
    return bool(_SIGN.search(text) or _PLAIN_WORDS.search(text))


def bijoy_to_unicode(text: str) -> str:
    """Return the text with its Latin letters read as SutonnyMJ; digits, blanks and Unicode Bangla stay."""
    return unicodedata.normalize("NFC", _TOKEN.sub(lambda match: word_to_unicode(match[0]), text))


def word_to_unicode(word: str) -> str:
    """Return a word of this font's glyphs in Unicode, in which Unicode letters may stand already: `অজ©ন` is `অর্জন`."""
    # "Av" is one letter; some keyboards leave a vowel's sign twice.
    text = word.replace("Av", "আ").translate(_TO_UNICODE).replace("্্", "্")
    text = _JOINED_AFTER.sub(r"\2\1", text)
    text = _SIGN_BEFORE.sub(r"\2\1", text).translate(_AFTER)
    text = _REPH_AFTER.sub(r"র্\1\2", text).replace("ণ্ন", "ণ্ণ")
    return unicodedata.normalize("NFC", _NASAL_BEFORE.sub(r"\1ঁ", text).replace(_REPH, "©"))
