"""The command line, called in this process."""

from __future__ import annotations

import pytest

from tests.cli.calls import Call, Run
from xl_apa.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call `xl-apa`; what it prints never is a traceback."""

    def call(*arguments: object) -> Run:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Run(status, captured.out, captured.err)

    return call
