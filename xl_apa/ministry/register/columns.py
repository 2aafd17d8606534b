"""The columns of a register: what our own form is headed with, and what people write over theirs."""

from __future__ import annotations

import re

from xl_apa.core.messages import render
from xl_apa.core.offices import name_key

SHEET = "দপ্তর-তালিকা"
HEADINGS = {
    "code": "দপ্তরের কোড",
    "name": "দপ্তরের নাম",
    "name_en": "Name in English",
    "parent": "ঊর্ধ্বতন দপ্তরের কোড",
    "level": "প্রশাসনিক স্তর",
    "contact": "যোগাযোগ",
}
_OFFICES = ("দপ্তর", "অফিস", "কার্যালয়", "প্রতিষ্ঠান", "office")
_ABOVE = (
    *("ঊর্ধ্বতন", "ঊর্ধতন", "ঊর্দ্ধতন", "ঊর্ধ্বতন কর্তৃপক্ষ", "নিয়ন্ত্রণকারী", "তত্ত্বাবধায়ক", "প্রধান", "মূল"),
    *("parent", "controlling", "supervising", "superior", "higher"),
)
_CODE_WORDS = ("কোড", "কোড নং", "কোড নম্বর", "আইডি", "code", "code no", "id")
_NAME_WORDS = ("নাম", "name")
_WORDS = {
    "code": (
        *_CODE_WORDS,
        *(f"{office}{of} {word}" for office in _OFFICES for of in ("", "ের", "র") for word in _CODE_WORDS),
        "id no",
    ),
    "name": (
        *(*_NAME_WORDS, *_OFFICES, "নাম বাংলা", "নাম বাংলায়", "বাংলা নাম", "name bangla", "name in bangla"),
        *(f"{office}{of} {word}" for office in _OFFICES for of in ("", "ের", "র") for word in _NAME_WORDS),
        "name of office",
        "name of the office",
    ),
    "name_en": (
        *("নাম ইংরেজি", "নাম ইংরেজিতে", "ইংরেজি নাম", "ইংরেজিতে নাম", "name en", "name in english", "name english"),
        "english name",
    ),
    "parent": (
        *(above for above in _ABOVE[:-3]),
        *(f"{above}{of} {word}" for above in _ABOVE for of in ("", "ের") for word in (*_OFFICES, *_CODE_WORDS)),
        *(
            f"{above} {office}{of} {word}"
            for above in _ABOVE
            for office in _OFFICES
            for of in ("", "ের", "র")
            for word in (*_CODE_WORDS, *_NAME_WORDS)
        ),
        *(
            "reports to",
            "report to",
            "reporting to",
            "reporting office",
            "যার কাছে প্রতিবেদন পাঠায়",
            "যে দপ্তরে প্রতিবেদন পাঠায়",
        ),
    ),
    "level": (
        "স্তর",
        "প্রশাসনিক স্তর",
        "দপ্তরের স্তর",
        "পর্যায়",
        "ধরন",
        "দপ্তরের ধরন",
        "level",
        "administrative level",
        "tier",
        "type",
    ),
    "contact": (
        "যোগাযোগ",
        "ফোন",
        "ফোন নম্বর",
        "মোবাইল",
        "মোবাইল নম্বর",
        "ইমেইল",
        "ই মেইল",
        "contact",
        "phone",
        "mobile",
        "email",
    ),
}
_COLUMN = {name_key(heading): name for name, texts in _WORDS.items() for heading in (HEADINGS[name], *texts)}
"""What a column of the register holds, by the letters of what people write over it."""
_IN_BRACKETS = re.compile(r"[(\[{（].*?[)\]}）]")
GUIDANCE = tuple(render(code, "bn") for code in ("register-guidance-1", "register-guidance-2"))


def column_of(heading: str) -> str | None:
    """Return the field of `Registered` that a column with this heading holds, None when it is another column.

    Line breaks, signs and capitals do not matter, nor a remark in brackets that makes it no other column.
    """
    return _COLUMN.get(name_key(heading)) or _COLUMN.get(name_key(_IN_BRACKETS.sub(" ", heading)))
