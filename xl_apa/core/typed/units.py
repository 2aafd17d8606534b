"""Units by name: which kind a name is of, and numbers that are typed with a unit behind them.

A unit is a date, a percent or a number; known words name the first two, everything else is a number with a name of its
own (জন, কোটি টাকা, মেঃ টন). A word of size in a name is part of the name: 5 in a row of কোটি টাকা is 5. A word of size in
what is typed is read where it leaves one reading, else asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from xl_apa.core.findings import FindingKind
from xl_apa.core.model import Unit, Value
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.number_words import NOT_ALONE, WORD_VALUES
from xl_apa.core.text.numerals import GENERAL_COUNTERS, parse_number
from xl_apa.core.text.unit_names import UnitName, fold, is_money, magnitude_of, parse_unit_name

_LONGEST_NAME = 60


def _folded(*words: str) -> frozenset[str]:
    return frozenset("".join(fold(word)) for word in words)


_USUAL = {unit: _folded(unit.bangla, unit.value) for unit in Unit}
_DATE_WORDS = _folded("তারিখ", "date", "dates", "তাং")
_BESIDE_DATES = _folded(
    "দিন", "মাস", "বছর", "সাল", "নির্ধারিত", "খ্রি", "খ্রিস্টাব্দ", "day", "month", "year", "dd", "mm", "yyyy"
)
_PERCENT_WORDS = _folded("%", "percent", "percentage", "pct", "শতকরা", "শতাংশ", "শতাংশে", "পার্সেন্ট", "পারসেন্ট")
_NUMBER_WORDS = _folded("সংখ্যা", "number", "numbers", "টি", "জন")


@lru_cache(maxsize=1024)
def unit_kinds(text: str) -> frozenset[Unit]:
    """Return the kinds that a unit's name may be of: one mostly; two for `সংখ্যা ও তারিখ`; none where it is no name."""
    words = fold(text)
    if len(text) > _LONGEST_NAME or not _is_name(text):
        return frozenset()
    rest = set(words) - _DATE_WORDS - _PERCENT_WORDS
    kinds = set()
    if set(words) & _DATE_WORDS:
        kinds |= {Unit.DATE} if rest <= _BESIDE_DATES else {Unit.DATE, Unit.NUMBER}
    if set(words) & _PERCENT_WORDS:
        kinds |= {Unit.PERCENT, Unit.NUMBER} if rest & _NUMBER_WORDS else {Unit.PERCENT}
    return frozenset(kinds or {Unit.NUMBER})


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """Return the kind of unit that column 6 names: `তারিখ`, `%`, a number for any other name.

    None where the text is no unit (blank, a number, a day, `৪ টি`), or may be of two kinds.
    """
    kinds = unit_kinds(text)
    return next(iter(kinds)) if len(kinds) == 1 else None


def is_usual_name(text: str, unit: Unit) -> bool:
    """Return whether a text is the usual name of a kind, in Bangla or English: `সংখ্যা`, `number`."""
    return "".join(fold(text)) in _USUAL[unit]


def same_unit_name(one: str, other: str) -> bool:
    """Return whether two names are the same but for spelling: `মেঃ টন` and `মে. টন`."""
    if fold(one) == fold(other):
        return True
    here, there = parse_unit_name(one), parse_unit_name(other)
    same = (here.magnitude, here.base, here.counter) == (there.magnitude, there.base, there.counter)
    return same and bool(one.strip()) is bool(other.strip())


def is_whole(unit: Unit, name: str, targets: Sequence[Value | None], decimals: int | None = None) -> bool:
    """Return whether only whole numbers are meant in a row: things are counted, and no target has decimals.

    `decimals` is what the plan says of it. What is measured (টাকা, টন, ঘণ্টা) or counted in lakhs takes decimals.
    """
    if unit is not Unit.NUMBER:
        return False
    if decimals is not None:
        return decimals == 0
    numbers = (target for target in targets if isinstance(target, Decimal))
    return all(number == number.to_integral_value() for number in numbers) and not parse_unit_name(name).takes_decimals


def _is_name(text: str) -> bool:
    plain = for_reading(text)
    # What begins with a number is an amount; an error value of a sheet begins with #.
    return bool(re.search(r"[^\W\d_]|[%৳$]", plain)) and not re.match(r"[-+.]?\d|#", plain)


# ---- amounts --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number with a unit behind it says in a row of some unit.

    `value` is None where it does not fit or may mean two things: `kind` says which, `offer` what it seems to mean. With
    a value, `kind` is None, or says that a word of size was reckoned with.
    """

    value: Decimal | None = None
    kind: FindingKind | None = None
    offer: Decimal | None = None


_FIGURE = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_FRONT = r"(?:(?:৳|tk\.?|bdt)\s*)?"
_AMOUNT = re.compile(
    rf"(?P<front>{_FRONT})(?P<number>[+-]?{_FIGURE})\s*(?P<dash>/\s*[-=])?"
    r"\s*(?:\(\s*(?P<word>[^()\d]+?)\s*\))?\s*(?P<tail>[^\d]*)"
)
_PIECE = re.compile(rf"({_FIGURE})\s*([^\W\d_][^\s\d,.()]*)?\s*")
_BRACKETED = re.compile(r"[(\[{]\s*(?P<inner>[^()\[\]{}]*\d[^()\[\]{}]*)[)\]}]\s*(?P<after>[^\d]*)")
_MISMATCH = Amount(None, FindingKind.UNIT_MISMATCH)


@lru_cache(maxsize=4096)
def read_amount(text: str, name: str) -> Amount | None:
    """Return what a text that is a number, with or without a unit behind it, says in a row of the unit `name`.

    None where it is something else: another reader may know more.
    """
    plain = for_reading(text)
    if match := _BRACKETED.fullmatch(plain):
        plain = f"{match['inner']}{match['after']}"
    unit = parse_unit_name(name)
    split = _split(plain, unit)
    if split is not None:
        return _in_unit(*split, unit)
    return _in_pieces(plain, unit)


def _split(plain: str, unit: UnitName) -> tuple[Decimal, UnitName] | None:
    """The number at the head of a text, and the unit behind it."""
    if match := _AMOUNT.fullmatch(plain):
        number = parse_number(match["number"])
        # ৩ টি+ are more than three.
        if number is None or "+" in match["tail"] or (match["word"] and number != WORD_VALUES.get(match["word"])):
            return None
        tail = parse_unit_name(match["tail"])
        if match["front"] or match["dash"]:
            # ৳ ৫,০০০ and ৫,০০০/- are amounts of taka.
            if not is_money(unit) or (tail.base and not is_money(tail)):
                return None
            tail = replace(tail, base=unit.base)
        return number, tail
    # Words that are a number beside a unit only: nine, but also "not"; twelve, but also the unit itself (বার).
    if plain == NOT_ALONE or (plain and "".join(fold(plain)) == unit.base):
        return None
    for end in range(min(len(plain), _LONGEST_NAME), 1, -1):
        number_in_words = WORD_VALUES.get(plain[:end].rstrip())
        if number_in_words is not None:
            tail = parse_unit_name(plain[end:])
            return (Decimal(number_in_words), tail) if tail.base in ("", unit.base) or _is_a_unit(tail) else None
    return None


def _in_unit(number: Decimal, tail: UnitName, unit: UnitName) -> Amount | None:
    if _names_another(tail, unit):
        return _MISMATCH if not unit.plain and _is_a_unit(tail) else None
    # ৫ টি are no five lakhs, but ৫ লক্ষ টি are.
    if tail.counter and not unit.counter and unit.takes_decimals and (unit.measures or not tail.magnitudes):
        return _MISMATCH
    if tail.magnitude == unit.magnitude:
        return Amount(number)
    if not tail.magnitudes:
        # 120 taka in a row of crores: it may be 120 crores that are meant.
        return Amount(None, FindingKind.UNIT_UNCLEAR) if tail.base else Amount(number)
    reckoned = number * tail.magnitude / unit.magnitude
    if not unit.magnitudes:
        return Amount(reckoned, FindingKind.AMOUNT_RECKONED)
    part = set(tail.magnitudes) < set(unit.magnitudes)
    return Amount(None, FindingKind.UNIT_UNCLEAR, None if part else reckoned)


_NAMED = re.compile(
    rf"({_FIGURE})\s*(?:\([^()]*\))?\s*-?\s*(?:{'|'.join(map(re.escape, GENERAL_COUNTERS))})?\s*([^\W\d_]\S*)"
)


def names_unit(text: str, number: Decimal, name: str) -> bool:
    """Return whether a sentence counts what a unit is called by: of ৩টি কর্মশালা nobody knows how many persons came."""
    unit = parse_unit_name(name)
    if not unit.base:
        return True
    behind = (match[2] for match in _NAMED.finditer(for_reading(text)) if parse_number(match[1]) == number)
    return any(parse_unit_name(word).base == unit.base for word in behind)


def _in_pieces(plain: str, unit: UnitName) -> Amount | None:
    """What several pieces add up to: `১ কোটি ২০ লক্ষ টাকা`; each is of a smaller size than the one before."""
    total, least, position, pieces = Decimal(0), None, 0, 0
    while match := _PIECE.match(plain, position):
        number, size = parse_number(match[1]), magnitude_of(match[2] or "") or 1
        if number is None or (least is not None and (size >= least or number * size >= least)):
            return None
        total, least, position = total + number * size, size, match.end() if size > 1 else match.end(1)
        pieces += 1
        if size == 1:
            break
    tail = parse_unit_name(plain[position:])
    if pieces < 2 or tail.magnitudes or not (tail.base in ("", unit.base) or _is_a_unit(tail)):
        return None
    if _names_another(tail, unit):
        return None if unit.plain else _MISMATCH
    if unit.magnitudes:
        return Amount(None, FindingKind.UNIT_UNCLEAR, total / unit.magnitude)
    return Amount(total, FindingKind.AMOUNT_RECKONED)


def _names_another(tail: UnitName, unit: UnitName) -> bool:
    return bool(tail.base) and tail.base != unit.base and not (unit.plain and tail.counts_one_kind)


def _is_a_unit(tail: UnitName) -> bool:
    return tail.measures or tail.counts_one_kind
