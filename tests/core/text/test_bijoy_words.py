"""Bijoy and English in one text: which words are converted, and which stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.bijoy_typing import JOINED, to_bijoy
from tests.strategies import any_text
from xl_apa.core.messages import CATALOGUE
from xl_apa.core.text.bijoy import bijoy_to_unicode
from xl_apa.core.text.bijoy_words import holds_bijoy, is_bijoy_font, words_to_unicode
from xl_apa.core.text.numerals import clean

WORDS = sorted(
    {word for each in CATALOGUE.values() for word in re.findall("[ঀ-৿]+", each.bn) if not re.search("[০-৯]", word)}
)
"""Every Bangla word of the catalogue: some eight hundred."""


def test_every_word_of_the_catalogue_comes_back_from_bijoy() -> None:
    assert len(WORDS) > 700
    wrong = {word: bijoy_to_unicode(to_bijoy(word)) for word in WORDS}
    assert {word: got for word, got in wrong.items() if clean(got) != clean(word)} == {}


@pytest.mark.parametrize("joined", JOINED)
def test_every_joined_letter_is_read_alone_with_vowels_and_with_reph(joined: str) -> None:
    glyphs = JOINED[joined]
    pairs = {
        f"K{glyphs}": f"ক{joined}",
        f"Kw{glyphs}": f"ক{joined}ি",
        f"K‡{glyphs}v": f"ক{joined}ো",
        f"K‡{glyphs}Š": f"ক{joined}ৌ",
        f"Kw{glyphs}©": f"কর্{joined}ি",
        f"K{glyphs}©v": f"কর্{joined}া",
        f"K{glyphs}¨": f"ক{joined}্য",
    }
    assert {typed: clean(bijoy_to_unicode(typed)) for typed in pairs} == {
        typed: clean(text) for typed, text in pairs.items()
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Avš—R©vwZK", "আন্তর্জাতিক"),
        ("`ª“Z", "দ্রুত"),
        ("wec‡¶", "বিপক্ষে"),
        ("wbe©vPb", "নির্বাচন"),
        ("Kvh©vejx", "কার্যাবলী"),
        ("cÖhyw³", "প্রযুক্তি"),
        ("M„nxZ", "গৃহীত"),
        ("K…wl", "কৃষি"),
        ("c…ôv¸‡jv", "পৃষ্ঠাগুলো"),
        ("`„wó", "দৃষ্টি"),
        ("ïiæ", "শুরু"),
        ("iƒcKí", "রূপকল্প"),
        ("¯^v¯’¨", "স্বাস্থ্য"),
        ("k…•Ljv", "শৃঙ্খলা"),
        ("Av‡jvPbv", "আলোচনা"),
        ("‡KŠkj", "কৌশল"),
        ("m‡e©v”P", "সর্বোচ্চ"),
        ("wKš‘", "কিন্তু"),
        ("welYœ", "বিষণ্ণ"),
        ("A¨vcm", "অ্যাপস"),
        ("AvuKv", "আঁকা"),
        ("ey¨rcwË", "ব্যুৎপত্তি"),
        ("e¨yrcwË", "ব্যুৎপত্তি"),
        ("h©¨v", "র্য্যা"),
    ],
)
def test_words_as_offices_type_them(typed: str, meant: str) -> None:
    assert clean(words_to_unicode(typed, expected=True)) == clean(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("অজ©ন", "অর্জন"),
        ("কায©ক্রম", "কার্যক্রম"),
        ("লÿ্যমাত্রা", "লক্ষ্যমাত্রা"),
        ("cÖwkÿY ২ wU", "প্রশিক্ষণ ২ টি"),
        (
            "1) NPR WvUv Kv‡jKkb A¨vcm| 2) Training and Learning Management System.",
            "1) NPR ডাটা কালেকশন অ্যাপস। 2) Training and Learning Management System.",
        ),
        ("e-GP e¨envi", "e-GP ব্যবহার"),
        ("[1.1.1] gš¿Yvjq/wefvM KZ©…K †mev mnwRKiY", "[1.1.1] মন্ত্রণালয়/বিভাগ কর্তৃক সেবা সহজিকরণ"),
        ("www.labour.gov.bd G cÖKvk Kiv n‡q‡Q", "www.labour.gov.bd এ প্রকাশ করা হয়েছে"),
        ("cio@mowca.gov.bd wVKvbvq Rvbvb", "cio@mowca.gov.bd ঠিকানায় জানান"),
        ("RTGS G †jb‡`b, bZzb ATM ey_", "RTGS এ লেনদেন, নতুন ATM বুথ"),
        ("1g, 2q I 4_© ‰ÎgvwmK cÖwZ‡e`b", "1ম, 2য় ও 4র্থ ত্রৈমাসিক প্রতিবেদন"),
        ("e¨vs‡Ki FY weZiY", "ব্যাংকের ঋণ বিতরণ"),
        ("GB Rb¨ GKwU Kwc", "এই জন্য একটি কপি"),
        ("kÖg I Kg©ms¯’vb gš¿Yvjq", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"),
        ("GKK", "একক"),
        ("gvb", "মান"),
        ("Ryb ch©šÍ ongoing", "জুন পর্যন্ত ongoing"),
        ("Kg©\x9fm~PK", "কর্ম্বসূচক"),
    ],
)
def test_bijoy_is_told_from_what_stands_beside_it(typed: str, meant: str) -> None:
    assert clean(words_to_unicode(typed)) == clean(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Training and Learning Management System. User Satisfaction Feedback.",
        "Head Office, Department of Labour",
        "Zakiganj, Kaliganj and Kishoreganj",
        "3 nos. of ICT workshops (e-GP, D-Nothi, GRS)",
        "café, m³, 30 °C, ©2024, Company®, naïve Müller",
        "“quoted” — and ‘single’ … • bullet",
        "Give the new KPI",
        "কর্মসম্পাদন সূচক “উদ্ধৃতি” – ২০২৩‑২৪ © সরকার",
        "",
    ],
)
def test_english_and_unicode_stay(text: str) -> None:
    assert words_to_unicode(text) == text
    assert not holds_bijoy(text)


def test_no_sentence_of_ours_is_taken_for_bijoy() -> None:
    assert [code for code, each in CATALOGUE.items() if words_to_unicode(each.bn) != each.bn] == []
    assert [
        code for code, each in CATALOGUE.items() if len(each.en.split()) > 3 and words_to_unicode(each.en) != each.en
    ] == []


def test_most_english_stays_even_in_a_font_of_bijoy() -> None:
    words = {word for each in CATALOGUE.values() for word in re.findall("[A-Za-z]{4,}", re.sub(r"{\w+}", "", each.en))}
    changed = {word for word in words if words_to_unicode(word, expected=True) != word}
    assert len(words) > 700
    assert len(changed) < 0.08 * len(words)


@pytest.mark.parametrize(
    ("font", "bijoy"),
    [
        *(("SutonnyMJ", True), ("Sutonny", True), ("SutonnyEMJ", True), ("SutonnyCMJ", True), ("TangonMotaMJ", True)),
        *(("ABCDEF+SutonnyMJ-Bold", True), ("SutonnyOMJ", False), ("Nikosh", False), ("NikoshBAN", False)),
        *(("Times New Roman", False), ("", False), ("SolaimanLipi", False)),
    ],
)
def test_fonts_are_known_by_their_names(font: str, bijoy: bool) -> None:
    assert is_bijoy_font(font) is bijoy


@given(any_text())
def test_no_text_breaks_the_conversion_and_none_gets_marks_of_ours(text: str) -> None:
    for expected in (True, False):
        converted = words_to_unicode(text, expected=expected)
        assert not set("\ue000\ue001\ue002\ue003") & (set(converted) - set(text))
