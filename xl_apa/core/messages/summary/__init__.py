"""Everything that stands in the ministry's summary but the data: names of sheets and columns, words, sentences."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence
from xl_apa.core.messages.summary.headings import HEADINGS
from xl_apa.core.messages.summary.lines import LINES
from xl_apa.core.messages.summary.words import WORDS

SUMMARY: dict[str, Sentence] = {**HEADINGS, **WORDS, **LINES}
