"""A form for every office of the register: named, filled in, and never over what somebody has typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Filler
from xl_apa.cli import main
from xl_apa.core.errors import OutputError
from xl_apa.core.model import Office
from xl_apa.ministry.register.blank_forms import write_forms
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.read.report import read_report

REGISTER = Register(
    (
        Registered("M", "মন্ত্রণালয়", row=2),
        Registered("০০১", "জেলা দপ্তর এক", parent="M", row=3),
        Registered("a/1", "জেলা দপ্তর দুই", parent="০০১", row=4),
        Registered("A:1", "", parent="M", row=5),
    )
)


def build(path: Path, office: Office) -> None:
    build_template(load_plan(), path, office=office)


def test_every_office_that_should_report_gets_a_form_with_its_own_words(tmp_path: Path) -> None:
    written = list(write_forms(REGISTER, tmp_path / "forms", ".xlsx", build))
    assert [path.name for path in written] == ["001.xlsx", "a-1.xlsx", "A-1 5.xlsx"]
    assert sorted((tmp_path / "forms").iterdir()) == sorted(written)
    assert [read_report(path).office for path in written] == [
        Office("০০১", "জেলা দপ্তর এক", "মন্ত্রণালয়"),
        Office("a/1", "জেলা দপ্তর দুই", "জেলা দপ্তর এক"),
        Office("A:1", "", "মন্ত্রণালয়"),
    ]


def test_blank_forms_are_written_again(tmp_path: Path) -> None:
    first = {path: path.read_bytes() for path in write_forms(REGISTER, tmp_path, ".xlsx", build)}
    assert {path: path.read_bytes() for path in write_forms(REGISTER, tmp_path, ".xlsx", build)} == first


def test_a_form_that_somebody_has_filled_in_stops_it_before_anything_is_written(tmp_path: Path, filled: Filler) -> None:
    path = filled({"1.4.1": 80}, name="a-1.xlsx")
    before = path.read_bytes()
    with pytest.raises(OutputError) as caught:
        list(write_forms(REGISTER, tmp_path, ".xlsx", build))
    assert (caught.value.code, caught.value.params["path"]) == ("output-filled", path)
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], before)


@pytest.mark.parametrize(("edition", "ending"), [("native", ".xlsx"), ("macro", ".xlsm")])
def test_the_command_says_how_many_were_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], edition: str, ending: str
) -> None:
    (tmp_path / "register.csv").write_text("code,name,parent\nM,Ministry,\n1,One,M\n2,Two,M\n", encoding="utf-8")
    folder = tmp_path / "forms"
    asked = ["--register", str(tmp_path / "register.csv"), "--layout", "marks", "--edition", edition, "-o", str(folder)]
    assert main(["--lang", "en", "template", *asked]) == 0
    assert "Forms for 2 offices written" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == [f"1{ending}", f"2{ending}"]
