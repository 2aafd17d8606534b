"""Codes of areas, activities and indicators, as plans and forms write them: `1.2.1`, `[১.2.১]`, `[এম.১.১.১]`.

`এম` (or M) stands before the codes of mandatory objectives, which plans number apart from the others.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xl_apa.core.text.lookalikes import clean
from xl_apa.core.text.numerals import to_ascii_digits

MANDATORY = "এম."
"""What codes of mandatory objectives are compared with, whichever alphabet they are printed in."""

_LETTER = r"(?P<letter>এম|[Mm]|[Мм])\s*[.।:-]?\s*"
_CODE = re.compile(rf"\[?\s*(?:{_LETTER})?(?P<number>\d+(?:\s*\.\s*\d+)*)\s*\.?\s*\]?")


def as_code(text: str) -> str:
    """Return a code as a plan says it, in ASCII digits, without brackets and blanks: `এম.1.1`; letters stay."""
    code = re.sub(r"\s+", "", to_ascii_digits(clean(text)))
    return code[1:-1] if code.startswith("[") and code.endswith("]") else code


def code_key(code: str) -> str:
    """Return what a code is compared by: `M.1.1` and `এম.১.১` are one."""
    return code_in(code) or as_code(code)


@lru_cache(maxsize=4096)  # the labels are the same in every form
def title_in(label: str) -> str:
    """Return what stands behind the code of a label: `…` of `[১.২.১] …`; all of it when there is no code."""
    plain = clean(label)
    match = _CODE.match(to_ascii_digits(plain))
    return plain[match.end() :].strip() if match else plain


@lru_cache(maxsize=4096)  # the labels are the same in every form
def code_in(label: str) -> str:
    """Return the code at the start of a label, as it is compared: `1.2.1` of `[১.২.১] …`; "" when there is none."""
    match = _CODE.match(to_ascii_digits(clean(label)))
    if match is None:
        return ""
    return (MANDATORY if match["letter"] else "") + re.sub(r"\s", "", match["number"])
