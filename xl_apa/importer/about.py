"""What the text around a table says: who reports, for which year and quarter, and when it was signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.text.lookalikes import for_reading
from xl_apa.core.text.months import SPELLINGS
from xl_apa.core.text.numerals import clean
from xl_apa.core.typed.dates import parse_date
from xl_apa.importer.document import Document, Line, Table
from xl_apa.importer.table.head import find_heads
from xl_apa.importer.table.roles import Role
from xl_apa.importer.table.rows import is_apart
from xl_apa.importer.table.words.periods import quarter_in

_MINISTRY = re.compile(clean("মন্ত্রণালয়|ministry"))
_OFFICE = re.compile(
    clean(
        "মন্ত্রণালয়|বিভাগ|অধিদপ্তর|পরিদপ্তর|দপ্তর|কার্যালয়|সংস্থা|কর্তৃপক্ষ|কমিশন|বোর্ড|ব্যুরো|ইনস্টিটিউট|কাউন্সিল|উপজেলা|"
        "ministry|division|department|directorate|office|authority|commission|board|bureau|institute|council"
    )
)
_POST = re.compile(
    clean(
        "পরিচালক|সচিব|কর্মকর্তা|প্রোগ্রামার|প্রধান|নির্বাহী|কমিশনার|সহকারী|মহাপরিচালক|ফোকাল|"
        "director|secretary|officer|programmer|chief|commissioner|assistant|focal"
    )
)
_TITLE = re.compile(clean("কর্মপরিকল্পনা|প্রতিবেদন|কর্মসম্পাদন|মূল্যায়ন|অগ্রগতি|plan|report|evaluation"))
_NAMED = re.compile(clean("(?:দপ্তরের|অফিসের|উপজেলার|সংস্থার)?\\s*নাম\\s*[:ঃ-]\\s*"))
_UPAZILA = re.compile(clean("উপজেলার\\s*নাম\\s*[:ঃ-]\\s*(\\S+)"))
_HALF_YEAR = re.compile(clean("অর্ধ\\s*-?\\s*বার্ষিক|half.?year"))
_ANNUAL = re.compile(clean("বার্ষিক\\s+(?:স্ব-?)?মূল্যায়ন|annual\\s+(?:self-?)?evaluation"))
_ENDS = "|".join(re.escape(name) for name, month in SPELLINGS.items() if month % 3 == 0)
_UNTIL_DAY = re.compile(rf"(?:30|31)\s*-?(?:শে|এ)?\s*({_ENDS})\b")
_NAMING, _MOST_LINES = 160, 15
"""How long a line that names an office is at most, and how many are looked at from the beginning and from the end."""
_SEPARATED = re.compile(r"\s*[,;।|]\s*")


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; blank cells and None where it says nothing.

    `lines` are the short lines of its titles and its end, in which an office may be named.
    """

    office: Cell = BLANK
    parent: Cell = BLANK
    post: Cell = BLANK
    signed: Cell = BLANK
    year: FiscalYear | None = None
    quarter: Quarter | None = None
    title: Cell = BLANK
    lines: tuple[str, ...] = ()


def about(document: Document) -> About:
    """Return what the titles and the signature of a document say."""
    lines = [_cell(line) for line in document.lines]
    # A title may stand in the table itself, over its head, and the signature below its last row.
    lines += [cell for table in document.tables for cell in (*_over_head(table), *_below_form(table))]
    title = next((cell for cell in lines if _TITLE.search(for_reading(cell.text))), BLANK)
    office, parent = _office(lines)
    return About(
        office=office,
        parent=parent,
        post=next((cell for cell in reversed(lines) if _is_post(cell.text)), BLANK),
        signed=_signed(lines),
        year=_year(document, lines),
        quarter=_quarter(document, lines),
        title=title,
        lines=tuple(_naming(lines)),
    )


def _naming(lines: Sequence[Cell]) -> Sequence[str]:
    short = list(dict.fromkeys(cell.text for cell in lines if cell.text and len(cell.text) <= _NAMING))
    return short if len(short) <= 2 * _MOST_LINES else [*short[:_MOST_LINES], *short[-_MOST_LINES:]]


def _cell(line: Line) -> Cell:
    return Cell(line.text, line.address)


def _over_head(table: Table) -> Sequence[Cell]:
    first = next((head.first for head in find_heads(table)), 0)
    return [cell for row in table.rows[:first] for cell in row if not cell.blank and isinstance(cell.value, str)]


def _below_form(table: Table) -> Sequence[Cell]:
    head = next(reversed(list(find_heads(table))), None)
    if head is None:
        return ()
    rows = (table.rows[number] for number in range(head.end, len(table.rows)) if is_apart(table, number, head))
    return [cell for row in rows for cell in row if not cell.blank and isinstance(cell.value, str)]


def _year(document: Document, lines: Sequence[Cell]) -> FiscalYear | None:
    """The year that titles name; else the one that most headings name."""
    named = [year for cell in lines for year in FiscalYear.find_all(cell.text)]
    if not named:
        named = [year for cell in _in_heads(document) for year in FiscalYear.find_all(cell.text)]
    return Counter(named).most_common(1)[0][0] if named else None


def _in_heads(document: Document) -> Iterator[Cell]:
    for table in document.tables:
        for head in find_heads(table):
            yield from (cell for row in table.rows[head.first : head.end] for cell in row if not cell.blank)


def _quarter(document: Document, lines: Sequence[Cell]) -> Quarter | None:
    for cell in lines:
        if quarter := quarter_in(cell.text):
            return quarter
    headings = [
        slot.heading.quarter
        for table in document.tables
        for head in find_heads(table)
        for slot in head.slots
        if slot.role in (Role.ACHIEVED, Role.QUARTER) and slot.heading.quarter
    ]
    if len(set(headings)) == 1:
        return headings[0]
    said = [for_reading(cell.text) for cell in lines]
    if any(map(_HALF_YEAR.search, said)):
        return Quarter.Q2
    until = [match for cell in _in_heads(document) for match in _UNTIL_DAY.findall(for_reading(cell.text))]
    if until:
        return next(quarter for quarter in Quarter if quarter.last_month == SPELLINGS[until[-1]])
    return Quarter.Q4 if any(map(_ANNUAL.search, said)) else None


def _office(lines: Sequence[Cell]) -> tuple[Cell, Cell]:
    """The office that reports and the ministry it belongs to, from one line or from two."""
    found: list[Cell] = []
    for cell in lines:
        text = _NAMED.sub("", cell.text)
        if len(text) > 120 or _TITLE.search(for_reading(text)):
            continue
        if (name := _UPAZILA.match(cell.text)) and not _OFFICE.search(for_reading(text)):
            found.append(Cell(f"{name[1]} উপজেলা", cell.address))
            continue
        found += [Cell(part, cell.address) for part in _SEPARATED.split(text) if _OFFICE.search(for_reading(part))]
    parents = [cell for cell in found if _MINISTRY.search(for_reading(cell.text))]
    offices = [cell for cell in found if cell not in parents and not _is_post(cell.text)]
    parent = parents[0] if parents else BLANK
    if not offices:
        return parent, BLANK
    return _joined(offices, lines), parent


def _joined(offices: Sequence[Cell], lines: Sequence[Cell]) -> Cell:
    """`Head Office, Department of Labour` is one office: parts that stand in one line stay together."""
    first = offices[0]
    same = [cell.text for cell in offices if cell.address == first.address]
    return Cell(", ".join(same), first.address)


def _is_post(text: str) -> bool:
    plain = for_reading(text)
    return len(plain) < 60 and bool(_POST.search(plain)) and not _TITLE.search(plain)


def _signed(lines: Sequence[Cell]) -> Cell:
    """The last line that is a day and nothing else, or says that it is one."""
    for cell in reversed(lines):
        if parse_date(cell.text).value:
            return cell
    return BLANK
