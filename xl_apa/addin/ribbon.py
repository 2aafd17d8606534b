"""The buttons inside Excel: one table, from which the ribbon and the texts of the macros are written.

VBA is ASCII, and Excel reads it in the code page of the PC, so Bangla is written there as the numbers of its letters:

    python -m xl_apa.addin.ribbon macros
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from xl_apa.core.messages import render

RIBBON_FILE = "ribbon.xml"
TEXTS_MODULE = "ApaTexts"

LANG = "bn"
"""Buttons are labelled for the officer."""

_NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
_CODES_IN_A_LINE = 22


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `macro` is its name in VBA, `code` that of its texts, `image` one of Excel's own pictures."""

    macro: str
    code: str
    group: str
    image: str
    keytip: str
    large: bool = False

    @property
    def label(self) -> str:
        return render(self.code, LANG)

    @property
    def tip(self) -> str:
        return render(f"{self.code}-tip", LANG)

    @property
    def detail(self) -> str:
        return render(f"{self.code}-detail", LANG)

    @property
    def callback(self) -> str:
        """Return what the ribbon calls; the macro itself takes no argument, so that a button on a sheet can call it."""
        return self.macro.replace("Apa", "ApaRibbon", 1)


CALCULATE = Button("ApaCalculateMarks", "ribbon-calculate-marks", "ribbon-marks", "Calculator", "C", large=True)
HELP = Button("ApaHelp", "ribbon-help", "ribbon-support", "Help", "H", large=True)
BUTTONS = (
    CALCULATE,
    Button("ApaValidate", "ribbon-validate", "ribbon-marks", "DataValidation", "V", large=True),
    Button("ApaCarryForward", "ribbon-carry-forward", "ribbon-report", "Copy", "F"),
    Button("ApaExportPdf", "ribbon-export-pdf", "ribbon-report", "FileSaveAsPdfOrXps", "P"),
    Button("ApaMakeSubmission", "ribbon-make-submission", "ribbon-report", "FileSendAsAttachment", "S"),
    Button("ApaImportReport", "ribbon-import-report", "ribbon-report", "ImportTextFile", "I"),
    Button("ApaConsolidate", "ribbon-consolidate", "ribbon-ministry", "PivotTableInsert", "M", large=True),
    HELP,
)
"""Every button of the ribbon, in its order; groups stand together."""


# ---- the ribbon -----------------------------------------------------------------------------------------------------


def ribbon_xml() -> str:
    """Return the XML of the ribbon's tab, for Excel 2010 and later. Lines end with LF."""
    return "\n".join(_ribbon_lines()) + "\n"


def _ribbon_lines() -> Iterator[str]:
    tab = _attributes(id="apaTab", label=render("ribbon-tab", LANG), keytip="Y")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield "<!-- Written by python -m xl_apa.addin.ribbon macros; a change here is lost when it is written again. -->"
    yield f"<customUI{_attributes(xmlns=_NAMESPACE)}>"
    yield "  <ribbon>"
    yield "    <tabs>"
    yield f"      <tab{tab}>"
    for group in dict.fromkeys(button.group for button in BUTTONS):
        name = "apa" + group.removeprefix("ribbon-").title()
        yield f"        <group{_attributes(id=name, label=render(group, LANG))}>"
        yield from (_button(button) for button in BUTTONS if button.group == group)
        yield "        </group>"
    yield "      </tab>"
    yield "    </tabs>"
    yield "  </ribbon>"
    yield "</customUI>"


def _button(button: Button) -> str:
    given = {
        "id": button.macro.replace("Apa", "apa", 1),
        "label": button.label,
        "imageMso": button.image,
        "size": "large" if button.large else "normal",
        "onAction": button.callback,
        "screentip": button.tip,
        "supertip": button.detail,
        "keytip": button.keytip,
    }
    return f"          <button{_attributes(**given)}/>"


def _attributes(**given: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in given.items())


# ---- the texts of the macros ----------------------------------------------------------------------------------------

_HEAD = f"""\
Attribute VB_Name = "{TEXTS_MODULE}"
' Written by python -m xl_apa.addin.ribbon macros; a change here is lost when it is written again.
' ...Text is in Bangla, ...Plain in English for a PC on which Excel can show no Bangla.
Option Explicit
"""
_FROM_CODES = """\
Private Function FromCodes(ByVal Codes As String) As String
    Dim At As Long
    For At = 1 To Len(Codes) Step 4
        FromCodes = FromCodes & ChrW(CLng("&H" & Mid$(Codes, At, 4)))
    Next At
End Function
"""


def vba_texts() -> str:
    """Return the VBA module with every text a macro shows by itself. ASCII, lines end with LF."""
    texts = [_text(name) for name in ("Title", "Running", "Failed", "Help")]
    plain = [_plain(name) for name in ("Title", "Failed", "Help")]
    return "\n".join([_HEAD, *texts, *plain, _FROM_CODES])


def _text(name: str) -> str:
    codes = "".join(f"{ord(letter):04X}" for letter in _said(name, LANG))
    # VBA takes 24 continued lines in a statement, so a long text is put together in several.
    pieces = [f'    Codes = Codes & "{piece}"' for piece in textwrap.wrap(codes, 4 * _CODES_IN_A_LINE)]
    return "\n".join(
        [
            f"Public Function Apa{name}Text() As String",
            "    Dim Codes As String",
            *pieces,
            f"    Apa{name}Text = FromCodes(Codes)",
            "End Function\n",
        ]
    )


def _plain(name: str) -> str:
    lines = [f'"{line}"' for line in _said(name, "en").replace('"', '""').split("\r\n")]
    text = " & vbCrLf & _\n        ".join(lines)
    return f"Public Function Apa{name}Plain() As String\n    Apa{name}Plain = {text}\nEnd Function\n"


def _said(name: str, lang: str) -> str:
    params = {"buttons": _described(lang)} if name == "Help" else {}
    return render(f"macro-{name.lower()}", lang, params).replace("\n", "\r\n")


def _described(lang: str) -> str:
    return "\n".join(
        f"- {render(button.code, lang)}: {render(f'{button.code}-tip', lang)}" for button in BUTTONS if button != HELP
    )


def main(folder: Path) -> None:
    """Write both files into a folder."""
    for name, text in ((RIBBON_FILE, ribbon_xml()), (f"{TEXTS_MODULE}.bas", vba_texts())):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
