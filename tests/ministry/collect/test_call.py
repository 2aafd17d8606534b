"""A call reads its files in their order; elsewhere it first asks whether they can be seen there."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from xl_apa.ministry.collect.call import is_answered, read, read_elsewhere


def test_files_are_read_in_their_order() -> None:
    assert read(lambda path: path.name, [Path("b"), Path("a")]) == ["b", "a"]


def test_elsewhere_nothing_is_read_before_every_file_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(FileNotFoundError):
        read_elsewhere(lambda path: pytest.fail(path.name), [tmp_path / "a", tmp_path / "b"])


def test_only_a_call_that_brought_something_back_is_answered() -> None:
    waiting, failed, answered = (Future[int]() for _ in range(3))
    failed.set_exception(ValueError())
    answered.set_result(1)
    assert [is_answered(each) for each in (waiting, failed, answered)] == [False, False, True]
