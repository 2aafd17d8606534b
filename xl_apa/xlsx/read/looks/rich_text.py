"""Text in runs: what is struck through does not count, and what is raised or lowered is a footnote's mark, no digit."""

from __future__ import annotations

from dataclasses import dataclass

from xl_apa.core.cells import Cell, CellKind


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that looks the same throughout; `raised`: superscript or subscript.

    `struck` is None where the run says nothing of its look, so that the cell's own font counts.
    """

    text: str
    struck: bool | None = False
    raised: bool = False


RichText = tuple[Run, ...]
"""A text whose pieces look different."""


def counted_text(runs: RichText, struck: bool = False) -> str | Cell | None:
    """Return a text as it counts: itself, or a cell that tells what was left out; None where there is no text.

    `struck`: whether the cell's own font strikes through. Text that is raised or lowered as a whole counts: that is
    the cell's look and no footnote.
    """
    whole = "".join(run.text for run in runs)
    if not whole.strip():
        return whole or None
    standing = [run for run in runs if not (struck if run.struck is None else run.struck)]
    if not any(run.text.strip() for run in standing):
        return Cell(None, "", CellKind.STRUCK, whole)
    level = [run for run in standing if not run.raised]
    kept = level if any(run.text.strip() for run in level) else standing
    text = "".join(run.text for run in kept)
    return whole if text == whole else Cell(text, "", CellKind.PARTLY, whole)


def plain_text(text: str, struck: bool) -> str | Cell | None:
    """Return a text that looks the same throughout, as it counts."""
    return counted_text((Run(text, struck),)) if struck else text or None
