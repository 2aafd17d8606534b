"""Findings: what a careful reviewer would note about a report or a plan, and what to do about it."""

from __future__ import annotations

from xl_apa.core.messages.findings.checks import CHECKS
from xl_apa.core.messages.findings.importing import IMPORTING
from xl_apa.core.messages.findings.originals import ORIGINALS
from xl_apa.core.messages.findings.reading import READING
from xl_apa.core.messages.findings.workbooks import WORKBOOKS
from xl_apa.core.messages.sentence import Sentence

FINDINGS: dict[str, Sentence] = {**READING, **CHECKS, **WORKBOOKS, **ORIGINALS, **IMPORTING}
