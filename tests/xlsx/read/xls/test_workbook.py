"""Files of old Excel that are not whole: one sentence, whatever xlrd makes of them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.libreoffice import convert
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.limits import MOST_XLS_BYTES
from xl_apa.xlsx.read.safe_open import open_workbook


def _damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice([1, 8, 64, 512])):
        place = chance.randrange(len(broken))
        broken[place : place + chance.randrange(1, 4)] = chance.randbytes(chance.randrange(4))
    return bytes(broken)


@pytest.mark.office
def test_a_damaged_file_is_read_or_refused_by_name(filled, tmp_path: Path) -> None:
    data = convert(filled({"1.4.1": 90}), "xls", tmp_path / "home").read_bytes()
    path, chance, refused = tmp_path / "damaged.xls", random.Random(7), set()
    for _ in range(60):
        path.write_bytes(_damaged(data, chance))
        try:
            with open_workbook(path) as book:
                for sheet in book.sheet_names:
                    book.contents(sheet)
                    book.merged(sheet)
                    book.overlays(sheet)
        except InputError as error:
            refused.add(error.code)
    assert "workbook-damaged" in refused
    assert refused <= {"workbook-damaged", "not-a-workbook", "cell-far-away", "workbook-password"}


@pytest.mark.office
def test_a_form_of_old_excel_is_read(filled, tmp_path: Path) -> None:
    with open_workbook(convert(filled({"1.4.1": 90}), "xls", tmp_path / "home")) as book:
        assert book.contents("২য় ত্রৈমাসিক")[10][12] == 90


def test_a_file_far_larger_than_a_report_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.xls"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(MOST_XLS_BYTES))
    with pytest.raises(InputError) as caught, open_workbook(path):
        pass
    assert caught.value.code == "workbook-too-large"
