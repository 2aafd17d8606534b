"""The one catalogue: every sentence a user reads, by code, in Bangla and English.

`findings` are faults in the data (`core.findings` says how grave each is), `errors` faults of a file or a call, `labels`
short words on screens, `guide` the help texts of the commands, `live` what the formulas of the form say, `prompts` what a
cell says when it is entered or refuses an entry, `explanations` how marks came about, `sheets` what stands on sheets beside
headings, `summary` all of the ministry's summary but the data, `review` the letters to the offices and the ministry's decisions, `buttons` what the buttons in Excel say, `ribbon` what stands on them, `setup` what installing says, `doctor` what
is wrong with a computer, `installer` what stands in the offline folder. Parameters are written for the reader: dates in
words, numbers in the digits of the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages.computer.doctor import DOCTOR
from xl_apa.core.messages.computer.installer import INSTALLER
from xl_apa.core.messages.computer.setup import SETUP
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.excel.buttons import BUTTONS
from xl_apa.core.messages.excel.explanations import EXPLANATIONS
from xl_apa.core.messages.excel.live import LIVE
from xl_apa.core.messages.excel.prompts import PROMPTS
from xl_apa.core.messages.excel.ribbon import RIBBON
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.guide import GUIDE
from xl_apa.core.messages.labels import LABELS
from xl_apa.core.messages.next_step import parts
from xl_apa.core.messages.own_program import runnable, stays_as_written
from xl_apa.core.messages.review import REVIEW
from xl_apa.core.messages.sentence import Phrase, Sentence
from xl_apa.core.messages.sheets import SHEETS
from xl_apa.core.messages.summary import SUMMARY
from xl_apa.core.rounding import PLACES, half_up
from xl_apa.core.text.months import MONTHS_BN, MONTHS_EN, Month
from xl_apa.core.text.numerals import plain, to_bangla_digits

__all__ = ["CATALOGUE", "LANGUAGES", "Phrase", "Sentence", "render", "render_fact", "show", "show_marks"]

LANGUAGES = ("bn", "en")

_FOR_EXCEL = {**LIVE, **PROMPTS, **EXPLANATIONS, **BUTTONS, **RIBBON}
_ON_COMPUTERS = {**SETUP, **DOCTOR, **INSTALLER}
CATALOGUE: dict[str, Sentence] = {
    **FINDINGS,
    **ERRORS,
    **LABELS,
    **GUIDE,
    **_FOR_EXCEL,
    **SHEETS,
    **SUMMARY,
    **REVIEW,
    **_ON_COMPUTERS,
}

_VERBATIM = ("text", "path", "name")
_MARKS = frozenset({"marks", "claimed", "written", "total", "attainable", "mean"})
"""Parameters that are marks where they are no counts: they are written as on the form."""
_CODE = re.compile(r"(?:এম\.|M\.)?[\d.-]+")


def show(value: object, lang: str) -> str:
    """Return a value as a reader wants it: `৫ জুন ২০২৪` / `5 June 2024`, `১৭.৮` / `17.8`; text stays as it is.

    A moment with its time zone is shown with its time: `৫ জুন ২০২৪, ১৪:০৫:০০`.
    """
    if isinstance(value, Quarter):
        return value.ordinal_bn if lang == "bn" else str(int(value))
    if isinstance(value, Phrase):
        return render(value.code, lang, value.params)
    if isinstance(value, Month):
        return (MONTHS_BN if lang == "bn" else MONTHS_EN)[value - 1]
    if isinstance(value, date):
        month = (MONTHS_BN if lang == "bn" else MONTHS_EN)[value.month - 1]
        text = f"{value.day} {month} {value.year}"
        # Only a clock's time has a zone; what Excel calls a date may be a datetime as well.
        if isinstance(value, datetime) and value.tzinfo:
            text += f", {value:%H:%M:%S}"
    elif isinstance(value, Fraction):
        text = plain(half_up(value))
    elif isinstance(value, Decimal):
        text = plain(value)
    elif isinstance(value, int):
        text = str(value)
    elif isinstance(value, (list, tuple)):
        return ", ".join(show(item, lang) for item in value)
    else:
        return str(value)
    return to_bangla_digits(text) if lang == "bn" else text


def show_marks(marks: Decimal | Fraction, lang: str) -> str:
    """Return marks as they stand on the form, with two decimals: `২১.৩০`; more where somebody typed more."""
    whole, _, decimals = plain(half_up(marks) if isinstance(marks, Fraction) else marks).partition(".")
    text = f"{whole}.{decimals:0<{PLACES}}"
    return to_bangla_digits(text) if lang == "bn" else text


def render(code: str, lang: str, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a code with its parameters. Raise KeyError when code or parameter is missing."""
    text = _template(code, lang).format_map(
        {name: _filled(name, value, lang) for name, value in (params or {}).items()}
    )
    return text if stays_as_written(code) else runnable(text)


def render_fact(code: str, lang: str, params: Mapping[str, object] | None = None) -> str:
    """Return what a sentence says is so, without its next step: for readers to whom another one is told."""
    filled = {
        name: render_fact(value.code, lang, value.params) if isinstance(value, Phrase) else _filled(name, value, lang)
        for name, value in (params or {}).items()
    }
    return parts(_template(code, lang), lang)[0].format_map(filled).strip()


def _template(code: str, lang: str) -> str:
    sentence = CATALOGUE[code]
    return sentence.bn if lang == "bn" else sentence.en


def _filled(name: str, value: object, lang: str) -> str:
    # What was typed is quoted as it was typed; codes and years (1.2.1, 2023-24) are read in the reader's own digits.
    if lang == "bn" and isinstance(value, str) and name not in _VERBATIM and _CODE.fullmatch(value):
        return to_bangla_digits(value)
    if name in _MARKS and isinstance(value, (Decimal, Fraction)):
        return show_marks(value, lang)
    return show(value, lang)
