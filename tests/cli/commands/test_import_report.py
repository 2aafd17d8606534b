"""`import`: from a document of another form to an office workbook."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.calls import refused

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
    assert {each["indicator"] for each in unsure} >= {"1.1.1"}
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
    assert data["confidence"] == sure / data["out_of"] == 0.6
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
    assert result.status == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [("স্মারক নং ১২", "holds no form"), ("", "is empty")],
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
