"""Mutants of real workbooks: read the same, refused or told, never wrong, slow or fatal (`make fuzz` tries 20,000)."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fuzzing.bases import bases
from tests.fuzzing.judge import Base, judge, made, run
from tests.fuzzing.mutations import EDITS, parts_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and time are Linux's")

MUTANTS = 1_200
SHARES = 3


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> list[Base]:
    return bases(tmp_path_factory.mktemp("good"))


@pytest.mark.parametrize("share", range(SHARES))
def test_no_mutant_is_read_wrongly_without_a_word_or_ends_the_program(
    good: list[Base], tmp_path: Path, share: int
) -> None:
    count = MUTANTS // SHARES
    tally = run(good, range(share * count, (share + 1) * count), tmp_path)
    assert tally.wrong == []
    assert sum(tally.counts.values()) == count
    # Nothing would be shown by mutants that are all refused, or all still whole.
    assert {"same", "refused", "finding"} <= tally.counts.keys()


def test_a_seed_is_always_the_same_mutant(good: list[Base]) -> None:
    assert [made(good, seed)[1:] for seed in range(20)] == [made(good, seed)[1:] for seed in range(20)]


def test_a_reader_that_is_wrong_would_be_found_out(good: list[Base], tmp_path: Path) -> None:
    """Other marks than before, for the same cell in another reader's eyes, and not a word about it."""
    path = tmp_path / "sid.xlsx"
    path.write_bytes(good[0].data)
    assert judge(good[0], path) == "same"
    known = replace(good[0], marks={**good[0].marks, "1.4.1": 1})
    assert judge(known, path) == "other content"  # the cell says what was read
    monkeyed = judge(known, path, read=lambda cell: 0.5)
    assert monkeyed.startswith("WRONG 1.4.1: 0.5 read")


@pytest.mark.parametrize("place", range(len(EDITS)))
def test_every_edit_changes_something_sooner_or_later(good: list[Base], place: int) -> None:
    where, edit = EDITS[place]
    parts = dict(parts_of(good[2].data))
    data = parts.get(where, parts[good[2].form_part])
    assert any(edit(data, random.Random(seed)) != data for seed in range(20))
