"""Names of offices' files."""

from __future__ import annotations

import errno
import unicodedata

import pytest
from hypothesis import given

from tests.strategies import any_text
from xl_apa.core.text.file_names import file_stem, is_device, is_too_long, taken_key

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{digit}" for digit in range(10)),
    *(f"lpt{digit}" for digit in range(10)),
}


@pytest.mark.parametrize(
    ("code", "name", "stem"),
    [
        ("N-01", "নমুনা বিভাগ", "N-01 নমুনা বিভাগ"),
        ("১০১", "শ্রম/কর্মসংস্থান: <প্রধান>", "101 শ্রম-কর্মসংস্থান- -প্রধান"),
        ("", "শুধু নাম", "শুধু নাম"),
        ("N/02", "", "N-02"),
        ("", "", "-"),
        ("...", " . ", "-"),
        ("~$A", "x", "A x"),
        ("CON", "", "_CON"),
        ("nul.txt", "", "_nul.txt"),
        ("com1", "", "_com1"),
        ("A\nB", "ক\tখ\u2028গ", "A B ক খ গ"),
        ("\u202eA\u200b", "র\u200d্যাব", "A র\u200d্যাব"),
        ("a", 'C:\\temp\\"x"', "a C--temp--x"),
        ("../../etc", "passwd", "etc passwd"),
    ],
)
def test_a_name_is_code_and_name_without_what_no_file_name_may_have(code: str, name: str, stem: str) -> None:
    assert file_stem(code, name) == stem


def test_a_long_name_is_cut_between_letters() -> None:
    stem = file_stem("N-01", "কৃষি সম্প্রসারণ অধিদপ্তরের আঞ্চলিক কার্যালয় " * 10)
    assert len(stem) <= 80 and len(stem.encode()) <= 180
    following = "N-01 কৃষি সম্প্রসারণ"
    assert stem.startswith(following)
    assert not stem.endswith(("\u09cd", "\u200c", "\u200d"))


@given(any_text(), any_text())
def test_any_office_has_a_name_that_every_system_takes(code: str, name: str) -> None:
    stem = file_stem(code, name)
    assert stem and stem == stem.strip(" .")
    assert not set(stem) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Zl", "Zp") for letter in stem)
    assert stem.split(".")[0].strip().lower() not in RESERVED
    assert len(stem) <= 81 and len(stem.encode()) <= 190
    assert not stem.startswith(("~$", "."))


def test_names_that_differ_in_capitals_or_spelling_of_a_letter_alone_are_one() -> None:
    assert taken_key("n-01 য়.XLSX") == taken_key("N-01 \u09df.xlsx")
    assert taken_key("N-01") != taken_key("N-02")


@pytest.mark.parametrize("name", ["CON", "nul", "aux.xlsx", "Com1.tar.xlsx", "LPT³", "con .xlsx", "NUL:", "conin$"])
def test_devices_of_windows_are_known_whatever_follows_a_dot(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["CONSOLE.xlsx", "com.xlsx", "com10.xlsx", "auxiliary", "a con", "নাল.xlsx"])
def test_names_that_only_begin_like_devices_are_files(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    ("length", "error", "system", "long"),
    [
        (10, OSError(errno.ENAMETOOLONG, "File name too long"), "linux", True),
        (300, OSError(errno.ENOENT, "No such file"), "linux", False),
        (259, OSError(errno.ENOENT, "The system cannot find the path specified"), "win32", False),
        (260, OSError(errno.ENOENT, "The system cannot find the path specified"), "win32", True),
        (260, OSError(errno.EINVAL, "Invalid argument"), "win32", True),
        (300, PermissionError(errno.EACCES, "Permission denied"), "win32", False),
    ],
)
def test_a_path_is_too_long_where_the_system_says_so_or_windows_hides_it(
    length: int, error: OSError, system: str, long: bool
) -> None:
    assert is_too_long("x" * length, error, system) is long
