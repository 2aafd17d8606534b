"""The command line in two languages: help texts come from the catalogue, by the language chosen for the run."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from xl_apa.core.messages import CATALOGUE, LANGUAGES, render

_NOTHING_DONE = 2


def default_language() -> str:
    """`bn` on a computer set to Bangla, else `en`."""
    settings = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next(filter(None, settings), "") or (locale.getlocale()[0] or "")
    return "bn" if chosen.lower().startswith(("bn", "bengali", "bangla")) else "en"


def language_of(arguments: Sequence[str]) -> str:
    """The language that a call asks for, also when the call itself is wrong."""
    for argument, following in zip(arguments, [*arguments[1:], ""]):
        chosen = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return default_language()


def refuse(sentence: str) -> int:
    """Says why nothing was done; gives the exit status of that."""
    print(sentence, file=sys.stderr)
    return _NOTHING_DONE


def language() -> str:
    """The language of the running command."""
    context = click.get_current_context(silent=True)
    chosen = context.find_root().params.get("lang") if context else None
    return chosen if chosen in LANGUAGES else default_language()


def say(code: str, **params: object) -> str:
    """A sentence of the catalogue in the language of the running command."""
    return render(code, language(), params)


class SpokenFormatter(click.HelpFormatter):
    """Usage, Options and Commands in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{say('word-usage')}: ")

    def write_heading(self, heading: str) -> None:
        code = f"word-{heading.lower()}"
        super().write_heading(say(code) if code in CATALOGUE else heading)


click.Context.formatter_class = SpokenFormatter


class SpokenOption(click.Option):
    """An option whose help stands in the catalogue as `option-NAME`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = say(f"option-{self.name}")
        return super().get_help_record(ctx)


class SpokenCommand(click.Command):
    """A command whose help stands in the catalogue as `help-NAME`, with an example."""

    def __init__(self, *args: Any, help_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_code = help_code

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("option-help")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(self.help_code).partition("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            for line in say(self.help_code).splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands."""
