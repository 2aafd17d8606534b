"""Web pages: tables as the browser shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importer.sources.shown import grid, lines, order, read, refusal, spans, tables


@pytest.fixture
def page(tmp_path: Path):
    def write(body: str, head: str = '<meta charset="utf-8">', encoding: str = "utf-8") -> Path:
        path = tmp_path / "page.htm"
        path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
        return path

    return write


def test_tables_and_lines_come_in_their_order(page) -> None:
    path = page("<h1>শিরোনাম <b>২০২৩-২৪</b></h1><table><tr><td>ক</td><td>খ</td></tr></table>শেষে<br>দপ্তর<p>তারিখ</p>")
    assert order(path) == ["শিরোনাম ২০২৩-২৪", "table 1", "শেষে", "দপ্তর", "তারিখ"]


def test_merged_cells_stand_in_their_first_place(page) -> None:
    path = page("<table><tr><th rowspan=2>ক<th colspan=2>খ<tr><td>১<td>২<tr><td>৩<td>৪<td>৫</table>")
    table = read(path).tables[0]
    assert grid(table) == [["ক", "খ", ""], ["", "১", "২"], ["৩", "৪", "৫"]]
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 2)}


def test_a_cell_that_reaches_too_far_ends_with_the_table(page) -> None:
    table = read(page("<table><tr><td rowspan=500>a<td colspan=100000>b<tr><td>c</table>")).tables[0]
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 103)}
    assert grid(table)[1][:2] == ["", "c"]


def test_a_table_that_only_places_others_is_none(page) -> None:
    path = page("<table><tr><td>Title<table><tr><td>a<td>b</table></td></tr></table>")
    assert order(path) == ["Title", "table 1"]
    assert tables(path) == [[["a", "b"]]]


def test_a_table_within_a_cell_is_a_table_of_its_own(page) -> None:
    path = page("<table><tr><td>x<td>y<table><tr><td>in</table></td></tr></table>")
    assert tables(path) == [[["x", "y"]], [["in"]]]


def test_lines_within_a_cell_are_kept_and_blanks_of_the_source_are_not(page) -> None:
    assert tables(page("<table><tr><td> এক\n   লাইন<br>দুই<p>তিন</p><td>&nbsp;</table>")) == [[["এক লাইন\nদুই\nতিন", ""]]]


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">৫</span>',
        '<span style="mso-hide:all">৫</span>',
        "<del>৫</del>",
        "<s>৫</s>",
        "<script>৫</script>",
        "<!-- ৫ -->",
        "<span hidden>৫</span>",
        "<style>td{}</style>",
    ],
)
def test_what_nobody_sees_does_not_count(page, hidden: str) -> None:
    assert tables(page(f"<table><tr><td>{hidden}৬</table>")) == [[["৬"]]]


def test_bijoy_is_converted_by_its_font_and_kept_beside(page) -> None:
    path = page(
        '<p style="font-family:SutonnyMJ">mKj <font face="Nikosh">mKj</font></p><table><tr><td><font face=SutonnyMJ>jÿ¨gvÎv</font></table>'
    )
    assert lines(path) == ["সকল mKj"]
    assert read(path).tables[0].original == {(0, 0): "jÿ¨gvÎv"}
    assert tables(path) == [[["লক্ষ্যমাত্রা"]]]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "utf-8"), ("utf-16", "utf-16"), ("nonsense", "utf-8")],
)
def test_the_encoding_is_found_even_where_the_page_names_another(page, charset: str, encoding: str) -> None:
    path = page("<p>মান</p>", f'<meta charset="{charset}">', encoding)
    assert lines(path) == ["মান"]


def test_a_page_saved_by_word_without_a_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.xls"
    path.write_text("<table border=1><tr><td>ক</td></tr></table>", encoding="utf-8")
    assert tables(path) == [[["ক"]]]


def test_hostile_pages_do_no_harm(page) -> None:
    deep = "<div>" * 5000 + "x" + "</div>" * 5000
    assert refusal(page(f"<p>a</p>{deep}")) in ("read", "source-damaged")
    nested = "<table><tr><td>x<td>" * 300
    assert refusal(page(nested)) in ("read", "source-damaged")
    assert refusal(page("<table>" + "<tr><td>x</td></tr>" * 10_000 + "</table>")) == "source-table-large"
    assert refusal(page("<p> </p>")) == "source-empty"
    entity = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert refusal(page("&b;&b;&b; x", entity)) == "read"
