"""The formulas that say what of a row counts: its status, where its value comes from, and the value."""

from __future__ import annotations

from xl_apa.core.model import Status, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.parts import (
    first_true,
    is_listed,
    quoted,
    without,
    without_listed_ending,
    without_listed_start,
)
from xl_apa.sheets.formulas.reading import ReadingFormulas
from xl_apa.sheets.formulas.vocabulary import A_NUMBER, LONGEST_VALUE, NOTHING, SENTENCE_LETTERS, WITH_EXPONENT
from xl_apa.sheets.layout import Column, WordList, Working


class CountingFormulas(ReadingFormulas):
    """Builds the formulas of status and value on top of those that read."""

    def own(self) -> str:
        text = self.at(Working.TEXT)
        bare = without_listed_ending(text, WordList.ONGOING_ENDINGS)
        bare = without_listed_start(bare, WordList.ONGOING_SUBJECTS)
        return first_true(
            [
                (self.was_refused(), quoted(Status.UNREADABLE)),
                (f"ISNUMBER({self.at(Working.NUMBER)})", quoted(Status.REPORTED)),
                (f'OR({without(text, NOTHING)}="",{is_listed(text, WordList.NOTHING)})', quoted(Status.NONE)),
                (is_listed(bare, WordList.ONGOING), quoted(Status.ONGOING)),
            ],
            quoted(Status.UNREADABLE),
        )

    def sure(self) -> str:
        """Whether an accepted value may stand in: the program found no value, or nobody could find one."""
        typed, text = self.at(Column.ACHIEVED), self.at(Working.TEXT)
        word = f'SUMPRODUCT(ISNUMBER(FIND("|"&{where.starts_name(self.unit)},"|"&{text}))*1)=0'
        letter = f'ISNUMBER(FIND(LEFT({text}&"-",1),{quoted(SENTENCE_LETTERS)}))'
        reasons = [self.was_read(), f"LEN({text})>{LONGEST_VALUE}", f"AND({letter},{word})"]
        if self.unit is Unit.DATE:
            year = self.at(Working.PART_B)
            # Three numbers that are no day: whoever reads on reads no more than that. 0 is a year in other signs.
            impossible = f"ISNUMBER({year}),OR(AND({year}>0,{year}<1900),AND({year}>=2000,{year}<=2099),{year}>2199)"
            reasons.append(f"AND({impossible})")
        else:
            # It is read, and not meant.
            reasons.append(f"ISNUMBER({self.at(Working.PART_C)})")
        # A number with an exponent is one to whoever sees all of its digits.
        number = f'AND(ISNUMBER({typed}),{text}<>"{WITH_EXPONENT}")'
        return f"IF(OR({number},{','.join(reasons)}),1,0)"

    def was_read(self) -> str:
        """Whether the program has looked at this very text or number."""
        typed, known = self.at(Column.ACHIEVED), self.at(Working.READ_FOR)
        # An error is neither, and to compare it would be an error again; EXACT takes 96 and "96" for the same.
        text = f"IF(ISTEXT({known}),EXACT({typed},{known}),FALSE)"
        shown = f'LEFT({self.at(Working.TEXT)},1)="{A_NUMBER}"'
        number = f"IF(AND(ISNUMBER({typed}),{shown},ISNUMBER({known})),{typed}={known},FALSE)"
        return f"IF(ISTEXT({typed}),{text},{number})"

    def was_refused(self) -> str:
        """Whether the program has found no value where the formulas may: what a format shows is hidden from them."""
        return f"AND({self.was_read()},NOT(ISNUMBER({self.at(Working.READ)})))"

    def source(self) -> str:
        read = f"{self.was_read()},ISNUMBER({self.at(Working.READ)})"
        accepted = f"{self.at(Working.SURE)}=1,ISNUMBER({self.at(Working.ACCEPTED_NUMBER)})"
        unreadable = f"{self.at(Working.OWN)}<>{quoted(Status.UNREADABLE)}"
        cases = [(f"AND({read})", '"read"'), (unreadable, '"own"'), (f"AND({accepted})", '"accepted"')]
        return first_true(cases, '""')

    def status(self) -> str:
        source = self.at(Working.SOURCE)
        cases = [
            (f'{source}="own"', self.at(Working.OWN)),
            (f'{source}=""', quoted(Status.UNREADABLE)),
        ]
        return first_true(cases, quoted(Status.REPORTED))

    def value(self) -> str:
        source = self.at(Working.SOURCE)
        cases = [
            (f'{source}="own"', self.at(Working.NUMBER)),
            (f'{source}="read"', self.at(Working.READ)),
            (f'{source}="accepted"', self.at(Working.ACCEPTED_NUMBER)),
        ]
        return first_true(cases, '""')
