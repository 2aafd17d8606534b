"""Bytes as text, and text as values between separators."""

from __future__ import annotations

import pytest

from xl_apa.importer.sources.plain_text import decoded, is_separated, is_unicode, separator_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["কর্মসম্পাদন সূচক\t৫\n", "Indicator\t5\n", "মান 5\n"])
def test_unicode_is_read_with_its_mark_or_without(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text
    assert is_unicode(text.encode(encoding))


def test_the_end_of_a_line_is_one_sign() -> None:
    assert decoded(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_letter_that_is_cut_off_is_none_of_another_encoding() -> None:
    data = ("ক" * 50).encode()[:-1]
    assert decoded(data, cut=True) == "ক" * 49


def test_old_text_is_windows_1252_with_the_bytes_that_have_no_letter() -> None:
    assert decoded(b"Kg\xa9 \x86\x81\n") == "Kg© †\x81\n"
    assert not is_unicode(b"Kg\xa9")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"PK\x05\x06\x00", bytes(range(32)), b"\x7fELF\x02\x01\x01\x00"])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b;c;d\n1;2;3;4\n", ";"),
        ("a,b,c,d\n1,2,3,4\n", ","),
        ("a|b|c|d\n1|2|3|4\n", "|"),
        ("a\tb\n", "\t"),
        ("One, two, three, and four.\nNext.\n", None),
        ("a;b\n1;2\n", None),
        ('"x;y";b;c;d\n1;"2;;;;";3;4\n', ";"),
        ("no table", None),
    ],
)
def test_what_stands_between_values_is_found(text: str, separator: str | None) -> None:
    assert separator_of(text) == separator


def test_text_with_tabs_is_a_file_of_values_only_where_cells_are_quoted() -> None:
    assert not is_separated('ক\tখ "গ"\n১\t২\n')
    assert is_separated('ক\t"খ\nগ"\n১\t২\n')
    assert is_separated("a;b;c;d\n1;2;3;4\n")
    assert not is_separated("prose, with a comma\n")
