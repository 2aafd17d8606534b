"""The formulas of one row, as text: functions of Excel 2010 only, none that changes by itself, none that asks the PC.

`VALUE` reads "1/2", "1e5" and "$5" too, and reads "1.5" by the region of the PC. So it only ever sees digits that were
checked one by one, and the point is put in by dividing: 846/10^1 is the same number as 84.6 typed in.
Text is compared with EXACT and FIND; `=` and SEARCH follow the sorting rules of the PC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from xl_apa.core.fiscal import MONTHS_BN, FiscalYear, Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Rule, Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import Column, Working

DIGITS = "০১২৩৪৫৬৭৮৯"
LONGEST_NUMBER = 15
"""Digits; a cell holds no more."""
LONGEST_VALUE = 60
"""No text that is longer than this is a value, for anybody."""
FIRST_SERIAL, END_OF_SERIALS = 36526, 73051
"""1 January 2000 and 1 January 2100 as Excel counts days."""

A_NUMBER, NEITHER = "#", "?"
"""What stands for a cell that holds no text."""

BLANKS = "\u00a0\t\n"
INVISIBLE = "\u200b\u200c\u200d\ufeff"
NOTHING = "-–—−….।_ "
ONGOING = "চলমান"
ONGOING_FORMS = (ONGOING, *(f"{ONGOING}{end}" for end in ("।", ".", " ।", " .")))
COUNTERS = ("টি", "টা")
PERCENT_SIGNS = ("%", "শতাংশ")
ERAS = ("খ্রি.", "খ্রিঃ", "খ্রি", "ইং")

# What a text that stands for a value, for nothing or for ongoing work may begin with, for a reader who knows more than
# the formulas. Everything else is a sentence.
VALUE_LETTERS = "0123456789०१२३४५६७८९٠١٢٣٤٥٦٧٨٩+−-.–—…।_"
_STATUS_STARTS = ("নাই", "নেই", "প্রযোজ্য", "n", "কার্য", "কাজ", "চল", "প্রক্রি", "বাস্তবা", "on", "in ")
_STARTS = {
    Unit.NUMBER: (
        *("শূন্য", "এক", "দু", "তিন", "চার", "পাঁচ", "পাচ", "ছ", "সাত", "আট", "নয", "ন\u09df", "দশ", "এগার", "বারো"),
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "ten", "eleven", "twelve"),
    ),
    Unit.PERCENT: ("শতকরা",),
    Unit.DATE: (
        *("তারিখ", "তাং", "জান", "ফেব", "মার", "এপ", "মে", "জুন", "জুল", "আগ", "অগ", "সেপ", "অক", "নভ", "ডিস"),
        *("date", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    ),
}

NOT_UNDERSTOOD = "live-not-understood"
ISSUES = (
    NOT_UNDERSTOOD,
    "live-targets-faulty",
    "live-date-outside-year",
    "live-date-after-quarter",
    "live-percent-out-of-range",
    "live-count-negative",
    "live-below-last-quarter",
    "live-percent-is-one",
    "live-accepted-not-used",
    "live-count-not-whole",
    "live-accepted-used",
    "live-percent-was-fraction",
)
"""What may be said about a row, in the order of core's findings: what stands first is said."""

_PLACES = "{1,2,3,4,5}"
_ROW = "~"
MONTH_PLACE = 100_000
"""Month and day are kept in one number, 500016 for 16 May; a mistyped day has up to five digits."""


@lru_cache(maxsize=64)
def _formulas(unit: Unit, year: FiscalYear, quarter: Quarter) -> Mapping[int, str]:
    """The formulas of a row by column; `~` stands for its number."""
    builder = _Row(unit, year, quarter)
    return {column: f"={formula}" for column, formula in builder.all()}


def row_formulas(row: int, unit: Unit, year: FiscalYear, quarter: Quarter) -> dict[int, str]:
    """The formulas of an indicator's row, by column. `row` is counted from 0."""
    number = str(row + 1)
    return {column: formula.replace(_ROW, number) for column, formula in _formulas(unit, year, quarter).items()}


def value_starts(unit: Unit) -> tuple[str, ...]:
    """Words that a text may begin with which is no mere sentence."""
    return (*_STATUS_STARTS, *_STARTS[unit])


def message_of(issue: int, unit: Unit) -> str:
    """The sentence that stands for an issue beside a row."""
    if not issue:
        return ""
    code = ISSUES[issue - 1]
    return render(f"live-{unit}-not-understood" if code == NOT_UNDERSTOOD else code, "bn")


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _list(texts: Iterable[str]) -> str:
    return "{" + ",".join(map(_quoted, texts)) + "}"


def _without(text: str, letters: Iterable[str], instead: str = "") -> str:
    for letter in letters:
        text = f"SUBSTITUTE({text},{_letter(letter)},{_quoted(instead)})"
    return text


def _letter(letter: str) -> str:
    return f"CHAR({ord(letter)})" if letter < " " else _quoted(letter)


def _in_ascii_digits(text: str) -> str:
    for digit, bangla in enumerate(DIGITS):
        text = f'SUBSTITUTE({text},"{bangla}","{digit}")'
    return text


def _in_bangla_digits(text: str) -> str:
    for digit, bangla in enumerate(DIGITS):
        text = f'SUBSTITUTE({text},"{digit}","{bangla}")'
    return text


def _is_one_of(text: str, texts: Iterable[str]) -> str:
    return f"SUMPRODUCT(EXACT({text},{_list(texts)})*1)>0"


def _only_digits(text: str) -> str:
    places = ",".join(map(str, range(1, LONGEST_NUMBER + 1)))
    padded = f'{text}&REPT("0",{LONGEST_NUMBER})'
    found = f'SUMPRODUCT(ISNUMBER(FIND(MID({padded},{{{places}}},1),"0123456789"))*1)={LONGEST_NUMBER}'
    return f"LEN({text})>0,LEN({text})<={LONGEST_NUMBER},{found}"


def _without_ending(text: str, endings: Iterable[str], otherwise: str) -> str:
    for ending in reversed(list(endings)):
        size = len(ending)
        found = f"EXACT(RIGHT({text},{size}),{_quoted(ending)})"
        otherwise = f"IF({found},TRIM(LEFT({text},LEN({text})-{size})),{otherwise})"
    return otherwise


def _first_true(cases: Iterable[tuple[str, object]], otherwise: object) -> str:
    formula = str(otherwise)
    for condition, result in reversed(list(cases)):
        formula = f"IF({condition},{result},{formula})"
    return formula


def _number_in(typed: str, text: str) -> str:
    return f'AND(ISNUMBER({typed}),{text}="{A_NUMBER}")'


def _first_place(conditions: str) -> str:
    """The place of the first of five conditions that holds, 0 when none does."""
    return f"MOD(6-SUMPRODUCT(MAX(({conditions})*{{5,4,3,2,1}})),6)"


class _Row:
    """Builds the formulas of a row; every attribute of lower case is an address in it."""

    def __init__(self, unit: Unit, year: FiscalYear, quarter: Quarter) -> None:
        self.unit, self.year, self.quarter = unit, year, quarter
        first, last = where.TARGET_COLUMNS[0], where.TARGET_COLUMNS[-1]
        self.targets = f"{self.at(first)}:{self.at(last)}"
        header = where.HEADER_ROWS[-1] + 1
        self.percents = f"{where.column_letters(first)}${header}:{where.column_letters(last)}${header}"

    def at(self, column: int) -> str:
        return f"{where.column_letters(column)}{_ROW}"

    def all(self) -> Iterable[tuple[int, str]]:
        """Column and formula, without the equals sign."""
        yield from self.reading(Column.ACHIEVED, Working.TEXT)
        yield from self.reading(Column.ACCEPTED, Working.ACCEPTED_TEXT)
        yield Working.OWN, self.own()
        yield Working.SURE, self.sure()
        yield Working.SOURCE, self.source()
        yield Working.STATUS, self.status()
        yield Working.VALUE, self.value()
        yield from self.scale()
        yield from self.scoring()
        yield Working.ISSUE, self.issue()
        yield Column.UNDERSTOOD, self.understood()
        if self.quarter > 1:
            yield Column.BEFORE, self.before()
        yield Column.TIER, self.tier()
        yield Column.MARKS, self.marks()
        yield Column.ATTAINABLE, self.attainable()
        yield Column.MESSAGE, self.message()

    # ---- reading a cell -----------------------------------------------------------------------------------------

    def reading(self, source: int, start: int) -> Iterable[tuple[int, str]]:
        """A typed cell in six steps, from `start` on; the last one is a number or "" when there is none."""
        typed = self.at(source)
        text, body, a, b, c, _ = (self.at(start + step) for step in range(6))
        letters = _without(_without(typed, BLANKS, " "), INVISIBLE)
        # LibreOffice counts TRUE among the numbers.
        number = f"AND(ISNUMBER({typed}),NOT(ISLOGICAL({typed})))"
        other = f'IF(ISBLANK({typed}),"",IF({number},"{A_NUMBER}","{NEITHER}"))'
        yield start, f"IF(ISTEXT({typed}),TRIM({_in_ascii_digits(letters)}),{other})"
        if self.unit is Unit.DATE:
            yield from self.reading_day(start, typed, text, body, a, b, c)
        else:
            yield from self.reading_number(start, typed, text, body, a, b)

    def reading_number(self, start: int, typed: str, text: str, body: str, a: str, b: str) -> Iterable[tuple[int, str]]:
        endings = PERCENT_SIGNS if self.unit is Unit.PERCENT else COUNTERS
        yield start + 1, _without_ending(text, endings, text)
        # A count with its counter has no sign: "-5টি" may as well be a list.
        signed = f'LEFT({body},1)="-"'
        if self.unit is Unit.NUMBER:
            signed = f"AND({signed},EXACT({body},{text}))"
        yield start + 2, f'SUBSTITUTE(IF({signed},MID({body},2,99),{body}),".","",1)'
        # A point wants a digit on both sides.
        point = f'ISNUMBER(FIND(".",{body}))'
        whole = f'LEFT({body},1)<>".",LEFT({body},2)<>"-.",RIGHT({body},1)<>"."'
        number = f'VALUE({a})/10^IF({point},LEN({body})-FIND(".",{body}),0)*IF(LEFT({body},1)="-",-1,1)'
        read = f'IF(AND({_only_digits(a)},{whole}),{number},"")'
        yield start + 3, f'IF({_number_in(typed, text)},IF({self.looks_like_day(typed)},"",{typed}),{read})'
        if self.unit is Unit.PERCENT:
            fraction = f"AND({b}>0,{b}<1,EXACT({body},{text}))"
            # 0.57*100 is 56.99999999999999 where numbers are binary.
            yield start + 5, f'IF(ISNUMBER({b}),IF({fraction},ROUND({b}*100,10),{b}),"")'
        else:
            yield start + 5, b

    def looks_like_day(self, typed: str) -> str:
        """Excel turns "16/05/2024" into a number by itself, which would pass for a large count."""
        day = f"{typed}>={FIRST_SERIAL},{typed}<{END_OF_SERIALS},{typed}=INT({typed})"
        return f"AND({day},{typed}>10*MAX({self.targets}))"

    def reading_day(
        self, start: int, typed: str, text: str, body: str, a: str, b: str, c: str
    ) -> Iterable[tuple[int, str]]:
        yield start + 1, _without(_without_ending(text, ERAS, text), "-.", "/")
        slash = f'FIND("/",{body})'
        step = f'FIND("/",{body},{slash}+1)-{slash}'
        bare = f'SUBSTITUTE({body},"/","")'
        shape = f"LEN({body})-LEN({bare})=2,{slash}<=5,{step}<=4,LEN({body})<=13,{_only_digits(bare)}"
        # Day, month and year far apart, so that each can be cut out with blanks around it.
        yield start + 2, f'IF(IFERROR(AND({shape}),FALSE),SUBSTITUTE({body},"/",REPT(" ",20)),"")'
        iso = f"{slash}=5"
        last = f"TRIM(RIGHT({a},20))"
        year = f"IF({iso},LEFT({body},4),{last})"
        month = f"VALUE(TRIM(MID({a},21,20)))"
        day = f"VALUE(IF({iso},{last},TRIM(LEFT({a},20))))"
        yield start + 3, f'IF({a}="","",IFERROR(VALUE({year})+IF(LEN({year})=2,2000,0),0))'
        yield start + 4, f'IF({a}="","",IFERROR({month}*{MONTH_PLACE}+{day},0))'
        # DATE makes 2 March of 30 February; early years mean other years to other programs.
        made = f"DATE({b},INT({c}/{MONTH_PLACE}),MOD({c},{MONTH_PLACE}))"
        real = f'IF(MONTH({made})*{MONTH_PLACE}+DAY({made})={c},{made},"")'
        read = f'IF(AND(N({b})>=2000,N({b})<=2099,N({c})>0),{real},"")'
        serial = f'IF(AND({typed}>={FIRST_SERIAL},{typed}<{END_OF_SERIALS}),INT({typed}),"")'
        yield start + 5, f"IF({_number_in(typed, text)},{serial},{read})"

    # ---- what counts --------------------------------------------------------------------------------------------

    def own(self) -> str:
        text = self.at(Working.TEXT)
        return _first_true(
            [
                (f"ISNUMBER({self.at(Working.NUMBER)})", _quoted(Status.REPORTED)),
                (f'{_without(text, NOTHING)}=""', _quoted(Status.NONE)),
                (_is_one_of(text, ONGOING_FORMS), _quoted(Status.ONGOING)),
            ],
            _quoted(Status.UNREADABLE),
        )

    def sure(self) -> str:
        """Whether an accepted value may stand in: the program found no value, or nobody could find one."""
        typed, text = self.at(Column.ACHIEVED), self.at(Working.TEXT)
        starts = _list(value_starts(self.unit))
        word = f'SUMPRODUCT(ISNUMBER(FIND("|"&{starts},"|"&LOWER({text})))*1)=0'
        letter = f'ISERROR(FIND(LEFT({text}&"-",1),{_quoted(VALUE_LETTERS)}))'
        reasons = [self.was_read(), f"LEN({text})>{LONGEST_VALUE}", f"AND({letter},{word})"]
        if self.unit is Unit.DATE:
            year = self.at(Working.PART_B)
            # Three numbers that are no day: whoever reads on reads no more than that.
            impossible = f"ISNUMBER({year}),OR({year}<1900,AND({year}>=2000,{year}<=2099),{year}>2199)"
            reasons.append(f"AND({impossible})")
        # A number that is no day is none for core either; a number that looks like a day may be one.
        number = int(self.unit is Unit.DATE)
        return f"IF({_number_in(typed, text)},{number},IF(OR({','.join(reasons)}),1,0))"

    def was_read(self) -> str:
        """Whether the program has looked at this very text."""
        typed = self.at(Column.ACHIEVED)
        return f"IF(ISTEXT({typed}),EXACT({typed},{self.at(Working.READ_FOR)}),FALSE)"

    def source(self) -> str:
        read = f"{self.was_read()},ISNUMBER({self.at(Working.READ)})"
        accepted = f"{self.at(Working.SURE)}=1,ISNUMBER({self.at(Working.ACCEPTED_NUMBER)})"
        unreadable = f"{self.at(Working.OWN)}<>{_quoted(Status.UNREADABLE)}"
        cases = [(unreadable, '"own"'), (f"AND({read})", '"read"'), (f"AND({accepted})", '"accepted"')]
        return _first_true(cases, '""')

    def status(self) -> str:
        source = self.at(Working.SOURCE)
        cases = [
            (f'{source}="own"', self.at(Working.OWN)),
            (f'{source}=""', _quoted(Status.UNREADABLE)),
        ]
        return _first_true(cases, _quoted(Status.REPORTED))

    def value(self) -> str:
        source = self.at(Working.SOURCE)
        cases = [
            (f'{source}="own"', self.at(Working.NUMBER)),
            (f'{source}="read"', self.at(Working.READ)),
            (f'{source}="accepted"', self.at(Working.ACCEPTED_NUMBER)),
        ]
        return _first_true(cases, '""')

    # ---- targets ------------------------------------------------------------------------------------------------

    def scale(self) -> Iterable[tuple[int, str]]:
        usual = -1 if self.unit is Unit.DATE else 1
        least, most = f"MIN({self.targets})", f"MAX({self.targets})"
        first = f"INDEX({self.targets},{self.at(Working.BEST)})"
        yield Working.DIRECTION, _first_true([(f"{least}={most}", usual), (f"{first}={most}", 1)], -1)
        count = f"COUNT({self.targets})"
        missing = f"SUMPRODUCT((LEN({_without(self.targets, NOTHING)})=0)*1)"
        wrong = [f"{count}=0", f"{count}+{missing}<>{len(where.TARGET_COLUMNS)}"]
        if self.unit is Unit.DATE:
            wrong.append(f"AND({count}>0,OR({least}<{FIRST_SERIAL},{most}>={END_OF_SERIALS}))")
        yield Working.FAULT, _first_true([(f"OR({','.join(wrong)})", 1), (f"{self.disorder()}>0", 2)], 0)
        yield Working.BEST, _first_place(f"ISNUMBER({self.targets})")

    def disorder(self) -> str:
        """How many pairs of targets stand the wrong way round."""
        columns = [where.column_letters(column) for column in where.TARGET_COLUMNS]
        pairs = []
        for apart in range(1, len(columns)):
            before = f"{columns[0]}{_ROW}:{columns[-1 - apart]}{_ROW}"
            after = f"{columns[apart]}{_ROW}:{columns[-1]}{_ROW}"
            both = f"ISNUMBER({before})*ISNUMBER({after})*({before}<>{after})"
            pairs.append(f"SUMPRODUCT({both}*(({before}<{after})=({self.at(Working.DIRECTION)}=1)))")
        return "+".join(pairs)

    # ---- marks --------------------------------------------------------------------------------------------------

    @property
    def scored(self) -> str:
        return self.at(Working.SCORED if self.unit is Unit.DATE else Working.VALUE)

    def scoring(self) -> Iterable[tuple[int, str]]:
        value, direction, best = (self.at(each) for each in (Working.VALUE, Working.DIRECTION, Working.BEST))
        if self.unit is Unit.DATE:
            # Where later is better, the best target's day can always be waited for.
            open_day = f"IF({direction}=1,IF({best}>0,INDEX({self.targets},{best}),0),{self.day(self.quarter_end)})"
            yield Working.SCORED, f"IF(ISNUMBER({value}),{value},{open_day})"
        fault, scored = self.at(Working.FAULT), self.scored
        satisfied = f"({scored}>={self.targets})*({direction}=1)+({scored}<={self.targets})*({direction}=-1)"
        reached = _first_place(f"ISNUMBER({self.targets})*({satisfied})")
        yield Working.REACHED, f"IF(AND(ISNUMBER({scored}),{fault}=0),{reached},0)"
        place = self.at(Working.REACHED)
        better = f"SUMPRODUCT(MAX(ISNUMBER({self.targets})*({_PLACES}<{place})*{_PLACES}))"
        yield Working.BETTER, f"IF({place}>1,{better},0)"
        yield Working.PERCENT, self.percent()

    def percent(self) -> str:
        reached, better = self.at(Working.REACHED), self.at(Working.BETTER)
        low, high = f"INDEX({self.targets},{reached})", f"INDEX({self.targets},{better})"
        tier, next_tier = f"INDEX({self.percents},{reached})", f"INDEX({self.percents},{better})"
        share = f"{tier}+({next_tier}-{tier})*({self.scored}-{low})/({high}-{low})"
        whole = f'OR({better}=0,{self.at(Working.RULE)}<>"{Rule.PROPORTIONAL}")'
        return _first_true([(f"{reached}=0", 0), (whole, tier)], share)

    def tier(self) -> str:
        status = self.at(Working.STATUS)
        percent = f'IF({self.at(Working.FAULT)}>0,"",{self.at(Working.PERCENT)})'
        reported = f"ISNUMBER({self.at(Working.VALUE)})"
        return _first_true([(reported, percent), (f'{status}="{Status.ONGOING}"', 0)], '""')

    def of_weight(self, percent: str) -> str:
        # A half that binary numbers place a hair too low is a half again at eight decimals.
        return f"ROUND(ROUND({self.at(Column.WEIGHT)}*{percent}/100,8),2)"

    def marks(self) -> str:
        tier = self.at(Column.TIER)
        return f'IF({tier}="","",{self.of_weight(tier)})'

    def attainable(self) -> str:
        possible = self.of_weight(self.at(Working.PERCENT))
        if self.unit is not Unit.DATE:
            full = self.of_weight(f"INDEX({self.percents},{self.at(Working.BEST)})")
            possible = f"MAX(N({self.at(Column.MARKS)}),{full})"
        return f"IF({self.at(Working.FAULT)}>0,0,{possible})"

    # ---- what is said -------------------------------------------------------------------------------------------

    def understood(self) -> str:
        value = self.at(Working.VALUE)
        if self.unit is Unit.DATE:
            months = ",".join(map(_quoted, MONTHS_BN))
            text = f'DAY({value})&" "&CHOOSE(MONTH({value}),{months})&" "&YEAR({value})'
        else:
            # Numbers become text with the decimal comma of the PC.
            text = f'SUBSTITUTE({value}&"",",",".")'
        sign = '&"%"' if self.unit is Unit.PERCENT else ""
        ongoing = f'{self.at(Working.STATUS)}="{Status.ONGOING}"'
        cases = [(ongoing, _quoted(ONGOING)), (f"ISNUMBER({value})", _in_bangla_digits(text) + sign)]
        return _first_true(cases, '""')

    def before(self) -> str:
        value = self.at(Working.VALUE)
        earlier = [f"'{where.quarter_sheet(Quarter(number))}'!{value}" for number in range(self.quarter - 1, 0, -1)]
        return _first_true([(f"ISNUMBER({cell})", cell) for cell in earlier], '""')

    def issue(self) -> str:
        cases = [
            (f'{self.at(Working.STATUS)}="{Status.UNREADABLE}"', NOT_UNDERSTOOD),
            (f"{self.at(Working.FAULT)}>0", "live-targets-faulty"),
            *self.issues_of_value(),
        ]
        order = sorted((ISSUES.index(code) + 1, condition) for condition, code in cases)
        return _first_true([(condition, number) for number, condition in order], 0)

    def issues_of_value(self) -> Iterable[tuple[str, str]]:
        value, before = self.at(Working.VALUE), self.at(Column.BEFORE)
        accepted, number = self.at(Working.ACCEPTED_TEXT), self.at(Working.ACCEPTED_NUMBER)
        used = f'{self.at(Working.SOURCE)}="accepted"'
        same = f"AND(ISNUMBER({number}),{number}={value})"
        yield f'AND({accepted}<>"",NOT({used}),NOT({same}))', "live-accepted-not-used"
        yield used, "live-accepted-used"
        if self.unit is Unit.DATE:
            first, last = self.day(self.year.first_day), self.day(self.year.last_day)
            yield f"AND(ISNUMBER({value}),OR({value}<{first},{value}>{last}))", "live-date-outside-year"
            yield f"N({value})>{self.day(self.quarter_end)}", "live-date-after-quarter"
        elif self.unit is Unit.PERCENT:
            raw, bare = self.at(Working.PART_B), f"EXACT({self.at(Working.BODY)},{self.at(Working.TEXT)})"
            yield f"OR(N({value})<0,N({value})>100)", "live-percent-out-of-range"
            yield f"AND(N({raw})=1,{bare})", "live-percent-is-one"
            yield f"AND(N({raw})>0,N({raw})<1,{bare})", "live-percent-was-fraction"
        else:
            yield f"N({value})<0", "live-count-negative"
            yield f"N({value})<>INT(N({value}))", "live-count-not-whole"
            if self.quarter > 1:
                yield f"AND(ISNUMBER({value}),ISNUMBER({before}),{value}<{before})", "live-below-last-quarter"

    def message(self) -> str:
        issue = self.at(Working.ISSUE)
        possible = {code for _, code in self.issues_of_value()} | {NOT_UNDERSTOOD, "live-targets-faulty"}
        sentences = [
            _quoted(message_of(number, self.unit) if code in possible else "")
            for number, code in enumerate(ISSUES, start=1)
        ]
        return f'CHOOSE({issue}+1,"",{",".join(sentences)})'

    @property
    def quarter_end(self) -> date:
        return self.year.quarter_end(self.quarter)

    @staticmethod
    def day(day: date) -> str:
        return f"DATE({day.year},{day.month},{day.day})"
