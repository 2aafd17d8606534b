"""Text of Word files as a person reads it on paper: inserted text counts, deleted and hidden text does not.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.13 (tracked changes), 17.16 (fields), 20.4 (drawings).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from xl_apa.core.text.bijoy_words import is_bijoy_font, words_to_unicode
from xl_apa.xlsx.read.looks.rich_text import Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_PLAIN = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MOST_BASES = 20
"""Styles build on styles; Word allows 11."""
_LEFT_OUT = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr", "rt")
)
# Symbols by font: ticks and crosses, and dashes and bullets of the font Symbol.
_WINGDINGS = {0xFC: "✓", 0xFE: "✓", 0xFB: "✗", 0xFD: "✗", 0xE0: "→", 0xA7: "•", 0xD8: "•", 0x76: "•", 0x6C: "•"}
_SYMBOL = {0xB7: "•", 0x2D: "-", 0xB3: "≥", 0xA3: "≤", 0xB0: "°", 0xD7: "·", 0xB4: "×", 0xAE: "→", 0xB1: "±"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Which styles show Latin letters as Bangla, by their ids; of `default` is text without a style."""

    styles: Mapping[str, bool]
    default: bool = False

    def of(self, properties: etree._Element | None, before: bool) -> bool:
        """Return whether text with these properties is Bijoy, where it is `before` by what stands around it."""
        if properties is None:
            return before
        direct = font_of(properties)
        if direct is not None:
            return direct
        style = properties.find(f"{W}rStyle")
        if style is None:
            style = properties.find(f"{W}pStyle")
        return before if style is None else self.styles.get(style.get(f"{W}val", ""), before)


def read_fonts(styles: etree._Element | None) -> Fonts:
    """Return what a document's styles say of fonts; `styles` is the root of the part that holds them."""
    if styles is None:
        return Fonts({})
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    start = default is not None and bool(font_of(default))
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    usual = start
    for style in styles.iterchildren(f"{W}style"):
        name, properties, base = style.get(f"{W}styleId", ""), style.find(f"{W}rPr"), style.find(f"{W}basedOn")
        own[name] = None if properties is None else font_of(properties)
        if base is not None:
            based[name] = base.get(f"{W}val", "")
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true") and own[name] is not None:
            usual = bool(own[name])
    known = {name: _inherited(name, own, based) for name in own}
    return Fonts({name: bijoy for name, bijoy in known.items() if bijoy is not None}, usual)


def _inherited(name: str, own: Mapping[str, bool | None], based: Mapping[str, str]) -> bool | None:
    for _ in range(_MOST_BASES):
        if own.get(name) is not None:
            return own[name]
        if name not in based:
            break
        name = based[name]
    return None


def font_of(properties: etree._Element) -> bool | None:
    """Return whether properties name a font of Bijoy; None where they name none for Latin letters."""
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        return None
    if fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme"):
        return False
    named = [name for name in (fonts.get(f"{W}ascii"), fonts.get(f"{W}hAnsi")) if name]
    return any(map(is_bijoy_font, named)) if named else None


@dataclass(slots=True)
class _Piece:
    """Text that looks the same and stands in one font; words may be cut anywhere between pieces."""

    text: str
    look: tuple[bool, bool]
    bijoy: bool


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs; `boxes` are the text boxes, `tables` the tables that were found within their text."""

    fonts: Fonts
    boxes: list[etree._Element] = field(default_factory=list)

    def runs(self, paragraph: etree._Element) -> tuple[list[Run], str]:
        """Return the text of a paragraph in runs, its Bijoy in Unicode, and what stands in the file.

        The latter is "" where nothing was converted.
        """
        pieces: list[_Piece] = []
        bijoy = self.fonts.of(paragraph.find(f"{W}pPr"), self.fonts.default)
        for piece in self._pieces(paragraph, bijoy):
            if pieces and (pieces[-1].look, pieces[-1].bijoy) == (piece.look, piece.bijoy):
                pieces[-1].text += piece.text
            else:
                pieces.append(piece)
        runs = [Run(_shown(piece), *piece.look) for piece in pieces]
        original = "".join(piece.text for piece in pieces)
        return runs, original if original != "".join(run.text for run in runs) else ""

    def _pieces(self, element: etree._Element, bijoy: bool) -> Iterator[_Piece]:
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                yield from self._run(child, bijoy)
            elif tag == _MATH_TEXT:
                yield _Piece(child.text or "", (False, False), False)
            elif tag.endswith("}AlternateContent"):
                self._alternative(child)
            else:
                yield from self._pieces(child, bijoy)

    def _run(self, run: etree._Element, bijoy: bool) -> Iterator[_Piece]:
        properties = run.find(f"{W}rPr")
        if properties is not None and (_is_on(properties, "vanish") or _is_on(properties, "webHidden")):
            return
        bijoy = self.fonts.of(properties, bijoy)
        look = _look(properties)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                yield _Piece(child.text or "", look, bijoy)
            elif tag in _PLAIN:
                yield _Piece(_PLAIN[tag], look, bijoy)
            elif tag == f"{W}sym":
                text, in_bijoy = _symbol(child)
                yield _Piece(text, look, in_bijoy)
            elif tag == f"{W}ruby":
                yield from self._pieces(child, bijoy)
            elif isinstance(tag, str) and tag.endswith("}AlternateContent"):
                self._alternative(child)
            elif tag in (f"{W}pict", f"{W}drawing", f"{W}object"):
                self.boxes += child.iter(f"{W}txbxContent")

    def _alternative(self, element: etree._Element) -> None:
        """A text box is written twice, for new programs and for old ones; one of them counts."""
        for choice in element:
            found = list(choice.iter(f"{W}txbxContent"))
            if found:
                self.boxes += found
                return


def _shown(piece: _Piece) -> str:
    if piece.bijoy:
        return words_to_unicode(piece.text, expected=True)
    # A place where a word may be parted is no letter, but in the font of Bijoy it is one.
    return piece.text.replace("\u00ad", "")


def _look(properties: etree._Element | None) -> tuple[bool, bool]:
    if properties is None:
        return False, False
    raised = properties.find(f"{W}vertAlign")
    struck = _is_on(properties, "strike") or _is_on(properties, "dstrike")
    return struck, raised is not None and raised.get(f"{W}val") in ("superscript", "subscript")


def _is_on(properties: etree._Element, name: str) -> bool:
    mark = properties.find(f"{W}{name}")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def _symbol(element: etree._Element) -> tuple[str, bool]:
    """A letter that is named by its number in a font, and whether it is one of Bijoy."""
    font = element.get(f"{W}font", "")
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "", False
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(code & 0xFF, ""), False
    if font == "Symbol":
        return _SYMBOL.get(code & 0xFF, ""), False
    if 0xF000 <= code <= 0xF0FF:
        return bytes([code & 0xFF]).decode("cp1252", "ignore"), is_bijoy_font(font)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "", is_bijoy_font(font)
