"""What a cell of the form says when it is entered, and when it refuses what was typed."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

PROMPTS: dict[str, Sentence] = {}
