"""pip as it is set up here: what it says is passed on, its settings are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.core.errors import OutputError
from xl_apa.setup.pip_runner import pip_settings, run_pip


def test_what_pip_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="No matching distribution found"):
        run_pip("download", "--no-index", "no-such-package-at-all")


def test_the_environment_counts_more_than_a_file_and_its_section_for_installing_more_than_the_global_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://one.example/simple\nfind-links = /wheels\n    /more wheels\ncert = /a = b.pem\n"
        "[install]\nindex-url = https://two.example/simple\n[download]\nretries = 3\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.delenv("PIP_CERT", raising=False)
    monkeypatch.setenv("PIP_FIND_LINKS", "/third")
    found = pip_settings()
    assert (found["index-url"], found["find-links"], found["cert"]) == (
        "https://two.example/simple",
        "/third",
        "/a = b.pem",
    )
    assert "retries" not in found
