"""The computer that runs the tests."""

from __future__ import annotations

from xl_apa.setup.environment.this_computer import this_computer


def test_the_real_computer_answers_on_any_system() -> None:
    computer = this_computer()
    assert computer.interpreter.exists()
    assert computer.package("no-such-package") is None
    if not computer.is_windows:
        assert computer.registry.value("HKEY_CURRENT_USER\\Software") is None
        assert computer.running_excel("xl_apa.xlam") is None
        assert computer.short_path(computer.interpreter) == str(computer.interpreter)
