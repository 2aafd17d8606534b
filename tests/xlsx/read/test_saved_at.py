"""When a workbook was last saved is read from the file itself, in every format."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import Filler
from tests.libreoffice import convert
from tests.packages import saved_on, with_parts
from xl_apa.xlsx.read.saved_at import saved_at

CORE = "docProps/core.xml"


def told(path: Path) -> datetime | None:
    with path.open("rb") as file:
        return saved_at(file)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-01-09T04:05:06Z", datetime(2024, 1, 9, 4, 5, 6, tzinfo=UTC)),
        (" 2024-01-09T04:05:06.5Z\n", datetime(2024, 1, 9, 4, 5, 6, 500000, tzinfo=UTC)),
        ("2024-01-09T10:05:06+06:00", datetime(2024, 1, 9, 4, 5, 6, tzinfo=UTC)),
        ("2024-01-09T10:05:06", datetime(2024, 1, 9, 10, 5, 6)),
        ("2024-01-09", datetime(2024, 1, 9)),
        ("1601-01-01T00:00:00Z", None),
        ("1980-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_excel_says_it_in_the_core_properties(filled: Filler, written: str, moment: datetime | None) -> None:
    assert told(saved_on(filled({"1.4.1": 90}), written)) == moment


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_libreoffice_says_it_in_every_format(filled: Filler, tmp_path: Path, ending: str) -> None:
    path = convert(saved_on(filled({"1.4.1": 90}), "2024-01-13T03:00:07Z"), ending, tmp_path / "home")
    # In .ods it is what this computer's clock showed, without its zone.
    assert told(path) == datetime(2024, 1, 13, 3, 0, 7, tzinfo=None if ending == "ods" else UTC)


@pytest.mark.parametrize(
    "content",
    [b"", b"text", b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"), bytes.fromhex("D0CF11E0A1B11AE1") + bytes(5000)],
)
def test_what_is_no_workbook_does_not_say_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(content)
    assert told(path) is None


def test_properties_that_are_huge_broken_or_not_there_say_nothing(filled: Filler) -> None:
    path = filled({"1.4.1": 90})
    for content in ("<broken", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", " " * 2_000_000):
        with_parts(path, {CORE: content})
        assert told(path) is None
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "a")
    assert told(path) is None
