"""The command line `xl-apa`: parse, call, print; nothing else."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Sequence

import click

from xl_apa.cli.commands import program
from xl_apa.cli.speech import default_language
from xl_apa.core.errors import XlApaError
from xl_apa.core.messages import LANGUAGES, render
from xl_apa.sheets.files import write_fault_log

NOTHING_DONE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs `xl-apa` and gives its exit status: 0 fine, 1 done with errors found, 2 nothing done and why on stderr."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not stop a Bangla sentence.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    lang = _language(given)
    try:
        status = program.main(given, prog_name="xl-apa", standalone_mode=False)
    except XlApaError as error:
        return _refuse(error.text(lang))
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "xl-apa"
        return _refuse(render("call-wrong", lang, {"reason": error.format_message(), "command": command}))
    except (click.Abort, KeyboardInterrupt):
        if arguments is None:
            # Python is about to end; a second Ctrl-C meanwhile would show its inner workings.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return _refuse(render("interrupted", lang))
    except BrokenPipeError:
        # Whoever read the output has read enough.
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the one place where a fault of the program itself becomes a sentence
        return _refuse(render("program-fault", lang, {"reason": repr(error), "log": write_fault_log()}))
    return status if isinstance(status, int) else 0


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, also when the call itself is wrong."""
    for argument, following in zip(arguments, [*arguments[1:], ""]):
        chosen = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return default_language()


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return NOTHING_DONE
