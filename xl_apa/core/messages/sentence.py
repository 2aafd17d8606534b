"""The shape of an entry of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, with its parameters in braces."""

    bn: str
    en: str
