"""A form for every office of the register: named, filled in, and never over what somebody has typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Filler
from xl_apa.cli import main
from xl_apa.core.errors import OutputError
from xl_apa.core.model import Office
from xl_apa.ministry.register.blank_forms import BlankForms, write_forms
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


def test_every_office_and_the_ministry_itself_gets_a_form_with_its_own_words(tmp_path: Path) -> None:
    forms = write_forms(REGISTER, tmp_path / "forms", ".xlsx", build)
    written, kept = forms.built, forms.kept
    assert ([path.name for path in written], kept) == (["M.xlsx", "001.xlsx", "a-1.xlsx", "A-1 5.xlsx"], ())
    assert sorted((tmp_path / "forms").iterdir()) == sorted(written)
    assert [read_report(path).office for path in written] == [
        Office("M", "মন্ত্রণালয়", ""),
        Office("০০১", "জেলা দপ্তর এক", "মন্ত্রণালয়"),
        Office("a/1", "জেলা দপ্তর দুই", "জেলা দপ্তর এক"),
        Office("A:1", "", "মন্ত্রণালয়"),
    ]


def test_a_file_is_named_in_plain_digits_and_dashes(tmp_path: Path) -> None:
    register = Register(tuple(Registered(code, "ক", row=at) for at, code in enumerate(("N‑০১", "N–02", "N-\u00ad03"))))
    built = write_forms(register, tmp_path, ".xlsx", lambda path, office: path.touch()).built
    assert [path.name for path in built] == ["N-01.xlsx", "N-02.xlsx", "N-03.xlsx"]


def test_an_office_may_be_called_as_a_device_of_windows(tmp_path: Path) -> None:
    register = Register(tuple(Registered(code, "ক", row=at) for at, code in enumerate(("CON", "aux", "COM1", "CONS"))))
    built = write_forms(register, tmp_path, ".xlsx", lambda path, office: path.touch()).built
    assert [path.name for path in built] == ["_CON.xlsx", "_aux.xlsx", "_COM1.xlsx", "CONS.xlsx"]


def test_whatever_a_code_is_its_form_can_be_found_on_every_system(tmp_path: Path) -> None:
    codes = ("..", "a/b", "trail...", "nul.txt", ".hidden", "~$x", "\u202eabc", "ক" * 300, "LPT1 ", "<>:", "B", "b")
    register = Register(tuple(Registered(code, "ক", row=at) for at, code in enumerate(codes)))
    (tmp_path / "forms").mkdir()
    built = write_forms(register, tmp_path / "forms", ".xlsx", lambda path, office: path.touch()).built
    names = [path.name for path in built]
    assert len(names[7].encode()) < 255
    assert names[:7] == ["-.xlsx", "a-b.xlsx", "trail.xlsx", "_nul.txt.xlsx", "hidden.xlsx", "x.xlsx", "abc.xlsx"]
    assert names[8:] == ["_LPT1.xlsx", "- 9.xlsx", "B.xlsx", "b 11.xlsx"]
    assert all(path.parent == tmp_path / "forms" and path.is_file() for path in built)


def test_only_what_is_missing_is_added(tmp_path: Path, filled: Filler) -> None:
    filled({"1.4.1": 80}, name="a-1.xlsx")
    (tmp_path / "M.xlsx").write_bytes(b"whatever it is")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    forms = write_forms(REGISTER, tmp_path, ".xlsx", build)
    built, kept = forms.built, forms.kept
    assert ([path.name for path in built], [path.name for path in kept]) == (
        ["001.xlsx", "A-1 5.xlsx"],
        ["M.xlsx", "a-1.xlsx"],
    )
    assert {path: path.read_bytes() for path in kept} == before
    assert write_forms(REGISTER, tmp_path, ".xlsx", build) == BlankForms((), (kept[0], built[0], kept[1], built[1]), ())


@pytest.mark.parametrize("name", ["forms.xlsx", "forms.XLSM", "forms.ods", "forms.xls", "file"])
def test_a_name_of_a_workbook_or_of_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        write_forms(REGISTER, tmp_path / name, ".xlsx", build)
    assert (caught.value.code, [path.name for path in tmp_path.iterdir()]) == ("output-not-folder", ["file"])


def test_the_command_says_what_was_there_and_which_columns_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "register.csv").write_text("sl,code,name,remarks\n1,A,One,x\n2,B,Two,y\n", encoding="utf-8")
    call = ["--lang", "en", "template", "--register", str(tmp_path / "register.csv"), "-o", str(tmp_path / "forms")]
    assert main(call) == 0
    assert "not read: sl, remarks" in capsys.readouterr().out
    assert main(call) == 0
    said = capsys.readouterr().out
    assert "There already, and left as they are: 2." in said and "Forms written: 0, into" in said


@pytest.mark.parametrize(("edition", "ending"), [("native", ".xlsx"), ("macro", ".xlsm")])
def test_the_command_says_how_many_were_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], edition: str, ending: str
) -> None:
    (tmp_path / "register.csv").write_text("code,name,parent\nM,Ministry,\n1,One,M\n2,Two,M\n", encoding="utf-8")
    folder = tmp_path / "forms"
    asked = ["--register", str(tmp_path / "register.csv"), "--layout", "marks", "--edition", edition, "-o", str(folder)]
    assert main(["--lang", "en", "template", *asked]) == 0
    assert "Forms written: 3, into" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == [f"1{ending}", f"2{ending}", f"M{ending}"]
