"""What officers type into a form, and what scans make of any text."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from xl_apa.core.model import Indicator, Unit, Value
from xl_apa.core.text.months import MONTHS_BN
from xl_apa.core.text.numerals import to_bangla_digits

_NOTHING = ("-", "--", "", "", "নাই", "প্রযোজ্য নয়", "—")
_ONGOING = ("চলমান", "চলমান।", "কার্যক্রম চলমান", "প্রক্রিয়াধীন")
# What optical recognition mixes up in Bangla prints, in words.
_GLYPHS = (
    *(("ি", "ী"), ("ী", "ি"), ("ু", "ূ"), ("ণ", "ন"), ("শ", "স"), ("ব", "র"), ("র", "ব"), ("য়", "য"), ("ড়", "ড")),
    *(("্", ""), ("ষ", "য"), ("ক", "ফ"), ("ত", "ভ"), ("ং", "ঃ"), ("প", "গ"), ("ঘ", "খ")),
)
_NOUGHTS, _ONES = "oO", "|।l"


def shown(chance: random.Random, value: Value | None, unit: Unit, *, plain: bool = False) -> str:
    """Return a target as a form prints it."""
    if value is None:
        return chance.choice(("-", "", "", "--", "…"))
    if isinstance(value, date):
        form = "%d/%m/%Y" if plain else chance.choice(("%d/%m/%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"))
        return to_bangla_digits(value.strftime(form))
    sign = "%" if unit is Unit.PERCENT and chance.random() < 0.6 else ""
    return to_bangla_digits(f"{value}{sign}")


def achieved(chance: random.Random, indicator: Indicator) -> str:
    """Return what an officer types for an indicator."""
    kind = chance.random()
    if kind < 0.12:
        return chance.choice(_NOTHING)
    if kind < 0.2:
        return chance.choice(_ONGOING)
    sentence = chance.random() < 0.1
    if indicator.unit is Unit.DATE:
        day = date(2023, 7, 2) + timedelta(days=chance.randint(0, 180))
        if sentence:
            return f"গত {to_bangla_digits(f'{day:%d/%m/%Y}')} তারিখে পত্র প্রেরণ করা হয়েছে।"
        return chance.choice(
            (
                *(to_bangla_digits(f"{day:%d/%m/%Y}"), to_bangla_digits(f"{day:%d.%m.%Y}"), f"{day:%d/%m/%Y}"),
                *(
                    to_bangla_digits(f"{day.day} {MONTHS_BN[day.month - 1]} {day.year}"),
                    to_bangla_digits(f"{day:%d/%m/%Y}") + " খ্রি.",
                ),
                to_bangla_digits(f"{day:%d/%m/%y}"),
            )
        )
    best = max((target for target in indicator.targets if isinstance(target, Decimal)), default=Decimal(1))
    number = chance.randint(0, int(best) + 2) if indicator.unit is Unit.NUMBER else chance.randint(0, 100)
    if indicator.unit is Unit.PERCENT:
        text = to_bangla_digits(number)
        if sentence:
            return f"এ পর্যন্ত {text}% আবেদন নিষ্পত্তি করা হয়েছে।"
        return chance.choice((f"{text}%", f"{text}%", text, f"{number}%", f"{text}.৫%" if number < 100 else f"{text}%"))
    text = to_bangla_digits(number)
    if sentence:
        return f"{text}টি কার্যক্রম সম্পন্ন হয়েছে।"
    behind = "টি" if indicator.unit_name in (None, "টি") else indicator.unit_name
    return chance.choice((text, text, text, str(number), f"{text} {behind}", to_bangla_digits(f"{number:02}")))


def misread(chance: random.Random, text: str, often: float) -> str:
    """Return words as a scan gives them: glyphs mixed up, a blank in a word, two words joined. Digits stay."""
    if chance.random() >= often or len(text) < 8:
        return text
    for _ in range(max(1, len(text) // 25)):
        kind = chance.random()
        if kind < 0.6:
            wrong, right = chance.choice(_GLYPHS)
            text = text.replace(wrong, right, 1)
        elif kind < 0.8:
            place = chance.randrange(3, len(text) - 2)
            text = f"{text[:place]} {text[place:]}" if text[place - 1 : place + 1].isalpha() else text
        else:
            place = text.find(" ", chance.randrange(len(text) // 2, len(text)))
            text = text if place < 0 else text[:place] + text[place + 1 :]
    return text


def smudged(chance: random.Random, text: str, often: float) -> str:
    """Return a number or a day with a digit that looks like a letter: `২o/০৬/২০২৪`."""
    places = [place for place, letter in enumerate(text) if letter in "০১"]
    if not places or chance.random() >= often:
        return text
    place = chance.choice(places)
    return text[:place] + chance.choice(_NOUGHTS if text[place] == "০" else _ONES) + text[place + 1 :]
