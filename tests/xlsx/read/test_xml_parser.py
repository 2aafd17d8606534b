"""XML of files that anyone may have sent."""

from __future__ import annotations

from zipfile import BadZipFile

import pytest

from xl_apa.xlsx.read.xml_parser import parse_xml, remembered


def test_a_document_type_is_refused() -> None:
    with pytest.raises(BadZipFile):
        parse_xml(b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')


@pytest.mark.parametrize(("whole", "children"), [(False, 1), (True, 3)])
def test_comments_and_instructions_are_read_only_with_the_whole(whole: bool, children: int) -> None:
    assert len(parse_xml(b"<a><!-- b --><?c d?><e/></a>", whole=whole)) == children


def test_a_small_part_is_read_once_and_a_large_one_never_kept() -> None:
    read: list[int] = []

    @remembered
    def length(part: bytes) -> int:
        read.append(len(part))
        return len(part)

    assert [length(b"x" * size) for size in (10, 10, 11, 70_000, 70_000)] == [10, 10, 11, 70_000, 70_000]
    assert read == [10, 11, 70_000, 70_000]


def test_what_cannot_be_read_is_tried_again() -> None:
    tries: list[bytes] = []

    @remembered
    def broken(part: bytes) -> None:
        tries.append(part)
        raise ValueError(part)

    for _ in range(2):
        with pytest.raises(ValueError, match="b"):
            broken(b"b")
    assert len(tries) == 2
