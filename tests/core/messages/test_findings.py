"""Sentences of findings: one for each kind, short enough for a cell."""

from __future__ import annotations

import pytest

from xl_apa.core.findings import FindingKind
from xl_apa.core.messages.findings import FINDINGS


def test_there_is_a_sentence_for_each_kind_and_for_nothing_else() -> None:
    assert set(FINDINGS) == {kind.value for kind in FindingKind}


@pytest.mark.parametrize("code", FINDINGS)
def test_a_sentence_ends_and_is_short_enough_for_the_message_column(code: str) -> None:
    sentence = FINDINGS[code]
    assert (sentence.bn[-1], sentence.en[-1]) == ("।", ".")
    assert max(len(sentence.bn), len(sentence.en)) < 160
