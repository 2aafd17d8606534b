"""Write docs/messages.md from the catalogue: every message about a report, a plan or a file, and what to do about it.

python docs/messages.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from xl_apa.core.findings import KINDS, Severity
from xl_apa.core.messages import LANGUAGES, Sentence, render
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.messages.next_step import parts

PAGE = Path(__file__).parent / "messages.md"

_HEAD = """\
# Messages

Written by `make messages` from the catalogue; a change here is lost when it is written again.

Every message by its code, as `--json`, the tables and the sheet পর্যবেক্ষণ have it: what it says is so, and after →
what to do. What stands in braces is filled in: `{text}` is what was typed, `{path}` a file.
"""
_FINDINGS = """\
## About a report or a plan

An **error** must be put right, a **warning** checked, a **note** only known
(ত্রুটি সংশোধন করতে হবে, সতর্কতা যাচাই করতে হবে, জ্ঞাতব্য শুধু জানার জন্য).
"""
_ERRORS = """\
## About a file or a call

Of these nothing was done: the file is left out, or the command ends with status 2.
"""


def page() -> str:
    """Return the page."""
    return "\n".join((_HEAD, _FINDINGS, *_entries(FINDINGS), _ERRORS, *_entries(ERRORS)))


def _entries(catalogue: Mapping[str, Sentence]) -> Iterator[str]:
    for code in sorted(catalogue, key=_order):
        grave = f" · {KINDS[code].severity} · {render(f'word-{KINDS[code].severity}', 'bn')}" if code in KINDS else ""
        lines = "\n".join(f"- {_told(getattr(catalogue[code], lang), lang)}" for lang in LANGUAGES)
        yield f"### `{code}`{grave}\n\n{lines}\n"


def _order(code: str) -> tuple[int, str]:
    return (list(Severity).index(KINDS[code].severity) if code in KINDS else 0, code)


def _told(sentence: str, lang: str) -> str:
    # Braces and angle brackets as they are, commands as code.
    said = (
        re.sub(r"(--?[a-z][\w-]*|xl-apa [a-z]+(?: [a-z-]+)?|pip install \S+)", r"`\1`", part)
        for part in parts(sentence, lang)
    )
    return " → ".join(filter(None, said))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
