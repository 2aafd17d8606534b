"""Sentences of faults of a file or a call."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.findings import FINDINGS


@pytest.mark.parametrize("code", ERRORS)
def test_a_sentence_ends_unless_a_reason_or_a_command_stands_last(code: str) -> None:
    for text, stop in ((ERRORS[code].bn, "।"), (ERRORS[code].en, ".")):
        last = text.rpartition(": ")[2]
        assert text.endswith((stop, "}", ")")) or last.startswith(("xl-apa", "pip", "dask", "{command}")), text


def test_no_fault_of_a_file_has_the_code_of_a_finding() -> None:
    assert not set(ERRORS) & set(FINDINGS)
