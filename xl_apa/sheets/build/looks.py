"""How the cells of the office workbook look."""

from __future__ import annotations

from dataclasses import replace

from xl_apa.xlsx.write.styles import HEADING_FILL, LINK_COLOR, Look

INPUT_FILL = "#FFF9DB"
OURS_FILL = "#F2F2F2"

_BOXED = Look(border=1, valign="vcenter")
_WRAPPED = replace(_BOXED, text_wrap=True)

TITLE = Look(font_size=13, bold=True, align="center", valign="vcenter", shrink=True)
SUBTITLE = replace(TITLE, font_size=12)
HEADING = replace(_WRAPPED, font_size=10, bold=True, align="center", bg_color=HEADING_FILL)
NUMBERING = replace(HEADING, bold=False)
LABEL = replace(_WRAPPED, font_size=10)
# At the top, since a block may go on over the end of a page: its text is not to be cut in two there. One of a
# single row stands as its neighbours do.
BLOCK_LABEL = replace(LABEL, valign="top")
BLOCK_VALUE = replace(BLOCK_LABEL, align="center")
# A day in Bengali digits leaves room at both sides.
TARGET = replace(_BOXED, font_size=10, align="center", shrink=True)
VALUE = replace(_WRAPPED, align="center")
INPUT = replace(VALUE, bg_color=INPUT_FILL, locked=False)
INPUT_TEXT = replace(LABEL, font_size=9.5, bg_color=INPUT_FILL, locked=False)
CLAIM = replace(VALUE, locked=False)
OURS = replace(VALUE, bg_color=OURS_FILL)
OURS_TEXT = replace(LABEL, font_size=9, bg_color=OURS_FILL)
# What the program writes while the sheet is protected.
WRITTEN = Look(locked=False)
WRITTEN_TEXT = replace(OURS_TEXT, locked=False)
TOTAL = replace(OURS, bold=True)
NOTE = Look(font_color="#595959", valign="vcenter")
CENTERED_NOTE = replace(NOTE, align="center")
LINK = Look(font_color=LINK_COLOR, underline=1, valign="vcenter")
GUIDANCE = Look(text_wrap=True, font_color="#404040")
SIGNATURE_LABEL = Look(valign="bottom")
SIGNATURE = Look(valign="bottom", shrink=True)
SIGNATURE_LINE = replace(SIGNATURE, bottom=1)
INFO_TITLE = replace(TITLE, align="left", shrink=False)
INFO_HEADING = Look(bold=True, valign="vcenter")
INFO_LABEL = replace(_BOXED, bg_color=HEADING_FILL)
INFO_INPUT = replace(_BOXED, bg_color=INPUT_FILL, shrink=True, locked=False)
ALARM = Look(bold=True, font_color="#C00000", text_wrap=True, valign="vcenter")
