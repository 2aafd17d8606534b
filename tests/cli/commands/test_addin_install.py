"""The add-in put into a made-up PC and taken away again from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call
from tests.setup.fake_computer import healthy
from xl_apa.cli.commands import addin_install
from xl_apa.setup.install import addin_files


@pytest.fixture
def addin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the add-in of a PC goes whose user has a name with brackets, which rich would take for markup."""
    computer = healthy(tmp_path, user="Md. Office [User]")
    monkeypatch.setattr(addin_install, "this_computer", lambda: computer)
    monkeypatch.setattr(addin_install, "build_addin", lambda path: path.write_bytes(b"the add-in"))
    return addin_files(computer).addin


def test_install_and_remove_say_where(run: Call, addin: Path) -> None:
    installed = run("--lang", "bn", "addin", "install")
    assert (installed.status, f"অ্যাড-ইন ইনস্টল হয়েছে: {addin}\n" in installed.out) == (0, True)
    assert addin.read_bytes() == b"the add-in"
    removed = run("--lang", "bn", "addin", "remove")
    assert (removed.status, removed.out.count("সরানো হয়েছে")) == (0, 3)
    assert not addin.exists()


def test_what_was_changed_since_is_said_to_be_left(run: Call, addin: Path) -> None:
    run("addin", "install")
    addin.write_bytes(b"changed by hand")
    assert f"Left, since it was changed after it was installed: {addin}." in run("--lang", "en", "addin", "remove").out
