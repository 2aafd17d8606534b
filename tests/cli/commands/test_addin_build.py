"""The add-in, built from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import refused
from xl_apa.addin.build import build_addin


@pytest.mark.parametrize(("lang", "sentence"), [("bn", "লেখা হয়েছে"), ("en", "Written")])
def test_addin_build_writes_the_add_in(run, tmp_path: Path, lang: str, sentence: str) -> None:
    path = tmp_path / "xl_apa.xlam"
    result = run("--lang", lang, "addin", "build", "-o", path)
    assert (result.status, sentence in result.out) == (0, True)
    build_addin(tmp_path / "same.xlam")
    assert path.read_bytes() == (tmp_path / "same.xlam").read_bytes()


def test_a_name_with_another_ending_is_refused(run, tmp_path: Path) -> None:
    refused(run("addin", "build", "-o", tmp_path / "xl_apa.xlsm"), ".xlam")
    assert list(tmp_path.iterdir()) == []
