"""How far the reading of many files is, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.core.messages import render
from xl_apa.core.text.numerals import to_bangla_digits

_MANY_FILES = 200
"""From here on a run takes long enough to print a line for every tenth."""


@contextmanager
def progress(quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Yield a function to call with files done and files in all.

    On a terminal it draws a bar that leaves no trace; elsewhere it prints a line for every 10%.
    """
    if quiet or not sys.stderr.isatty():
        yield _print_nothing if quiet else _print_tenths
        return
    columns = (TextColumn("{task.description}"), BarColumn(), _RateColumn(language()))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(localize("said-reading"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_nothing(_done: int, _total: int) -> None:
    pass


def _print_tenths(done: int, total: int) -> None:
    if done and total >= _MANY_FILES and done * 10 // total > (done - 1) * 10 // total:
        print(localize("said-read", done=done, total=total), file=sys.stderr, flush=True)


class _RateColumn(ProgressColumn):
    """Files done, how many a second, and the time left, once that is known."""

    # The bar is drawn by a thread of its own, which does not know the running command and its language.
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def render(self, task: Task) -> Text:
        line = render("said-read", self._lang, {"done": int(task.completed), "total": int(task.total or 0)})
        if task.speed and task.time_remaining is not None:
            left = str(timedelta(seconds=int(task.time_remaining)))
            left = to_bangla_digits(left) if self._lang == "bn" else left
            rate = Decimal(task.speed).quantize(Decimal("0.1"))
            line += "; " + render("said-speed", self._lang, {"rate": rate, "left": left})
        return Text(line)
