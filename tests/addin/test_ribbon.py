"""The buttons of the ribbon, and the texts that VBA shows by itself."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from xl_apa.addin.ribbon import BUTTONS, ribbon_xml, vba_texts
from xl_apa.addin.vba_project import macro_text
from xl_apa.core.messages.excel.ribbon import RIBBON

MACROS = Path(__file__).parents[2] / "macros"


def test_the_generated_files_are_the_ones_that_are_written() -> None:
    assert (MACROS / "ribbon.xml").read_text(encoding="utf-8") == ribbon_xml(), (
        "run: python -m xl_apa.addin.ribbon macros"
    )
    assert (MACROS / "ApaTexts.bas").read_bytes() == vba_texts().encode("ascii"), (
        "run: python -m xl_apa.addin.ribbon macros"
    )


SPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"


def ribbon(tag: str) -> list[ET.Element]:
    return list(ET.fromstring(macro_text("ribbon.xml")).iter(f"{SPACE}{tag}"))


def test_the_ribbon_has_one_tab_with_every_button() -> None:
    assert [tab.get("label") for tab in ribbon("tab")] == ["এপিএ"]
    assert [button.get("label") for button in ribbon("button")] == [button.label for button in BUTTONS]
    assert {button.macro for button in BUTTONS} == set(
        re.findall(r"^Public Sub (Apa\w+)\(\)", macro_text("ApaMacros.bas"), re.M)
    ) - {"ApaStart"}


def test_what_the_ribbon_calls_exists_in_vba_and_calls_the_macro() -> None:
    module = macro_text("ApaRibbon.bas")
    for button, element in zip(BUTTONS, ribbon("button")):
        assert element.get("onAction") == button.callback
        body = f"Public Sub {button.callback}(control As IRibbonControl)\n    {button.macro}\nEnd Sub\n"
        assert body in module
        assert f"Public Sub {button.macro}()\n" in macro_text("ApaMacros.bas")


def test_everything_on_the_ribbon_is_in_bangla() -> None:
    for element in [*ribbon("tab"), *ribbon("group"), *ribbon("button")]:
        for name in ("label", "screentip", "supertip"):
            text = element.get(name)
            assert text is None or re.fullmatch(r"[\u0980-\u09ff\u0964\s,.-]+", text), text
        if element.tag == f"{SPACE}button":
            assert element.get("screentip") and element.get("supertip") and element.get("imageMso")


def test_ids_and_keytips_are_each_there_once() -> None:
    ids = [element.get("id") for tag in ("tab", "group", "button") for element in ribbon(tag)]
    keys = [element.get("keytip") for element in ribbon("button")]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys) and None not in keys


def test_what_excel_cuts_off_is_not_written() -> None:
    # A screentip and a supertip hold 1,024 characters, a keytip three.
    for element in ribbon("button"):
        assert all(len(value) <= 1024 for value in element.attrib.values())
        assert len(element.get("keytip", "")) <= 3


def test_english_for_a_pc_without_bangla_is_ascii() -> None:
    assert all(sentence.en.isascii() for code, sentence in RIBBON.items() if code.startswith("macro-"))
