"""What the native formulas of the form say beside a row."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

LIVE: dict[str, Sentence] = {}
