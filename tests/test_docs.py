"""The README tells the truth: its commands exist and run, its links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from pathlib import Path

import pytest

from xl_apa.cli import main
from xl_apa.cli.program import program
from xl_apa.core.messages.errors import ERRORS
from xl_apa.core.messages.findings import FINDINGS

REPOSITORY = Path(__file__).parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    assert [name for name in program.lazy_commands if f"`{name}" not in README] == []


def test_every_command_of_the_readme_runs_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "workbooks", tmp_path / "workbooks")
    shutil.copytree(REPOSITORY / "tests" / "files", tmp_path / "tests" / "files")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^xl-apa .*$", README, re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        assert main(shlex.split(line)[1:]) in (0, 1), line


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", README))
def test_a_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (REPOSITORY / target).exists()


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`", README))
def test_a_make_target_of_the_readme_exists(target: str) -> None:
    assert f"\n{target}:" in (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def test_the_page_of_messages_is_what_the_catalogue_says() -> None:
    spec = importlib.util.spec_from_file_location("docs_messages", REPOSITORY / "docs" / "messages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (REPOSITORY / "docs" / "messages.md").read_text(encoding="utf-8")
    assert written == module.page(), "run make messages"
    assert [code for code in (*FINDINGS, *ERRORS) if f"### `{code}`" not in written] == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`((?:xl_apa|tests|macros|docs)/[\w./-]*)`", CONTRIBUTING))))
def test_a_path_that_contributing_names_exists(target: str) -> None:
    assert (REPOSITORY / target).exists()


_GUIDES = sorted((REPOSITORY / "docs").glob("*.md"))


@pytest.mark.parametrize("guide", _GUIDES, ids=lambda path: path.name)
def test_every_link_and_picture_of_a_guide_leads_somewhere(guide: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", guide.read_text(encoding="utf-8"))
    assert [target for target in targets if not (guide.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["officer", "centre"])
def test_a_guide_says_the_same_steps_with_the_same_pictures_in_both_languages(name: str) -> None:
    bangla, english = (_told(REPOSITORY / "docs" / f"{name}{ending}") for ending in (".bn.md", ".md"))
    assert bangla == english and bangla[1]


def _told(guide: Path) -> tuple[int, list[str], list[str]]:
    """The number of steps, the pictures, and the commands of a guide."""
    text = guide.read_text(encoding="utf-8")
    steps = re.findall(r"^\*\*[০-৯\d]\.", text, re.MULTILINE)
    return len(steps), re.findall(r"\((pictures/[^)]+)\)", text), re.findall(r"^xl-apa .*$", text, re.MULTILINE)
