"""`score --explain`: how every mark came about, for people and for programs."""

from __future__ import annotations

import json

import pytest

from xl_apa._version import __version__
from xl_apa.cli import main

CELLS = {"1.2.1": "০৩ (তিন) টি", "1.4.1": 0.96, "1.5.1": "অনেক"}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ["০৩ (তিন) টি", "96%", "a fraction, read as a percent", "cumulative", "6 / 6", "tier", "not understood"],
        ),
        ("bn", ["০৩ (তিন) টি", "৯৬%", "ভগ্নাংশকে শতকরা ধরা হয়েছে", "ক্রমপুঞ্জিভূত", "৬ / ৬", "স্তরভিত্তিক", "বোঝা যায়নি"]),
    ],
)
def test_every_step_is_shown_in_both_languages(filled, capsys, lang: str, said: list[str]) -> None:
    main(["--lang", lang, "score", str(filled(CELLS)), "--quarter", "2", "--explain"])
    shown = capsys.readouterr().out
    assert [text for text in [*said, "'২য় ত্রৈমাসিক'!M11", __version__] if text not in shown] == []


def test_without_the_option_nothing_is_added(filled, capsys) -> None:
    path = str(filled(CELLS))
    main(["score", path, "--quarter", "2", "--json"])
    plain = json.loads(capsys.readouterr().out)
    main(["score", path, "--quarter", "2", "--json", "--explain"])
    explained = json.loads(capsys.readouterr().out)
    assert {name: explained[name] for name in plain} == plain
    assert explained.keys() - plain.keys() == {"plan_sha256", "program", "explained"}
    row = next(each for each in explained["explained"] if each["code"] == "1.4.1")
    assert (row["understood"], row["how"], row["method"], row["rule"]) == (96, "fraction", "cumulative", "tier")
