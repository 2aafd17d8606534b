"""The shape of an entry of the catalogue."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from xl_apa.core.messages import CATALOGUE, Sentence


def test_a_sentence_is_its_two_languages_and_cannot_be_changed() -> None:
    sentence = Sentence("ক", "k")
    assert (sentence.bn, sentence.en) == ("ক", "k")
    with pytest.raises(FrozenInstanceError):
        sentence.bn = "খ"  # type: ignore[misc]


def test_the_catalogue_holds_sentences_only() -> None:
    assert {type(entry) for entry in CATALOGUE.values()} == {Sentence}
