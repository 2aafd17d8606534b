"""Every code that the package uses has its sentence, and every sentence is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

import xl_apa
from xl_apa.core.findings import FindingKind
from xl_apa.core.messages import CATALOGUE
from xl_apa.setup.diagnosis import Diagnosis
from xl_apa.sheets.formulas.issues import Issue

PACKAGE = Path(xl_apa.__file__).parent
ENUMS: dict[str, tuple[type[StrEnum], str]] = {
    "FindingKind": (FindingKind, "core/findings.py"),
    "Diagnosis": (Diagnosis, "setup/diagnosis.py"),
    "Issue": (Issue, "sheets/formulas/issues.py"),
}
"""Codes that are members of an enum, and where it is defined: a definition is no use."""

TAKE_A_CODE = {
    *("render", "localize", "print_message", "short_help", "Phrase"),
    *("XlApaError", "InputError", "OutputError", "PlanError", "CallError"),
}
"""What is called with a code."""

CLICKS_HEADINGS = {"options", "commands"}
"""What click heads its help with: the command line shows our words for them."""

FEWEST_LETTERS = 3
"""So many letters of a code stand outside the braces of an f-string that makes one."""


@cache
def trees() -> dict[str, ast.Module]:
    """The sources of the package without those of the catalogue."""
    messages = PACKAGE / "core" / "messages"
    paths = (path for path in sorted(PACKAGE.rglob("*.py")) if not path.is_relative_to(messages))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees().items():
        for node in ast.walk(tree):
            yield name, node


def texts() -> Iterator[tuple[str, str]]:
    for name, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield name, node.value


@cache
def constants() -> frozenset[str]:
    defined = {path for _, path in ENUMS.values()}
    return frozenset(text for name, text in texts() if name not in defined)


@cache
def members() -> frozenset[str]:
    """The codes of the members of enums that are named, like `FindingKind.NARRATIVE`."""
    found = set()
    for _, node in nodes():
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ENUMS:
            enum, _ = ENUMS[node.value.id]
            if node.attr in enum.__members__:
                found.add(enum[node.attr].value)
    return frozenset(found)


@cache
def templates() -> frozenset[str]:
    """The codes in the templates of the offline folder, where they stand as `@code@`."""
    texts = (path.read_text("utf-8") for path in (PACKAGE / "setup" / "usb_installer").iterdir() if path.is_file())
    return frozenset(code for text in texts for code in re.findall("@([a-z-]+)@", text))


@cache
def names() -> frozenset[str]:
    """What may stand in the braces of an f-string: a text, or the name of a parameter, as an option is written."""
    given = {node.arg for _, node in nodes() if isinstance(node, (ast.arg, ast.keyword)) and node.arg}
    return frozenset(
        {text.lower() for _, text in texts()} | given | {name.replace("_", "-") for name in given} | CLICKS_HEADINGS
    )


@cache
def patterns() -> frozenset[str]:
    """Every f-string that may make a code, as a pattern with a group for each pair of braces."""
    return frozenset(
        pattern for _, node in nodes() if isinstance(node, ast.JoinedStr) and (pattern := pattern_of(node))
    )


def pattern_of(text: ast.JoinedStr) -> str:
    literal = "".join(str(part.value) for part in text.values if isinstance(part, ast.Constant))
    if not re.fullmatch(r"[a-z-]+", literal) or len(literal.replace("-", "")) < FEWEST_LETTERS:
        return ""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in text.values)


def is_made(code: str) -> bool:
    matches = (re.fullmatch(pattern, code) for pattern in patterns())
    return any(
        match and all(each in names() or each in CATALOGUE or each.isdigit() for each in match.groups())
        for match in matches
    )


def codes_in(argument: ast.expr) -> Iterator[str]:
    """The codes that an argument names, as texts; those it makes, as patterns."""
    match argument:
        case ast.Constant(value=str(code)):
            yield re.escape(code)
        case ast.IfExp():
            yield from codes_in(argument.body)
            yield from codes_in(argument.orelse)
        case ast.JoinedStr() if pattern := pattern_of(argument):
            yield pattern


def called() -> Iterator[tuple[str, str]]:
    for name, node in nodes():
        if isinstance(node, ast.Call) and node.args:
            function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if function in TAKE_A_CODE:
                for code in codes_in(node.args[0]):
                    yield f"{name}:{node.lineno}", code


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_sentence_is_used(code: str) -> None:
    assert code in constants() or code in members() or code in templates() or is_made(code)


def test_every_code_that_is_used_has_its_sentence() -> None:
    unknown = [(place, code) for place, code in called() if not any(re.fullmatch(code, each) for each in CATALOGUE)]
    assert unknown == []
    assert len(list(called())) > 100


@pytest.mark.parametrize("enum", [enum for enum, _ in ENUMS.values()])
def test_every_member_is_used_and_has_its_sentence(enum: type[StrEnum]) -> None:
    assert [member for member in enum if member.value not in CATALOGUE] == []
    assert [member for member in enum if member.value not in members()] == []
