"""The commands on Windows' own Python say and write what they do here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.windows.wine import Wine
from xl_apa._version import __version__
from xl_apa.cli import main

Sample = Callable[[str], Path]


def test_the_program_starts(wine: Wine) -> None:
    done = wine.program("--version")
    assert (done.status, done.out) == (0, f"xl-apa, version {__version__}\n"), done


def test_score_finds_the_same(wine: Wine, sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    path = sample("sid_2023-24")
    there = wine.program("score", path, "--quarter", "2", "--json")
    assert main(["score", str(path), "--quarter", "2", "--json"]) == there.status, there
    here = capsys.readouterr().out
    assert json.loads(there.out.replace(json.dumps(wine.name(path))[1:-1], str(path))) == json.loads(here)


@pytest.mark.parametrize("edition", ["native", "macro"])
@pytest.mark.parametrize("layout", ["remarks", "marks"])
def test_a_form_built_there_is_the_same_bytes(wine: Wine, tmp_path: Path, layout: str, edition: str) -> None:
    ending = ".xlsx" if edition == "native" else ".xlsm"
    here, there = tmp_path / f"here{ending}", tmp_path / f"there{ending}"
    arguments = [
        "template",
        "--office-code",
        "N-01",
        "--office-name",
        "নমুনা দপ্তর",
        "--layout",
        layout,
        "--edition",
        edition,
    ]
    assert main([*arguments, "-o", str(here)]) == 0
    done = wine.program(*arguments, "-o", there)
    assert done.status == 0, done
    assert there.read_bytes() == here.read_bytes()
