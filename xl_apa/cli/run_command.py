"""One call of the program: the command is run, and whatever goes wrong becomes one sentence."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from xl_apa.cli.call_errors import call_error
from xl_apa.cli.localized import print_refusal, requested_language
from xl_apa.cli.program import program
from xl_apa.cli.streams import unwritten_output
from xl_apa.core.errors import XlApaError
from xl_apa.core.messages import render
from xl_apa.core.text.file_names import is_too_long


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Raise KeyboardInterrupt when the user stops it."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not stop a Bangla sentence.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    lang = requested_language(arguments)
    try:
        status = program.main(list(arguments), prog_name="xl-apa", standalone_mode=False)
    except XlApaError as error:
        return print_refusal(error.text(lang))
    except click.UsageError as error:
        return print_refusal(call_error(error).text(lang))
    except click.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:  # noqa: BLE001 - the one place where a fault of the program itself becomes a sentence
        if unwritten := unwritten_output():
            return print_refusal(_not_printed(unwritten, lang))
        if isinstance(error, OSError) and error.filename:
            path = str(Path(error.filename).absolute())
            if is_too_long(path, error):
                return print_refusal(render("path-too-long", lang, {"path": error.filename, "length": len(path)}))
        from xl_apa.fault_log import log_params

        return print_refusal(render("program-fault", lang, {"reason": repr(error), **log_params()}))
    if unwritten := unwritten_output():
        return print_refusal(_not_printed(unwritten, lang))
    return status if isinstance(status, int) else 0


def _not_printed(error: OSError, lang: str) -> str:
    return render("output-not-printed", lang, {"reason": error.strerror or error})
