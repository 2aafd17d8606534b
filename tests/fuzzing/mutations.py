"""What may happen to a workbook's file: bits, blocks, parts, tags, attributes and texts, by a seeded random."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

Parts = list[tuple[str, bytes]]

_TAG = re.compile(rb"<[a-zA-Z][^<>]*>")
_TYPED = re.compile(rb'<c r="[MR](?:[89]|1[0-8])"[^<>]*>.*?</c>', re.DOTALL)
_VALUE = re.compile(rb"<v>[^<]*</v>")
_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"[^<>]*>')
_ATTRIBUTE = re.compile(rb' [a-zA-Z:]+="[^"<>]*"')
_TEXT = re.compile(rb">[^<>]+<")
_STRING = re.compile(rb"<si>.*?</si>", re.DOTALL)
_SHEET = re.compile(rb"<sheet [^<>]*/>")
_ID = re.compile(rb'r:id="[^"]*"')
_TARGET = re.compile(rb'Target="[^"]*"')
_FORMAT = re.compile(rb'numFmtId="[0-9]+"')
_DIGITS = "০১২৩৪৫৬৭৮৯0123456789".encode()


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [(info.filename, package.read(info)) for info in package.infolist()]


def packed(parts: Parts) -> bytes:
    book = BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts:
            package.NameToInfo.pop(name, None)  # two parts of one name are wanted, without a warning
            # A part without a time of its own would carry the time it was written.
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 1)
    return book.getvalue()


# ---- the file as bytes ----------------------------------------------------------------------------------------------


def flip_bits(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 8, 64))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def truncate(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def blank_block(data: bytes, dice: random.Random) -> bytes:
    size, start = dice.choice((16, 512, 4096)), dice.randrange(len(data))
    return data[:start] + bytes(len(data[start : start + size])) + data[start + size :]


def move_block(data: bytes, dice: random.Random) -> bytes:
    start, size, to = dice.randrange(len(data)), dice.choice((8, 512)), dice.randrange(len(data))
    block, rest = data[start : start + size], data[:start] + data[start + size :]
    return rest[:to] + block + rest[to:] if dice.random() < 0.5 else data[:to] + block + data[to:]


# ---- parts ----------------------------------------------------------------------------------------------------------


def swap_parts(parts: Parts, dice: random.Random) -> Parts:
    one, other = dice.sample(range(len(parts)), 2)
    changed = list(parts)
    changed[one], changed[other] = (parts[one][0], parts[other][1]), (parts[other][0], parts[one][1])
    return changed


def swap_sheets(parts: Parts, dice: random.Random) -> Parts:
    sheets = [place for place, (name, _) in enumerate(parts) if name.startswith("xl/worksheets/sheet")]
    one, other = dice.sample(sheets, 2)
    changed = list(parts)
    changed[one], changed[other] = (parts[one][0], parts[other][1]), (parts[other][0], parts[one][1])
    return changed


def drop_part(parts: Parts, dice: random.Random) -> Parts:
    gone = dice.randrange(len(parts))
    return [part for place, part in enumerate(parts) if place != gone]


def double_part(parts: Parts, dice: random.Random) -> Parts:
    name, data = dice.choice(parts)
    other = _VALUE.sub(b"<v>9</v>", data) if dice.random() < 0.7 else dice.choice(parts)[1]
    return [*parts, (dice.choice((name, name.upper(), name.replace("/", "\\"), f"/{name}")), other)]


# ---- one part -------------------------------------------------------------------------------------------------------

Edit = Callable[[bytes, random.Random], bytes]


def _replaced(data: bytes, pattern: re.Pattern[bytes], change: Edit, dice: random.Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    match = dice.choice(found)
    return data[: match.start()] + change(match[0], dice) + data[match.end() :]


def other_value(data: bytes, dice: random.Random) -> bytes:
    values = (b"0", b"1", b"2", b"7", b"50", b"96", b"0.96", b"1e2", b" 3 ", b"-4", b"45323", b"NaN", b"INF", b"", b"x")
    return _replaced(data, _VALUE, lambda old, d: b"<v>%s</v>" % d.choice(values), dice)


def wrap_value(data: bytes, dice: random.Random) -> bytes:
    ways = (
        lambda v: b"<v><![CDATA[%s]]></v>" % v,
        lambda v: b"<v><!--x-->%s</v>" % v,
        lambda v: b"<v>%s<?pi x?></v>" % v,
        lambda v: b"<v>%s</v><v>9</v>" % v,
        lambda v: b"<v xml:space='preserve'> %s</v>" % v,
        lambda v: b"<v>&#x%s;</v>" % b"".join(b"%x" % byte for byte in v[:1] or b"1"),
        lambda v: b"<x:v xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>%s</x:v>" % v,
        lambda v: b"<is><t>%s</t></is>" % v,
    )
    return _replaced(data, _VALUE, lambda old, d: d.choice(ways)(old[3:-4]), dice)


def other_kind(data: bytes, dice: random.Random) -> bytes:
    kinds = (b"s", b"str", b"n", b"b", b"e", b"inlineStr", b"d", b"S", b"")

    def change(old: bytes, d: random.Random) -> bytes:
        plain = re.sub(rb' t="[^"]*"', b"", old)
        return re.sub(rb"(/?>)$", rb' t="%s"\1' % d.choice(kinds), plain)

    return _replaced(data, _CELL, change, dice)


def other_address(data: bytes, dice: random.Random) -> bytes:
    def change(old: bytes, d: random.Random) -> bytes:
        column, row = d.choice((b"M", b"L", b"N", b"R", b"XFD", b"m", b"AAAAA")), d.randrange(1, 25)
        new = d.choice((b' r="%s%d"' % (column, row), b"", b' r=""', b" r='%s%d'" % (column, row), b' r="%d"' % row))
        return re.sub(rb' r="[^"]*"', new, old)

    return _replaced(data, _CELL, change, dice)


def drop_tag(data: bytes, dice: random.Random) -> bytes:
    return _replaced(data, _TAG, lambda old, d: b"", dice)


def double_tag(data: bytes, dice: random.Random) -> bytes:
    return _replaced(data, _TAG, lambda old, d: old + old, dice)


def drop_attribute(data: bytes, dice: random.Random) -> bytes:
    return _replaced(data, _ATTRIBUTE, lambda old, d: b"", dice)


def double_attribute(data: bytes, dice: random.Random) -> bytes:
    return _replaced(data, _ATTRIBUTE, lambda old, d: old + old, dice)


def other_attribute(data: bytes, dice: random.Random) -> bytes:
    values = (b"0", b"1", b"99999", b"-1", b"true", b"false", b"x", b"", b"&#48;")
    return _replaced(data, _ATTRIBUTE, lambda old, d: old.partition(b"=")[0] + b'="%s"' % d.choice(values), dice)


def other_text(data: bytes, dice: random.Random) -> bytes:
    def change(old: bytes, d: random.Random) -> bytes:
        text = old[1:-1].decode("utf-8", "replace")
        place = d.randrange(len(text))
        new = d.choice("০১২৫৯0159-/.% কx")
        return b">" + (text[:place] + new + text[place + 1 :]).replace("&", "").encode() + b"<"

    return _replaced(data, _TEXT, change, dice)


def swap_strings(data: bytes, dice: random.Random) -> bytes:
    strings = list(_STRING.finditer(data))
    if len(strings) < 2:
        return data
    one, other = sorted(dice.sample(strings, 2), key=lambda match: match.start())
    between = data[one.end() : other.start()]
    return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]


def swap_marks(pattern: re.Pattern[bytes]) -> Edit:
    """Exchange two pieces of a part that look alike: relations, targets, sheets."""

    def edit(data: bytes, dice: random.Random) -> bytes:
        found = list(pattern.finditer(data))
        if len(found) < 2:
            return data
        one, other = sorted(dice.sample(found, 2), key=lambda match: match.start())
        between = data[one.end() : other.start()]
        return data[: one.start()] + other[0] + between + one[0] + data[other.end() :]

    return edit


def other_format(data: bytes, dice: random.Random) -> bytes:
    codes = (0, 1, 2, 9, 10, 14, 20, 22, 46, 49, 164)
    return _replaced(data, _FORMAT, lambda old, d: b'numFmtId="%d"' % d.choice(codes), dice)


def typed_cell(data: bytes, dice: random.Random) -> bytes:
    """Change one of the cells in which an office types."""
    ways = (other_value, wrap_value, other_kind, other_address, drop_tag, double_tag, double_attribute, other_attribute)
    return _replaced(data, _TYPED, lambda old, d: d.choice(ways)(old, d), dice)


def days_of_1904(data: bytes, dice: random.Random) -> bytes:
    return data.replace(b"<workbookPr ", b'<workbookPr date1904="1" ', 1)


FORM, BOOK, STRINGS, STYLES, ANY = "form", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "any"
EDITS: tuple[tuple[str, Edit], ...] = (
    *((FORM, edit) for edit in (typed_cell,) * 8),
    *((FORM, edit) for edit in (other_value, wrap_value, other_kind, other_address, other_value, wrap_value)),
    *((FORM, edit) for edit in (drop_tag, double_tag, drop_attribute, double_attribute, other_attribute, other_text)),
    *((STRINGS, edit) for edit in (other_text, other_text, swap_strings, drop_tag, double_tag, double_attribute)),
    *((STYLES, edit) for edit in (other_format, other_attribute, drop_tag)),
    *((BOOK, edit) for edit in (other_attribute, swap_marks(_ID), swap_marks(_SHEET), days_of_1904, drop_tag)),
    ("xl/_rels/workbook.xml.rels", swap_marks(_TARGET)),
    *((ANY, edit) for edit in (other_attribute, other_text, drop_tag)),
)
FILES = (flip_bits, flip_bits, truncate, blank_block, move_block)
PACKAGES = (swap_parts, swap_sheets, drop_part, double_part, double_part)


def mutant(data: bytes, form_part: str, hidden_part: str, dice: random.Random) -> tuple[str, bytes]:
    """Return what was done, and the file after it; now and then two things are done."""
    kind = dice.random()
    if kind < 0.15:
        change = dice.choice(FILES)
        return change.__name__, change(data, dice)
    parts = parts_of(data)
    if kind < 0.3:
        move = dice.choice(PACKAGES)
        return move.__name__, packed(move(parts, dice))
    done = []
    for _ in range(dice.choice((1, 1, 1, 2))):
        where, edit = dice.choice(EDITS)
        if where == FORM:
            where = dice.choice((form_part, form_part, form_part, hidden_part))
        elif where == ANY:
            where = dice.choice([name for name, _ in parts])
        parts = [(name, edit(content, dice) if name == where else content) for name, content in parts]
        done.append(f"{edit.__name__} in {where}")
    return ", ".join(done), packed(parts)
