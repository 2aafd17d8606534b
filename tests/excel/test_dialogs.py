"""Questions to the officer, asked of an Excel made up for it: what is asked, and what an answer becomes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from xlwings.utils import fullname_url_to_local_path

from xl_apa.core.fiscal import Quarter
from xl_apa.excel import buttons, dialogs
from xl_apa.plans import load_plan

CHOSEN, CANCELLED = -1, 0


class Dialog:
    """Excel's own dialog for files and folders."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.Title = ""
        self.offered: list[tuple[str, str]] = []
        self.Filters = SimpleNamespace(Clear=self.offered.clear, Add=lambda *offer: self.offered.append(offer))

    def Show(self) -> int:  # noqa: N802 - Excel's name
        return CHOSEN if self.answer else CANCELLED

    def SelectedItems(self, number: int) -> str:  # noqa: N802 - Excel's name
        assert number == 1
        return self.answer


def made_up_book(**api: Any) -> Any:
    return SimpleNamespace(app=SimpleNamespace(api=SimpleNamespace(**api)), fullname="", name="office.xlsx")


@pytest.mark.parametrize("answer", ["C:/in", ""])
def test_a_folder_is_chosen_or_the_question_cancelled(answer: str) -> None:
    dialog, asked = Dialog(answer), []
    book = made_up_book(FileDialog=lambda kind: asked.append(kind) or dialog)
    assert dialogs.ask_folder(book, "where") == (Path(answer) if answer else None)
    # msoFileDialogFolderPicker
    assert (asked, dialog.Title) == ([4], "where")


@pytest.mark.parametrize("answer", ["C:/register.xlsx", ""])
def test_a_file_is_chosen_among_those_that_can_be_read(answer: str) -> None:
    dialog, asked = Dialog(answer), []
    book = made_up_book(FileDialog=lambda kind: asked.append(kind) or dialog)
    assert dialogs.ask_file(book, "which", "*.xlsx; *.csv") == (Path(answer) if answer else None)
    # msoFileDialogFilePicker
    assert (asked, dialog.offered) == ([3], [("which", "*.xlsx; *.csv")])


@pytest.mark.parametrize(("answer", "path"), [("C:/report.pdf", Path("C:/report.pdf")), (False, None)])
def test_where_to_save_is_asked_with_a_name_to_start_from(answer: object, path: Path | None) -> None:
    asked: list[tuple[str, str]] = []
    book = made_up_book(GetSaveAsFilename=lambda name, kinds: asked.append((name, kinds)) or answer)
    assert dialogs.ask_to_save(book, "N-01.pdf", "PDF", ".pdf") == path
    assert asked == [("N-01.pdf", "PDF (*.pdf), *.pdf")]


@pytest.mark.parametrize(("answer", "text"), [("২", "২"), (2.0, "2.0"), (False, None)])
def test_a_line_of_text_is_asked_for(answer: object, text: str | None) -> None:
    book = made_up_book(InputBox=lambda *_: answer)
    assert dialogs.ask_text(book, "which quarter", "1") == text


def test_a_folder_is_known_only_where_a_path_leads_to_it(tmp_path: Path) -> None:
    book = made_up_book()
    for fullname, folder in (
        (str(tmp_path / "office.xlsx"), tmp_path),
        ("office.xlsx", None),
        ("https://cloud.example/office.xlsx", None),
        (str(tmp_path / "gone" / "office.xlsx"), None),
    ):
        book.fullname = fullname
        assert dialogs.folder_of(book) == folder


CLOUD = (
    "https://d.docs.live.net/0123456789abcdef/Documents/office.xlsx",
    "https://office-my.sharepoint.com/personal/rahim_office_gov_bd/Documents/office.xlsx",
    "https://office.sharepoint.com/sites/APA/Shared Documents/office.xlsx",
    "https://office.sharepoint.com/teams/APA/Shared Documents/office.xlsx",
    "https://intranet.example/sites/APA/Shared%20Documents/office.xlsx",
    "https://cloud.example/office.xlsx",
)


def cloud_form(address: str, asked: list[str], **api: str) -> Any:
    """The form of a workbook in the cloud, whose path is searched as xlwings' engine for Windows does it."""

    class CloudBook(SimpleNamespace):
        @property
        def fullname(self) -> str:
            return str(fullname_url_to_local_path.__wrapped__(address))

    app = SimpleNamespace(api=SimpleNamespace(GetSaveAsFilename=lambda name, kinds: asked.append(name) or False))
    book = CloudBook(app=app, name="office.xlsx", api=SimpleNamespace(**api))
    card = SimpleNamespace(office_code="N-01", quarter=Quarter.Q2)
    return SimpleNamespace(book=book, plan=load_plan("2023-24"), card=card)


@pytest.mark.parametrize("synced", [False, True])
@pytest.mark.parametrize("address", CLOUD)
def test_where_no_path_leads_the_officer_says_where_to_save(
    address: str, synced: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if synced:
            monkeypatch.setenv(name, str(tmp_path / "OneDrive - Office"))
        else:
            monkeypatch.delenv(name, raising=False)
    asked: list[str] = []
    assert buttons._beside(cloud_form(address, asked), ".pdf") is None
    assert buttons._beside(cloud_form(address, asked, FullName=address), ".xlsx") is None
    assert asked == ["N-01_2023-24_Q2.pdf", "N-01_2023-24_Q2.xlsx"]


def test_a_file_of_the_same_name_elsewhere_on_this_pc_is_not_taken_for_the_one_in_the_cloud(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Office" / "another office" / "office.xlsx"
    other.parent.mkdir(parents=True)
    other.touch()
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "OneDrive - Office"))
    asked: list[str] = []
    form = cloud_form(CLOUD[2], asked, FullName=CLOUD[2])
    assert Path(form.book.fullname) == other, "xlwings' search finds it"
    assert buttons._beside(form, ".pdf") is None
    assert asked


def test_the_centre_is_asked_for_folder_quarter_and_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    register = tmp_path / "register.xlsx"
    given: dict[str, object] = {}

    def summarise(*arguments: object) -> dict[str, object]:
        given.update(zip(("folder", "quarter", "register"), arguments))
        return {"offices": 1, "refused": 0, "errors": 0}

    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: asked.append("folder") or tmp_path)
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: asked.append("quarter") or "২")
    monkeypatch.setattr(dialogs, "ask_file", lambda *_: asked.append("register") or register)
    monkeypatch.setattr("xl_apa.excel.actions.ministry_button.summarise", summarise)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "show_message", lambda book, text, **_: told.append(text))
    book = made_up_book()
    book.app.engine = SimpleNamespace(type="remote")
    assert buttons.consolidate(book) is not None, told
    assert asked == ["folder", "quarter", "register"]
    assert given == {"folder": tmp_path, "quarter": 2, "register": register}
