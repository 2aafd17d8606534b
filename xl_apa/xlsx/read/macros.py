"""The text of the macros in a VBA project, never run: only told apart from macros that are known."""

from __future__ import annotations

from collections.abc import Mapping

_MOST_BYTES = 4 * 1024 * 1024
"""Ours take 0.2 MB."""


def module_texts(project: bytes) -> Mapping[str, str] | None:
    """Return the text of every module by its name, without the lines of `Attribute`; None where it cannot be read.

    `project`: a `vbaProject.bin`, or a whole .xls file.
    """
    if not project or len(project) > _MOST_BYTES:
        return None
    # It takes longer to load than a file to read, and hardly any file asks for it.
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import parse_vba_project

    try:
        return {module.name: _body(module.source) for module in parse_vba_project(CFB.from_bytes(project)).modules}
    except Exception:  # noqa: BLE001 - whatever a project made by anyone does to the library, it is not one that is known
        return None


def _body(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if not line.startswith("Attribute "))
