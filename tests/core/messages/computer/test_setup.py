"""What installing says."""

from __future__ import annotations

from xl_apa.core.messages.computer.doctor import DOCTOR
from xl_apa.core.messages.computer.setup import SETUP


def test_every_command_of_setup_has_its_help_with_an_example() -> None:
    helps = [code for code in SETUP if code.startswith("help-")]
    assert len(helps) == 4
    assert all("\n\nউদাহরণ: xl-apa " in SETUP[code].bn for code in helps)
    assert all("\n\nExample: xl-apa " in SETUP[code].en for code in helps)


def test_what_doctor_says_stands_apart() -> None:
    assert not set(SETUP) & set(DOCTOR)
    assert not [code for code in SETUP if code.startswith("doctor-")]
