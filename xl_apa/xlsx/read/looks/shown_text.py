"""What a person reads where a number format shows another number than the stored one, or none.

Source: ECMA-376 part 1, 18.8.31 (format codes): a comma behind the digits divides by a thousand, what is in quotes or
behind a backslash is shown as it stands, `?/?` is a fraction, `E+0` an exponent, `*x` fills the cell with a letter,
`[$x-845]` is a currency's sign, `%` stands for a hundredth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*(?P<fill>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<general>general|standard|@)|(?P<digits>[0#?][0#?,.]*(?:e[+-][0#?]+|\s*/\s*[0#?1-9]+)?)|(?P<other>.)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"[^\W_]|[%٪％‰<>~≈≥≤±+?/]")
"""Letters, digits and signs: what may make another value of a number."""
_OTHER_PERCENT = re.compile(r"[\d‰٪％-]")
"""What makes another percent of one."""
_MONEY = re.compile(r"[A-Z]{3}|Tk\.?|Rs\.?")
"""Names of currencies: they stand beside a number that is shown as it is."""
_GROUPED = re.compile(r"#\\?[ \u00a0\u202f]##0")
"""Thousands set apart by a blank."""
_LITERAL = re.compile(r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|.')


def words_beside(section: str) -> str:
    """Return the words and signs that a section of a format code shows beside a day or a percent: `by` or `(due)`."""
    literal = "".join(match["quoted"] or match["escaped"] or " " for match in _LITERAL.finditer(section)).strip()
    return literal if _TELLING.search(literal.replace("/", "")) else ""


@dataclass(frozen=True, slots=True)
class ShownText:
    """How one section of a format writes a number: the text before it, the places for its digits, the text behind it.

    `digits` is "" where no number is shown at all, "general" where it is shown as it is. `percents`: how many signs
    make a hundredth of it.
    """

    before: str
    digits: str
    after: str
    percents: int = 0

    @classmethod
    def of(cls, section: str) -> ShownText:
        """Return how a section of a format code writes numbers."""
        before, digits, after, percents = "", "", "", 0
        for match in _TOKEN.finditer(_GROUPED.sub("#,##0", section)):
            literal = match["quoted"] or match["escaped"] or match["other"] or match["fill"] or ""
            literal = literal or _MONEY.sub("", match["currency"] or "")
            percents += match["other"] == "%"
            places = "general" if match["general"] else match["digits"] or ""
            if digits and places:
                # Digits with a text between them are no number that could be read, also where it looks like a point.
                digits, after = f'{digits}"{after}"{places}' if after else digits + places, ""
            elif places:
                digits, after = places, ""
            elif digits:
                after += literal
            else:
                before += literal
        return cls(before, digits, after, percents)

    @property
    def faithful(self) -> bool:
        """Whether every number is shown as what it is, perhaps rounded, with a sign of money beside it."""
        telling = _TELLING.search(self.before) or _TELLING.search(self.after) or "-" in self.before
        return not telling and self.digits != "" and self._is_plain and not self._thousands

    @property
    def faithful_percent(self) -> bool:
        """Whether every number is shown as the percent it is, perhaps with words beside it."""
        beside = self.before + self.after
        plain = self.digits != "" and self._is_plain and not self._thousands
        return plain and self.percents == 1 and not _OTHER_PERCENT.search(beside)

    def text(self, number: float) -> str:
        """Return what is shown of a number; "" where that is nothing, or cannot be told."""
        if not self._is_plain:
            return ""
        exact = Decimal(format(number, ".15g")) * 100**self.percents
        if self.digits in ("", "general"):
            return f"{self.before}{f'{exact.normalize() + 0:f}' if self.digits else ''}{self.after}".strip()
        exact /= 1000**self._thousands
        places = len(self.digits.partition(".")[2].replace(",", ""))
        return f"{self.before}{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}{self.after}".strip()

    @property
    def _is_plain(self) -> bool:
        return self.digits == "general" or bool(re.fullmatch(r"[0#?,]*(?:\.[0#?,]*)?", self.digits))

    @property
    def _thousands(self) -> int:
        """How often the number is divided by a thousand before it is shown."""
        whole = self.digits.partition(".")[0]
        return len(whole) - len(whole.rstrip(",")) + self.digits.partition(".")[2].count(",")
