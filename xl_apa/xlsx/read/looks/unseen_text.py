"""Whether text can be seen: it cannot in the colour of what lies behind it, or when it is far too small."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)

_LEAST_SIZE = 4.0
"""Points; nobody reads smaller letters on a screen or on paper, and no form has any."""
_ALIKE, _CONTRAST = 64, 1.2
"""Colours are one to the eye that differ by less in red, green and blue each, and have less contrast (WCAG 2.2, 1.4.3)
than that; white on pale yellow has 1.05, pale grey on white 1.4.
"""


@dataclass(frozen=True, slots=True)
class TextLook:
    """The colour of text, of what lies behind it (None: not known), and its size in points (None: the usual one)."""

    text: Colour | None = BLACK
    behind: Colour | None = WHITE
    size: float | None = None

    @property
    def unseen(self) -> bool:
        """Whether nobody sees the text."""
        if self.size is not None and self.size < _LEAST_SIZE:
            return True
        if self.text is None or self.behind is None:
            return False
        alike = all(abs(one - other) < _ALIKE for one, other in zip(self.text, self.behind))
        dark, light = sorted((_luminance(self.text), _luminance(self.behind)))
        return alike and (light + 0.05) / (dark + 0.05) < _CONTRAST


def _luminance(colour: Colour) -> float:
    """How light a colour is, 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_of(digits: str) -> Colour | None:
    """Return the colour of six hexadecimal digits, `FF0000`, also behind `#` or two for how opaque it is."""
    digits = digits.removeprefix("#")[-6:]
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return None
    return red, green, blue
