"""A fault in the data, as data: what, how bad, where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xl_apa.core.messages import CATALOGUE, Severity, render

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a careful reviewer would note. The code names the sentence and its severity in the catalogue.

    `cell` is `'১ম ত্রৈমাসিক'!M8`, or "" when it is about the whole file; `indicator` a code of the plan or "".
    """

    code: str
    cell: str = ""
    indicator: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        severity = CATALOGUE[self.code].severity
        assert severity is not None, f"{self.code} is not a finding"
        return severity

    def text(self, lang: str) -> str:
        """The sentence for the reader, `bn` or `en`; a value that is offered stands in a second one."""
        sentence = render(self.code, lang, self.params)
        if self.params.get("offer") is None:
            return sentence
        return f"{sentence} {render('offer', lang, self.params)}"


def gravest(findings: Iterable[Finding]) -> Finding | None:
    """The gravest finding, the first of those; None when there is none."""
    return min(findings, key=lambda finding: _ORDER[finding.severity], default=None)
