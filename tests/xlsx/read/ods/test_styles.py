"""Styles of an .ods file: what is struck through or raised."""

from __future__ import annotations

import pytest
from lxml import etree

from xl_apa.xlsx.read.ods.styles import Looks, OdsLook

_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def looks(*styles: str) -> Looks:
    text = f"<office:document-content {_NAMESPACES}><office:automatic-styles>{''.join(styles)}"
    return Looks([etree.fromstring(f"{text}</office:automatic-styles></office:document-content>")])


def style(name: str, properties: str = "", parent: str = "", family: str = "text") -> str:
    rests = f' style:parent-style-name="{parent}"' if parent else ""
    inside = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}"{rests}>{inside}</style:style>'


@pytest.mark.parametrize(
    ("properties", "struck", "raised"),
    [
        ('style:text-line-through-style="solid"', True, None),
        ('style:text-line-through-style="none"', False, None),
        ('style:text-line-through-type="double"', True, None),
        ('style:text-line-through-type="none" style:text-line-through-style="solid"', False, None),
        ('style:text-position="super 58%"', None, True),
        ('style:text-position="-33% 58%"', None, True),
        ('style:text-position="0% 100%"', None, False),
        ("", None, None),
    ],
)
def test_lines_and_positions_are_read(properties: str, struck: bool | None, raised: bool | None) -> None:
    found = looks(style("a", properties)).of("text", "a")
    assert (found.struck, found.raised) == (struck, raised)


def test_a_style_takes_from_the_one_it_rests_on_what_it_does_not_say() -> None:
    known = looks(
        style("base", 'style:text-line-through-style="solid" style:text-position="super"'),
        style("a", 'style:text-position="0%"', parent="base"),
    )
    assert known.of("text", "a") == OdsLook(True, False)


def test_styles_that_rest_on_each_other_come_to_an_end() -> None:
    assert looks(style("a", parent="b"), style("b", parent="a")).of("text", "a") == OdsLook()


def test_a_style_of_another_family_is_another() -> None:
    known = looks(style("a", 'style:text-line-through-style="solid"', family="table-cell"))
    assert (known.of("table-cell", "a").struck, known.of("text", "a").struck) == (True, None)
