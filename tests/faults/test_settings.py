"""Somebody's own settings of xlwings are never lost to an installation that fails, nor to one that is ended meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.injection import faults
from tests.faults.states import leftovers
from tests.setup.fake_computer import healthy
from xl_apa.core.errors import OutputError
from xl_apa.setup import install as module
from xl_apa.setup.install import addin_files, install, read_config

OWN = {f"SETTING_{number}": "theirs" * 20 for number in range(100)}


def test_they_are_put_back_whole_and_at_no_moment_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    computer = healthy(tmp_path / "pc")
    config = addin_files(computer).config
    config.parent.mkdir(parents=True)
    config.write_text("".join(f'"{key}","{value}"\r\n' for key, value in OWN.items()), newline="")
    before = config.read_bytes()

    def held(*_: object) -> None:
        assert read_config(config).keys() > OWN.keys()
        raise OutputError("addin-open", path=config)

    written: list[Path] = []
    monkeypatch.setattr(module, "_put", held)
    note = lambda event, paths: written.append(paths[0]) if event == "open" else None  # noqa: E731
    with faults(note), pytest.raises(OutputError):
        install(computer, lambda path: path.write_bytes(b"the add-in") and None)
    assert config.read_bytes() == before
    assert config not in written
    assert leftovers(tmp_path) == []
