"""The columns of a register: what our own form is headed with, and what people write over theirs."""

from __future__ import annotations

from xl_apa.core.messages import render
from xl_apa.core.text.numerals import clean

SHEET = "দপ্তর তালিকা"
HEADINGS = {
    "code": "দপ্তরের কোড",
    "name": "দপ্তরের নাম",
    "name_en": "Name in English",
    "parent": "ঊর্ধ্বতন দপ্তরের কোড",
    "level": "স্তর",
    "contact": "যোগাযোগ",
}
_COLUMN = {
    clean(heading).lower(): name
    for name, texts in {
        "code": (HEADINGS["code"], "কোড", "code", "office code", "office_code"),
        "name": (HEADINGS["name"], "নাম", "দপ্তর", "নাম (বাংলা)", "name", "office", "office name"),
        "name_en": (HEADINGS["name_en"], "নাম (ইংরেজি)", "ইংরেজি নাম", "name_en", "english name"),
        "parent": (HEADINGS["parent"], "ঊর্ধ্বতনের কোড", "parent", "parent code", "parent_code"),
        "level": (HEADINGS["level"], "level"),
        "contact": (HEADINGS["contact"], "ফোন", "ইমেইল", "contact", "phone", "email"),
    }.items()
    for heading in texts
}
"""What a column of the register holds, by what people write over it."""
GUIDANCE = tuple(render(code, "bn") for code in ("register-guidance-1", "register-guidance-2"))


def column_of(heading: str) -> str | None:
    """Return the field of `Registered` that a column with this heading holds, None when it is another column."""
    return _COLUMN.get(clean(heading).lower())
