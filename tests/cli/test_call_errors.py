"""A wrong call is answered in the reader's language, and names the command whose help explains it."""

from __future__ import annotations

import pytest

from tests.cli.calls import Call, refused

HELP = {"bn": "বিস্তারিত দেখুন", "en": "For help, run"}


@pytest.mark.parametrize(
    ("call", "bangla", "english", "command"),
    [
        ("score", "ফাইল দেওয়া হয়নি", "FILE is missing.", "score"),
        ("consolidate -o x.xlsx --quarter 2", "ফাইল|ফোল্ডার দেওয়া হয়নি", "FILE|FOLDER is missing.", "consolidate"),
        ("plan show", "কর্মপরিকল্পনা দেওয়া হয়নি", "PLAN is missing.", "plan show"),
        ("template", "-o / --output দেওয়া হয়নি", "-o / --output is missing.", "template"),
        ("scores", "‘scores’ নামে কোনো কমান্ড নেই। কাছাকাছি আছে: score", "no command “scores”. Close to it: score", ""),
        ("xyz", "‘xyz’ নামে কোনো কমান্ড নেই।", "There is no command “xyz”.", ""),
        ("score --quart 2", "কাছাকাছি আছে: --quarter", "no option --quart. Close to it: --quarter", "score"),
        ("score --xyz", "--xyz নামে কোনো বিকল্প নেই।", "There is no option --xyz.", "score"),
        ("score a --quarter", "--quarter লেখার পর কী", "Nothing was given after --quarter.", "score"),
        ("score a --json=1", "--json একাই যথেষ্ট", "--json stands alone", "score"),
        ("score a b c", "বাড়তি লেখা: b c", "more than this command takes: b c", "score"),
        ("plan list 2023-24", "বাড়তি লেখা: 2023-24", "more than this command takes: 2023-24", "plan list"),
        ("template --layout x -o y.xlsx", "এর একটি দিন: marks, remarks।", "one of these: marks, remarks.", None),
        ("--lang fr plan list", "এর একটি দিন: bn, en।", "Give one of these: bn, en.", None),
        ("consolidate a -o b.xlsx --quarter 2 --jobs 0", "--jobs: ‘0’", "--jobs: “0” cannot be used", None),
        ("consolidate a -o b.xlsx --quarter 2 --jobs two", "পূর্ণ সংখ্যা দিন।", "Give a whole number", None),
        ("score a --quarter ৭", "‘৭’ কোনো ত্রৈমাসিক নয়।", "is not a quarter.", None),
    ],
)
def test_a_wrong_call_is_answered_in_both_languages(
    run: Call, call: str, bangla: str, english: str, command: str | None
) -> None:
    for lang, part in (("bn", bangla), ("en", english)):
        result = run("--lang", lang, *call.split())
        refused(result, part)
        if command is not None:
            name = " ".join(filter(None, ("xl-apa", command)))
            assert result.err.endswith(f"\n{HELP[lang]}: {name} --help\n")


@pytest.mark.parametrize("lang", ["bn", "en"])
@pytest.mark.parametrize("group", ["", "plan", "register", "addin"])
def test_a_group_by_itself_shows_its_help_and_nothing_else(run: Call, lang: str, group: str) -> None:
    alone, help_text = run("--lang", lang, *group.split()), run("--lang", lang, *group.split(), "--help")
    assert (alone.status, alone.out) == (2, "")
    assert alone.err == help_text.out


def test_a_jobs_number_may_have_bengali_digits(run: Call, filled, tmp_path) -> None:
    path = filled({})
    call = ("consolidate", path, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--json", "--jobs")
    assert run(*call, "১").json["offices"] == 1
