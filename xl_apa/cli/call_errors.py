"""What is wrong with a call, as the catalogue says it: click's own sentences are in English alone."""

from __future__ import annotations

import click

from xl_apa.core.errors import CallError
from xl_apa.core.messages import Phrase


def call_error(error: click.UsageError) -> CallError:
    """Return the error of a call as one of ours, in both languages, with the command whose help explains it."""
    command = error.ctx.command_path if error.ctx else "xl-apa"
    if isinstance(error, click.MissingParameter) and error.param:
        return CallError("call-missing", name=_name(error.param), command=command)
    if isinstance(error, (click.NoSuchOption, click.NoSuchCommand)):
        return _unknown(error, command)
    if isinstance(error, click.BadOptionUsage):
        code = "call-value-unwanted" if _is_flag(error) else "call-value-missing"
        return CallError(code, name=error.option_name, command=command)
    return CallError("call-wrong", reason=error.format_message(), command=command)


def too_many_arguments(context: click.Context) -> CallError:
    """Return the error of a call with more behind the command than it takes."""
    return CallError("call-too-much", text=" ".join(context.args), command=context.command_path)


def _unknown(error: click.NoSuchOption | click.NoSuchCommand, command: str) -> CallError:
    is_option = isinstance(error, click.NoSuchOption)
    name = error.option_name if isinstance(error, click.NoSuchOption) else error.command_name
    code = "call-option-unknown" if is_option else "call-command-unknown"
    if error.possibilities:
        return CallError(f"{code}-but-like", name=name, known=error.possibilities, command=command)
    return CallError(code, name=name, command=command)


def _name(parameter: click.Parameter) -> str | Phrase:
    if isinstance(parameter, click.Option):
        return " / ".join(parameter.opts)
    return Phrase(f"metavar-{parameter.type.name}")


def _is_flag(error: click.BadOptionUsage) -> bool:
    parameters = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(each, click.Option) and each.is_flag and error.option_name in each.opts for each in parameters
    )
