"""Bijoy and English in one text: which words are which, and the former in Unicode.

The letters of the two are the same, but not how often they come: `v` and `w` are vowels in nearly every word of Bijoy,
while `e`, `o`, `t`, `r` are rare there. Each letter speaks for one of them by its odds, and a word by their sum.
"""

from __future__ import annotations

import re
import unicodedata

from xl_apa.core.text.bijoy import GLYPHS, PART, looks_like_bijoy, word_to_unicode

# Tenths of the natural logarithm of how much more often a letter comes in reports typed in Bijoy than in English ones,
# counted over the words of plans, reports and our own sentences.
_ODDS = {
    letter: int(tenths)
    for letter, tenths in re.findall(
        r"(\S)(-?\d+)",
        "a-23 b15 c0 d-15 e-10 f-9 g5 h-12 i4 j46 k-1 l-26 m3 n-15 o-33 p-58 q32 r-57 s-22 t-49 u-35 v28 w16 x5 y1 "
        "z-10 A17 B17 C-40 D7 E-15 F-1 G27 H-20 I6 J-20 K53 L17 M16 N-2 O-31 P13 Q38 R18 S-14 T-39 U28 V11 W6 X-13 Y46 "
        "Z65 _20 `20 ~30",
    )
}
_GLYPH = 50
_ALSO_ELSEWHERE = frozenset("°±²³´·¸¼½¾×÷ßàáâäåçèéêëìíîïñòóôöùúûüýÄÖÜÇÉÀÈÊËÞ®«»§¢£¬¡¿")
"""Glyphs that other text has too: accents, fractions, units."""
_SURE_GLYPHS = GLYPHS - _ALSO_ELSEWHERE
_SHORT = frozenset(["GB", "IB", "FY", "g", "q"])
"""This, that, a loan, and the ends of first and second (1g, 2q): short, and in every text of Bijoy."""
_SURE, _CAPITALS = 50, 60
_EXPECTED, _AMONG, _BESIDE = 20, 15, 0
"""How much what stands around a word speaks for Bijoy: its font; that most words are; that one is."""

_WORD = re.compile(f"{PART}+")
_ENDED = re.compile(f"({PART}+)([|]?)")
_LATIN = re.compile("[A-Za-z\x80-ÿ†‡ˆ‰Š„šœŸƒ]")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:gov|com|org|net|edu|info)\b|\.bd\b)\S*", re.IGNORECASE)
_PLACE = "\ue00f"
"""Stands where an address of the web or of mail was, while the words around it are converted."""
_BANGLA = "\u0980-\u09e5\u09f0-\u09ff"
_JOINED_TO_BANGLA = re.compile(f"[{_BANGLA}]*(?:[{_BANGLA}]{PART}+|{PART}+[{_BANGLA}])[{_BANGLA}]*")
_ENGLISH = frozenset(
    re.findall(
        r"\S+",
        "a A e an An be by By if If in In is my or of to and for the The not No no nos Nos km KM kg KG GB MB KB TB "
        "USB PDF Word Excel Web web APA AAPA GPMS ICT IT NPR GRS NIS CSR UNO DC ADC AC KPI SMS MIS LMS ERP GIS GPS GP "
        "QR ID NID DPP ADP SDG LDC MoU TOT ToT GO NGO DG MD PRL EFT iBAS VAT TIN BCC BTRC BRTA DoICT CIO SPS API APP "
        "App app UI UX CCTV LAN WAN CD DVD AI VBA XML CSV",
    )
)
"""Words that are made of the letters of Bijoy, or too short to tell, and are English in every report."""

_FONT = re.compile(r"(?:sutonny|\b\w+MJ\b)", re.IGNORECASE)
_UNICODE_FONT = re.compile(r"(?:OMJ|UMJ|unicode|uni\b)", re.IGNORECASE)
_C1 = re.compile("[\x80-\x9f]")


def is_bijoy_font(name: str) -> bool:
    """Return whether a font shows Latin letters as Bangla: SutonnyMJ and its kin, but not SutonnyOMJ."""
    return bool(_FONT.search(name)) and not _UNICODE_FONT.search(name)


def holds_bijoy(text: str) -> bool:
    """Return whether a text of an unknown font holds words that can only be Bijoy."""
    plain = _as_windows_1252(text)
    return any(_is_sure(word) for word in _WORD.findall(plain)) or bool(_broken_words(plain))


def holds_latin(text: str) -> bool:
    """Return whether a text has letters that could be Bijoy."""
    return bool(_LATIN.search(text))


def words_to_unicode(text: str, *, expected: bool = False) -> str:
    """Return a text with its words of Bijoy in Unicode; English, digits and Unicode Bangla stay.

    `expected`: the text stands in a font of Bijoy, or among text that is Bijoy; only what is plainly English stays.
    """
    if not _LATIN.search(text):
        return text
    plain = _as_windows_1252(text)
    words = [word for word in _WORD.findall(plain) if word not in _ENGLISH and _LATIN.search(word)]
    sure = any(map(_is_sure, words))
    if not (expected or sure or _broken_words(plain)):
        return text
    kept: list[str] = []
    converted = _ADDRESS.sub(lambda match: _set_aside(match[0], kept), plain)
    converted = _JOINED_TO_BANGLA.sub(lambda match: _broken_word(match[0]), converted)
    most = sure and sum(_odds(word) > 0 for word in words) > 0.6 * len(words)
    if expected or sure:
        around = _EXPECTED if expected else _AMONG if most else _BESIDE
        converted = _ENDED.sub(lambda match: _converted(match[1], match[2], around), converted)
    if expected or most:
        converted = converted.replace("|", "।").translate(_PUNCTUATION)
    for address in kept:
        converted = converted.replace(_PLACE, address, 1)
    return text if converted == plain else unicodedata.normalize("NFC", converted)


def _set_aside(address: str, kept: list[str]) -> str:
    if _PLACE in address:
        return address
    kept.append(address)
    return _PLACE


_PUNCTUATION = str.maketrans("ÑÐÒÓÔÕ", "—–“”‘’")


def _converted(word: str, end: str, around: int) -> str:
    if not _is_bijoy(word, around):
        return word + end
    return word_to_unicode(word) + end.replace("|", "।")


def _is_bijoy(word: str, around: int) -> bool:
    if word in _SHORT and around >= _AMONG:
        return True
    if word in _ENGLISH or (len(word) == 1 and not word.isupper()):
        return False
    # Of capitals alone are acronyms, and few words of Bijoy.
    return _odds(word) > (_CAPITALS if len(word) > 1 and word.isascii() and word.isupper() else -around)


def _odds(word: str) -> int:
    return sum(_ODDS.get(letter, 20 if letter in _ALSO_ELSEWHERE else _GLYPH) for letter in word)


def _is_sure(word: str) -> bool:
    if word in _ENGLISH or not any(letter.isascii() and letter.isalpha() for letter in word):
        return False
    if _SURE_GLYPHS.intersection(word) and _odds(word) > 0:
        return True
    return (("v" in word or "w" in word) and _odds(word) >= _SURE) or looks_like_bijoy(word)


def _broken_words(text: str) -> list[str]:
    """Words of Unicode Bangla in which glyphs of Bijoy were left: `অজ©ন`."""
    return [match[0] for match in _JOINED_TO_BANGLA.finditer(text) if _SURE_GLYPHS.intersection(match[0])]


def _broken_word(word: str) -> str:
    return word_to_unicode(word) if _SURE_GLYPHS.intersection(word) else word


def _as_windows_1252(text: str) -> str:
    """Bytes that a program took for control characters, as the glyphs they are."""
    return _C1.sub(lambda match: match[0].encode("latin-1").decode("cp1252", "ignore"), text)
