"""What tells offices apart."""

from __future__ import annotations

from xl_apa.core.text.numerals import clean, to_ascii_digits


def office_key(code: str) -> str:
    """Return what tells offices apart: the code without regard to digits, capitals and blanks."""
    return to_ascii_digits(clean(code)).upper()
