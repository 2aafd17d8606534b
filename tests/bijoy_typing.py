"""Unicode Bangla as it was typed for the font SutonnyMJ: by joined letters and syllables, the other way than reading does.

Source: the layout of the font's glyphs over Windows-1252, as Word files from offices have it.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {
    **dict(zip("অইঈউঊঋএঐওঔ", "ABCDEFGHIJ")),
    "আ": "Av",
    **dict(zip("কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ", "KLMNOPQRSTUVWXYZ_`abcdefghijklmn")),
    "\u09dc": "o",
    "\u09dd": "p",
    "\u09df": "q",
    "ৎ": "r",
    "ং": "s",
    "ঃ": "t",
    "ঁ": "u",
}
_SIGNS = {"া": "v", "ী": "x", "ু": "y", "ূ": "~", "ৃ": "…"}
_BEFORE = {"ি": ("w", ""), "ে": ("‡", ""), "ৈ": ("‰", ""), "ো": ("‡", "v"), "ৌ": ("‡", "Š")}
_PUNCTUATION = {"।": "|", "‘": "Ô", "’": "Õ", "“": "Ò", "”": "Ó", "—": "Ñ", "–": "Ð"}

JOINED = dict(
    each.split("=")
    for each in [
        "ক্ক=°",
        "ক্ট=±",
        "ক্ত=³",
        "ক্ন=Kœ",
        "ক্ম=´",
        "ক্র=µ",
        "ক্ল=K¬",
        "ক্ব=K¡",
        "ক্ষ=¶",
        "ক্ষ্ম=²",
        "ক্ষ্ণ=¶è",
        "ক্স=·",
        "গ্ধ=»",
        "গ্ন=Mœ",
        "গ্ম=M¥",
        "গ্ল=Mø",
        "গ্র=MÖ",
        "গ্ব=M¦",
        "ঘ্ন=Nœ",
        "ঙ্ক=¼",
        "ঙ্ক্ষ=•¶",
        "ঙ্খ=•L",
        "ঙ্গ=½",
        "ঙ্ঘ=•N",
        "ঙ্ম=•g",
        "চ্চ=”P",
        "চ্ছ=”Q",
        "চ্ছ্ব=”Q¡",
        "চ্ঞ=”T",
        "জ্জ=¾",
        "জ্জ্ব=¾¡",
        "জ্ঝ=À",
        "জ্ঞ=Á",
        "জ্ব=R¡",
        "জ্র=R«",
        "ঞ্চ=Â",
        "ঞ্ছ=Ã",
        "ঞ্জ=Ä",
        "ঞ্ঝ=Å",
        "ট্ট=Æ",
        "ট্ব=U¡",
        "ট্ম=U¥",
        "ট্র=Uª",
        "ড্ড=Ç",
        "ড্র=Wª",
        "ণ্ট=È",
        "ণ্ঠ=É",
        "ণ্ড=Ê",
        "ণ্ণ=Yœ",
        "ণ্ব=Y^",
        "ণ্ম=Y¥",
        "ত্ত=Ë",
        "ত্ত্ব=Ë¡",
        "ত্থ=Ì",
        "ত্ন=Zœ",
        "ত্ম=Z¥",
        "ত্র=Î",
        "ত্ব=Z¡",
        "থ্ব=_¡",
        "থ্র=_ª",
        "দ্গ=˜M",
        "দ্ঘ=˜N",
        "দ্দ=Ï",
        "দ্ধ=×",
        "দ্ব=Ø",
        "দ্ভ=™¢",
        "দ্ভ্র=™£",
        "দ্ম=Ù",
        "দ্র=`ª",
        "ধ্ন=aœ",
        "ধ্ব=aŸ",
        "ধ্ম=a¥",
        "ধ্র=aª",
        "ন্ট=›U",
        "ন্ঠ=Ú",
        "ন্ড=Û",
        "ন্ড্র=Ûª",
        "ন্ত=šÍ",
        "ন্ত্ব=šÍ¡",
        "ন্ত্র=š¿",
        "ন্থ=š’",
        "ন্দ=›`",
        "ন্দ্ব=›Ø",
        "ন্দ্র=›`ª",
        "ন্ধ=Ü",
        "ন্ধ্র=Üª",
        "ন্ন=bœ",
        "ন্ব=š^",
        "ন্ম=b¥",
        "ন্স=Ý",
        "প্ট=Þ",
        "প্ত=ß",
        "প্ন=cœ",
        "প্প=à",
        "প্র=cÖ",
        "প্ল=cø",
        "প্স=á",
        "ফ্র=d«",
        "ফ্ল=d¬",
        "ব্জ=â",
        "ব্দ=ã",
        "ব্ধ=ä",
        "ব্ব=eŸ",
        "ব্র=eª",
        "ব্ল=eø",
        "ভ্র=å",
        "ম্ন=gœ",
        "ম্প=¤ú",
        "ম্প্র=¤cÖ",
        "ম্ফ=ç",
        "ম্ব=¤^",
        "ম্ভ=¤¢",
        "ম্ভ্র=¤£",
        "ম্ম=¤§",
        "ম্র=gª",
        "ম্ল=¤ø",
        "ল্ক=é",
        "ল্গ=ê",
        "ল্ট=ë",
        "ল্ড=ì",
        "ল্প=í",
        "ল্ফ=î",
        "ল্ব=j¦",
        "ল্ম=j¥",
        "ল্ল=jø",
        "শ্চ=ð",
        "শ্ছ=ñ",
        "শ্ন=kœ",
        "শ্ব=k¦",
        "শ্ম=k¥",
        "শ্র=kÖ",
        "শ্ল=kø",
        "ষ্ক=®‹",
        "ষ্ক্র=®Œ",
        "ষ্ট=ó",
        "ষ্ট্র=óª",
        "ষ্ঠ=ô",
        "ষ্ণ=ò",
        "ষ্প=®ú",
        "ষ্প্র=®cÖ",
        "ষ্ফ=õ",
        "ষ্ম=®§",
        "স্ক=¯‹",
        "স্ক্র=¯Œ",
        "স্খ=ö",
        "স্ট=÷",
        "স্ট্র=÷ª",
        "স্ত=¯Í",
        "স্ত্র=¯¿",
        "স্থ=¯’",
        "স্ন=mœ",
        "স্প=¯ú",
        "স্প্র=¯cÖ",
        "স্ফ=ù",
        "স্ব=¯^",
        "স্ম=¯§",
        "স্র=mª",
        "স্ল=¯ø",
        "হ্ণ=nè",
        "হ্ন=ý",
        "হ্ব=nŸ",
        "হ্ম=þ",
        "হ্র=n«",
        "হ্ল=n¬",
    ]
)
"""Joined letters that have a glyph, or glyphs, of their own."""
_WITH_VOWEL = {
    "গু": "¸",
    "শু": "ï",
    "হু": "û",
    "হৃ": "ü",
    "রু": "iæ",
    "রূ": "iƒ",
    "ন্তু": "š‘",
    "স্তু": "¯‘",
    "ত্রু": "Îæ",
    "দ্রু": "`ªæ",
}

_CONSONANT = "[অএক-হৎ\u09dc\u09dd\u09df]"
_SYLLABLE = re.compile(f"(র্(?={_CONSONANT}))?({_CONSONANT}(?:্{_CONSONANT})*)([া-ৌ]?)")


def to_bijoy(text: str) -> str:
    """The text as a typist wrote it; English letters and digits stay."""
    composed = unicodedata.normalize("NFC", text).translate({0x200C: None, 0x200D: None})
    for pair, letter in (("ড\u09bc", "\u09dc"), ("ঢ\u09bc", "\u09dd"), ("য\u09bc", "\u09df")):
        composed = composed.replace(pair, letter)
    # Signs of punctuation are glyphs of the font too: they wait as they are in the font until the letters are typed.
    marked = "".join(chr(0xF000 + ord(_PUNCTUATION[sign])) if sign in _PUNCTUATION else sign for sign in composed)
    glyphs = _SYLLABLE.sub(_syllable, marked).translate(str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789"))
    return re.sub(r"(?<![A-Za-z_`~\x80-\uffff])‡", "†", "".join(_one(glyph) for glyph in glyphs))


def _one(glyph: str) -> str:
    if 0xF000 <= ord(glyph) < 0xF100:
        return chr(ord(glyph) - 0xF000)
    return _LETTERS.get(glyph) or _SIGNS.get(glyph) or glyph


def _syllable(match: re.Match[str]) -> str:
    reph, letters, vowel = match.groups()
    above = "©" if reph else ""
    if letters + vowel in _WITH_VOWEL:
        return _WITH_VOWEL[letters + vowel] + above
    first, last = _BEFORE.get(vowel, ("", _SIGNS.get(vowel, "")))
    return f"{first}{_joined(letters)}{above}{last}"


def _joined(letters: str) -> str:
    if letters in JOINED:
        return JOINED[letters]
    if "্" not in letters:
        return _LETTERS[letters]
    front, _, last = letters.rpartition("্")
    return _joined(front) + {"য": "¨", "র": "ª", "ব": "¡", "ন": "œ", "ম": "¥", "ল": "ø"}.get(last, f"&{_LETTERS[last]}")
