"""click in two languages: sentences and help texts come from the catalogue, in the language chosen for the run."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from xl_apa.cli.call_errors import too_many_arguments
from xl_apa.cli.screen_text import for_screen
from xl_apa.core.errors import CallError
from xl_apa.core.messages import CATALOGUE, LANGUAGES, render

_NOTHING_DONE = 2

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


# ---- the language ---------------------------------------------------------------------------------------------------


def default_language() -> str:
    """Return `bn` on a computer set to Bangla, else `en`."""
    settings = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next(filter(None, settings), "") or (locale.getlocale()[0] or "")
    return "bn" if chosen.lower().startswith(("bn", "bengali", "bangla")) else "en"


def requested_language(arguments: Sequence[str]) -> str:
    """Return the language that a call asks for, also when the call itself is wrong."""
    for argument, following in zip(arguments, [*arguments[1:], ""]):
        chosen = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return default_language()


def chosen_language(otherwise: str) -> str:
    """Return the language that was asked for with --lang; without it another one, whatever the computer is set to."""
    context = click.get_current_context(silent=True)
    chosen = context.find_root().params.get("lang") if context else None
    return chosen if chosen in LANGUAGES else otherwise


def language() -> str:
    """Return the language of the running command."""
    return chosen_language(default_language())


def localize(code: str, **params: object) -> str:
    """Return a sentence of the catalogue in the language of the running command."""
    return render(code, language(), params)


def print_refusal(sentence: str) -> int:
    """Print on stderr why nothing was done; return the exit status of that."""
    print(for_screen(sentence), file=sys.stderr)
    return _NOTHING_DONE


# ---- click's classes ------------------------------------------------------------------------------------------------


class LocalizedFormatter(click.HelpFormatter):
    """Usage, Options and Commands in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{localize('word-usage')}: ")

    def write_heading(self, heading: str) -> None:
        code = f"word-{heading.lower()}"
        super().write_heading(localize(code) if code in CATALOGUE else heading)


class LocalizedContext(click.Context):
    """The context of our commands, which formats their help."""

    formatter_class = LocalizedFormatter


class LocalizedOption(click.Option):
    """An option whose help stands in the catalogue under `help_code`, by itself `option-NAME`."""

    def __init__(self, *args: Any, help_code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_code = help_code or f"option-{self.name}"

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record, extra = super().get_help_record(ctx), self.get_help_extra(ctx)
        if record is None:
            return None
        # What click adds of its own would be in English.
        told = [localize("word-required")] if "required" in extra else []
        if "default" in extra:
            told.append(localize("word-default", name=extra["default"]))
        return record[0], "  ".join([localize(self.help_code), *(f"[{each}]" for each in told)])


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Return click's decorator for an option with its help in the catalogue."""
    return click.option(*names, cls=LocalizedOption, **settings)


class Choice(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            raise CallError("choice-wrong", name=option_name(param), text=value, known=self.choices)
        return str(value)


def option_name(parameter: click.Parameter | None) -> str:
    """Return what an option is called on the command line, `--quarter`; "" for none."""
    return parameter.opts[-1] if parameter else ""


class LocalizedCommand(click.Command):
    """A command whose help stands in the catalogue under `help_code`, with an example."""

    context_class = LocalizedContext

    def __init__(self, *args: Any, help_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_code = help_code

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = localize("option-help")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        return short_help(self.help_code)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        said = {"[OPTIONS]": "usage-options", "COMMAND [ARGS]...": "usage-command"}
        return [localize(said[each]) if each in said else each for each in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        takes_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            # click does not always say whose option it was.
            error.ctx = error.ctx or ctx
            raise
        if rest and not takes_more and not ctx.resilient_parsing:
            raise too_many_arguments(ctx)
        return rest

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            for line in localize(self.help_code).splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


class LocalizedGroup(LocalizedCommand, click.Group):
    """A group of such commands, which shows its help when it is called without one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]...", **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        result = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(_NOTHING_DONE)
        return result


def short_help(help_code: str) -> str:
    """Return the first line of a help text, for a list of commands."""
    return localize(help_code).partition("\n")[0]
