"""The formulas that read a typed cell step by step.

`VALUE` reads "1/2", "1e5" and "$5" too, and reads "1.5" by the region of the PC. So it only ever sees digits that were
checked one by one, and the point is put in by dividing: 846/10^1 is the same number as 84.6 typed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Unit
from xl_apa.core.text.number_words import NOT_ALONE
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.parts import (
    first_true,
    in_ascii_digits,
    is_listed,
    number_in,
    number_kind,
    only_digits,
    quoted,
    without,
    without_end_mark,
    without_listed_ending,
    without_starts,
)
from xl_apa.sheets.formulas.traits import USUAL, RowTraits
from xl_apa.sheets.formulas.vocabulary import (
    A_PERCENT,
    ABOVE,
    ABOVE_FULL,
    ASCII_DIGITS,
    BLANKS,
    COMPOSED,
    DOUBTFUL,
    END_MARKS,
    FAR_ABOVE,
    FULL,
    IN_A_DAY,
    INVISIBLE,
    LEAST_TARGET,
    MONTH_PLACE,
    NEITHER,
    PERCENT_STARTS,
    SHORTENED,
    SPACED_ORDINALS,
    YEAR_CUT_SHORT,
    YEARS_AROUND,
    days_meant,
)
from xl_apa.sheets.layout import WordList
from xl_apa.xlsx.addresses import column_letters

ROW = "~"
"""Stands for the number of the row until it is known."""


class ReadingFormulas:
    """Builds the formulas that read the cells of a row; every attribute of lower case is an address in it."""

    def __init__(self, unit: Unit, year: FiscalYear, traits: RowTraits = USUAL) -> None:
        self.unit, self.year, self.traits, self.shape = unit, year, traits, traits.shape
        first, last = self.shape.target_columns[0], self.shape.target_columns[-1]
        self.targets = f"{self.at(first)}:{self.at(last)}"
        header, places = where.HEADER_ROWS[-1] + 1, self.shape.targets
        self.percents = f"{column_letters(places[0])}${header}:{column_letters(places[-1])}${header}"

    def at(self, column: int) -> str:
        return f"{column_letters(self.shape.at(column))}{ROW}"

    @property
    def places(self) -> str:
        """The places of the targets, counted from 1: `{1,2,3,4,5}`."""
        return f"{{{','.join(str(place + 1) for place in range(self.traits.tiers))}}}"

    def first_place(self, conditions: str) -> str:
        """The place of the first of the conditions on the targets that holds, 0 when none does."""
        tiers = self.traits.tiers
        falling = ",".join(str(place) for place in range(tiers, 0, -1))
        return f"MOD({tiers + 1}-SUMPRODUCT(MAX(({conditions})*{{{falling}}})),{tiers + 1})"

    def reading(self, source: int, start: int) -> Iterable[tuple[int, str]]:
        """A typed cell in six steps, from `start` on; the last one is a number or "" when there is none."""
        typed = self.at(source)
        text, body, a, b, c, _ = (self.at(start + step) for step in range(6))
        letters = without(without(typed, BLANKS, " "), INVISIBLE)
        for composed, usual in COMPOSED.items():
            letters = f"SUBSTITUTE({letters},{quoted(composed)},{quoted(usual)})"
        letters = without_end_mark(f"LOWER({in_ascii_digits(letters)})", END_MARKS)
        # LibreOffice counts TRUE among the numbers.
        number = f"AND(ISNUMBER({typed}),NOT(ISLOGICAL({typed})))"
        other = f'IF(ISBLANK({typed}),"",IF({number},{number_kind(typed)},"{NEITHER}"))'
        yield start, f"IF(ISTEXT({typed}),{letters},{other})"
        if self.unit is Unit.DATE:
            yield from self.reading_day(start, typed, text, body, a, b, c)
        elif self.unit is Unit.PERCENT:
            yield from self.reading_percent(start, typed, text, body, a, b, c)
        else:
            yield from self.reading_count(start, typed, text, body, a, b, c)

    def reading_count(
        self, start: int, typed: str, text: str, body: str, a: str, b: str, c: str
    ) -> Iterable[tuple[int, str]]:
        yield start + 1, without_listed_ending(text, self.traits.endings_name)
        yield start + 2, f'SUBSTITUTE(TRIM(LEFT({body},FIND("(",{body}&"(")-1)),".","",1)'
        # Some words end as a counter does: চৌষট্টি.
        yield (
            start + 3,
            self.in_words(body, f"((EXACT({body},{WordList.NUMBER_WORDS})+EXACT({text},{WordList.NUMBER_WORDS}))>0)"),
        )
        # Nothing but a point may stand in a number besides its digits.
        bare = f'LEN({body})-LEN({a})=ISNUMBER(FIND(".",{body}))*1'
        number = f'IF({bare},{self.digits_as_number(a, body)},"")'
        word = f"AND({b}>=0,NOT(EXACT({text},{quoted(NOT_ALONE)})))"
        yield start + 4, f"IF({number_in(typed, text)},{typed},IF({word},{b},{number}))"
        cannot = f"OR({self.is_negative(c)},{self.is_broken(c)},{self.is_not_meant(c)})"
        yield start + 5, f'IF(ISNUMBER({c}),IF({cannot},"",{c}),"")'

    @staticmethod
    def in_words(body: str, alone: str) -> str:
        """The number in words, by itself or in brackets behind the same number in digits (1 or 01); else -1.

        `alone` is the condition under which a word stands by itself.
        """
        words, values = WordList.NUMBER_WORDS, WordList.NUMBER_VALUES
        written = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({body}," (","("),"( ","(")," )",")")'
        ways = [
            alone,
            *(f'EXACT({written},{zero}{values}&"("&{words}&")")' for zero in ("", '"0"&')),
        ]
        return f"SUMPRODUCT(({'+'.join(ways)})*({values}+1))-1"

    def reading_percent(
        self, start: int, typed: str, text: str, body: str, a: str, b: str, c: str
    ) -> Iterable[tuple[int, str]]:
        yield start + 1, without_listed_ending(without_starts(text, PERCENT_STARTS), WordList.PERCENT_SIGNS)
        yield start + 2, f'SUBSTITUTE(IF(LEFT({body},1)="-",MID({body},2,99),{body}),".","",1)'
        # A word alone is a percent where a sign follows it.
        signed = f"NOT(EXACT(RIGHT({text},LEN({body})),{body}))"
        yield start + 3, self.in_words(body, f"EXACT({body},{WordList.NUMBER_WORDS})*{signed}")
        is_number = number_in(typed, text)
        shown = number_in(typed, text, A_PERCENT)
        # 0.57*100 is 56.99999999999999 where numbers are binary.
        yield (
            start + 4,
            first_true(
                [(is_number, typed), (shown, f"ROUND({typed}*100,10)"), (f"{b}>=0", b)], self.digits_as_number(a, body)
            ),
        )
        fraction = f"AND({c}>0,{c}<1,EXACT({body},{text}))"
        doubtful = f"AND({is_number},{c}>1,{c}<={DOUBTFUL},MIN({self.targets})>{DOUBTFUL})"
        outside = f"{c}<0,{c}>{self.largest_percent}"
        read = f'IF({fraction},ROUND({c}*100,10),IF(OR({doubtful},{outside}),"",{c}))'
        yield start + 5, f'IF(ISNUMBER({c}),{read},"")'

    def is_negative(self, count: str) -> str:
        """Return the condition that a count is negative beside targets of which none is."""
        return f"AND({count}<0,MIN({self.targets})>=0)"

    def is_broken(self, count: str) -> str:
        """Return the condition that a count is not whole where whole ones are meant."""
        return f"{count}<>INT({count})" if self.traits.whole else "FALSE"

    @property
    def largest_percent(self) -> str:
        """The largest percent that can be meant: 100, or more where a target is above 100."""
        most = f"MAX({self.targets})"
        return f"IF({most}>{FULL},{ABOVE_FULL}*{most},{FULL})"

    @staticmethod
    def digits_as_number(digits: str, body: str) -> str:
        """Return the number of digits that were a text's, with its point and sign; "" where there are none."""
        # A point wants a digit behind it.
        point = f'ISNUMBER(FIND(".",{body}))'
        whole = f'RIGHT({body},1)<>"."'
        number = f'VALUE({digits})/10^IF({point},LEN({body})-FIND(".",{body}),0)*IF(LEFT({body},1)="-",-1,1)'
        return f'IF(AND({only_digits(digits)},{whole}),{number},"")'

    def is_not_meant(self, count: str) -> str:
        """Return the condition that a count is far above the targets, or above them and a day or a near year."""
        # A year may stand alone or end a day run together: 16052024.
        year = f"IF({count}>10^6,MOD({count},10^4),{count})"
        near = f"ABS({year}-{self.year.start + 0.5})<{YEARS_AROUND + 1}"
        meant = days_meant(self.year)
        day = f"AND({count}>={meant.start},{count}<{meant.stop})"
        above = f"{count}>{ABOVE}*MAX({self.targets}),{count}=INT({count})"
        return f"OR(ABS({count})>{FAR_ABOVE}*MAX({LEAST_TARGET},{self.targets}),AND({above},OR({day},{near})))"

    def reading_day(
        self, start: int, typed: str, text: str, body: str, a: str, b: str, c: str
    ) -> Iterable[tuple[int, str]]:
        letters = without_listed_ending(self.month_behind_day(text), WordList.ERAS)
        for ordinal in SPACED_ORDINALS:
            letters = f"SUBSTITUTE({letters},{quoted(f' {ordinal} ')},{quoted(f'{ordinal} ')})"
        for sign in YEAR_CUT_SHORT:
            letters = f"SUBSTITUTE({letters},{quoted(f'{sign}2')},{quoted(' 2')})"
        yield start + 1, without(letters, "-.", "/")
        slash = f'FIND("/",{body})'
        step = f'FIND("/",{body},{slash}+1)-{slash}'
        bare = f'SUBSTITUTE({body},"/","")'
        shape = f"LEN({body})-LEN({bare})=2,{slash}<=5,{step}<=4,LEN({body})<=13,{only_digits(bare)}"
        # Day, month and year far apart, so that each can be cut out with blanks around it.
        spread = f'SUBSTITUTE({body},"/",REPT(" ",20))'
        words = f"TRIM({without(body, '/,', ' ')})"
        apart = f'SUBSTITUTE({words}," ",REPT(" ",20))'
        ends = f"{_is_digit(f'LEFT({body},1)')},{_is_digit(f'RIGHT({body},1)')},NOT({_is_digit(f'MID({words},3,1)')})"
        named = f"{ends},LEN({words})-LEN({without(body, '/, ')})=2,{self.month_number(apart)}>0"
        yield start + 2, first_true([(f"IFERROR(AND({shape}),FALSE)", spread), (f"AND({named})", apart)], '""')
        iso = f"IFERROR(AND({slash}=5,{_is_digit(f'MID({body},3,1)')}),FALSE)"
        last = f"TRIM(RIGHT({a},20))"
        year = f"IF({iso},LEFT({body},4),{last})"
        month = f"IF({self.month_number(a)}>0,{self.month_number(a)},VALUE(TRIM(MID({a},21,20))))"
        first = without_listed_ending(f"TRIM(LEFT({a},20))", WordList.ORDINALS)
        day = f"IF({iso},{last},{first})"
        # Digits with an exponent are a number to VALUE, and nothing else is.
        yield start + 3, f'IF({a}="","",IFERROR(VALUE({year}&"e0")+IF(LEN({year})=2,2000,0),0))'
        yield start + 4, f'IF({a}="","",IFERROR({month}*{MONTH_PLACE}+VALUE({day}&"e0"),0))'
        # DATE makes 2 March of 30 February; early years mean other years to other programs.
        made = f"DATE({b},INT({c}/{MONTH_PLACE}),MOD({c},{MONTH_PLACE}))"
        meant = days_meant(self.year)
        near = f"{made}>={meant.start},{made}<{meant.stop}"
        real = f'IF(AND({near},MONTH({made})*{MONTH_PLACE}+DAY({made})={c}),{made},"")'
        read = f'IF(AND(N({b})>=2000,N({b})<=2099,N({c})>0),{real},"")'
        serial = f'IF(AND({typed}>={meant.start},{typed}<{meant.stop}),INT({typed}),"")'
        yield start + 5, f"IF({number_in(typed, text)},{serial},{read})"

    @staticmethod
    def month_number(apart: str) -> str:
        """The number of the month that is named between a day and a year which stand far apart; 0 where none is."""
        name = f"TRIM(MID({apart},21,20))"
        ways = "+".join(
            f"EXACT({name},{WordList.MONTH_NAMES}{end})" for end in ("", *(f"&{quoted(m)}" for m in SHORTENED))
        )
        return f"SUMPRODUCT(({ways})*{WordList.MONTH_NUMBERS})"

    @staticmethod
    def month_behind_day(text: str) -> str:
        """The text, `মে 16, 2024` as `16 মে 2024`: the comma and the whole year say that no other number is the day."""
        blank, comma = f'FIND(" ",{text})', f'FIND(",",{text})'
        month, day = f"LEFT({text},{blank}-1)", f"MID({text},{blank}+1,{comma}-{blank}-1)"
        year = f"TRIM(MID({text},{comma}+1,99))"
        bare = f"LEN({day})>0,LEN({day})=LEN({without(day, IN_A_DAY)})"
        whole = f'ISNUMBER(VALUE(MID({year},4,1)&"e0"))'
        first = f"IFERROR(AND({is_listed(month, WordList.MONTH_NAMES)},{bare},{whole}),FALSE)"
        return f'IF({first},{day}&" "&{month}&" "&{year},{text})'


def _is_digit(letter: str) -> str:
    """The condition that a letter is a digit; true where there is no letter."""
    return f"ISNUMBER(FIND({letter},{quoted(ASCII_DIGITS)}))"


def day_formula(day: date) -> str:
    """Return a day as a formula makes it."""
    return f"DATE({day.year},{day.month},{day.day})"
