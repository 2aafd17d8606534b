"""The three files of the offline folder that people meet: install.bat, check.py, and the officer's page.

Their templates are in `usb_installer`; the sentences come from the catalogue, where a template says `@code@`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files

from xl_apa._version import __version__
from xl_apa.core.messages import CATALOGUE, render

INSTALLER = "install.bat"
CHECK = "check.py"
PAGE = "nirdeshika.html"

_TEMPLATES = files("xl_apa.setup.usb_installer")
_SENTENCE = re.compile("@([a-z][a-z-]*)@")
_SPECIAL_TO_CMD = re.compile(r"([&|<>^])")


def install_script(pythons: Iterable[str], extras: Sequence[str] = ()) -> bytes:
    """Return install.bat for these Pythons and extras: ASCII and CRLF, as cmd reads it under every code page."""
    newest_first = sorted(pythons, key=version_numbers, reverse=True)
    pairs = ", ".join(f"({python.replace('.', ', ')})" for python in newest_first)
    params = {"version": __version__, "pythons": " ".join(newest_first)}
    text = _filled(INSTALLER, lambda code: _for_cmd(render(code, "en", params)))
    text = _replaced(
        text,
        {
            "@VERSION@": __version__,
            "@PYTHONS@": " ".join(newest_first),
            "@FOLDERS@": " ".join(python.replace(".", "") for python in newest_first),
            "@PAIRS@": f"[{pairs}]",
            "@PACKAGE@": f"xl_apa[{','.join(extras)}]" if extras else "xl_apa",
        },
    )
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("ascii")


def check_script() -> bytes:
    """Return check.py, which has to run without this program; its sentences go into texts of Python."""
    return _filled(CHECK, lambda code: CATALOGUE[code].en.replace("\\", "\\\\").replace('"', '\\"')).encode("utf-8")


def instruction_page(pythons: Iterable[str]) -> bytes:
    """Return the officer's page. HTML opens by double click on any Windows, and a browser has had Bangla longest."""
    params = {
        "setup": f"python-{max(pythons, key=version_numbers)}.x-amd64.exe",
        "installer": INSTALLER,
        "templates": "templates",
        "cmd": "cmd",
        "folder": r"%LOCALAPPDATA%\xl_apa",
    }
    shown = {name: f"<code>{html.escape(value)}</code>" for name, value in params.items()}
    text = _filled(PAGE, lambda code: html.escape(CATALOGUE[code].bn, quote=False).format_map(shown))
    # The mark at the start tells even a very old browser that this is UTF-8.
    return b"\xef\xbb\xbf" + text.encode("utf-8")


def version_numbers(python: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared: 3.11 is later than 3.9."""
    return tuple(int(part) for part in python.split("."))


def _filled(name: str, sentence: Callable[[str], str]) -> str:
    text = (_TEMPLATES / name).read_text(encoding="utf-8")
    return _SENTENCE.sub(lambda found: sentence(found[1]), text)


def _replaced(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _for_cmd(sentence: str) -> str:
    """A sentence as `echo` of cmd prints it."""
    return _SPECIAL_TO_CMD.sub(r"^\1", sentence).replace("%", "%%")
