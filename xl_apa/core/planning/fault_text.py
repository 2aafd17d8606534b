"""How a fault of a plan file names its place and the value that is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from xl_apa.core.messages import Phrase


def place_in_file(where: str, kind: str = "plan") -> str | Phrase:
    """Return where in a file: the code of a row, a table (`[[tiers]]`), or the top of the file."""
    return where or (Phrase("plan-top") if kind == "plan" else f"[[{kind}]]")


def as_typed(value: object) -> str | Phrase:
    """Return a value as it stands in a TOML file, not as Python shows it: `true`, `100, 90`; of a table `{ }`."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ }"
    if isinstance(value, (list, tuple)):
        return ", ".join(str(as_typed(each)) for each in value) or Phrase("word-empty")
    return str(value)
