"""What `doctor` found as a page that any browser shows, for the officer and for whoever supports him."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date

from xl_apa._version import __version__
from xl_apa.core.messages import render
from xl_apa.core.messages.own_program import parts_with_commands
from xl_apa.setup.diagnosis import State
from xl_apa.setup.doctor import CheckResult

_COLOURS = {State.OK: "#e2efda", State.WARNING: "#fff2cc", State.ERROR: "#f8cbad", State.SKIPPED: "#ededed"}
_STYLE = (
    'body { font-family: Nikosh, "Nirmala UI", Vrinda, "Shonar Bangla", sans-serif; font-size: 18px; '
    "line-height: 1.5; max-width: 50em; margin: 1em auto; padding: 0 1em; }"
    "table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: 0.3em 0.6em; text-align: left; "
    "overflow-wrap: anywhere; } th { white-space: nowrap; font-weight: normal; }"
    # One click takes the whole command.
    "code { user-select: all; background: #fff; padding: 0 0.3em; }"
)


def findings_page(results: Sequence[CheckResult], lang: str, day: date) -> bytes:
    """Return the page in a language, `bn` or `en`; what is worst stands first."""
    worst_first = (State.ERROR, State.WARNING, State.OK, State.SKIPPED)
    ordered = sorted(results, key=lambda result: worst_first.index(result.state))
    title = html.escape(render("findings-page-title", lang))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{lang}">',
        f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
        f"<body><h1>{title}</h1>",
        f"<p>{html.escape(render('findings-page-of', lang, {'version': __version__, 'day': day}))}</p>",
        "<table>",
        *(_row(result, lang) for result in ordered),
        "</table>",
        *_how_to_run(results, lang),
        f"<p>{html.escape(render('findings-page-next', lang))}</p>",
        "</body></html>",
        "",
    ]
    # The mark at the start tells even a very old browser that this is UTF-8.
    return b"\xef\xbb\xbf" + "\n".join(lines).encode("utf-8", "replace")


def _how_to_run(results: Sequence[CheckResult], lang: str) -> list[str]:
    """Return how to run the commands in the rows, which the officer has no shell open for."""
    named = any(command for result in results for _, command in parts_with_commands(result.text(lang)))
    return [f"<p>{html.escape(render('findings-page-command', lang))}</p>"] if named else []


def _row(result: CheckResult, lang: str) -> str:
    words = (render(f"check-{result.check}", lang), render(f"word-{result.state}", lang))
    cells = "".join(f"<th>{html.escape(word)}</th>" for word in words)
    parts = [(html.escape(part), command) for part, command in parts_with_commands(result.text(lang))]
    text = "".join(f"<code>{part}</code>" if command else part for part, command in parts).replace("\n", "<br>")
    return f'<tr style="background: {_COLOURS[result.state]}">{cells}<td>{text}</td></tr>'
