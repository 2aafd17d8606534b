"""Where the system lets no process be started, calls are done at once, in this one."""

from __future__ import annotations

import os

import pytest

from xl_apa.processes.this_process import InThisProcess


def test_a_call_is_done_when_it_is_handed_out() -> None:
    future = InThisProcess().submit(os.getpid)
    assert future.done() and future.result() == os.getpid()


def test_what_a_call_raises_is_raised_where_it_is_handed_out() -> None:
    with pytest.raises(ZeroDivisionError):
        InThisProcess().submit(divmod, 1, 0)
