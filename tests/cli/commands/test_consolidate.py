"""Many reports into one summary: exit status, JSON, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.calls import refused
from tests.clusters import dask_cluster


@pytest.fixture
def ministry(filled, tmp_path: Path) -> Path:
    evidence = {"1.4.1": "নথি"}
    filled({"1.4.1": 90}, name="in/a.xlsx", code="A", evidence=evidence)
    filled({"1.4.1": 71}, name="in/b.xlsx", code="B", evidence=evidence)
    return tmp_path / "in"


def test_consolidate_json_has_the_promised_shape(run, ministry: Path, tmp_path: Path) -> None:
    (ministry / "bad.xlsx").write_bytes(b"")
    output = tmp_path / "summary.xlsx"
    result = run("consolidate", ministry, "-o", output, "--quarter", 2, "--json")
    data = result.json
    assert result.status == 1
    assert list(data) == [
        *(
            "files",
            "offices",
            "mean",
            "out_of",
            "base",
            "offices_detail",
            "refused",
            "missing",
            "to_confirm",
            "aside",
            "output",
        )
    ]
    assert data["files"] == {"found": 3, "read": 2, "refused": 1}
    assert (data["offices"], data["mean"], data["out_of"], data["output"]) == (2, 5.1, 50, str(output))
    assert [(each["code"], each["total"], each["rank"]) for each in data["offices_detail"]] == [
        ("A", 6, 1),
        ("B", 4.2, 2),
    ]
    assert data["offices_detail"][0]["findings"] == {"error": 0, "warning": 0, "note": 0}
    assert data["refused"][0]["code"] == "file-empty"
    assert len(data["offices_detail"][0]["sha256"]) == 64


def test_consolidate_is_fine_when_nothing_is_wrong(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    result = run("--lang", "en", "consolidate", ministry, "-o", output, "--quarter", 2, "--fiscal-year", "2023-24")
    assert result.status == 0
    assert (
        "Files: 2, refused: 0; offices: 2, reported: 2. Mean marks 5.10 of 50 (offices in the mean: 2)." in result.out
    )


def test_the_register_says_who_is_missing_and_who_is_unknown(run, ministry: Path, tmp_path: Path) -> None:
    # It may lie among the offices' files.
    register = ministry / "register.xlsx"
    run("register", "new", "-o", register)
    book = openpyxl.load_workbook(register)
    for row, code in enumerate(("A", "C"), start=5):
        book.active.cell(row, 1, code)
        book.active.cell(row, 2, f"Office {code}")
    book.save(register)
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--register", register)
    data = run(*call, "--json").json
    assert (data["files"]["found"], data["missing"]) == (2, ["C"])
    assert {each["code"]: each["findings"]["warning"] for each in data["offices_detail"]} == {"A": 0, "B": 1}
    assert "No report came from C Office C" in run("--lang", "en", *call).out
    refused(run("--lang", "en", "register", "new", "-o", register), "exists already")


def test_two_jobs_give_what_one_gives(run, ministry: Path, tmp_path: Path) -> None:
    results = [
        run("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--jobs", jobs, "--json").json
        for jobs in (1, 2)
    ]
    assert results[0] == results[1]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with dask_cluster() as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_what_this_computer_gives(run, address: str, ministry: Path, tmp_path: Path) -> None:
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--json")
    assert run(*call, "--executor", address).json == run(*call).json


def test_a_cluster_that_does_not_exist_is_refused(run, ministry: Path, tmp_path: Path) -> None:
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--executor", "spark://host:7077")
    refused(run("--lang", "en", *call), "is not a cluster address. Give one like tcp://host:8786.")
    assert not (tmp_path / "s.xlsx").exists()


def test_quiet_says_nothing_while_all_is_well_and_else_one_line(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    call = ("consolidate", ministry, "-o", output, "--quarter", 2, "--quiet")
    result = run(*call)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert output.exists()
    (ministry / "bad.xlsx").write_bytes(b"")
    result = run("--lang", "en", *call)
    line = f"Not all is well: files refused: 1, errors: 0, offices without a report: 0. See {output}\n"
    assert (result.status, result.out, result.err) == (1, "", line)


@pytest.mark.parametrize(
    ("spoil", "status", "line"),
    [
        ("a missing office", 0, "files refused: 0, errors: 0, offices without a report: 1."),
        ("an error", 1, "files refused: 0, errors: 1, offices without a report: 0."),
        ("a half download", 1, "files refused: 1, errors: 0, offices without a report: 0."),
        ("another quarter", 0, "2 of 2 files hold quarter 2, not quarter 3. Is --quarter 2 meant? Not all is well:"),
        ("a copy and a scan", 0, ""),
    ],
)
def test_quiet_says_in_one_line_what_is_not_well(
    run, filled, ministry: Path, tmp_path: Path, spoil: str, status: int, line: str
) -> None:
    call = ["--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--quiet"]
    if spoil == "a missing office":
        register = tmp_path / "register.csv"
        register.write_text("কোড,নাম\nA,নমুনা দপ্তর\nB,নমুনা দপ্তর\nC,গ\n", encoding="utf-8")
        call += ["--register", register]
    elif spoil == "an error":
        filled({"1.4.1": 130}, name="in/b.xlsx", code="B", evidence={"1.4.1": "নথি"})
    elif spoil == "a half download":
        (ministry / "c.xlsx.crdownload").write_bytes(b"PK")
    elif spoil == "another quarter":
        call[7] = 3
    else:
        (ministry / "a (1).xlsx").write_bytes((ministry / "a.xlsx").read_bytes())
        (ministry / "scan.pdf").write_bytes(b"%PDF")
    result = run(*call)
    assert (result.status, result.out) == (status, "")
    assert line in result.err and result.err.count("\n") == bool(line)


def test_the_choice_among_an_offices_files_is_told_and_so_is_what_lies_beside_them(
    run, filled, ministry: Path, tmp_path: Path
) -> None:
    day = {"report_date_2": date(2024, 1, 9)}
    filled({"1.4.1": 85}, name="in/a (1).xlsx", code="A", evidence={"1.4.1": "নথি"}, info=day)
    filled(
        {"1.4.1": 90}, name="in/a.xlsx", code="A", evidence={"1.4.1": "নথি"}, info={"report_date_2": date(2024, 1, 8)}
    )
    (ministry / "forms.zip").write_bytes(b"PK")
    (ministry / "scan.pdf").write_bytes(b"%PDF")
    call = ("consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2)
    out = " ".join(run("--lang", "en", *call).out.split())
    new, old = ministry / "a (1).xlsx", ministry / "a.xlsx"
    reason = "Its report is dated 9 January 2024, the other one's 8 January 2024."
    assert f"There is more than one file of office A: “{new}” was used, “{old}” was not. {reason}" in out
    assert f"Refused: “{ministry / 'forms.zip'}” is damaged" in out
    assert f"Not counted: “{ministry / 'scan.pdf'}” is a PDF" in out
    data = run(*call, "--json").json
    assert [(each["path"], each["code"]) for each in data["aside"]] == [(str(ministry / "scan.pdf"), "file-is-pdf")]
    assert {each["code"] for each in data["refused"]} == {"office-twice", "archive-damaged"}


def test_quiet_still_says_why_nothing_was_done_and_still_gives_json(run, ministry: Path, tmp_path: Path) -> None:
    call = ("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 2, "--quiet")
    assert run(*call, "--json").json["offices"] == 2
    refused(run(*call[:3], tmp_path / "none", *call[4:]), "was not found")


def test_consolidating_again_over_the_summary_in_the_same_folder_is_fine(run, ministry: Path) -> None:
    for _ in range(2):
        result = run("consolidate", ministry, "-o", ministry / "summary.xlsx", "--quarter", 2, "--json")
        assert (result.status, result.json["files"]["found"]) == (0, 2)


def test_the_summary_is_in_the_language_asked_for_whatever_language_messages_have(
    run, ministry: Path, tmp_path: Path
) -> None:
    output = ministry / "summary.xlsx"
    call = ("consolidate", ministry, "-o", output, "--quarter", 2)
    for options, first in (((), "সারসংক্ষেপ"), (("--language", "en"), "Ministry summary"), ((), "সারসংক্ষেপ")):
        for lang in ("bn", "en"):
            assert run("--lang", lang, *call, *options).status == 0
            assert openpyxl.load_workbook(output).sheetnames[0] == first
    refused(run("--lang", "en", *call, "--language", "fr"), "--language")


@pytest.mark.parametrize("lang", ["bn", "en"])
def test_a_summary_among_the_reports_is_known_in_either_language(
    run, ministry: Path, tmp_path: Path, lang: str
) -> None:
    earlier = ministry / "earlier.xlsx"
    assert run("consolidate", ministry, "-o", earlier, "--quarter", 2, "--language", lang).status == 0
    data = run("consolidate", ministry, "-o", tmp_path / "summary.xlsx", "--quarter", 2, "--json").json
    assert [(each["path"], each["code"]) for each in data["aside"]] == [(str(earlier), "file-is-summary")]
    assert data["files"] == {"found": 2, "read": 2, "refused": 0}


def test_an_old_summary_survives_when_it_cannot_be_replaced(run, ministry: Path, tmp_path: Path) -> None:
    output = tmp_path / "summary.xlsx"
    output.write_bytes(b"old")
    output.chmod(0o444)
    refused(run("--lang", "en", "consolidate", ministry, "-o", output, "--quarter", 2), "may not be written")
    assert output.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--quarter", "2", "--fiscal-year", "2024-25"], "not for 2024-25"),
        (["--quarter", "2", "--fiscal-year", "soon"], "could not be read"),
        (["--quarter", "0"], "“0” is not a quarter."),
        ([], "--quarter is missing."),
    ],
)
def test_a_wrong_consolidation_is_refused(run, ministry: Path, tmp_path: Path, arguments: list[str], part: str) -> None:
    refused(run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", *arguments), part)


def test_a_summary_must_be_an_xlsx_and_no_folder(run, ministry: Path, tmp_path: Path) -> None:
    refused(
        run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.csv", "--quarter", 1),
        "let the name end in .xlsx",
    )
    (tmp_path / "s.xlsx").mkdir()
    refused(run("--lang", "en", "consolidate", ministry, "-o", tmp_path / "s.xlsx", "--quarter", 1), "is a folder")


def test_an_empty_folder_is_refused(run, tmp_path: Path) -> None:
    refused(run("--lang", "en", "consolidate", tmp_path, "-o", tmp_path / "s.xlsx", "--quarter", 1), "no Excel file")
