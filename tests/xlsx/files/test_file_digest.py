"""A file's SHA-256 is that of its content, and nothing else in the program computes one of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import xl_apa
from xl_apa.xlsx.files.file_digest import file_digest, is_worth_digesting
from xl_apa.xlsx.read.limits import MOST_BYTES

PACKAGE = Path(xl_apa.__file__).parent
APART = {
    PACKAGE / "xlsx/files/file_digest.py",
    PACKAGE / "setup/usb_installer/check.py",  # runs before the program is installed
}


def test_the_digest_is_the_one_that_everybody_computes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    # FIPS 180-4, example of SHA-256.
    assert file_digest(tmp_path / "a") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_file_that_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        file_digest(tmp_path / "gone")


def test_no_other_module_computes_the_digest_of_a_file() -> None:
    computing = {
        path
        for path in PACKAGE.rglob("*.py")
        if any(text in path.read_text(encoding="utf-8") for text in ("hashlib.file_digest", "sha256(path.read_bytes"))
    }
    assert computing == APART


@pytest.mark.parametrize(("size", "worth"), [(0, True), (MOST_BYTES, True), (MOST_BYTES + 1, False), (2**40, False)])
def test_a_file_that_no_report_is_as_large_as_is_not_worth_it(tmp_path: Path, size: int, worth: bool) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(size)
    assert is_worth_digesting(tmp_path / "large") is worth
