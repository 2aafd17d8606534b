"""install.bat, check.py and the officer's page: right for cmd and browsers, every sentence from the catalogue."""

from __future__ import annotations

import re
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tests.setup.clean_python import run
from xl_apa.core.messages import CATALOGUE
from xl_apa.core.messages.computer.installer import INSTALLER
from xl_apa.core.messages.sentence import Sentence
from xl_apa.setup.offline_files import check_script, install_script, instruction_page
from xl_apa.setup.platforms import PYTHONS, this_python

BATCH = install_script(PYTHONS)
LINES = BATCH.decode("ascii").replace("\r\n", "\n").splitlines()
A_PATH = re.compile(
    r"%~dp0|%(?:LOCALAPPDATA|ProgramFiles|PLACE|VENV|VENV_PYTHON|LOG|SETUP|CANDIDATE|PY)%", re.IGNORECASE
)


def test_the_installer_is_ascii_with_windows_line_ends() -> None:
    assert BATCH.isascii()
    assert BATCH.count(b"\r\n") == BATCH.count(b"\n") == BATCH.count(b"\r")
    assert b"@VERSION@" not in BATCH and re.search(rb"@[A-Z]+@", BATCH) is None


def test_every_path_stands_in_quotes() -> None:
    """Else a folder such as `C:\\Users\\Office & Co (1)` breaks the line in two."""
    seen = 0
    for line in LINES:
        for found in A_PATH.finditer(line):
            seen += 1
            assert line[: found.start()].count('"') % 2, line
    assert seen > 30


def test_no_path_stands_in_a_block() -> None:
    """A `)` in the name of a folder would end the block."""
    assert [line for line in LINES if line.rstrip().endswith("(")] == []


def test_no_path_ends_in_a_backslash_before_its_quote_and_none_is_called_with() -> None:
    programs = [line for line in LINES if line.startswith(('"%', "start"))]
    assert programs
    assert [line for line in programs if '\\"' in line or '%~dp0"' in line] == []
    # `call` expands its arguments twice.
    assert [
        line for line in LINES if re.search(r"\bcall\b.*[\"%]", line) and not re.search(r"call :\w+ %%V$", line)
    ] == []


def test_every_label_exists_and_is_used() -> None:
    labels = {line[1:].strip() for line in LINES if line.startswith(":")}
    named = {
        name for line in LINES for name in re.findall(r"(?:goto|call) :?(\w+)", line) if not line.startswith("rem")
    }
    assert labels - {"python_found", "place_ready"} <= named
    assert named <= labels


def test_pip_gets_nothing_from_anywhere_else() -> None:
    installs = [line for line in LINES if "pip install" in line]
    assert len(installs) == 2
    assert all('--no-index --find-links "wheels"' in line for line in installs)


def test_it_asks_no_administrator() -> None:
    text = BATCH.decode("ascii").lower()
    assert "runas" not in text
    assert "installallusers=0" in text and "include_launcher=0" in text
    assert not re.search(r"\b(reg|setx|icacls|netsh) ", text)


def test_a_step_that_fails_stops_it() -> None:
    """Every program is followed by a look at its exit status, or is a last word."""
    for line, following in zip(LINES, LINES[1:]):
        if line.startswith('"%') and "doctor" not in line:
            assert "errorlevel" in following, line


def test_it_looks_for_the_pythons_of_the_bundle_alone() -> None:
    text = install_script(["3.11", "3.13"]).decode("ascii")
    assert "in (3.13 3.11) do" in text and "in (313 311) do" in text and "[(3, 13), (3, 11)]" in text
    assert "3.12 " not in text


def test_it_installs_what_is_optional_where_the_folder_has_it() -> None:
    assert b'--upgrade "xl_apa" >>' in BATCH
    assert b'--upgrade "xl_apa[import]" >>' in install_script(PYTHONS, ["import"])


def test_what_it_asks_a_python_is_python(tmp_path: Path) -> None:
    (question,) = re.findall(r'set "SUITS=(.*)"', BATCH.decode("ascii"))
    here = question.replace("'win-amd64'", "sysconfig.get_platform()")
    assert '"' not in question and "%" not in question
    assert run(sys.executable, "-c", here, folder=tmp_path).returncode == (this_python() not in PYTHONS)
    assert run(sys.executable, "-c", here.replace("(3, ", "(2, "), folder=tmp_path).returncode == 1


# ---- the sentences --------------------------------------------------------------------------------------------------

TEMPLATES = {
    path.name: path.read_text("utf-8") for path in files("xl_apa.setup.usb_installer").iterdir() if path.is_file()
}
FILLED = {"install.bat": BATCH, "check.py": check_script(), "nirdeshika.html": instruction_page(PYTHONS)}


def test_every_sentence_of_the_catalogue_stands_in_a_template_and_no_other() -> None:
    named = {code for text in TEMPLATES.values() for code in re.findall("@([a-z-]+)@", text)}
    assert named == set(INSTALLER)


@pytest.mark.parametrize("name", FILLED)
def test_nothing_is_left_to_fill_in(name: str) -> None:
    assert not re.search(rb"@[A-Za-z-]+@", FILLED[name])


def test_what_the_templates_show_by_themselves_are_commands_and_paths() -> None:
    """A sentence written into a template would have no other language."""
    shown = [
        line.strip().removeprefix("echo") for line in TEMPLATES["install.bat"].splitlines() if line.startswith("echo")
    ]
    bare = [re.sub(r'@[a-z-]+@|"%.*?%.*?"|\[\d of \d\]', "", line).strip() for line in shown]
    assert set(bare) <= {"", ".", "off", "addin remove", "xl_apa @VERSION@ >"} | {
        line for line in bare if line == "off"
    }
    assert not re.search("[ক-হ]", TEMPLATES["nirdeshika.html"])
    assert not re.search(r'print\("[^"]*[a-z]', TEMPLATES["check.py"])


def test_what_means_something_to_cmd_is_printed_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUE, "installer-done", Sentence("ক", "100% done & > ready"))
    assert b"echo 100%% done ^& ^> ready\r\n" in install_script(PYTHONS)


def test_what_means_something_to_html_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUE, "page-run", Sentence("ক < খ & {installer}", "a"))
    assert "<li>ক &lt; খ &amp; <code>install.bat</code></li>" in instruction_page(PYTHONS).decode("utf-8")


def test_the_check_is_python_whatever_its_sentences_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(CATALOGUE, "installer-files-checked", Sentence("ক", 'back\\slash "{count}" {bad}'))
    (tmp_path / "check.py").write_bytes(check_script())
    (tmp_path / "SHA256SUMS").touch()
    (tmp_path / "wheels").mkdir()
    done = run(sys.executable, "check.py", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, '  back\\slash "0" 0\n')


# ---- the page -------------------------------------------------------------------------------------------------------


def test_the_page_opens_as_bangla_in_any_browser() -> None:
    page = instruction_page(PYTHONS)
    assert page.startswith(b"\xef\xbb\xbf<!DOCTYPE html>")
    text = page.decode("utf-8-sig")
    assert "charset=utf-8" in text and "python-3.13.x-amd64.exe" in text
    assert "http" not in text.replace("http-equiv", "")
