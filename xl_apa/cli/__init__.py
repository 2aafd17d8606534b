"""The command line `xl-apa`: parse, call, print; nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from xl_apa.cli import interrupts
from xl_apa.cli.streams import go_on_without_reader, open_standard_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `xl-apa` and return its exit status: 0 fine, 1 done with errors found, 2 nothing done and why on stderr."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        interrupts.listen()
        open_standard_streams()
        go_on_without_reader()
    try:
        # Loading takes a moment, and somebody who mistyped presses Ctrl-C in it.
        from xl_apa.cli.run_command import run

        return run(given)
    except KeyboardInterrupt:
        if arguments is None:
            # Python is about to end.
            interrupts.ignore()
        # Of the rest nothing is needed: what was loaded halfway cannot always be loaded again.
        from xl_apa.cli.localized import print_refusal, requested_language
        from xl_apa.core.messages import render

        return print_refusal(render("interrupted", requested_language(given)))
