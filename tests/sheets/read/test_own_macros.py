"""Our own macros are known by their text, in every edition that is built; a changed one is somebody else's."""

from __future__ import annotations

import pytest

from xl_apa.addin.vba_project import Kind, vba_project
from xl_apa.sheets.read.own_macros import KNOWN_MODULES, fingerprint, foreign_modules
from xl_apa.xlsx.read.macros import module_texts

PROJECT = vba_project(Kind.WORKBOOK, 8)


def test_the_macros_that_are_built_now_are_known() -> None:
    """Where this fails a module was changed: add its new fingerprint to KNOWN_MODULES, and leave the old one there."""
    texts = module_texts(PROJECT)
    assert texts
    built = {name: print_ for name, text in texts.items() if (print_ := fingerprint(text))}
    assert {name: print_ for name, print_ in built.items() if print_ not in KNOWN_MODULES.get(name, ())} == {}
    assert foreign_modules(PROJECT) == []


@pytest.mark.parametrize("project", [b"", b"x" * 3000, PROJECT[: len(PROJECT) // 2]])
def test_a_project_that_cannot_be_read_is_not_known(project: bytes) -> None:
    assert foreign_modules(project) != []


def test_capitals_and_blanks_are_excels_own_doing() -> None:
    text = "Sub A()\n  Call B\nEnd Sub"
    assert fingerprint(text) == fingerprint("sub a()\r\n\tcall  b\r\nend sub\r\n")
    assert fingerprint(text) != fingerprint(text.replace("B", "C"))
    assert fingerprint(" \nOption Explicit\n") == fingerprint("") == ""
