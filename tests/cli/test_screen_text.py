"""Nothing that a file holds, or is called, makes a terminal do anything."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.cli.calls import Call
from xl_apa.cli.screen_text import escaped, for_screen

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
TYPED = (
    *(
        "\x1b[31mred\x1b[0m",
        "\x1b]0;title\x07",
        "\x9b31m",
        "\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\",
        "a\rb",
    ),
    *("\x08\x08x", "\u202eabc", "\x1bc", "\x1b[2J", "\x7f", "\u2028x", "\x1b"),
)


@pytest.mark.parametrize("typed", TYPED)
def test_what_a_terminal_obeys_is_left_out_and_all_else_stays(typed: str) -> None:
    assert not OBEYED.search(for_screen(typed))
    assert for_screen(f"দপ্তর{typed}\tক\n[x]").startswith("দপ্তর") and for_screen(f"{typed}\tক\n[x]").endswith("\tক\n[x]")


@pytest.mark.parametrize("typed", [*TYPED, "\ud800", "দপ্তর 😀"])
def test_json_means_the_same_and_holds_none_of_it(typed: str) -> None:
    told = escaped(json.dumps({"raw": typed}, ensure_ascii=False))
    assert json.loads(told) == {"raw": typed}
    assert not OBEYED.search(told)
    assert told.encode()


@pytest.mark.parametrize("how", [(), ("--explain",), ("--json", "--explain")])
@pytest.mark.parametrize("typed", TYPED[:4])
def test_typed_sequences_are_harmless_in_all_that_score_prints(
    run: Call, filled, typed: str, how: tuple[str, ...]
) -> None:
    # XlsxWriter writes such letters as Excel does: `_x001B_`.
    told = run("--lang", "en", "score", filled({"1.4.1": f"12 {typed} jobs"}), "--quarter", 2, *how)
    assert "jobs" in told.out
    assert not OBEYED.search(told.out + told.err)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_names_of_files_are_harmless_in_all_that_consolidate_prints(run: Call, filled, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "\x1b[31mx\x9b1m\u202e.xlsx").write_bytes(b"no workbook")
    filled({"1.4.1": 90}).rename(folder / "\x1b]0;t\x07.xlsx")
    for how in ((), ("--json",)):
        told = run("--lang", "en", "consolidate", folder, "-o", tmp_path / "s.xlsx", "--quarter", 2, *how)
        assert told.status == 1
        assert not OBEYED.search(told.out + told.err)
    refused = run("score", folder / "\x1b[31mx\x9b1m\u202e.xlsx")
    assert refused.status == 2
    assert not OBEYED.search(refused.err)
