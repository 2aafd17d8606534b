"""`import`: from a document of another form to an office workbook."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.calls import refused
from tests.other_forms import word_report

FILES = Path(__file__).parents[2] / "files"


def test_import_writes_an_office_workbook_that_scores_the_same(run, tmp_path: Path) -> None:
    target = tmp_path / "N-01.xlsx"
    imported = run("import", FILES / "sid_2023-24_q2.txt", "-o", target, "--office-code", "N-01", "--json")
    scored = run("score", target, "--quarter", "2", "--json")
    assert imported.json["total"] == scored.json["total"] == 17.8
    assert scored.json["office"]["code"] == "N-01"


def test_import_says_what_is_unsure_with_its_place_in_the_document(run, tmp_path: Path) -> None:
    result = run("import", FILES / "labour_2023-24_q1.txt", "-o", tmp_path / "N-01.xlsx", "--json")
    unsure = [each for each in result.json["import"] if each["code"] == "import-unsure"]
    assert {each["indicator"] for each in unsure} >= {"2.1.1"}
    assert all(each["cell"].startswith("table ") for each in unsure)
    assert result.status == 1


def test_json_tells_where_every_indicator_stands_and_how_sure_it_is(run, tmp_path: Path) -> None:
    source = FILES / "labour_2023-24_q1.txt"
    data = run("import", source, "-o", tmp_path / "N-01.xlsx", "--json").json
    matches = {each["code"]: each["match"] for each in data["indicators"]}
    assert matches["1.2.1"]["place"] == "table 1, row 5, column 14"
    assert matches["1.2.1"]["by"] == ["code", "text", "unit", "weight", "targets"]
    # The report prints [1.5.2] before 1.4.1: what is wrong is no witness.
    assert "code" not in matches["1.4.1"]["by"]
    unsure = {each["indicator"] for each in data["import"] if each["code"] == "import-unsure"}
    assert {code for code, match in matches.items() if match["confidence"] < 0.8} == unsure
    sure = sum(each["weight"] for each in data["indicators"] if each["match"]["sure"])
    assert data["confidence"] == sure / data["out_of"] == 0.84
    assert data["source"] == {"path": str(source), "kind": "text", "sha256": sha256(source.read_bytes()).hexdigest()}
    assert data["layout"]["গ্রেমারিক তিভিতে মূল্যায়ন অর্জন"] == "achieved"
    assert data["layout"]["অতি উত্তম"] == "target 90"


def test_json_lists_what_matched_nothing_and_what_is_missing(run, tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    lines = (FILES / "sid_2023-24_q2.txt").read_text(encoding="utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if "[1.2.1]" in line or "[১.২.১]" in line)
    lines[place] = "৯\tঅন্য\t৫\tঅন্য কার্যক্রম\t[৯.৯.৯] বৃক্ষরোপণের সংখ্যা\tসংখ্যা\t৭\t৯০০\t৮০০\t৭০০\t৬০০\t৫০০\t৭৭৭"
    source.write_text("\n".join(lines), encoding="utf-8")
    data = run("import", source, "-o", tmp_path / "N-01.xlsx", "--json").json
    assert data["missing"] == ["1.2.1"]
    assert [each["match"] for each in data["indicators"] if each["code"] == "1.2.1"] == [None]
    (stranger,) = data["unmatched"]
    assert "৭৭৭" in stranger["text"]
    assert stranger["place"].startswith("table 1, row 6")


def test_offers_count_when_they_are_accepted(run, tmp_path: Path) -> None:
    source = FILES / "labour_2023-24_q1.txt"
    plain = run("import", source, "-o", tmp_path / "a.xlsx", "--json")
    accepted = run("import", source, "-o", tmp_path / "b.xlsx", "--accept-offers", "--json")
    assert (plain.json["total"], accepted.json["total"]) == (6, 17.4)


def test_a_folder_of_documents_becomes_a_folder_of_workbooks(run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("sid_2023-24_q2", "labour_2023-24_q1"):
        (folder / f"{name}.txt").write_bytes((FILES / f"{name}.txt").read_bytes())
    (folder / "letter.txt").write_text("স্মারক নং ১২", encoding="utf-8")
    result = run("import", folder, "-o", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "labour_2023-24_q1.xlsx",
        "sid_2023-24_q2.xlsx",
    ]
    assert "letter.txt" in result.out
    # The report of Labour has errors; a letter is no fault.
    assert result.status == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [("স্মারক নং ১২", "holds no table"), ("", "is empty")],
)
def test_what_is_no_report_is_refused_and_nothing_written(run, tmp_path: Path, text: str, part: str) -> None:
    source = tmp_path / "letter.txt"
    source.write_text(text, encoding="utf-8")
    refused(run("import", source, "-o", tmp_path / "N-01.xlsx"), part)
    assert not (tmp_path / "N-01.xlsx").exists()


def test_a_workbook_with_achievements_is_not_replaced(run, sample, tmp_path: Path) -> None:
    target = sample("sid_2023-24")
    before = target.read_bytes()
    refused(run("import", FILES / "sid_2023-24_q2.txt", "-o", target), "holds achievements")
    assert target.read_bytes() == before


REGISTER = "কোড,নাম,ঊর্ধ্বতনের কোড\nM,নমুনা মন্ত্রণালয়,\nN-01,নমুনা অধিদপ্তর,M\nN/02,দ্বিতীয় অধিদপ্তর,M\nN-04,চতুর্থ কার্যালয়,M\n"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Reports of two known offices, one of them twice, of one that nobody knows, a letter, and a page without a form."""
    folder = tmp_path / "in"
    word_report(folder / "a/report.docx", "নমুনা অধিদপ্তর", {"1.2.1": "৪"})
    word_report(folder / "b/report.docx", "অজানা অধিদপ্তর", {"1.2.1": "৪"})
    word_report(folder / "new.docx", "দ্বিতীয় অধিদপ্তর", {"1.2.1": "৪"}, left_out=("1.1.1",), signed="১৫/০১/২০২৪")
    word_report(folder / "old.docx", "দ্বিতীয় অধিদপ্তর", {"1.2.1": "২"}, signed="১০/০১/২০২৪")
    (folder / "letter.txt").write_text("স্মারক নং ১২", encoding="utf-8")
    (folder / "page.html").write_text("<table><tr><td>নাম</td></tr></table>", encoding="utf-8")
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    return folder


def test_with_a_register_workbooks_have_the_offices_codes(run, many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("import", many, "-o", out, "--register", tmp_path / "register.csv")
    assert sorted(path.name for path in out.iterdir()) == ["N-01.xlsx", "N-02.xlsx", "report.xlsx"]
    assert result.status == 1
    assert "new.docx” was used" in result.out and "old.docx” was not" in result.out
    assert "page.html” holds no form" in result.out
    assert "letter.txt” holds no table" in result.out
    assert "written of 3 of 5 files (1 with indicators to confirm), refused: 2" in result.out
    scored = run("score", out / "N-02.xlsx", "--quarter", "2", "--json").json
    assert scored["office"]["code"] == "N/02"
    assert scored["total"] == 4
    # Of one that nobody knows the code stays open.
    assert run("score", out / "report.xlsx", "--quarter", "2", "--json").json["office"]["code"] == ""


def test_json_of_many_files_is_a_list_with_what_was_refused(run, many: Path, tmp_path: Path) -> None:
    result = run("import", many, "-o", tmp_path / "out", "--register", tmp_path / "register.csv", "--json")
    told = {Path(each["source"]["path"]).name: each for each in result.json}
    assert told["new.docx"]["office"]["code"] == "N/02"
    assert told["new.docx"]["output"] == str(tmp_path / "out" / "N-02.xlsx")
    assert told["new.docx"]["missing"] == ["1.1.1"]
    assert told["old.docx"]["refused"]["code"] == "office-twice"
    assert told["page.html"]["refused"]["code"] == "import-no-form"
    assert "letter.txt" not in told


def test_a_folder_is_imported_by_processes_as_it_is_by_one(run, many: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        run("import", many, "-o", tmp_path / jobs, "--register", tmp_path / "register.csv", "--jobs", jobs)
    written = [{path.name: path.read_bytes() for path in (tmp_path / jobs).iterdir()} for jobs in ("1", "2")]
    assert len(written[0]) == 3
    assert written[0] == written[1]


def test_reports_of_two_quarters_of_an_office_are_both_written(run, tmp_path: Path) -> None:
    for quarter in (1, 2):
        word_report(tmp_path / f"in/{quarter}.docx", "নমুনা অধিদপ্তর", {"1.2.1": "২"}, quarter=quarter)
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    run("import", tmp_path / "in", "-o", tmp_path / "out", "--register", tmp_path / "register.csv")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["N-01_Q1.xlsx", "N-01_Q2.xlsx"]


def test_where_nothing_can_be_imported_nothing_is_written(run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/page.html").write_text("<table><tr><td>নাম</td></tr></table>", encoding="utf-8")
    result = run("import", tmp_path / "in", "-o", tmp_path / "out")
    refused(result, "holds no form")
    assert not (tmp_path / "out").exists()


def test_workbooks_that_hold_achievements_stay_and_office_workbooks_need_no_import(run, many, sample, tmp_path) -> None:
    register = tmp_path / "register.csv"
    run("import", many, "-o", tmp_path / "out", "--register", register)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    again = run("import", many, sample("sid_2023-24"), "-o", tmp_path / "out", "--register", register)
    assert again.status == 2
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_file_named_after_one_office_with_the_name_of_another_gets_neithers_code(run, tmp_path: Path) -> None:
    word_report(tmp_path / "in/N-04.docx", "নমুনা অধিদপ্তর", {"1.2.1": "২"})
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    (told,) = run(
        "import", tmp_path / "in", "-o", tmp_path / "o", "--register", tmp_path / "register.csv", "--json"
    ).json
    assert told["office"]["code"] == ""
    assert "office-name-of-other" in {each["code"] for each in told["import"]}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n" + b"\xff" * 5000, "is damaged"),
        (b"%PDF-1.7\n1 0 obj\n" + bytes(9_000_000), "is far larger than any report"),
    ],
)
def test_a_pdf_that_cannot_be_read_leaves_nothing_and_says_why(run, tmp_path: Path, data: bytes, said: str) -> None:
    source = tmp_path / "report.pdf"
    source.write_bytes(data)
    refused(run("--lang", "en", "import", source, "-o", tmp_path / "N-01.xlsx"), said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.pdf"]
