"""What the native formulas of the form say."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.excel.live import LIVE


@pytest.mark.parametrize("code", LIVE)
def test_a_sentence_is_short_and_has_nothing_to_fill_in(code: str) -> None:
    """No formula fills a parameter, and a row is one line high."""
    sentence = LIVE[code]
    assert "{" not in sentence.bn + sentence.en
    assert len(sentence.bn) < 80
    assert (sentence.bn[-1], sentence.en[-1]) == ("।", ".")
