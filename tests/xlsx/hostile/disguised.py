"""Macros and links that want to be taken for something else: other parts of a like name, other spellings of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.xlsx.hostile.additions import HAND, REL, entries_of_macro, foreign_project, with_relation
from tests.xlsx.hostile.defect import Defect
from tests.xlsx.hostile.offices import Offices
from tests.xlsx.hostile.raw_zip import Entry, archive, entries_of

MACROS, LINKS = "finding foreign-macros", "finding outside-links"
PROJECT = "xl/vbaProject.bin"
OF_BOOK = "xl/_rels/workbook.xml.rels"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


def disguised() -> Iterator[Defect]:
    """The defects of this kind."""
    for name in ("a/vbaProject.bin", "a/xvbaProject.bin", "VBAPROJECT.BIN"):
        yield Defect(f"our macros beside others, as {name}", HAND, _beside(name), MACROS, "xlsm")
    yield Defect("a macro sheet called as our macros are", HAND, _macro_sheet, MACROS, "xlsm")
    for kind in (f"{MICROSOFT}/VBAPROJECT", f"{MICROSOFT}/vbaProject/"):
        yield Defect(f"macros by {kind}", HAND, _project_by(kind), MACROS, "xlsm")
    yield Defect(
        "macros behind an escaped name", HAND, _project_by(f"{MICROSOFT}/vbaProject", "vba%50roject.bin"), MACROS
    )
    yield Defect("data that comes by itself (RTD)", HAND, _part("volatileDependencies"), LINKS)
    queries = '<?xml version="1.0" encoding="utf-16"?><DataMashup xmlns="http://schemas.microsoft.com/DataMashup"/>'
    yield Defect("queries among data of one's own", HAND, _part("customXml", queries.encode("utf-16")), LINKS)
    yield Defect("a picture from the web, external in small letters", HAND, _outside, LINKS)


def _beside(name: str) -> Callable[[Offices], bytes]:
    """Foreign macros where the workbook says that its macros are, and ours under another name before them."""

    def make(made: Offices) -> bytes:
        entries = entries_of(made.macro)
        ours = next(entry for entry in entries if entry.name == PROJECT)
        foreign = replace(ours, data=foreign_project(made))
        return archive([replace(ours, name=name), *(foreign if entry is ours else entry for entry in entries)])

    return make


def _macro_sheet(made: Offices) -> bytes:
    sheet = Entry("xl/macrosheets/vbaProject.bin", b"<x/>")
    kind = f"{MICROSOFT}/xlMacrosheet"
    return archive(with_relation(entries_of(made.macro), OF_BOOK, kind, "macrosheets/vbaProject.bin", sheet))


def _project_by(kind: str, target: str = "vbaProject.bin") -> Callable[[Offices], bytes]:
    return lambda made: archive(
        with_relation(entries_of_macro(made), OF_BOOK, kind, target, Entry(PROJECT, foreign_project(made)))
    )


def _part(kind: str, data: bytes = b"<x/>") -> Callable[[Offices], bytes]:
    return lambda made: archive(
        with_relation(made.entries, OF_BOOK, f"{REL}/{kind}", "../data/1.xml", Entry("data/1.xml", data))
    )


def _outside(made: Offices) -> bytes:
    where = "xl/drawings/_rels/drawing1.xml.rels"
    return archive(with_relation(made.entries, where, f"{REL}/image", "http://example.org/x.png", mode="external"))
