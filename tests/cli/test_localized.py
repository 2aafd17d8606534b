"""Sentences in the reader's language."""

from __future__ import annotations

import re

import pytest

from tests.cli.calls import refused
from tests.cli.test_program import ALL


@pytest.mark.parametrize(
    ("setting", "expected"), [("bn_BD.UTF-8", "পাওয়া যায়নি"), ("en_US.UTF-8", "was not found"), ("C", "was not found")]
)
def test_the_language_follows_the_computer(run, monkeypatch: pytest.MonkeyPatch, setting: str, expected: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", setting)
    refused(run("score", "none.xlsx"), expected)


ENGLISH_OF_CLICK = re.compile(
    r"required|default|OPTIONS|COMMAND|ARGS|FILE|FOLDER|TEXT|INTEGER|RANGE|DATE|Show|Usage|[A-Z]{4,}"
)
NAMES = re.compile(r"JSON|CSV|TOML")


@pytest.mark.parametrize("path", [(), *ALL], ids=" ".join)
def test_a_bangla_help_text_has_none_of_clicks_english(run, path: tuple[str, ...]) -> None:
    assert ENGLISH_OF_CLICK.search(NAMES.sub("", run("--lang", "bn", *path, "--help").out)) is None


@pytest.mark.parametrize(
    ("call", "bangla", "english"),
    [
        ("template", "[না দিলে: remarks]", "[default: remarks]"),
        ("template", "[না দিলে: 2023-24]", "[default: 2023-24]"),
        ("template", "[দিতেই হবে]", "[required]"),
        ("template", "-o, --output ফাইল|ফোল্ডার", "-o, --output FILE|FOLDER"),
        ("calculate", "না দিলে মূল ফাইলেই।", "without it, into the same file."),
        ("calculate", "-o, --output ফাইল ", "-o, --output FILE "),
        ("consolidate", "--quarter ১-৪", "--quarter 1-4"),
        ("consolidate", "--feedback ফোল্ডার", "--feedback FOLDER"),
        ("consolidate", "ফাইল|ফোল্ডার...", "FILE|FOLDER..."),
        ("addin bundle", "-o, --output ফোল্ডার", "-o, --output FOLDER"),
        ("demo", "[বিকল্প] [ফোল্ডার]", "[OPTIONS] [FOLDER]"),
        ("plan", "[বিকল্প] কমান্ড [বাকি অংশ]...", "[OPTIONS] COMMAND [ARGS]..."),
    ],
)
def test_help_says_what_is_to_be_given_and_what_counts_without_it(run, call: str, bangla: str, english: str) -> None:
    for lang, part in (("bn", bangla), ("en", english)):
        assert part in " ".join(run("--lang", lang, *call.split(), "--help").out.split()) + " "
