"""Help texts of the commands and of their options."""

from __future__ import annotations

import pytest

from xl_apa.core.messages.guide import GUIDE


@pytest.mark.parametrize("code", [code for code in GUIDE if code.startswith("help-")])
def test_the_help_of_a_command_ends_with_an_example(code: str) -> None:
    for text, word in ((GUIDE[code].bn, "উদাহরণ"), (GUIDE[code].en, "Example")):
        told, _, example = text.rpartition("\n\n")
        assert told
        assert example.startswith(f"{word}: xl-apa ")


def test_there_are_commands_and_options_and_nothing_else() -> None:
    assert {code.partition("-")[0] for code in GUIDE} == {"help", "option"}
