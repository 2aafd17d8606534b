"""The entry of the Start menu: made with the add-in, gone with it, and no reason for an installation to fail."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tests.setup.fake_computer import every_file, healthy
from xl_apa.setup.environment.computer import Shortcut
from xl_apa.setup.install import addin_files, install, read_record, remove
from xl_apa.setup.start_menu import help_entry


def build(path: Path) -> None:
    path.write_bytes(b"the add-in")


def test_a_click_shows_the_findings_as_a_page_in_bangla(tmp_path: Path) -> None:
    computer = healthy(tmp_path, user="রহিম উদ্দিন")
    entry = help_entry(computer)
    assert entry.path.name == "এপিএ সহায়তা.lnk"
    assert entry.program == computer.interpreter.with_name("pythonw.exe")
    page = Path(computer.environ["LOCALAPPDATA"], "xl_apa", "doctor.html")
    assert entry.arguments == ("-m", "xl_apa", "--lang", "bn", "doctor", "--html", str(page), "--open")


def test_it_comes_and_goes_with_the_add_in(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    entry = install(computer, build).entry
    assert entry and entry.is_file()
    assert entry in remove(computer).gone
    assert not entry.exists()


def test_where_windows_lets_nobody_write_there_the_rest_is_installed(tmp_path: Path) -> None:
    def refuse(shortcut: Shortcut) -> None:
        raise PermissionError(13, "denied", str(shortcut.path))

    computer = replace(healthy(tmp_path), make_shortcut=refuse)
    assert install(computer, build).entry is None
    assert addin_files(computer).addin.is_file()
    remove(computer)
    assert not any(path.endswith(("xl_apa.xlam", "xl_apa.conf")) for path in every_file(tmp_path))


def test_a_record_of_before_is_read(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    install(computer, build)
    record = addin_files(computer).record
    data = json.loads(record.read_text(encoding="utf-8"))
    del data["entry"]
    record.write_text(json.dumps(data), encoding="utf-8")
    before = read_record(computer)
    assert before is not None and before.entry is None
    assert remove(computer).kept == ()
