"""The whole story in one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

README = Path(__file__).parents[3] / "README.md"


def test_the_demonstration_tells_the_whole_story(run, tmp_path: Path) -> None:
    result = run("--lang", "en", "demo", tmp_path / "demo")
    assert result.status == 0
    assert "17.40 of 50" in result.out and "17.80 of 50" in result.out
    assert "Files: 14, refused: 1; offices: 13, reported: 11." in result.out
    built = sorted(path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*.xlsx"))
    assert len(built) == 2 + 2 + 12 + 1 + 1 + 15 + 1  # templates, reports, register, summary, letters, decisions
    # One sent nothing, one a blank form, one half a file.
    assert [result.out.count(said) for said in ("No report came from", "The report of", "The file of")] == [
        1,
        1,
        1,
    ]
    assert run("demo", tmp_path / "demo").status == 0


def test_without_a_name_the_folder_is_that_of_the_readme(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("demo").status == 0
    for name in ("summary.xlsx", "register.xlsx", "reports"):
        assert (tmp_path / "demo" / name).exists()
        assert f"`demo/{name}`" in README.read_text(encoding="utf-8") or f" demo/{name}`" in README.read_text(
            encoding="utf-8"
        )
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]
