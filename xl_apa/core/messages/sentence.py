"""The shape of an entry of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both languages, with its parameters in braces."""

    bn: str
    en: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the catalogue as a parameter of another one: said in the language of that one."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
