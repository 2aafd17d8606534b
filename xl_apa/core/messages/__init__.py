"""The one catalogue: every sentence a user reads, by code, in Bangla and English.

`findings` are faults in the data (`core.findings` says how grave each is), `errors` faults of a file or a call, `labels`
short words on screens, `guide` the help texts of the commands, `live` what the formulas of the form say, `prompts` what a
cell says when it is entered or refuses an entry, `explanations` how marks came about, `sheets` what stands on sheets beside
headings, `review` the letters to the offices and the ministry's decisions, `buttons` what the buttons in Excel say, `ribbon` what stands on them, `setup` what installing says, `doctor` what
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
from xl_apa.core.messages.buttons import BUTTONS
from xl_apa.core.messages.doctor import DOCTOR
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.explanations import EXPLANATIONS
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.guide import GUIDE
from xl_apa.core.messages.installer import INSTALLER
from xl_apa.core.messages.labels import LABELS
from xl_apa.core.messages.live import LIVE
from xl_apa.core.messages.own_program import runnable, stays_as_written
from xl_apa.core.messages.prompts import PROMPTS
from xl_apa.core.messages.review import REVIEW
from xl_apa.core.messages.ribbon import RIBBON
from xl_apa.core.messages.sentence import Phrase, Sentence
from xl_apa.core.messages.setup import SETUP
from xl_apa.core.messages.sheets import SHEETS
from xl_apa.core.rounding import half_up
from xl_apa.core.text.months import MONTHS_BN, MONTHS_EN, Month
from xl_apa.core.text.numerals import plain, to_bangla_digits

__all__ = ["CATALOGUE", "LANGUAGES", "Phrase", "Sentence", "render", "show"]

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
    **REVIEW,
    **_ON_COMPUTERS,
}

_VERBATIM = ("text", "path", "name")
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


def render(code: str, lang: str, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a code with its parameters. Raise KeyError when code or parameter is missing."""
    sentence = CATALOGUE[code]
    template = sentence.bn if lang == "bn" else sentence.en
    text = template.format_map({name: _filled(name, value, lang) for name, value in (params or {}).items()})
    return text if stays_as_written(code) else runnable(text)


def _filled(name: str, value: object, lang: str) -> str:
    # What was typed is quoted as it was typed; codes and years (1.2.1, 2023-24) are read in the reader's own digits.
    if lang == "bn" and isinstance(value, str) and name not in _VERBATIM and _CODE.fullmatch(value):
        return to_bangla_digits(value)
    return show(value, lang)
