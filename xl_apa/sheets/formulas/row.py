"""The formulas of one row, as text: functions of Excel 2010, none that asks the PC, only CELL changes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Method, Rule, Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.counting import CountingFormulas
from xl_apa.sheets.formulas.issues import Issue, not_understood, unclear
from xl_apa.sheets.formulas.parts import (
    day_in_words,
    first_true,
    in_bangla_digits,
    number_in,
    quoted,
    without,
)
from xl_apa.sheets.formulas.reading import ROW, day_formula
from xl_apa.sheets.formulas.traits import USUAL, RowTraits
from xl_apa.sheets.formulas.vocabulary import (
    DOUBTFUL,
    END_OF_SERIALS,
    FIRST_SERIAL,
    LATER_IS_WORSE,
    LESS_IS_WORSE,
    NOTHING,
    ONGOING,
    YEARS_AROUND,
)
from xl_apa.sheets.formulas.year import earlier_formulas, is_beyond, is_blank, is_unknown, made_formula, year_formula
from xl_apa.sheets.layout import Column, Working


@lru_cache(maxsize=64)
def _formulas(unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout, traits: RowTraits) -> Mapping[int, str]:
    """The formulas of a row by column; `~` stands for its number."""
    builder = _Row(unit, year, quarter, layout, traits)
    return {column: f"={formula}" for column, formula in builder.all()}


def row_formulas(
    row: int, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout, traits: RowTraits = USUAL
) -> dict[int, str]:
    """Return the formulas of an indicator's row, by column. `row` is counted from 0."""
    number, formulas = str(row + 1), _formulas(unit, year, quarter, layout, traits)
    return {column: formula.replace(ROW, number) for column, formula in formulas.items()}


class _Row(CountingFormulas):
    """Builds the formulas of a row."""

    def __init__(self, unit: Unit, year: FiscalYear, quarter: Quarter, layout: Layout, traits: RowTraits) -> None:
        super().__init__(unit, year, traits)
        self.quarter, self.layout, self.method = quarter, layout, traits.method

    def all(self) -> Iterable[tuple[int, str]]:
        """Yield column and formula, without the equals sign."""
        yield from self.reading(Column.ACHIEVED, Working.TEXT)
        yield from self.reading(Column.ACCEPTED, Working.ACCEPTED_TEXT)
        yield Working.OWN, self.own()
        yield Working.SURE, self.sure()
        yield Working.SOURCE, self.source()
        yield Working.STATUS, self.status()
        yield Working.VALUE, self.value()
        if self.method.by_quarter:
            yield from earlier_formulas(self.at, self.unit, self.quarter)
            most = self.largest_percent if self.unit is Unit.PERCENT else ""
            yield Working.YEAR, year_formula(self.at, self.method, self.quarter, most)
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

    # ---- targets ------------------------------------------------------------------------------------------------

    def scale(self) -> Iterable[tuple[int, str]]:
        usual = quoted(LATER_IS_WORSE if self.unit is Unit.DATE else LESS_IS_WORSE)
        least, most = f"MIN({self.targets})", f"MAX({self.targets})"
        first = f"INDEX({self.targets},{self.at(Working.BEST)})"
        yield (
            Working.DIRECTION,
            first_true(
                [(f"{least}={most}", usual), (f"{first}={most}", quoted(LESS_IS_WORSE))], quoted(LATER_IS_WORSE)
            ),
        )
        count = f"COUNT({self.targets})"
        missing = f"SUMPRODUCT((LEN({without(self.targets, NOTHING)})=0)*1)"
        wrong = [f"{count}=0", f"{count}+{missing}<>{self.traits.tiers}"]
        if self.unit is Unit.DATE:
            wrong += [f"{least}<{FIRST_SERIAL}", f"{most}>={END_OF_SERIALS}"]
        yield Working.FAULT, first_true([(f"OR({','.join(wrong)})", 1), (f"{self.disorder()}>0", 2)], 0)
        yield Working.BEST, self.first_place(f"ISNUMBER({self.targets})")

    def disorder(self) -> str:
        """How many pairs of targets stand the wrong way round."""
        worse = self.at(Working.DIRECTION)
        columns = self.shape.target_columns
        first = self.at(columns[0])
        pairs = []
        for before, column in zip(columns, columns[1:]):
            target = self.at(column)
            pairs.append(f"ISNUMBER({target})*COUNTIF({first}:{self.at(before)},{worse}&{target})")
        return "+".join(pairs) or "0"

    # ---- marks --------------------------------------------------------------------------------------------------

    @property
    def scored(self) -> str:
        return self.at(Working.SCORED if self.unit is Unit.DATE else self.figure)

    @property
    def figure(self) -> Working:
        """The column of the year's figure: the quarter's own cell where that is the latest."""
        return Working.YEAR if self.method.by_quarter else Working.VALUE

    def scoring(self) -> Iterable[tuple[int, str]]:
        value, direction, best = (self.at(each) for each in (Working.VALUE, Working.DIRECTION, Working.BEST))
        if self.unit is Unit.DATE:
            # Where later is better, the best target's day can always be waited for.
            latest = day_formula(self.quarter_end)
            if self.quarter > 1:
                # A day that was reported before is still a day: whoever writes it again has its marks.
                before = self.at(Column.BEFORE)
                latest = f"IF(ISNUMBER({before}),MIN({before},{latest}),{latest})"
            open_day = f"IF({direction}={quoted(LESS_IS_WORSE)},IF({best}>0,INDEX({self.targets},{best}),0),{latest})"
            yield Working.SCORED, f"IF(ISNUMBER({value}),{value},{open_day})"
        fault, scored = self.at(Working.FAULT), self.scored
        more, less = (f"({direction}={quoted(sign)})" for sign in (LESS_IS_WORSE, LATER_IS_WORSE))
        satisfied = f"({scored}>={self.targets})*{more}+({scored}<={self.targets})*{less}"
        reached = self.first_place(f"ISNUMBER({self.targets})*({satisfied})")
        yield Working.REACHED, f"IF(AND(ISNUMBER({scored}),{fault}=0),{reached},0)"
        place = self.at(Working.REACHED)
        better = f"SUMPRODUCT(MAX(ISNUMBER({self.targets})*({self.places}<{place})*{self.places}))"
        yield Working.BETTER, f"IF({place}>1,{better},0)"
        yield Working.PERCENT, self.percent()

    def percent(self) -> str:
        reached, better = self.at(Working.REACHED), self.at(Working.BETTER)
        low, high = f"INDEX({self.targets},{reached})", f"INDEX({self.targets},{better})"
        tier, next_tier = f"INDEX({self.percents},{reached})", f"INDEX({self.percents},{better})"
        share = f"({next_tier}-{tier})*({self.scored}-{low})/({high}-{low})"
        whole = f'OR({better}=0,{self.at(Working.RULE)}<>"{Rule.PROPORTIONAL}")'
        return f"IF({reached}=0,0,{tier}+IF({whole},0,{share}))"

    def tier(self) -> str:
        status = self.at(Working.STATUS)
        percent = f'IF({self.at(Working.FAULT)}>0,"",{self.at(Working.PERCENT)})'
        reported = f"ISNUMBER({self.at(self.figure)})"
        ongoing = f'{status}="{Status.ONGOING}"'
        if self.method.by_quarter and self.quarter > 1:
            ongoing = f"AND({ongoing},NOT({is_unknown(self.at, self.quarter)}))"
        return first_true([(reported, percent), (ongoing, 0)], '""')

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
        # Numbers become text with the decimal comma of the PC.
        number = in_bangla_digits(f'SUBSTITUTE({value}&"",",",".")')
        sign = '&"%"' if self.unit is Unit.PERCENT else ""
        ongoing = f'{self.at(Working.STATUS)}="{Status.ONGOING}"'
        understood = day_in_words(value) if self.unit is Unit.DATE else number + sign
        cases = [(ongoing, quoted(ONGOING)), (f"ISNUMBER({value})", understood)]
        if self.method.by_quarter and self.quarter > 1:
            made = f'SUBSTITUTE({made_formula(self.at, self.method, self.quarter)},",",".")'
            cases.insert(0, (f"ISNUMBER({self.at(Working.YEAR)})", in_bangla_digits(made) + sign))
        return first_true(cases, '""')

    def before(self) -> str:
        value = self.at(Working.VALUE)
        earlier = [f"'{where.quarter_sheet(Quarter(number))}'!{value}" for number in range(self.quarter - 1, 0, -1)]
        return first_true([(f"ISNUMBER({cell})", cell) for cell in earlier], '""')

    def issue(self) -> str:
        faulty = (Issue.TARGETS_FAULTY.number, f"{self.at(Working.FAULT)}>0", str(Issue.TARGETS_FAULTY.number))
        values = ((issue.number, condition, str(issue.number)) for condition, issue in self.issues_of_value())
        cases = sorted([*self.issues_of_text(), faulty, *values])
        return first_true([(condition, number) for _, condition, number in cases], 0)

    def issues_of_text(self) -> Iterable[tuple[int, str, str]]:
        """The place in the order, the condition, and the formula that gives the issue's number."""
        unreadable = f'{self.at(Working.STATUS)}="{Status.UNREADABLE}"'
        read = f"ISNUMBER({self.at(Working.PART_C)})"
        unknown, asked = not_understood(self.unit), unclear(self.unit)
        sure: list[tuple[str, object]] = [
            (f"ISERROR({self.at(Column.ACHIEVED)})", Issue.CELL_ERROR.number),
            # The formulas read a value that the program did not.
            (f"ISNUMBER({self.at(Working.NUMBER)})", unknown.number),
        ]
        if self.unit is Unit.NUMBER:
            raw = self.at(Working.PART_C)
            sure.append((f"AND({read},{self.is_negative(f'N({raw})')})", Issue.COUNT_NEGATIVE.number))
            if self.traits.whole:
                sure.append((f"AND({read},{self.is_broken(f'N({raw})')})", Issue.COUNT_NOT_WHOLE.number))
            sure.append((read, Issue.COUNT_NOT_MEANT.number))
            text = self.at(Working.TEXT)
            negative = f'LEFT({text},1)="-",ISNUMBER(FIND(MID({text}&"-",2,1),"0123456789"))'
            number = str(Issue.COUNT_NEGATIVE.number)
            yield Issue.COUNT_NEGATIVE.number, f"AND({unreadable},{negative})", number
        elif self.unit is Unit.PERCENT:
            raw = self.at(Working.PART_C)
            sure.append((f"AND(N({raw})>1,N({raw})<={DOUBTFUL})", Issue.PERCENT_DOUBTFUL.number))
            sure.append((read, Issue.PERCENT_OUT_OF_RANGE.number))
        else:
            sure.append((self.names_far_day(), Issue.DATE_OUTSIDE_YEAR.number))
        yield unknown.number, f"AND({unreadable},{self.at(Working.SURE)}=1)", first_true(sure, unknown.number)
        yield asked.number, unreadable, str(asked.number)

    def names_far_day(self) -> str:
        """Whether an unread cell holds a day, or a text that names a year, too far from the fiscal year to be meant."""
        typed, year = self.at(Column.ACHIEVED), f"N({self.at(Working.PART_B)})"
        serial = f"N({typed})>={FIRST_SERIAL},N({typed})<{END_OF_SERIALS}"
        number = f"AND({number_in(typed, self.at(Working.TEXT))},{serial})"
        far = f"AND({year}>=2000,{year}<=2099,ABS({year}-{self.year.start + 0.5})>{YEARS_AROUND + 1})"
        return f"OR({number},{far})"

    def issues_of_value(self) -> Iterable[tuple[str, Issue]]:
        value, before = self.at(Working.VALUE), self.at(Column.BEFORE)
        accepted, number = self.at(Working.ACCEPTED_TEXT), self.at(Working.ACCEPTED_NUMBER)
        source, same = self.at(Working.SOURCE), f"AND(ISNUMBER({number}),{number}={value})"
        yield f'AND({accepted}<>"",{source}<>"accepted",NOT({same}))', Issue.ACCEPTED_NOT_USED
        yield f'{source}="accepted"', Issue.ACCEPTED_USED
        if self.layout is Layout.MARKS:
            claimed, marks = self.at(Column.LAST), self.at(Column.MARKS)
            yield f"IF(ISNUMBER({claimed}),{claimed}>{self.at(Column.WEIGHT)},FALSE)", Issue.CLAIM_ABOVE_WEIGHT
            yield f"IF(ISNUMBER({claimed}),{claimed}<>N({marks}),FALSE)", Issue.CLAIM_DIFFERS
        yield f"AND(ISNUMBER({self.at(self.figure)}),{self.at(Working.REACHED)}=0)", Issue.BELOW_LOWEST
        if self.method.by_quarter and self.quarter > 1:
            # Nobody is asked about earlier quarters before this one is filled in.
            unknown = f"AND({is_unknown(self.at, self.quarter)},NOT({is_blank(self.at)}))"
            yield unknown, Issue.EARLIER_UNCLEAR
        if self.unit is Unit.DATE:
            first, last = day_formula(self.year.first_day), day_formula(self.year.last_day)
            yield f"AND(ISNUMBER({value}),OR({value}<{first},{value}>{last}))", Issue.DATE_OUTSIDE_YEAR
            yield f"N({value})>{day_formula(self.quarter_end)}", Issue.DATE_AFTER_QUARTER
        elif self.unit is Unit.PERCENT:
            raw, bare = self.at(Working.PART_C), f"EXACT({self.at(Working.BODY)},{self.at(Working.TEXT)})"
            yield f"AND(N({raw})=1,{bare})", Issue.PERCENT_IS_ONE
            yield f"AND(N({raw})>0,N({raw})<1,{bare})", Issue.PERCENT_WAS_FRACTION
            if self.method is Method.SUM:
                beyond = is_beyond(self.at, self.quarter, self.largest_percent)
                yield f"AND({beyond},NOT({is_blank(self.at)}))", Issue.PERCENT_OUT_OF_RANGE
        else:
            yield f"N({value})<0", Issue.COUNT_NEGATIVE
            if self.quarter > 1 and not self.method.by_quarter:
                yield f"AND(ISNUMBER({value}),ISNUMBER({before}),{value}<{before})", Issue.BELOW_LAST_QUARTER

    def message(self) -> str:
        issue = self.at(Working.ISSUE)
        return f'IF({issue}=0,"",INDEX({where.MESSAGES},{issue}))'

    @property
    def quarter_end(self) -> date:
        return self.year.quarter_end(self.quarter)
