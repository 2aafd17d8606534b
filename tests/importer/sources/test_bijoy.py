"""Bijoy in a document of which no font tells: what is plainly Bijoy makes the rest Bijoy as well."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.cells import Cell, CellKind
from xl_apa.importer.document import Document, Line, Table
from xl_apa.importer.sources.bijoy import in_unicode


def document(*texts: str, line: str = "") -> Document:
    table = Table("table 1", [[Cell(text, f"table 1, row 1, column {number}") for number, text in enumerate(texts, 1)]])
    return Document(Path("x.txt"), [Line(line, "line 1"), table] if line else [table])


def test_what_would_not_be_known_alone_is_converted_among_bijoy() -> None:
    found = in_unicode(document("mKj", "gš¿Yvjq", "Kg©m~wP", "ev¯Íevqb", "16/05/2024", line="cÖwZ‡e`b"))
    assert [cell.text for cell in found.tables[0].rows[0]] == ["সকল", "মন্ত্রণালয়", "কর্মসূচি", "বাস্তবায়ন", "16/05/2024"]
    assert found.tables[0].original == {(0, 0): "mKj", (0, 1): "gš¿Yvjq", (0, 2): "Kg©m~wP", (0, 3): "ev¯Íevqb"}
    assert (found.lines[0].text, found.lines[0].original) == ("প্রতিবেদন", "cÖwZ‡e`b")


def test_one_cell_of_bijoy_is_converted_and_english_beside_it_stays() -> None:
    found = in_unicode(document("mKj", "gš¿Yvjq", "Training", "Web portal", "Head Office", "KPI", "ongoing"))
    assert [cell.text for cell in found.tables[0].rows[0]] == [
        "mKj",
        "মন্ত্রণালয়",
        *("Training", "Web portal", "Head Office", "KPI", "ongoing"),
    ]


def test_a_document_without_bijoy_is_the_same_one() -> None:
    for texts in (("সকল", "১৬/০৫/২০২৪"), ("Head Office", "Dhaka"), ("", "১")):
        plain = document(*texts)
        assert in_unicode(plain) is plain


def test_a_broken_word_within_unicode_is_mended() -> None:
    found = in_unicode(document("অজ©ন", "সূচক"))
    assert (found.tables[0].cell(0, 0).text, found.tables[0].original) == ("অর্জন", {(0, 0): "অজ©ন"})


def test_what_was_converted_by_its_font_keeps_its_first_original() -> None:
    table = Table("table 1", [[Cell("সকল mKj gš¿Yvjq", "a")]], original={(0, 0): "as typed"})
    assert in_unicode(Document(Path("x"), [table])).tables[0].original == {(0, 0): "as typed"}


def test_cells_that_are_no_text_stay_what_they_are() -> None:
    struck = Cell(None, "a", CellKind.STRUCK, "৫")
    table = Table("table 1", [[Cell(3.0, "b"), struck, Cell("gš¿Yvjq", "c")]])
    assert in_unicode(Document(Path("x"), [table])).tables[0].rows[0][:2] == [Cell(3.0, "b"), struck]
